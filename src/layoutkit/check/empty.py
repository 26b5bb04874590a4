"""``empty``: a large box has almost nothing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check.naming import name
from layoutkit.check.rule import Finding, Rule, at
from layoutkit.diagnostics import Severity
from layoutkit.geometry import union
from layoutkit.style.content import ShapeContent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.check.context import CheckContext, VisibleBox
    from layoutkit.geometry import Rect

__all__ = ["RULE"]

_LARGE = 0.08
"""Share of the page from which on a box is large."""
_NARROW = 120.0
"""px: what is narrower or lower is a strip, and no empty room."""
_LEAST = 0.04
"""Share of a large box that has to be filled."""


def find(subject: CheckContext) -> Iterator[Finding]:
    """Large boxes that paint, by the area of the texts, drawings and smaller visible boxes inside, or on them."""
    page = subject.page.rect
    visible = [seen for seen in subject.boxes[1:] if seen.paints]
    filled: dict[VisibleBox, float] = {}
    for seen in visible:
        for box in seen.ancestors():
            filled[box] = filled.get(box, 0.0) + seen.ink.width * seen.ink.height
    for drawing, shapes in _drawings(visible):
        for box in (drawing, *drawing.ancestors()):
            filled[box] = filled.get(box, 0.0) + shapes.width * shapes.height
    for seen in visible:
        area = seen.rect.width * seen.rect.height
        large = area > _LARGE * page.width * page.height and min(seen.rect.width, seen.rect.height) > _NARROW
        if large and seen.block is None and not _drawn(seen):
            inside = filled[seen] if seen in filled else _lying_on(seen, visible)
            if inside / area < _LEAST:
                share = f"{inside / area:.1%} full" if inside else "empty"
                message = f"{name(seen)} takes {area / (page.width * page.height):.0%} of the page and is {share}"
                hint = "make it smaller, or its content larger"
                yield at(seen.node, message, hint=hint, marks=(seen.rect,))


def _drawings(visible: Sequence[VisibleBox]) -> Iterator[tuple[VisibleBox, Rect]]:
    """Boxes with shapes, each with the rectangle around these: the room between points is part of what they show."""
    shapes: dict[VisibleBox, list[Rect]] = {}
    for seen in visible:
        if isinstance(seen.box.content, ShapeContent) and seen.parent is not None:
            shapes.setdefault(seen.parent, []).append(seen.ink)
    yield from ((drawing, union(rects)) for drawing, rects in shapes.items())


def _drawn(seen: VisibleBox) -> bool:
    """Whether the box is a shape, such as a bar or a picture; a component such as a card is to hold something."""
    return not seen.box.children and (seen.box.content is not None or not seen.box.name)


def _lying_on(panel: VisibleBox, visible: Sequence[VisibleBox]) -> float:
    """The area of what lies on a panel without children, as in a Stack, in px²."""
    around = set(panel.ancestors())
    others = (box for box in visible if box is not panel and box not in around)
    return sum(box.ink.width * box.ink.height for box in others if panel.rect.contains(box.ink))


RULE = Rule(
    id="empty",
    severity=Severity.WARNING,
    summary="a large box is almost empty",
    why=(
        "Readers take the largest thing in a figure for the most important one. A large card with one small line of "
        "text promises more than it holds, and takes room from the rest. The rule looks at boxes that take more than 8 "
        "% of the page: at least 4 % of their area must be filled. A plain row or column with a background and no "
        "child counts as a shape, such as a bar; a drawing counts as filled between its shapes."
    ),
    bad="""\
@figure(title="Resultado", alt="Um cartão enorme com uma palavra.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Pronto."), height=t.space.xxl * 9))
""",
    good="""\
@figure(title="Resultado", alt="Um cartão com uma palavra.")
def example(t: Theme) -> Node:
    return Column(Card(Text("Pronto.")))
""",
    find=find,
    by_color=False,
    of_boxes=True,
)
