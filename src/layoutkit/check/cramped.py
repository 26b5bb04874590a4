"""``cramped``: words stand against the edge of their box, or against what is beside them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Seen, Subject

__all__ = ["RULE"]

_BESIDE, _ABOVE = 3.0, 1.0
"""px that have to be free beside the letters, and above capitals or below descenders."""
_BEYOND = -0.5
"""px; what reaches further out is no longer cramped: that is for ``overflow`` and ``overlap``."""


def find(subject: Subject) -> Iterator[Finding]:
    """Texts by the distance of their letters to the box around them that is seen, then to what stands beside them."""
    for seen in subject.texts:
        frame = next((box for box in (seen, *seen.ancestors()) if box.framed), subject.page)
        if not seen.letters.width:
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
            where = f"{name(frame)}{line_of(frame.node, seen.node)}"
            if frame in (seen, subject.page):
                where = "its own box" if frame is seen else "the page"
            message = (
                f"{name(seen)} is {px(max(distance, 0.0))} from the {side} edge of {where}; {px(least)} are needed"
            )
            hint = "give the page padding" if frame is subject.page else "give the box padding"
            yield at(seen.node, message, hint=hint, others=(frame.node,), marks=(letters,))
    for seen in subject.boxes:
        children = [child for child in subject.children(seen) if child.in_flow]
        for before, after in pairwise(children):
            yield from _neighbours(before, after, subject)


def _neighbours(before: Seen, after: Seen, subject: Subject) -> Iterator[Finding]:
    """Words of one child of a box against what is seen of the next."""
    beside = after.rect.x - before.rect.right
    if not _BEYOND <= beside < _BESIDE:
        return
    pairs = [
        (b.ink.x - a.ink.right, a, b)
        for a in _inside(before, subject)
        for b in _inside(after, subject)
        if (a.block or b.block) and min(a.ink.bottom, b.ink.bottom) - max(a.ink.y, b.ink.y) > _ABOVE
    ]
    distance, a, b = min(pairs, key=lambda pair: pair[0], default=(_BESIDE, before, after))
    if _BEYOND <= distance < _BESIDE:
        message = (
            f"{name(b)} is {px(max(distance, 0.0))} from {name(a)}{line_of(a.node, b.node)} before it; "
            f"{px(_BESIDE)} are needed"
        )
        yield at(b.node, message, hint="give the row a gap", others=(a.node,), marks=(a.ink, b.ink))


def _inside(seen: Seen, subject: Subject) -> Iterator[Seen]:
    """The outermost boxes of which something is seen: a box itself, or those in it."""
    if seen.framed or seen.block is not None or seen.box.art is not None:
        yield seen
        return
    for child in subject.children(seen):
        yield from _inside(child, subject)


RULE = Rule(
    id="cramped",
    severity=Severity.WARNING,
    summary="words stand against the edge of their box, or against what is beside them",
    why=(
        "Letters that touch the edge of a card look as if they were cut off, and the eye takes the edge for a part of "
        "them. The rule measures from the letters of each text to the innermost box around it that has a background "
        "or an outline, the page at last: 3 px have to be free beside them, 1 px above and below. Words that touch a "
        "badge, an icon or other words beside them run together: 3 px have to be free there as well."
    ),
    bad="""\
@figure(title="Nota", alt="Um cartão cujo texto encosta na borda.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Encosta na borda."), padding=0, radius=t.radius.s, align_self="start"))
""",
    good="""\
@figure(title="Nota", alt="Um cartão com ar ao redor do texto.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Tem ar ao redor."), align_self="start"))
""",
    find=find,
)
