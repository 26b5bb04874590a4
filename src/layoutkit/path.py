"""Outlines: straight lines and cubic Bézier curves, as one closed set of operations.

Coordinates have y downward; unit and origin are whatever the holder of the path says.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "CLOSE",
    "QUARTER_ARM",
    "ClosePath",
    "CurveTo",
    "LineTo",
    "MoveTo",
    "Path",
    "PathOp",
    "RepeatedPath",
    "quadratic",
]


@dataclass(frozen=True, slots=True)
class MoveTo:
    """Begin a new subpath at a point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LineTo:
    """A straight line from the current point."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class CurveTo:
    """A cubic Bézier curve from the current point, over two control points, to (x, y)."""

    x1: float
    """First control point: the curve leaves the current point towards it."""
    y1: float
    x2: float
    """Second control point: the curve arrives at the end coming from it."""
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class ClosePath:
    """A straight line back to the start of the subpath, joined there."""


PathOp = MoveTo | LineTo | CurveTo | ClosePath

QUARTER_ARM = 4 / 3 * (sqrt(2) - 1)
"""Length of the control arms of a cubic Bézier curve that stands for a quarter of a circle of radius 1."""

CLOSE = ClosePath()
"""The one there is: it has no fields."""


def quadratic(start: tuple[float, float], control: tuple[float, float], end: tuple[float, float]) -> CurveTo:
    """The cubic that is the same curve as a quadratic one; each argument is an (x, y).

    Degree elevation: each cubic control point lies two thirds of the way to the quadratic's.
    """
    (x0, y0), (x1, y1), (x, y) = start, control, end
    return CurveTo(x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)


@dataclass(frozen=True, slots=True)
class Path:
    """A sequence of subpaths; each begins with a ``MoveTo``."""

    ops: tuple[PathOp, ...] = ()

    def moved(self, dx: float, dy: float) -> Path:
        """The same path ``dx`` further right and ``dy`` further down."""
        return Path(tuple(_mapped(op, 1.0, dx, dy) for op in self.ops))

    def scaled(self, factor: float) -> Path:
        """The same path ``factor`` times as large, seen from the origin."""
        return Path(tuple(_mapped(op, factor, 0.0, 0.0) for op in self.ops))

    def control_box(self) -> Rect | None:
        """The smallest rectangle around all points, control points included; None for an empty path.

        It contains the drawn outline, and is larger than it where a curve turns before its control point.
        """
        xs: list[float] = []
        ys: list[float] = []
        for op in self.ops:
            match op:
                case MoveTo(x, y) | LineTo(x, y):
                    xs.append(x)
                    ys.append(y)
                case CurveTo(x1, y1, x2, y2, x, y):
                    xs += (x1, x2, x)
                    ys += (y1, y2, y)
                case ClosePath():
                    pass
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None

    def bounds(self) -> Rect | None:
        """The smallest rectangle around the drawn outline; None for an empty path."""
        xs: list[float] = []
        ys: list[float] = []
        for op in self.ops:
            if isinstance(op, CurveTo):
                xs += _turns(xs[-1], op.x1, op.x2, op.x)
                ys += _turns(ys[-1], op.y1, op.y2, op.y)
            if not isinstance(op, ClosePath):
                xs.append(op.x)
                ys.append(op.y)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None


@dataclass(frozen=True, slots=True)
class RepeatedPath:
    """One outline at many places, such as markers; thousands of them need no object for each of their operations."""

    outline: Path
    """Around the point (0, 0)."""
    places: tuple[tuple[float, float], ...]
    """Where that point is, for each of them."""

    @property
    def ops(self) -> tuple[PathOp, ...]:
        """All of them as one path has them, in the order of the places."""
        return tuple([_mapped(op, 1.0, x, y) for x, y in self.places for op in self.outline.ops])

    def control_box(self) -> Rect | None:
        """As that of a path."""
        return self._around(self.outline.control_box())

    def bounds(self) -> Rect | None:
        """As those of a path."""
        return self._around(self.outline.bounds())

    def near(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """The places whose outlines have a point in their box."""
        box = self.outline.control_box()
        if box is not None:
            for left, top in self.places:
                if box.x <= x - left <= box.right and box.y <= y - top <= box.bottom:
                    yield left, top

    def _around(self, box: Rect | None) -> Rect | None:
        if box is None or not self.places:
            return None
        xs, ys = zip(*self.places, strict=True)
        left, top = min(xs), min(ys)
        return Rect(left + box.x, top + box.y, max(xs) - left + box.width, max(ys) - top + box.height)


def _turns(a: float, b: float, c: float, d: float) -> Iterator[float]:
    """Where a cubic Bézier curve turns along one axis: where its derivative is 0.

    With B(t) = (1-t)³a + 3t(1-t)²b + 3t²(1-t)c + t³d, a third of B' is (d - 3c + 3b - a)t² + 2(c - 2b + a)t + b - a.
    """
    square, half, least = d - 3 * c + 3 * b - a, c - 2 * b + a, b - a
    if square == 0:
        roots = [-least / (2 * half)] if half else []
    else:
        root = half * half - square * least
        roots = [(-half + sign * sqrt(root)) / square for sign in (-1, 1)] if root >= 0 else []
    for t in roots:
        if 0 < t < 1:
            yield (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t * t * (1 - t) * c + t**3 * d


def _mapped(op: PathOp, k: float, dx: float, dy: float) -> PathOp:
    match op:
        case MoveTo(x, y):
            return MoveTo(x * k + dx, y * k + dy)
        case LineTo(x, y):
            return LineTo(x * k + dx, y * k + dy)
        case CurveTo(x1, y1, x2, y2, x, y):
            return CurveTo(x1 * k + dx, y1 * k + dy, x2 * k + dx, y2 * k + dy, x * k + dx, y * k + dy)
        case ClosePath():
            return op
