"""A line that is interrupted where a label stands on it, and the dashes of what is left.

Nothing is painted over the line, so that whatever lies under the label (a gradient, a picture, another line) stays as
it is, in every output. Of a dashed line each part begins and ends with a whole dash.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from layoutkit.geometry import Point
from layoutkit.path import CurveTo, LineTo, MoveTo, Path, RepeatedPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect

__all__ = ["fitted", "length", "outside"]

_STEPS = 32
"""Pieces of a curve where it is looked at as a polygon."""
_LEAST = 0.5
"""Of a dashed line, a part that is shorter than so much of a dash is left out: it would be seen as a speck."""
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A straight line, or a cubic curve with its two control points."""

    points: tuple[Point, ...]

    def at(self, t: float) -> Point:
        """The point at a parameter from 0 to 1."""
        return _halves(self.points, t)[0][-1]

    def between(self, t: float, u: float) -> _Stretch:
        """The part between two parameters (de Casteljau)."""
        first = _halves(self.points, u)[0]
        return _Stretch(_halves(first, t / u)[1]) if t > 0 else _Stretch(first)

    @property
    def op(self) -> LineTo | CurveTo:
        """How the path goes on from its first point."""
        _, *rest = [(p.x, p.y) for p in self.points]
        return LineTo(*rest[0]) if len(rest) == 1 else CurveTo(*rest[0], *rest[1], *rest[2])

    @property
    def polygon(self) -> list[Point]:
        """Points on it, from end to end."""
        steps = 1 if len(self.points) == 2 else _STEPS  # noqa: PLR2004 - a straight line
        return [self.at(step / steps) for step in range(steps + 1)]


def outside(path: Path, gap: Rect, width: float) -> list[Path]:
    """The parts of a line of which nothing is seen in a rectangle, in their order.

    Args:
        path: one subpath of straight lines and curves.
        gap: the rectangle.
        width: of the line; its ends are butt, and so their corners lie half a width beside the path.
    """
    parts: list[list[_Stretch]] = [[]]
    for stretch in _stretches(path):
        inside = _inside(stretch, gap, width)
        if inside is None:
            parts[-1].append(stretch)
            continue
        enter, leave = inside
        if enter > _EPSILON:
            parts[-1].append(stretch.between(0.0, enter))
        parts.append([])
        if leave < 1 - _EPSILON:
            parts[-1].append(stretch.between(leave, 1.0))
    return [_joined(part) for part in parts if part]


def length(path: Path | RepeatedPath) -> float:
    """Of a line, in px; a curve counts as its polygon."""
    return sum(hypot(q.x - p.x, q.y - p.y) for stretch in _stretches(path) for p, q in pairwise(stretch.polygon))


def fitted(path: Path, dash: tuple[float, float]) -> tuple[float, float] | None:
    """The dash and gap, a little longer or shorter, with which a line begins and ends with a whole dash, in px.

    None where the line is much shorter than a dash. From n (dash + gap) - gap = length follows n, which is rounded.
    """
    on, off = dash
    whole = length(path)
    if whole < _LEAST * on:
        return None
    count = max(1, round((whole + off) / (on + off)))
    stretch = whole / (count * (on + off) - off)
    return on * stretch, off * stretch


def _stretches(path: Path | RepeatedPath) -> Iterator[_Stretch]:
    here = Point(0.0, 0.0)
    for op in path.ops:
        match op:
            case MoveTo(x, y):
                here = Point(x, y)
            case LineTo(x, y):
                yield _Stretch((here, Point(x, y)))
                here = Point(x, y)
            case CurveTo(x1, y1, x2, y2, x, y):
                yield _Stretch((here, Point(x1, y1), Point(x2, y2), Point(x, y)))
                here = Point(x, y)
            case _:
                raise ValueError("the line of a connector is open")


def _joined(part: list[_Stretch]) -> Path:
    start = part[0].points[0]
    return Path((MoveTo(start.x, start.y), *(stretch.op for stretch in part)))


def _halves(points: tuple[Point, ...], t: float) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The parts of a curve before and after a parameter."""
    before, after = [points[0]], [points[-1]]
    while len(points) > 1:
        points = tuple(Point(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y)) for p, q in pairwise(points))
        before.append(points[0])
        after.append(points[-1])
    return tuple(before), tuple(reversed(after))


def _inside(stretch: _Stretch, gap: Rect, width: float) -> tuple[float, float] | None:
    """The parameters between which a stretch is seen in a rectangle; None where it is not."""
    polygon = stretch.polygon
    steps = len(polygon) - 1
    found: list[tuple[float, float]] = []
    for step, (p, q) in enumerate(pairwise(polygon)):
        part = _clipped(p, q, gap, width)
        if part is not None:
            found.append(((step + part[0]) / steps, (step + part[1]) / steps))
    return (found[0][0], found[-1][1]) if found else None


def _clipped(p: Point, q: Point, gap: Rect, width: float) -> tuple[float, float] | None:
    """The shares of a straight line between which its stroke meets a rectangle (Liang and Barsky 1984).

    The corners of an end lie half a width to the sides: (dy, dx) / length · width / 2 away.
    """
    dx, dy = q.x - p.x, q.y - p.y
    whole = hypot(dx, dy)
    if whole < _EPSILON:
        return None
    beside_x, beside_y = abs(dy) / whole * width / 2, abs(dx) / whole * width / 2
    enter, leave = 0.0, 1.0
    for low, high, start, way in (
        (gap.x - beside_x, gap.right + beside_x, p.x, dx),
        (gap.y - beside_y, gap.bottom + beside_y, p.y, dy),
    ):
        if abs(way) < _EPSILON:
            if not low < start < high:
                return None
            continue
        one, other = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, one), min(leave, other)
    return (enter, leave) if enter < leave else None
