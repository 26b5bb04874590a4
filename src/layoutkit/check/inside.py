"""Points on an outline, and whether a point lies inside one."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from layoutkit.path import ClosePath, CurveTo, MoveTo, RepeatedPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.path import Path

__all__ = ["in_path", "on_path"]

_PIECES = 8
"""Straight pieces that stand for a curve."""


def in_path(path: Path | RepeatedPath, rule: Literal["nonzero", "evenodd"], x: float, y: float) -> bool:
    """Whether a point is inside a filled path, by how often a ray to the right crosses it (SVG 2, 13.4.2).

    Args:
        path: the outline; each subpath is closed, as filling does it.
        rule: what counts as inside.
        x: of the point, in the path's own coordinates.
        y: likewise.
    """
    if isinstance(path, RepeatedPath):
        return any(in_path(path.outline, rule, x - left, y - top) for left, top in path.near(x, y))
    winding = crossings = 0
    for points in _kept_polygons(path):
        for (x0, y0), (x1, y1) in pairwise([*points, points[0]]):
            if (y0 <= y) != (y1 <= y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x:
                winding += 1 if y1 > y0 else -1
                crossings += 1
    return winding != 0 if rule == "nonzero" else crossings % 2 == 1


def on_path(path: Path | RepeatedPath) -> Iterator[tuple[float, float]]:
    """Points on an outline, curves included, from which its shape can be told."""
    for points in _polygons(path):
        yield from points


def _polygons(path: Path | RepeatedPath) -> list[list[tuple[float, float]]]:
    """The corners of each subpath."""
    found: list[list[tuple[float, float]]] = []
    for op in path.ops:
        match op:
            case MoveTo():
                found.append([(op.x, op.y)])
            case CurveTo():
                start = found[-1][-1]
                found[-1] += [_on_curve(start, op, i / _PIECES) for i in range(1, _PIECES + 1)]
            case ClosePath():
                found.append(found[-1][:1])  # what follows starts where the subpath did
            case _:
                found[-1].append((op.x, op.y))
    return found


_kept_polygons = lru_cache(maxsize=256)(_polygons)
"""For paths about which many points are asked."""


def _on_curve(start: tuple[float, float], curve: CurveTo, t: float) -> tuple[float, float]:
    """The point at ``t`` of a Bézier curve, by its Bernstein polynomials."""
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
        a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
    )
