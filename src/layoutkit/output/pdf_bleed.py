"""Room for the knife: what touches the edge of a figure goes on beyond it, and marks show where to cut."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.geometry import Edges, Rect
from layoutkit.output.pdf_objects import number
from layoutkit.paint.display import Clip, DisplayList, Dots, DrawPicture, FillRect, GridLines

if TYPE_CHECKING:
    from layoutkit.paint.display import Operation

__all__ = ["bled", "crop_mark_room", "crop_marks"]

_TOUCHES = 1e-6
_MARK_LENGTH, _MARK_DISTANCE, _MARK_WIDTH = 14.0, 6.0, 0.25
"""In points: the length of a mark, its least distance from the trimmed page, its width."""


def bled(display: DisplayList, bleed: float) -> DisplayList:
    """The figure with backgrounds and patterns that touch its edges continued ``bleed`` px beyond them.

    The figure's own place and size stay; rounded rectangles end where they end. A picture behind the whole figure is
    enlarged a little.
    """
    return replace(display, operations=tuple(_continued(operation, display, bleed) for operation in display.operations))


def _continued(operation: Operation, display: DisplayList, bleed: float) -> Operation:
    match operation:
        case FillRect(radius=0) | Clip(radius=0):
            return replace(operation, rect=_outset(operation.rect, display, bleed))
        case Dots():
            rows_beyond = math.ceil(bleed / operation.pitch) * operation.pitch
            return replace(operation, rect=_outset(operation.rect, display, rows_beyond))
        case GridLines():
            rect = _outset(operation.rect, display, bleed)
            xs, ys = _further(operation.xs, rect.x, rect.right), _further(operation.ys, rect.y, rect.bottom)
            return replace(operation, rect=rect, xs=xs, ys=ys)
        case DrawPicture(rect) if rect.contains(Rect(0.0, 0.0, display.width, display.height)):
            share = bleed / min(rect.width, rect.height)
            across, down = share * rect.width, share * rect.height
            return replace(operation, rect=rect.inset(Edges(-down, -across, -down, -across)))
        case _:
            return operation


def _further(places: tuple[float, ...], start: float, end: float) -> tuple[float, ...]:
    """Lines at equal distances, with those that are missing up to the ends."""
    if len(places) < 2:  # noqa: PLR2004 - a distance has two ends
        return places
    pitch = places[1] - places[0]
    before = int((places[0] - start) // pitch)
    return tuple(places[0] + number * pitch for number in range(-before, int((end - places[0]) // pitch) + 1))


def _outset(rect: Rect, display: DisplayList, by: float) -> Rect:
    """The rectangle, larger on the sides that touch the figure's edge."""
    return rect.inset(
        Edges(
            top=-by if rect.y <= _TOUCHES else 0.0,
            right=-by if rect.right >= display.width - _TOUCHES else 0.0,
            bottom=-by if rect.bottom >= display.height - _TOUCHES else 0.0,
            left=-by if rect.x <= _TOUCHES else 0.0,
        )
    )


def crop_mark_room(bleed: float) -> float:
    """How far crop marks reach beyond the trimmed page, in points like the bleed."""
    return max(bleed, _MARK_DISTANCE) + _MARK_LENGTH


def crop_marks(trim: Rect, bleed: float, color_space: str) -> list[str]:
    """Two lines at each corner, outside the bleed; all in points, in the page's own space.

    Args:
        trim: the page as it is cut.
        bleed: how far the figure goes on beyond it.
        color_space: name of the colour space of registration marks, which is printed on every plate.
    """
    far = crop_mark_room(bleed)
    near = far - _MARK_LENGTH
    lines = []
    for x, outward in ((trim.x, -1), (trim.right, 1)):
        for y, up in ((trim.y, -1), (trim.bottom, 1)):
            lines.append((x + outward * near, y, x + outward * far, y))
            lines.append((x, y + up * near, x, y + up * far))
    paths = [f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l" for x1, y1, x2, y2 in lines]
    return ["/Artifact BMC", "q", f"/{color_space} CS 1 SCN {_MARK_WIDTH} w", *paths, "S", "Q", "EMC"]
