"""``cramped``: words stand against the edge of their box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Subject

__all__ = ["RULE"]

_BESIDE, _ABOVE = 3.0, 1.0
"""px that have to be free beside the letters, and above capitals or below descenders."""
_BEYOND = -0.5
"""px; what reaches further out is no longer cramped: that is for ``overflow`` and ``overlap``."""


def find(subject: Subject) -> Iterator[Finding]:
    """Texts by the distance of their letters to the innermost box around them that is seen."""
    for seen in subject.texts:
        frame = next((box for box in (seen, *seen.ancestors()) if box.framed), None)
        if frame is None or frame is subject.page or not seen.letters.width:
            continue
        letters, edge = seen.letters, frame.rect
        sides = (
            ("left", letters.x - edge.x, _BESIDE),
            ("right", edge.right - letters.right, _BESIDE),
            ("top", letters.y - edge.y, _ABOVE),
            ("bottom", edge.bottom - letters.bottom, _ABOVE),
        )
        if min(distance for _, distance, _ in sides) < _BEYOND:
            continue
        side, distance, least = min(sides, key=lambda s: s[1] - s[2])
        if distance < least:
            where = "its own box" if frame is seen else f"{name(frame)}{line_of(frame.node)}"
            message = (
                f"{name(seen)} is {px(max(distance, 0.0))} from the {side} edge of {where}; {px(least)} are needed"
            )
            hint = "give the box padding"
            yield at(seen.node, message, hint=hint, others=(frame.node,), marks=(letters,))


RULE = Rule(
    id="cramped",
    severity=Severity.WARNING,
    summary="words stand against the edge of their box",
    why=(
        "Letters that touch the edge of a card look as if they were cut off, and the eye takes the edge for a part of "
        "them. The rule measures from the letters of each text to the innermost box around it that has a background "
        "or an outline: 3 px have to be free beside them, 1 px above and below."
    ),
    bad="""\
@figure(title="Nota", alt="Um cartão cujo texto encosta na borda.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Encosta na borda."), padding=0, align_self="start"))
""",
    good="""\
@figure(title="Nota", alt="Um cartão com ar ao redor do texto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Tem ar ao redor."), align_self="start"))
""",
    find=find,
)
