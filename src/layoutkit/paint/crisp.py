"""Lines on device pixels, for raster targets: whole pixels wide, and straight ones with both edges between pixels.

Boxes are on device pixels already (see ``layout/snap.py``), so a border needs only its width. A connector of horizontal
and vertical segments has each of them moved across itself, by half a device pixel at most, and its heads with it; its
ends stay on the borders that they touch. Slanted and curved lines, icons and braces stay as they are.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from layoutkit.geometry import Edges, Point

if TYPE_CHECKING:
    from layoutkit.layout.connectors import Route
    from layoutkit.paint.display import GridLines, StrokeRect
    from layoutkit.style.styled import BorderSide

__all__ = ["crisp_border", "crisp_edges", "crisp_grid", "crisp_line", "crisp_route", "crisp_side"]

_STRAIGHT = 1e-6
"""px: segments that are vertical but for the last digits of a sum."""


def crisp_border(border: StrokeRect, scale: float) -> StrokeRect:
    """The border, whole device pixels wide; ``scale`` device px are a px."""
    return replace(border, width=_whole(border.width, scale) / scale)


def crisp_edges(edges: Edges, scale: float) -> Edges:
    """Widths of a border, whole device pixels each; where there is none, there is none."""
    widths = edges.top, edges.right, edges.bottom, edges.left
    return Edges(*(_whole(width, scale) / scale if width else 0.0 for width in widths))


def crisp_side(side: BorderSide, scale: float) -> BorderSide:
    """A side of a border, whole device pixels wide."""
    return replace(side, width=_whole(side.width, scale) / scale)


def crisp_grid(grid: GridLines, scale: float) -> GridLines:
    """The lines, whole device pixels wide and with both edges between pixels."""
    width = _whole(grid.width, scale)
    xs, ys = (tuple(_middle(place, width, scale) for place in places) for places in (grid.xs, grid.ys))
    return replace(grid, xs=xs, ys=ys, width=width / scale)


def crisp_line(middle: float, width: float, scale: float) -> tuple[float, float]:
    """The middle and the width of a level or an upright line: whole device pixels, both edges between pixels."""
    whole = _whole(width, scale)
    return _middle(middle, whole, scale), whole / scale


def crisp_route(route: Route, scale: float) -> Route:
    """The connector on device pixels, where all its segments are horizontal or vertical."""
    upright = [abs(p.x - q.x) < _STRAIGHT for p, q in pairwise(route.points)]
    level = [abs(p.y - q.y) < _STRAIGHT for p, q in pairwise(route.points)]
    if not all(one or other for one, other in zip(upright, level, strict=True)):
        return route
    width = _whole(route.connector.width, scale)
    points = list(route.points)
    for i, is_upright in enumerate(upright):
        for at in (i, i + 1):
            x, y = points[at].x, points[at].y
            points[at] = Point(_middle(x, width, scale), y) if is_upright else Point(x, _middle(y, width, scale))
    return replace(route, points=tuple(points), connector=replace(route.connector, width=width / scale))


def _whole(width: float, scale: float) -> int:
    """A width in device pixels, at least one."""
    return max(1, floor(width * scale + 0.5))


def _middle(position: float, width: int, scale: float) -> float:
    """The nearest middle of a line, so many device pixels wide, whose edges lie between pixels."""
    half = width / 2
    return (floor(position * scale - half + 0.5) + half) / scale
