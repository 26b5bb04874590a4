"""Marks over a figure that has faults: outlined, striped and numbered like the messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.display import DisplayList, FillRect, Glyphs, Operation, StrokePath, StrokeRect
from layoutkit.path import LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layoutkit.text.lines import TextBlock

__all__ = ["marked", "stripes"]

# No token decides these: a mark must be seen on every theme, and never be taken for a part of the figure.
_COLOR = Color(0.84, 0, 0.46)
_ON_COLOR = Color(1, 1, 1)
_VEIL = Color(0.84, 0, 0.46, 0.3)
_LINE = 2.0
"""px."""
_PITCH = 10.0
"""Distance of two stripes along the x axis, in px."""
_PADDING = 4.0
"""Around a number, in px."""
_LEAST = 6.0
"""A mark is at least so wide and high, in px, so that a hairline fault is seen."""


def marked(
    display: DisplayList, faults: Sequence[Sequence[Rect]], number: Callable[[str, Color], TextBlock]
) -> DisplayList:
    """The same picture with its faults marked.

    Args:
        display: the figure.
        faults: for each fault the rectangles to mark, in px from the figure's top-left; the first fault is 1.
        number: sets a number in a colour.
    """
    marks: list[Operation] = []
    for index, rects in enumerate(faults, start=1):
        for rect in rects:
            marks += _mark(_large_enough(rect), number(str(index), _ON_COLOR))
    return DisplayList(display.width, display.height, (*display.operations, *marks))


def _large_enough(rect: Rect) -> Rect:
    wider, higher = max(0.0, _LEAST - rect.width), max(0.0, _LEAST - rect.height)
    return Rect(rect.x - wider / 2, rect.y - higher / 2, rect.width + wider, rect.height + higher)


def _mark(rect: Rect, number: TextBlock) -> Iterator[Operation]:
    for stripe in stripes(rect, _PITCH):
        yield StrokePath(stripe, _LINE, (), _VEIL)
    yield StrokeRect(rect, 0, _LINE, "solid", _COLOR)
    line = number.lines[0]
    size = max(number.height, line.width) + 2 * _PADDING
    flag = Rect(max(0.0, rect.x - size / 2), max(0.0, rect.y - size / 2), size, size)
    yield FillRect(flag, size / 2, _COLOR)
    left, top = flag.x + (size - line.width) / 2, flag.y + (size - number.height) / 2
    for run in line.runs:
        yield Glyphs(left + run.x - line.x, top + line.baseline, run.glyphs, _ON_COLOR)


def stripes(rect: Rect, pitch: float) -> Iterator[Path]:
    """Diagonals from bottom left to top right, ``pitch`` px apart along the x axis, cut off at the edges."""
    offset = pitch
    while offset < rect.width + rect.height:
        below, beside = min(offset, rect.height), min(offset, rect.width)
        start = rect.x + offset - below, rect.y + below
        end = rect.x + beside, rect.y + offset - beside
        yield Path((MoveTo(*start), LineTo(*end)))
        offset += pitch
