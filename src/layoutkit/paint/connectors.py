"""Lines, bends and heads of connectors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.geometry import Point
from layoutkit.paint.display import FillPath, Operation, StrokePath
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.color import Color
    from layoutkit.layout.connectors import Route
    from layoutkit.path import PathOp

__all__ = ["paint_route"]

_ARC = 4 / 3 * (math.sqrt(2) - 1)
"""Control points of the cubic closest to a quarter circle, as a share of the radius (error 0.03 %)."""
_HEAD_WIDTH = 0.9
"""Width of a head, as a share of its length."""
_DASH = (3.0, 2.5)
"""Dash and gap, in stroke widths."""


def paint_route(route: Route) -> Iterator[Operation]:
    """The line, which ends where its heads begin, and the heads, whose tips touch the boxes."""
    connector = route.connector
    points = list(route.points)
    heads = []
    if connector.head == "triangle":
        heads.append(_triangle(points[-2], points[-1], connector.head_length))
        points[-1] = _towards(points[-1], points[-2], connector.head_length - connector.width / 2)
    if connector.tail == "triangle":
        heads.append(_triangle(points[1], points[0], connector.head_length))
        points[0] = _towards(points[0], points[1], connector.head_length - connector.width / 2)
    dash = tuple(connector.width * share for share in _DASH) if connector.dashed else ()
    yield StrokePath(_rounded(points, connector.radius), connector.width, dash, connector.color)
    for head in heads:
        yield _filled(head, connector.color)


def _triangle(before: Point, tip: Point, length: float) -> tuple[Point, Point, Point]:
    base = _towards(tip, before, length)
    half = _HEAD_WIDTH / 2
    across = Point(-(tip.y - base.y) * half, (tip.x - base.x) * half)
    return tip, base.moved(across.x, across.y), base.moved(-across.x, -across.y)


def _filled(corners: Sequence[Point], color: Color) -> FillPath:
    first, *rest = corners
    return FillPath(Path((MoveTo(first.x, first.y), *(LineTo(p.x, p.y) for p in rest), CLOSE)), color)


def _rounded(points: Sequence[Point], radius: float) -> Path:
    """A polyline whose corners are quarter circles, smaller where a segment is too short for the full radius."""
    ops: list[PathOp] = [MoveTo(points[0].x, points[0].y)]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        r = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        enter, leave = _towards(corner, before, r), _towards(corner, after, r)
        one, two = _towards(enter, corner, r * _ARC), _towards(leave, corner, r * _ARC)
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
