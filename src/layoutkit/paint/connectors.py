"""Lines, bends and heads of connectors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, assert_never

from layoutkit.geometry import Point
from layoutkit.paint.display import FillPath, StrokePath
from layoutkit.paint.interrupt import fitted, outside
from layoutkit.path import CLOSE, QUARTER_ARM, CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.keywords import HeadShape
    from layoutkit.layout.connectors import Route
    from layoutkit.path import PathOp
    from layoutkit.routing.model import Bend
    from layoutkit.style.content import ConnectorContent

__all__ = ["paint_route"]

_HEAD_WIDTH = 0.9
"""Width of a head, as a share of its length."""
_DOT = 0.8
"""Diameter of a dot, as a share of a head's length."""
_BAR = 0.5
"""How far a bar stands before its box, as a share of a head's length: on the border it could not be told from it."""
_BAR_WIDTH = 1.1
"""Length of a bar, as a share of a head's length."""
_OPEN_WIDTH = 1.25
"""Width of an open head, as a share of its length."""
_MITER = math.hypot(1, _OPEN_WIDTH / 2) / _OPEN_WIDTH
"""How far the point of an open head lies before its corner, in stroke widths: 1 / (2 sin) of half its angle."""
_DASH = (3.0, 2.5)
"""Dash and gap, in stroke widths."""


def paint_route(route: Route) -> Iterator[FillPath | StrokePath]:
    """The line, which ends where its heads begin, and the heads, whose tips touch the boxes.

    Where a label stands, the line is interrupted: what lies under both is not covered.
    """
    connector = route.connector
    points = list(route.points)
    heads: list[FillPath | StrokePath] = []
    last = points[-2], points[1]
    for shape, tip, before in ((connector.head, -1, last[0]), (connector.tail, 0, last[1])):
        length = route.heads[tip]
        if length > 0:
            heads += _head(shape, points[tip], before, length, connector)
            points[tip] = _towards(points[tip], before, _covered(shape, length, connector.width))
    yield from _line(_rounded(points, route.bends), route)
    yield from heads


def _line(path: Path, route: Route) -> Iterator[StrokePath]:
    connector = route.connector
    dash = (connector.width * _DASH[0], connector.width * _DASH[1])
    dashed = connector.dashed and connector.width > 0  # a line without a width has no dashes to fit
    if route.gap is None:
        yield StrokePath(path, connector.width, dash if dashed else (), connector.color)
        return
    for part in outside(path, route.gap, connector.width):
        fit = fitted(part, dash) if dashed else None
        if fit is not None or not dashed:
            yield StrokePath(part, connector.width, fit or (), connector.color)


def _covered(shape: HeadShape, length: float, width: float) -> float:
    """How much of the line's end a head covers."""
    match shape:
        case "triangle":
            return max(0.0, length - width / 2)
        case "open":
            return min(length, _MITER * width)
        case "dot":
            return _DOT * length / 2
        case "bar" | "none":
            return 0.0  # the line runs on behind a bar, up to the border
        case _ as unknown:
            assert_never(unknown)


def _head(
    shape: HeadShape, tip: Point, before: Point, length: float, connector: ConnectorContent
) -> Iterator[FillPath | StrokePath]:
    """What is drawn of a head, whose tip lies on the border; ``before`` is where its line comes from."""
    color, width = connector.color, connector.width
    match shape:
        case "triangle":
            yield FillPath(_polygon(*_triangle(before, tip, length), closed=True), color)
        case "dot":
            yield FillPath(_circle(_towards(tip, before, _DOT * length / 2), _DOT * length / 2), color)
        case "bar":
            middle = _towards(tip, before, _BAR * length)
            dx, dy = _across(tip, before, length * _BAR_WIDTH / 2)
            ends = middle.moved(dx, dy), middle.moved(-dx, -dy)
            yield StrokePath(_polygon(*ends, closed=False), width, (), color)
        case "open":
            corner = _towards(tip, before, min(length, _MITER * width))
            _, one, other = _triangle(before, corner, max(length - _MITER * width, length / 2), _OPEN_WIDTH)
            yield StrokePath(_polygon(one, corner, other, closed=False), width, (), color, join="miter")
        case "none":
            return
        case _ as unknown:
            assert_never(unknown)


def _triangle(before: Point, tip: Point, length: float, width: float = _HEAD_WIDTH) -> tuple[Point, Point, Point]:
    base = _towards(tip, before, length)
    dx, dy = _across(tip, base, length * width / 2)
    return tip, base.moved(-dx, -dy), base.moved(dx, dy)


def _across(tip: Point, before: Point, by: float) -> tuple[float, float]:
    """A step of ``by`` px to the side of a line."""
    length = _distance(tip, before) or 1.0
    return (tip.y - before.y) / length * by, -(tip.x - before.x) / length * by


def _polygon(*corners: Point, closed: bool) -> Path:
    first, *rest = corners
    return Path((MoveTo(first.x, first.y), *(LineTo(p.x, p.y) for p in rest), *((CLOSE,) if closed else ())))


def _circle(center: Point, r: float) -> Path:
    x, y, k = center.x, center.y, r * QUARTER_ARM
    return Path((
        MoveTo(x + r, y),
        CurveTo(x + r, y + k, x + k, y + r, x, y + r),
        CurveTo(x - k, y + r, x - r, y + k, x - r, y),
        CurveTo(x - r, y - k, x - k, y - r, x, y - r),
        CurveTo(x + k, y - r, x + r, y - k, x + r, y),
        CLOSE,
    ))  # fmt: skip


def _rounded(points: Sequence[Point], bends: Sequence[Bend]) -> Path:
    """A polyline whose corners are quarters of ellipses."""
    ops: list[PathOp] = [MoveTo(points[0].x, points[0].y)]
    corners = zip(points, points[1:], points[2:], strict=False)
    for (before, corner, after), (first, second) in zip(corners, bends, strict=True):
        enter, leave = _towards(corner, before, first), _towards(corner, after, second)
        one, two = _towards(enter, corner, first * QUARTER_ARM), _towards(leave, corner, second * QUARTER_ARM)
        ops += [LineTo(enter.x, enter.y), CurveTo(one.x, one.y, two.x, two.y, leave.x, leave.y)]
    ops.append(LineTo(points[-1].x, points[-1].y))
    return Path(tuple(ops))


def _towards(start: Point, goal: Point, by: float) -> Point:
    """The point ``by`` px from ``start`` in the direction of ``goal``."""
    length = _distance(start, goal)
    share = by / length if length else 0.0
    return Point(start.x + share * (goal.x - start.x), start.y + share * (goal.y - start.y))


def _distance(p: Point, q: Point) -> float:
    return math.hypot(q.x - p.x, q.y - p.y)
