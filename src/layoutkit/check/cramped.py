"""``cramped``: words stand against the edge of their box, or against what is beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.bins import Bins
from layoutkit.check.naming import line_of, name, px
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import Rect
from layoutkit.tokens.tables import registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleBox

__all__ = ["RULE"]

_BESIDE, _ABOVE = 3.0, 1.0
"""px that have to be free beside the letters, and above capitals or below descenders."""
_BEYOND = -0.5
"""px; what reaches further out is no longer cramped: that is for ``overflow`` and ``overlap``."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Texts by the distance of their letters to the box around them that is seen, then to what stands beside them."""
    inline = registry.with_trait("inline")
    for seen in subject.texts:
        around = (box for box in (seen, *seen.ancestors()) if box.framed and box.box.name not in inline)
        frame = next(around, subject.page)
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
    yield from _beside_others(subject)


def _beside_others(subject: CheckContext) -> Iterator[Finding]:
    """Texts by the distance to the nearest thing that stands to their left or right, wherever it belongs."""
    seen_boxes = [
        (box, box.ink)
        for box in subject.boxes[1:]
        if box.paints and box.arrow is None and (box.framed or box.block is not None or box.box.art is not None)
    ]
    inline = registry.with_trait("inline")
    running = {box for box, _ in seen_boxes if any(part.box.name in inline for part in (box, *box.ancestors()))}
    bins = Bins((ink, (box, ink)) for box, ink in seen_boxes)
    told: set[tuple[VisibleBox, VisibleBox]] = set()
    for text, ink in seen_boxes:
        if text.block is None or text.framed:
            continue
        left, right, top, bottom = ink.x - _BESIDE, ink.right + _BESIDE, ink.y + _ABOVE, ink.bottom - _ABOVE
        near = [
            (distance, box, other)
            for box, other in bins.near(Rect(left, min(top, bottom), right - left, abs(bottom - top)))
            if other.right > left and other.x < right and other.bottom > top and other.y < bottom and box is not text
            if not (text in running and box in running)
            if _BEYOND <= (distance := max(other.x - ink.right, ink.x - other.right)) < _BESIDE
        ]
        distance, box, other = min(near, key=lambda found: found[0], default=(0.0, text, ink))
        if box is not text and (box, text) not in told:
            told.add((text, box))
            message = (
                f"{name(text)} is {px(max(distance, 0.0))} from {name(box)}{line_of(box.node, text.node)} beside it; "
                f"{px(_BESIDE)} are needed"
            )
            yield at(text.node, message, hint="give them a gap", others=(box.node,), marks=(ink, other))


RULE = Rule(
    id="cramped",
    severity=Severity.WARNING,
    summary="words touch the edge of their box, or what is beside them",
    why=(
        "Letters that touch the edge of a card look cut off, and readers take the edge for a part of them. The rule "
        "measures from the letters of each text to the innermost box around it with a background or an outline, or "
        "else to the page: 3 px must be free on the left and right, 1 px above and below. Words must also keep 3 px "
        "from a badge, an icon or other words beside them. Boxes whose table has the trait `inline`, such as marked "
        "words of running text, are exempt."
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
    of_boxes=True,
)
