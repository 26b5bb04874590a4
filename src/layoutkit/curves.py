"""Curves through points, as paths.

``monotone`` never rises above or falls below its points where these do not: Steffen, "A simple method for monotonic
interpolation in one dimension" (1990). ``natural`` has continuous curvature and is straight at its ends. ``step``
changes halfway between two points.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from layoutkit.path import CurveTo, LineTo, PathOp

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CurveShape", "Point2", "curve_through"]

Point2 = tuple[float, float]
CurveShape = Literal["linear", "monotone", "natural", "step", "step-after", "step-before"]
_FEW = 2


def curve_through(points: Sequence[Point2], shape: CurveShape) -> list[PathOp]:
    """What follows a ``MoveTo`` the first point: lines or curves to all others, in their order.

    Args:
        points: (x, y), one at least; for ``monotone`` x rises or falls all the way.
        shape: how they are joined.
    """
    if len(points) <= _FEW and not shape.startswith("step"):
        return [LineTo(x, y) for x, y in points[1:]]
    match shape:
        case "monotone":
            return _hermite(points, _steffen(points))
        case "natural":
            xs, ys = zip(*points, strict=True)
            return _joined(_natural(xs), _natural(ys), points)
        case "step" | "step-after" | "step-before":
            return _steps(points, {"step": 0.5, "step-after": 1.0, "step-before": 0.0}[shape])
        case "linear":
            return [LineTo(x, y) for x, y in points[1:]]


def _steps(points: Sequence[Point2], where: float) -> list[PathOp]:
    found: list[PathOp] = []
    for (x, y), (x2, y2) in pairwise(points):
        turn = x + (x2 - x) * where
        found += (LineTo(turn, y), LineTo(turn, y2), LineTo(x2, y2))
    return found


def _steffen(points: Sequence[Point2]) -> list[float]:
    """The slope at each point."""
    widths = [x2 - x for (x, _), (x2, _) in pairwise(points)]
    slopes = [(y2 - y) / (x2 - x) if x2 != x else 0.0 for (x, y), (x2, y2) in pairwise(points)]
    inner = [_inner(*pair) for pair in zip(widths, widths[1:], slopes, slopes[1:], strict=False)]
    first = (3 * slopes[0] - inner[0]) / 2
    last = (3 * slopes[-1] - inner[-1]) / 2
    return [_end(first, slopes[0]), *inner, _end(last, slopes[-1])]


def _end(tangent: float, slope: float) -> float:
    """A tangent at an end that overshoots nowhere."""
    if tangent * slope <= 0:
        return 0.0
    return tangent if abs(tangent) <= 2 * abs(slope) else 2 * slope


def _inner(width: float, width2: float, slope: float, slope2: float) -> float:
    if slope * slope2 <= 0 or width + width2 == 0:
        return 0.0
    mean = (slope * width2 + slope2 * width) / (width + width2)
    return math.copysign(min(abs(slope), abs(slope2), abs(mean) / 2) * 2, slope)


def _hermite(points: Sequence[Point2], tangents: Sequence[float]) -> list[PathOp]:
    found: list[PathOp] = []
    for ((x, y), (x2, y2)), (t, t2) in zip(pairwise(points), pairwise(tangents), strict=True):
        third = (x2 - x) / 3
        found.append(CurveTo(x + third, y + third * t, x2 - third, y2 - third * t2, x2, y2))
    return found


def _natural(values: Sequence[float]) -> list[tuple[float, float]]:
    """The two control values of each piece along one axis: a tridiagonal system, solved from the front."""
    n = len(values) - 1
    a, b, r = [0.0] * n, [4.0] * n, [4 * values[i] + 2 * values[i + 1] for i in range(n)]
    a[1:] = [1.0] * (n - 1)
    b[0], r[0] = 2.0, values[0] + 2 * values[1]
    a[n - 1], b[n - 1], r[n - 1] = 2.0, 7.0, 8 * values[n - 1] + values[n]
    for i in range(1, n):
        share = a[i] / b[i - 1]
        b[i] -= share
        r[i] -= share * r[i - 1]
    first = [0.0] * n
    first[n - 1] = r[n - 1] / b[n - 1]
    for i in range(n - 2, -1, -1):
        first[i] = (r[i] - first[i + 1]) / b[i]
    second = [2 * values[i + 1] - first[i + 1] for i in range(n - 1)] + [(values[n] + first[n - 1]) / 2]
    return list(zip(first, second, strict=True))


def _joined(
    across: Sequence[tuple[float, float]], down: Sequence[tuple[float, float]], points: Sequence[Point2]
) -> list[PathOp]:
    return [CurveTo(x1, y1, x2, y2, x, y) for (x1, x2), (y1, y2), (x, y) in zip(across, down, points[1:], strict=True)]
