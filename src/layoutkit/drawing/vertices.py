"""The points of SVG path data at which markers stand, and the directions of the line there (SVG 2, 9.6.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.arc import EllipticalArc

from layoutkit.drawing.outline import path_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Vertex", "vertices"]

Place = tuple[float, float]
Vertex = tuple[Place, Place | None, Place | None]
"""A point, the direction in which the line arrives there, and that in which it leaves; None where it has none."""


def vertices(data: str) -> list[Vertex]:
    """The points of a line, in its order.

    Raises:
        ValueError: the data cannot be read.
    """
    pen = _Pen()
    try:
        parse_path(" ".join(path_tokens(data)), pen)
    except (ValueError, IndexError, TypeError, AssertionError, ArithmeticError) as cause:
        raise ValueError(f"path data {data!r:.60} cannot be read") from cause
    return [vertex for line in pen.lines for vertex in line.vertices()]


class _Line:
    """One subpath."""

    def __init__(self, start: Place) -> None:
        self.points = [start]
        self.departures: list[Place | None] = []
        """The direction in which each segment begins."""
        self.arrivals: list[Place | None] = []
        self.closed = False

    def add(self, *points: Place) -> None:
        """A segment over control points to its end."""
        way = [self.points[-1], *points]
        self.departures.append(_direction(way))
        back = _direction(list(reversed(way)))
        self.arrivals.append(None if back is None else (-back[0], -back[1]))
        self.points.append(points[-1])

    def vertices(self) -> list[Vertex]:
        leaves = [*_filled(self.departures), None]
        arrives = [None, *_filled(self.arrivals)]
        if self.closed:
            leaves[-1], arrives[0] = leaves[0], arrives[-1]
        return list(zip(self.points, arrives, leaves, strict=True))


def _filled(directions: Sequence[Place | None]) -> list[Place | None]:
    """Segments of no length have the direction of those before them, or else of those after them."""
    found, last = [], next((one for one in directions if one is not None), None)
    for direction in directions:
        last = direction or last
        found.append(last)
    return found


def _direction(way: Sequence[Place]) -> Place | None:
    """From the first point to the next one that lies elsewhere."""
    x, y = way[0]
    return next(((px - x, py - y) for px, py in way[1:] if (px, py) != (x, y)), None)


class _Pen(BasePen):  # type: ignore[misc] # fontTools has no types
    def __init__(self) -> None:
        super().__init__(None)
        self.lines: list[_Line] = []

    def _moveTo(self, pt: Place) -> None:  # noqa: N802 - fontTools calls it so
        self.lines.append(_Line(pt))

    def _line(self) -> _Line:
        """The open subpath; after a close, a new one begins where the last began."""
        if self.lines[-1].closed:
            self.lines.append(_Line(self.lines[-1].points[0]))
        return self.lines[-1]

    def _lineTo(self, pt: Place) -> None:  # noqa: N802 - fontTools calls it so
        self._line().add(pt)

    def _curveToOne(self, pt1: Place, pt2: Place, pt3: Place) -> None:  # noqa: N802 - fontTools calls it so
        self._line().add(pt1, pt2, pt3)

    def _qCurveToOne(self, pt1: Place, pt2: Place) -> None:  # noqa: N802 - fontTools calls it so
        self._line().add(pt1, pt2)

    def arcTo(self, rx: float, ry: float, rotation: float, large: bool, sweep: bool, pt: Place) -> None:  # noqa: FBT001, N802, PLR0913, PLR0917
        """An arc, which is one segment."""
        line = self._line()
        curves = _Curves()
        EllipticalArc(complex(*line.points[-1]), rx, ry, rotation, large, sweep, complex(*pt)).draw(curves)
        line.add(*(curves.points or [pt]))
        self._setCurrentPoint(pt)

    def _closePath(self) -> None:  # noqa: N802 - fontTools calls it so
        line = self._line()
        line.add(line.points[0])
        line.closed = True

    def _setCurrentPoint(self, pt: Place) -> None:  # noqa: N802 - named as what BasePen has
        self._BasePen__currentPoint = pt


class _Curves:
    """Notes the points of an arc's curves."""

    def __init__(self) -> None:
        self.points: list[Place] = []

    def curveTo(self, *points: Place) -> None:  # noqa: N802 - fontTools calls it so
        """One curve."""
        self.points += points

    def lineTo(self, point: Place) -> None:  # noqa: N802 - fontTools calls it so
        """A straight line, where the arc is one."""
        self.points.append(point)
