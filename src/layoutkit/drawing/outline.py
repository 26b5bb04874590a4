"""SVG path data -> Path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, Path, quadratic

if TYPE_CHECKING:
    from layoutkit.path import PathOp

__all__ = ["outline"]

Place = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


def outline(data: str, matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)) -> Path:
    """The path of an SVG ``d`` attribute (SVG 2, 9.3), its points mapped as SVG's ``matrix(a b c d e f)`` does.

    Raises:
        ValueError: the data cannot be read.
    """
    pen = _Pen(matrix)
    try:
        parse_path(data, pen)
    except (ValueError, IndexError, TypeError, AssertionError, ArithmeticError) as cause:
        raise ValueError(f"path data {data!r:.60} cannot be read") from cause
    return Path(tuple(pen.ops))


class _Pen(BasePen):  # type: ignore[misc] # fontTools has no types
    def __init__(self, matrix: Matrix) -> None:
        super().__init__(None)
        self.matrix = matrix
        self.ops: list[PathOp] = []

    def at(self, place: Place) -> Place:
        a, b, c, d, e, f = self.matrix
        x, y = place
        return a * x + c * y + e, b * x + d * y + f

    def _moveTo(self, pt: Place) -> None:  # noqa: N802 - fontTools calls it so
        self.ops.append(MoveTo(*self.at(pt)))

    def _lineTo(self, pt: Place) -> None:  # noqa: N802 - fontTools calls it so
        self.ops.append(LineTo(*self.at(pt)))

    def _curveToOne(self, pt1: Place, pt2: Place, pt3: Place) -> None:  # noqa: N802 - fontTools calls it so
        self.ops.append(CurveTo(*self.at(pt1), *self.at(pt2), *self.at(pt3)))

    def _qCurveToOne(self, pt1: Place, pt2: Place) -> None:  # noqa: N802 - fontTools calls it so
        self.ops.append(quadratic(self.at(self._getCurrentPoint()), self.at(pt1), self.at(pt2)))

    def _closePath(self) -> None:  # noqa: N802 - fontTools calls it so
        self.ops.append(CLOSE)
