"""Outlines: straight lines and cubic Bézier curves, as one closed set of operations.

Coordinates have y downward; unit and origin are whatever the holder of the path says.
"""

from __future__ import annotations

from dataclasses import dataclass

from layoutkit.geometry import Rect

__all__ = ["CLOSE", "ClosePath", "CurveTo", "LineTo", "MoveTo", "Path", "PathOp", "quadratic"]


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
