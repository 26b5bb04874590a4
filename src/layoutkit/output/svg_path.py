"""Paths as the attribute ``d`` has them (SVG 2, 9.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.svg_xml import number
from layoutkit.path import ClosePath, CurveTo, LineTo, MoveTo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.path import PathOp

__all__ = ["path_data"]


def path_data(ops: Iterable[PathOp], digits: int = 2) -> str:
    """The steps of a path with at most so many decimals."""
    return "".join(_step(op, digits) for op in ops)


def _step(op: PathOp, digits: int) -> str:
    match op:
        case MoveTo(x, y):
            letter, numbers = "M", (x, y)
        case LineTo(x, y):
            letter, numbers = "L", (x, y)
        case CurveTo(x1, y1, x2, y2, x, y):
            return "C" + " ".join(number(value, digits) for value in (x1, y1, x2, y2, x, y))
        case ClosePath():
            return "Z"
    return letter + " ".join(number(value, digits) for value in numbers)
