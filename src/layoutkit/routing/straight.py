"""Straight wires, and what a line runs through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.geometry import Point
from layoutkit.routing.ends import place, tip

if TYPE_CHECKING:
    from layoutkit.routing.model import Block, RouteEnd, Wire
    from layoutkit.routing.space import Box

__all__ = ["crosses", "straight"]

_EPSILON = 1e-6
_HALVINGS = 40
_MIDDLE = 0.5


def straight(wire: Wire, first: Block, second: Block) -> tuple[Point, Point]:
    """The line between two places, or between the borders on the line from centre to centre."""
    one, other = _place(wire.start, first), _place(wire.end, second)
    start = one or first.rect.center
    end = other or second.rect.center
    return (one or _leaving(first, start, end)), (other or _leaving(second, end, start))


def _place(end: RouteEnd, block: Block) -> Point | None:
    if end.side is None:
        return None
    return tip(block, end.side, place(block, end.side, _MIDDLE if end.fraction is None else end.fraction))


def _leaving(block: Block, inside: Point, outside: Point) -> Point:
    """Where a line leaves a block with rounded corners; found by halving, for the border is convex."""
    if _within(block, outside):
        return inside
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _within(block, _between(inside, outside, middle)):
            low = middle
        else:
            high = middle
    return _between(inside, outside, high)


def _between(p: Point, q: Point, share: float) -> Point:
    return Point(p.x + share * (q.x - p.x), p.y + share * (q.y - p.y))


def _within(block: Block, point: Point) -> bool:
    """Whether a point is inside the border."""
    center = block.rect.center
    dx = abs(point.x - center.x) - block.rect.width / 2
    dy = abs(point.y - center.y) - block.rect.height / 2
    if dx > 0 or dy > 0:
        return False
    into_x, into_y = dx + block.radius, dy + block.radius
    return into_x <= 0 or into_y <= 0 or into_x**2 + into_y**2 <= block.radius**2


def crosses(box: Box, p: Point, q: Point) -> bool:
    """Whether a line from p to q runs through the inside of a box (Liang and Barsky 1984)."""
    enter, leave = 0.0, 1.0
    for low, high, start, end in ((box[0], box[2], p.x, q.x), (box[1], box[3], p.y, q.y)):
        low_, high_ = low + _EPSILON, high - _EPSILON
        way = end - start
        if abs(way) < _EPSILON:
            if not low_ < start < high_:
                return False
            continue
        one, other = sorted(((low_ - start) / way, (high_ - start) / way))
        enter, leave = max(enter, one), min(leave, other)
    return leave - enter > _EPSILON
