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
    """The same picture with its faults marked; numbers of faults without a place stand in the bottom left corner.

    Args:
        display: the figure.
        faults: for each fault the rectangles to mark, in px from the figure's top-left; the first fault is 1.
        number: sets a number in a colour.
    """
    page = Rect(0.0, 0.0, display.width, display.height)
    marks: list[Operation] = []
    flags: list[Rect] = []
    for index, rects in enumerate(faults, start=1):
        text = number(str(index), _ON_COLOR)
        size = max(text.height, text.lines[0].width) + 2 * _PADDING
        for rect in [_on_page(rect, page) for rect in rects]:
            marks += _outline(rect)
            flags.append(_free(Rect(rect.x - size / 2, rect.y - size / 2, size, size), flags, page))
            marks += _flag(flags[-1], text)
        if not rects:
            flags.append(_free(Rect(0.0, display.height - size, size, size), flags, page))
            marks += _flag(flags[-1], text)
    return DisplayList(display.width, display.height, (*display.operations, *marks))


def _on_page(rect: Rect, page: Rect) -> Rect:
    """The part of a fault that the page shows, large enough to be seen; at the nearest edge where it shows none."""
    left, top = max(page.x, min(rect.x, page.right)), max(page.y, min(rect.y, page.bottom))
    right, bottom = max(page.x, min(rect.right, page.right)), max(page.y, min(rect.bottom, page.bottom))
    width, height = max(_LEAST, right - left), max(_LEAST, bottom - top)
    x, y = (left + right - width) / 2, (top + bottom - height) / 2
    return _kept_on(page, Rect(x, y, width, height))


def _kept_on(page: Rect, rect: Rect) -> Rect:
    x = max(page.x, min(rect.x, page.right - rect.width))
    return Rect(x, max(page.y, min(rect.y, page.bottom - rect.height)), rect.width, rect.height)


def _free(flag: Rect, taken: Sequence[Rect], page: Rect) -> Rect:
    """The first free place for a flag to the right of where it belongs, then in the rows below; all on the page."""
    flag = first = _kept_on(page, flag)
    while any(flag.overlap(other).width for other in taken):
        flag = flag.moved(flag.width, 0)
        if flag.right > page.right:
            flag = Rect(first.x, flag.y + flag.height, flag.width, flag.height)
        if flag.bottom > page.bottom:
            return first  # there is no room left
    return flag


def _outline(rect: Rect) -> Iterator[Operation]:
    for stripe in stripes(rect, _PITCH):
        yield StrokePath(stripe, _LINE, (), _VEIL)
    yield StrokeRect(rect, 0, _LINE, "solid", _COLOR)


def _flag(flag: Rect, number: TextBlock) -> Iterator[Operation]:
    line = number.lines[0]
    yield FillRect(flag, flag.width / 2, _COLOR)
    left, top = flag.x + (flag.width - line.width) / 2, flag.y + (flag.height - number.height) / 2
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
