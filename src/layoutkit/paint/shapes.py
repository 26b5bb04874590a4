"""Shapes of drawings as filled and stroked paths."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.outlines import ellipse
from layoutkit.paint.display import FillPath, LinearGradient, StrokePath
from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path, RepeatedPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.path import PathOp
    from layoutkit.style.content import ShapeContent

__all__ = ["paint_shape"]

_SQUARE = math.sqrt(math.pi) / 2
"""Half the side of a square that is as large as a circle of radius 1."""
_DIAMOND = math.sqrt(math.pi / 2)
_TRIANGLE = math.sqrt(4 * math.pi / (3 * math.sqrt(3)))
"""From the middle to the corners."""
_ARM = 1.0
_LINES = ("plus", "cross")
_ONE_BY_ONE, _TOGETHER = 500, 50
"""Up to how many markers have a path each, and how many share one where there are more."""


def paint_shape(shape: ShapeContent, rect: Rect) -> Iterator[FillPath | StrokePath]:
    """A shape in its box.

    Args:
        shape: what is drawn; its path is in fractions of the box.
        rect: the box, in px from the figure's top-left corner.
    """
    if shape.points:
        yield from _markers(shape, rect)
        return
    yield from _painted(shape, Path(tuple(_placed(op, rect) for op in shape.path.ops)), rect)


def _painted(shape: ShapeContent, path: Path | RepeatedPath, rect: Rect) -> Iterator[FillPath | StrokePath]:
    if isinstance(path, Path) and not path.ops:
        return
    if shape.fill is not None:
        yield FillPath(path, shape.fill if isinstance(shape.fill, Color) else _gradient(shape, rect))
    if shape.stroke is not None and shape.width:
        yield StrokePath(path, shape.width, shape.dash, shape.stroke, shape.cap)


def _markers(shape: ShapeContent, rect: Rect) -> Iterator[FillPath | StrokePath]:
    """Markers one after the other, so that each lies on those before it; many of them in a few paths."""
    step = 1 if len(shape.points) <= _ONE_BY_ONE else _TOGETHER
    outline = Path(_marker(shape, 0.0, 0.0))
    left, top, width, height = rect.x, rect.y, rect.width, rect.height
    places = [(left + x * width, top + y * height) for x, y in shape.points]
    for first in range(0, len(places), step):
        path = RepeatedPath(outline, tuple(places[first : first + step]))
        if shape.marker in _LINES:
            if isinstance(shape.fill, Color):
                yield StrokePath(path, shape.width, (), shape.fill, "round")
        else:
            yield from _painted(shape, path, rect)


def _gradient(shape: ShapeContent, rect: Rect) -> LinearGradient:
    assert shape.fill is not None and not isinstance(shape.fill, Color)  # noqa: PT018, S101 - the caller looked
    x1, y1, x2, y2 = shape.fill.line(rect.width, rect.height)
    return LinearGradient(rect.x + x1, rect.y + y1, rect.x + x2, rect.y + y2, shape.fill.stops)


def _placed(op: PathOp, rect: Rect) -> PathOp:
    match op:
        case MoveTo(x, y):
            return MoveTo(rect.x + x * rect.width, rect.y + y * rect.height)
        case LineTo(x, y):
            return LineTo(rect.x + x * rect.width, rect.y + y * rect.height)
        case CurveTo(x1, y1, x2, y2, x, y):
            return CurveTo(
                rect.x + x1 * rect.width,
                rect.y + y1 * rect.height,
                rect.x + x2 * rect.width,
                rect.y + y2 * rect.height,
                rect.x + x * rect.width,
                rect.y + y * rect.height,
            )
        case ClosePath():
            return CLOSE


def _marker(shape: ShapeContent, x: float, y: float) -> tuple[PathOp, ...]:
    """A marker around a point; all kinds have the area of the circle."""
    r = shape.radius
    match shape.marker:
        case "circle":
            return ellipse(x - r, y - r, 2 * r, 2 * r).ops
        case "square":
            h = r * _SQUARE
            return MoveTo(x - h, y - h), LineTo(x + h, y - h), LineTo(x + h, y + h), LineTo(x - h, y + h), CLOSE
        case "diamond":
            h = r * _DIAMOND
            return MoveTo(x, y - h), LineTo(x + h, y), LineTo(x, y + h), LineTo(x - h, y), CLOSE
        case "triangle":
            h = r * _TRIANGLE
            half = h * math.sqrt(3) / 2
            return MoveTo(x, y - h), LineTo(x + half, y + h / 2), LineTo(x - half, y + h / 2), CLOSE
        case "plus":
            h = r * _ARM
            return MoveTo(x - h, y), LineTo(x + h, y), MoveTo(x, y - h), LineTo(x, y + h)
        case "cross":
            h = r * _ARM / math.sqrt(2)
            return MoveTo(x - h, y - h), LineTo(x + h, y + h), MoveTo(x - h, y + h), LineTo(x + h, y - h)
