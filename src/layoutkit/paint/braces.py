"""Braces and brackets as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.geometry import Side
from layoutkit.paint.display import StrokePath
from layoutkit.path import CurveTo, LineTo, MoveTo, Path

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.geometry import Rect
    from layoutkit.path import PathOp
    from layoutkit.style.content import BraceContent

__all__ = ["paint_brace"]

_BEND = 0.55
"""Where the control points of a quarter turn lie, as a share of the way to its corner: that of a circle."""
_SLENDER = 0.9
"""Reach of a turn of a brace along its run, as a share of its depth."""
_ROUND = 0.35
"""Radius of a bracket's corners, as a share of its depth."""


def paint_brace(brace: BraceContent, rect: Rect) -> StrokePath:
    """The line along the side of its box that faces the run.

    Args:
        brace: how it looks.
        rect: its box, in px from the figure's top-left.
    """
    horizontal = not brace.side.horizontal
    room = rect.width if horizontal else rect.height
    length = room if brace.length is None else min(brace.length, room)
    inset = brace.width / 2
    ops = (_brace if brace.shape == "brace" else _bracket)(length - brace.width, brace.size - brace.width)
    start = (room - length) / 2 + inset

    def at(u: float, v: float) -> tuple[float, float]:
        """``u`` runs along the run, ``v`` away from it."""
        u, v = u + start, v + inset
        match brace.side:
            case Side.TOP:
                return rect.x + u, rect.bottom - v
            case Side.BOTTOM:
                return rect.x + u, rect.y + v
            case Side.LEFT:
                return rect.right - v, rect.y + u
            case Side.RIGHT:
                return rect.x + v, rect.y + u

    return StrokePath(Path(tuple(_turned(op, at) for op in ops)), brace.width, (), brace.color, cap="round")


def _brace(length: float, depth: float) -> list[PathOp]:
    """Four quarter turns: up from the first end, up to the tip, and the same mirrored."""
    middle, tip, reach = depth / 2, length / 2, min(_SLENDER * depth, length / 4)
    near, half = reach * (1 - _BEND), middle * _BEND
    return [
        MoveTo(0, 0),
        CurveTo(0, half, near, middle, reach, middle),
        LineTo(tip - reach, middle),
        CurveTo(tip - near, middle, tip, depth - half, tip, depth),
        CurveTo(tip, depth - half, tip + near, middle, tip + reach, middle),
        LineTo(length - reach, middle),
        CurveTo(length - near, middle, length, half, length, 0),
    ]


def _bracket(length: float, depth: float) -> list[PathOp]:
    depth /= 2  # it has no tip: its back is where the back of a brace is
    r = min(_ROUND * depth, length / 2)
    near = r * (1 - _BEND)
    return [
        MoveTo(0, 0),
        LineTo(0, depth - r),
        CurveTo(0, depth - near, near, depth, r, depth),
        LineTo(length - r, depth),
        CurveTo(length - near, depth, length, depth - near, length, depth - r),
        LineTo(length, 0),
    ]


def _turned(op: PathOp, at: Callable[[float, float], tuple[float, float]]) -> PathOp:
    match op:
        case MoveTo(x, y):
            return MoveTo(*at(x, y))
        case LineTo(x, y):
            return LineTo(*at(x, y))
        case CurveTo(x1, y1, x2, y2, x, y):
            return CurveTo(*at(x1, y1), *at(x2, y2), *at(x, y))
        case _:
            return op
