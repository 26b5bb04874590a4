"""Borders whose sides or corners are not all alike.

A solid border is the ring between the outer and the inner edge, as CSS has it: where a side has no border, its
neighbours taper off along the corner. Sides of several colours meet on the line from the outer corner to the inner one.
Where sides differ, dashes go along the straight parts of them, and begin and end with a whole one.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from layoutkit.geometry import Edges, Point
from layoutkit.paint.dashes import along
from layoutkit.paint.display import DASHES, ClipPath, FillPath, StrokePath, Unclip
from layoutkit.paint.rounded import inner_corners, round_corners, rounded_path
from layoutkit.path import CLOSE, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.keywords import BorderStyle
    from layoutkit.paint.display import Operation
    from layoutkit.paint.rounded import Corners
    from layoutkit.style.styled import BorderSide, BorderSides

__all__ = ["paint_sides"]


def paint_sides(
    sides: BorderSides, style: BorderStyle, rect: Rect, radii: tuple[float, float, float, float]
) -> Iterator[Operation]:
    """The border of a box.

    Args:
        sides: its colours and widths; at least one is drawn.
        style: solid, or how it is dashed.
        rect: its outer edge.
        radii: of the corners of that.
    """
    first, *others = sides
    if style == "solid":
        yield from _ring(sides, rect, round_corners(radii))
    elif first is not None and all(other == first for other in others):
        yield _loop(first, style, rect, radii)
    else:
        yield from _dashed(sides, style, rect, radii)


def _ring(sides: BorderSides, rect: Rect, corners: Corners) -> Iterator[Operation]:
    edges = Edges(*(0.0 if side is None else side.width for side in sides))
    inner = rect.inset(edges)
    ring = Path((*rounded_path(rect, corners).ops, *rounded_path(inner, inner_corners(corners, edges)).ops))
    colors = [color for color, _ in Counter(side.color for side in sides if side is not None).most_common()]
    outlines = _outlines(rect, corners, edges)
    whole = None not in sides  # else viewers may show a hairline where both edges are the same
    if whole and (len(colors) == 1 or all(color.opaque for color in colors)):
        yield FillPath(ring, colors.pop(0), "evenodd")  # below the others, so that no seam shows between
    for color in colors:
        its = [line for side, line in zip(sides, outlines, strict=True) if side is not None and side.color == color]
        yield ClipPath(Path(tuple(op for line in its for op in line.ops)))
        yield FillPath(ring, color, "evenodd")
        yield Unclip()


def _outlines(rect: Rect, corners: Corners, edges: Edges) -> list[Path]:
    """Where each side is seen: from its outer corners as far inside as the ring goes."""
    outer = (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
    )
    ways = (
        (edges.left, edges.top),
        (-edges.right, edges.top),
        (-edges.right, -edges.bottom),
        (edges.left, -edges.bottom),
    )
    inner = [_meeting(corner, way, round_) for corner, way, round_ in zip(outer, ways, corners, strict=True)]
    found = []
    for start, end in ((0, 1), (1, 2), (2, 3), (3, 0)):
        points = outer[start], outer[end], inner[end], inner[start]
        first, *rest = points
        found.append(Path((MoveTo(first.x, first.y), *(LineTo(point.x, point.y) for point in rest), CLOSE)))
    return found


def _meeting(corner: Point, way: tuple[float, float], round_: tuple[float, float]) -> Point:
    """Where the line between two sides ends: beyond the rounded part of their corner, or at the inner corner."""
    (dx, dy), (across, down) = way, round_
    times = [size / abs(step) for size, step in ((across, dx), (down, dy)) if step]
    far = max(1.0, min(times, default=1.0))
    return corner.moved(far * dx, far * dy)


def _loop(side: BorderSide, style: BorderStyle, rect: Rect, radii: tuple[float, float, float, float]) -> StrokePath:
    """Dashes around a border with corners of its own each, a whole number of them."""
    edges = Edges.all(side.width / 2)
    line, corners = rect.inset(edges), inner_corners(round_corners(radii), edges)
    length = 2 * (line.width + line.height) - (2 - math.pi / 2) * sum(across for across, _ in corners)
    on, off = (side.width * share for share in DASHES[style])
    stretch = length / max(1, round(length / (on + off))) / (on + off)
    return StrokePath(rounded_path(line, corners), side.width, (on * stretch, off * stretch), side.color)


def _dashed(
    sides: BorderSides, style: BorderStyle, rect: Rect, radii: tuple[float, float, float, float]
) -> Iterator[StrokePath]:
    top_left, top_right, bottom_right, bottom_left = radii
    top, right, bottom, left = (0.0 if side is None else side.width / 2 for side in sides)
    lines = (
        (rect.x + top_left, rect.y + top, rect.right - top_right, rect.y + top),
        (rect.right - right, rect.y + top_right, rect.right - right, rect.bottom - bottom_right),
        (rect.right - bottom_right, rect.bottom - bottom, rect.x + bottom_left, rect.bottom - bottom),
        (rect.x + left, rect.bottom - bottom_left, rect.x + left, rect.y + top_left),
    )
    for side, (x1, y1, x2, y2) in zip(sides, lines, strict=True):
        if side is not None:
            dash = along(abs(x2 - x1) + abs(y2 - y1), *(side.width * share for share in DASHES[style]))
            yield StrokePath(Path((MoveTo(x1, y1), LineTo(x2, y2))), side.width, dash, side.color)
