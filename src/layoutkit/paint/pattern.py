"""The pattern of a page: dots or a grid, which may keep clear of the texts that stand on the page itself."""

from __future__ import annotations

from itertools import count, takewhile
from typing import TYPE_CHECKING, assert_never

from layoutkit.geometry import Edges, Rect
from layoutkit.paint.display import Dots, GridLines
from layoutkit.style.content import TextContent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Look, Pattern, Styled

__all__ = ["bare_texts", "paint_pattern"]


def paint_pattern(pattern: Pattern, rect: Rect, texts: Iterable[Rect]) -> Dots | GridLines:
    """A pattern over a box; ``texts`` are what it keeps clear of, where it does."""
    holes: tuple[Rect, ...] = ()
    if pattern.clearance is not None:
        holes = tuple(text.inset(Edges.all(-pattern.clearance)) for text in texts)
    match pattern.kind:
        case "dots":
            return Dots(rect, pattern.pitch, pattern.size / 2, pattern.color, holes)
        case "grid":
            xs, ys = _lines(rect.x, rect.right, pattern.pitch), _lines(rect.y, rect.bottom, pattern.pitch)
            return GridLines(rect, xs, ys, pattern.size, pattern.color, holes)
        case _ as unknown:
            assert_never(unknown)


def _lines(start: float, end: float, pitch: float) -> tuple[float, ...]:
    """Where lines are along an axis: the first half a pitch from the start, as with dots."""
    return tuple(takewhile(lambda place: place < end, (start + (number + 0.5) * pitch for number in count())))


def bare_texts(placed: PlacedBox[Styled], x: float, y: float) -> Iterator[Rect]:
    """The lines of texts inside a box through whose grounds the page shows, in px from the figure's top-left.

    Args:
        placed: the box.
        x: the left edge of the box around it.
        y: its top edge.
    """
    if placed.hidden or placed.box.connector is not None:
        return
    rect = placed.rect.moved(x, y)
    if isinstance(placed.box.content, TextContent):
        shown = placed.content.moved(rect.x, rect.y)
        space = placed.box.content.space(shown)
        for line in placed.box.content.within(shown).lines:
            yield space.rect(line.box)
    for child in placed.children:
        if not _covers(child.box.look):
            yield from bare_texts(child, rect.x, rect.y)


def _covers(look: Look) -> bool:
    """Whether nothing of the page is seen through a box."""
    fills = [look.background, *(() if look.gradient is None else (color for _, color in look.gradient.stops))]
    opaque = [color is not None and color.opaque for color in fills]
    return opaque[0] or (len(opaque) > 1 and all(opaque[1:])) or look.picture is not None
