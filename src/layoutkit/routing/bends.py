"""How the corners of a path are rounded, and the line that comes out of it."""

from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, inf, pi, sin
from typing import TYPE_CHECKING

from layoutkit.geometry import Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.routing.model import Bend
    from layoutkit.routing.space import Box

__all__ = ["fit_bends", "flattened"]

_STEPS = 6
"""Pieces of a bend where it is looked at as a polygon."""
_LONGEST = 3.0
"""How many times longer than the other half of a bend one may be: beyond that a curve has a kink at its head."""
_TIGHTER = 0.75
_TRIES = 12


def fit_bends(
    points: Sequence[Point], radius: float, heads: tuple[float, float] = (0.0, 0.0), boxes: Iterable[Box] = ()
) -> tuple[Bend, ...]:
    """The bends at the corners of a path.

    Args:
        points: from end to end.
        radius: of a bend where there is room; infinite for one long curve.
        heads: what stays straight at the start and at the end.
        boxes: what a bend must not cut into.
    """
    lengths = [hypot(q.x - p.x, q.y - p.y) for p, q in pairwise(points)]
    last = len(lengths) - 1
    room = [length / 2 for length in lengths]
    if last > 0:
        room[0], room[last] = max(0.0, lengths[0] - heads[0]), max(0.0, lengths[last] - heads[1])
    near = list(boxes)
    found = []
    for i in range(last):
        before, after = min(radius, room[i]), min(radius, room[i + 1])
        longest = (1.0 if radius < inf else _LONGEST) * min(before, after)
        before, after = min(before, longest), min(after, longest)
        found.append(_outside(points[i : i + 3], (before, after), near))
    return tuple(found)


def _outside(corner: Sequence[Point], bend: Bend, boxes: list[Box]) -> Bend:
    """The bend, made smaller until it cuts into no box."""
    p, at, q = corner
    left, right = min(p.x, at.x, q.x), max(p.x, at.x, q.x)
    top, bottom = min(p.y, at.y, q.y), max(p.y, at.y, q.y)
    near = [box for box in boxes if box[0] < right and box[2] > left and box[1] < bottom and box[3] > top]
    if not near:
        return bend
    for _ in range(_TRIES):
        curve = _curve(p, at, q, bend)
        if not any(box[0] < c.x < box[2] and box[1] < c.y < box[3] for box in near for c in curve):
            return bend
        bend = (bend[0] * _TIGHTER, bend[1] * _TIGHTER)
    return 0.0, 0.0


def _curve(p: Point, at: Point, q: Point, bend: Bend) -> list[Point]:
    """Points on a quarter of an ellipse around the corner of the two tangents."""
    (ux, uy), (vx, vy) = _direction(at, p), _direction(at, q)
    curve = []
    for step in range(_STEPS + 1):
        angle = pi / 2 * step / _STEPS
        one, other = bend[0] * (1 - sin(angle)), bend[1] * (1 - cos(angle))
        curve.append(Point(at.x + ux * one + vx * other, at.y + uy * one + vy * other))
    return curve


def _direction(start: Point, end: Point) -> tuple[float, float]:
    length = hypot(end.x - start.x, end.y - start.y) or 1.0
    return (end.x - start.x) / length, (end.y - start.y) / length


def flattened(points: Sequence[Point], bends: Sequence[Bend]) -> list[Point]:
    """The path with its bends, as a line of short pieces."""
    found = [points[0]]
    for (p, at, q), bend in zip(zip(points, points[1:], points[2:], strict=False), bends, strict=True):
        found += _curve(p, at, q, bend)
    return [*found, points[-1]]
