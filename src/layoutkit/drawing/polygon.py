"""What two convex polygons have in common."""

from __future__ import annotations

from itertools import pairwise

from layoutkit.geometry import Point, Rect

__all__ = ["Polygon", "common", "corners", "rectangle_of"]

Polygon = tuple[Point, ...]
"""The corners of a convex polygon in their order around it; fewer than three where nothing is left of it."""
_EXACT = 1e-9
"""How far a corner may be from a rectangle's, as a share of its size."""


def corners(rect: Rect) -> Polygon:
    """A rectangle as a polygon, from the top-left corner on."""
    return (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )


def common(one: Polygon, other: Polygon) -> Polygon:
    """Where both are: the one, cut along each edge of the other (Sutherland and Hodgman 1974)."""
    turn = _turn(other)
    if not turn:
        return ()
    for start, end in pairwise((*other, *other[:1])):
        kept: list[Point] = []
        sides = [turn * _side(start, end, corner) for corner in one]
        for i, corner in enumerate(one):
            before, side = sides[i - 1], sides[i]
            if min(before, side) < 0 < max(before, side):
                kept.append(_between(one[i - 1], corner, before / (before - side)))
            if side >= 0:
                kept.append(corner)
        one = tuple(kept)
    return one if _turn(one) else ()


def _side(start: Point, end: Point, corner: Point) -> float:
    """Above 0 on one side of a line, below 0 on the other."""
    return (end.x - start.x) * (corner.y - start.y) - (end.y - start.y) * (corner.x - start.x)


def _turn(polygon: Polygon) -> int:
    """The way around which the corners go, 1 or -1; 0 where the polygon has no area."""
    twice = sum(a.x * b.y - b.x * a.y for a, b in pairwise((*polygon, *polygon[:1])))
    return (twice > 0) - (twice < 0)


def _between(one: Point, other: Point, at: float) -> Point:
    return Point(one.x + at * (other.x - one.x), one.y + at * (other.y - one.y))


def rectangle_of(polygon: Polygon) -> Rect | None:
    """The upright rectangle that the polygon is; None where it is another shape."""
    xs, ys = [corner.x for corner in polygon], [corner.y for corner in polygon]
    rect = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    near = _EXACT * (rect.width + rect.height)
    upright = all(
        min(abs(corner.x - rect.x), abs(corner.x - rect.right)) <= near
        and min(abs(corner.y - rect.y), abs(corner.y - rect.bottom)) <= near
        for corner in polygon
    )
    return rect if upright else None
