"""Outlines of shapes, in fractions of the box that they are drawn in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.curves import curve_through
from layoutkit.path import CLOSE, QUARTER_ARM, CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.curves import CurveShape, Point2
    from layoutkit.path import PathOp
    from layoutkit.scales import Frame, Value

__all__ = ["ellipse", "open_path", "rectangle", "sector"]


def open_path(points: Sequence[tuple[Value, Value]], frame: Frame, shape: CurveShape) -> Path:
    """Points joined by lines or curves, without the way back."""
    placed = frame.places(*zip(*points, strict=True))
    return Path((MoveTo(*placed[0]), *curve_through(placed, shape)))


def rectangle(left: float, top: float, right: float, bottom: float) -> Path:
    """A closed rectangle between two corners."""
    return Path((MoveTo(left, top), LineTo(right, top), LineTo(right, bottom), LineTo(left, bottom), CLOSE))


def ellipse(x: float, y: float, width: float, height: float) -> Path:
    """The ellipse that fills a rectangle: four cubic curves, off by 0.03 % of the radius at most."""
    a, b = width / 2, height / 2
    cx, cy, da, db = x + a, y + b, a * QUARTER_ARM, b * QUARTER_ARM
    return Path(
        (
            MoveTo(cx + a, cy),
            CurveTo(cx + a, cy + db, cx + da, cy + b, cx, cy + b),
            CurveTo(cx - da, cy + b, cx - a, cy + db, cx - a, cy),
            CurveTo(cx - a, cy - db, cx - da, cy - b, cx, cy - b),
            CurveTo(cx + da, cy - b, cx + a, cy - db, cx + a, cy),
            CLOSE,
        )
    )


def sector(start: float, end: float, hole: float) -> Path:
    """In a box of size 1, clockwise from the top."""
    outer = _arc(start, end, 0.5)
    ops: list[PathOp] = [MoveTo(*_at(start, 0.5)), *outer]
    if hole:
        ops += [LineTo(*_at(end, hole / 2)), *_arc(end, start, hole / 2)]
    elif end - start < math.tau - 1e-9:
        ops.append(LineTo(0.5, 0.5))
    return Path((*ops, CLOSE))


def _at(angle: float, radius: float) -> Point2:
    return 0.5 + radius * math.sin(angle), 0.5 - radius * math.cos(angle)


def _arc(start: float, end: float, radius: float) -> list[PathOp]:
    """Cubic curves of a quarter turn at most."""
    pieces = max(1, math.ceil(abs(end - start) / (math.pi / 2) - 1e-9))
    step = (end - start) / pieces
    arm = 4 / 3 * math.tan(step / 4) * radius
    ops: list[PathOp] = []
    for piece in range(pieces):
        a, b = start + piece * step, start + (piece + 1) * step
        (x0, y0), (x, y) = _at(a, radius), _at(b, radius)
        ops.append(
            CurveTo(x0 + arm * math.cos(a), y0 + arm * math.sin(a), x - arm * math.cos(b), y - arm * math.sin(b), x, y)
        )
    return ops
