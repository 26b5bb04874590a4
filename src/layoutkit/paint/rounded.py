"""Rounded rectangles as paths, with corners of their own each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.geometry import Edges, Rect
from layoutkit.path import CLOSE, QUARTER_ARM, CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from layoutkit.path import PathOp

__all__ = ["Corners", "inner_corners", "quarters", "round_corners", "rounded_path", "spread_radius"]

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
"""Across and down, in px: top left, top right, bottom right, bottom left."""


def round_corners(radii: tuple[float, float, float, float]) -> Corners:
    """Corners of these radii."""
    top_left, top_right, bottom_right, bottom_left = ((radius, radius) for radius in radii)
    return top_left, top_right, bottom_right, bottom_left


def inner_corners(corners: Corners, edges: Edges) -> Corners:
    """Those of the inner edge of a border (CSS Backgrounds 3, section 5.2): smaller by its widths, at least 0."""
    sides = ((edges.left, edges.top), (edges.right, edges.top), (edges.right, edges.bottom), (edges.left, edges.bottom))
    first, second, third, last = (
        (max(0.0, x - dx), max(0.0, y - dy)) for (x, y), (dx, dy) in zip(corners, sides, strict=True)
    )
    return first, second, third, last


def spread_radius(radius: float, spread: float) -> float:
    """The radius of a shadow so much larger than its box; square corners stay square (CSS Backgrounds 3, 6.1)."""
    if spread <= 0:
        return max(0.0, radius + spread)
    share = min(1.0, radius / spread)
    return radius + spread * (1 + (share - 1) ** 3)


def quarters(rect: Rect, reach: float, scale: float | None) -> tuple[Rect, Rect, Rect, Rect]:
    """The quarters of a rectangle and of what is so far around it: one for each corner, in the order of corners.

    Args:
        rect: the rectangle.
        reach: how far they go beyond it, in px.
        scale: device pixels for one px, on which they meet; None where there are none.
    """
    whole = rect.inset(Edges.all(-reach))
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    if scale is not None:
        x, y = round(x * scale) / scale, round(y * scale) / scale
    left, right, upper, lower = x - whole.x, whole.right - x, y - whole.y, whole.bottom - y
    return (
        Rect(whole.x, whole.y, left, upper),
        Rect(x, whole.y, right, upper),
        Rect(x, y, right, lower),
        Rect(whole.x, y, left, lower),
    )


def rounded_path(rect: Rect, corners: Corners) -> Path:
    """The outline, clockwise from the end of the top-left corner."""
    (tlx, tly), (trx, try_), (brx, bry), (blx, bly) = (pair if min(pair) > 0 else (0.0, 0.0) for pair in corners)
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    far = 1 - QUARTER_ARM
    ops: list[PathOp] = [MoveTo(x + tlx, y), LineTo(right - trx, y)]
    if trx:
        ops.append(CurveTo(right - trx * far, y, right, y + try_ * far, right, y + try_))
    ops.append(LineTo(right, bottom - bry))
    if brx:
        ops.append(CurveTo(right, bottom - bry * far, right - brx * far, bottom, right - brx, bottom))
    ops.append(LineTo(x + blx, bottom))
    if blx:
        ops.append(CurveTo(x + blx * far, bottom, x, bottom - bly * far, x, bottom - bly))
    ops.append(LineTo(x, y + tly))
    if tlx:
        ops.append(CurveTo(x, y + tly * far, x + tlx * far, y, x + tlx, y))
    return Path((*ops, CLOSE))
