"""SVG path data -> Path."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path, quadratic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.path import PathOp

__all__ = ["Matrix", "outline", "path_tokens", "transformed", "valid_part", "without_short_handles"]

Place = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""SVG's ``matrix(a b c d e f)``: a point becomes (a·x + c·y + e, b·x + d·y + f)."""
_COMMAND = re.compile(r"[\s,]*([MmZzLlHhVvCcSsQqTtAa])")
_NUMBER = re.compile(r"[\s,]*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)", re.ASCII)
_FLAG = re.compile(r"[\s,]*([01])")
_REST = re.compile(r"[\s,]*$")
_ARC_FLAGS, _ARC_NUMBERS = (3, 4), 7
"""Which of the numbers of an arc are flags, of one digit each, and how many numbers it has."""
_SHORT = 1e-3
"""Of the chord of a curve: shorter handles are taken in."""
_NUMBERS_OF = {
    name: count
    for names, count in (("MmLlTt", 2), ("HhVv", 1), ("Cc", 6), ("SsQq", 4), ("Aa", 7), ("Zz", 0))
    for name in names
}
"""How many numbers each command takes."""
_GREATEST = 1e30
"""What is beyond cannot be calculated with: products of two are still finite."""


def outline(
    data: str, matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), farthest: float = math.inf, *, checks: bool = True
) -> Path:
    """The path of an SVG ``d`` attribute (SVG 2, 9.3).

    Args:
        data: the attribute.
        matrix: maps its points.
        farthest: how far from the origin a mapped point may be, along either axis.
        checks: whether the data may have errors; not so where they come from ``valid_part``.

    Raises:
        ValueError: the data cannot be read, or leads too far away.
    """
    pen = _Pen(matrix, farthest)
    try:
        parse_path(" ".join(path_tokens(data)) if checks else data, pen)
    except _TooFarError:
        raise ValueError(f"path data {data!r:.60} leads further than {farthest:g} px from the canvas") from None
    except (ValueError, IndexError, TypeError, AssertionError, ArithmeticError) as cause:
        raise ValueError(f"path data {data!r:.60} cannot be read") from cause
    return Path(tuple(pen.ops))


def transformed(path: Path, matrix: Matrix, farthest: float = math.inf) -> Path:
    """A path under a transform.

    Args:
        path: in the coordinates that the transform starts from.
        matrix: the transform.
        farthest: how far from the origin a point may come to lie, along either axis.

    Raises:
        ValueError: one lies further away.
    """
    a, b, c, d, e, f = matrix

    def at(x: float, y: float) -> Place:
        x, y = a * x + c * y + e, b * x + d * y + f
        if not (abs(x) <= farthest and abs(y) <= farthest):
            raise ValueError(f"path leads further than {farthest:g} px from the canvas")
        return x, y

    ops: list[PathOp] = []
    for op in path.ops:
        match op:
            case MoveTo(x, y):
                ops.append(MoveTo(*at(x, y)))
            case LineTo(x, y):
                ops.append(LineTo(*at(x, y)))
            case CurveTo(x1, y1, x2, y2, x, y):
                ops.append(CurveTo(*at(x1, y1), *at(x2, y2), *at(x, y)))
            case _:
                ops.append(op)
    return Path(tuple(ops))


def without_short_handles(path: Path) -> Path:
    """The path with handles of no visible length taken in.

    Curves that turn within a thousandth of their length would be stroked as if they began in another direction.
    """
    ops: list[PathOp] = []
    x0, y0 = 0.0, 0.0
    for op in path.ops:
        if isinstance(op, CurveTo):
            chord = _SHORT * math.hypot(op.x - x0, op.y - y0)
            first, last = (op.x1, op.y1), (op.x2, op.y2)
            if 0 < math.hypot(op.x1 - x0, op.y1 - y0) < chord:
                first = x0, y0
            if 0 < math.hypot(op.x - op.x2, op.y - op.y2) < chord:
                last = op.x, op.y
            if (first, last) != ((op.x1, op.y1), (op.x2, op.y2)):
                op = CurveTo(*first, *last, op.x, op.y)  # noqa: PLW2901 - the same curve
        ops.append(op)
        if not isinstance(op, ClosePath):
            x0, y0 = op.x, op.y
    return Path(tuple(ops))


class _SyntaxError(ValueError):
    """There is something that path data cannot have."""


class _TooFarError(ValueError):
    """A point lies too far away to be drawn."""


def valid_part(data: str) -> str:
    """Path data up to the first error, which all viewers draw (SVG 2, 9.5.4).

    Raises:
        ValueError: a number is too large.
    """
    kept: list[str] = []
    waiting: list[str] = []
    command = ""
    try:
        for word in path_tokens(data):
            if word in _NUMBERS_OF:
                if waiting or not (command or word in "Mm"):
                    break
                command, waiting = word, [word]
            elif not _NUMBERS_OF.get(command):
                break
            else:
                waiting.append(word)
            if len(waiting) - (waiting[0] == command) == _NUMBERS_OF[command]:
                kept += waiting
                waiting = []
    except _SyntaxError:
        pass  # what was read before is drawn
    except ValueError as cause:
        raise ValueError(f"path data {data!r:.60} cannot be read: {cause}") from None
    return " ".join(kept)


def path_tokens(data: str) -> Iterator[str]:
    """Commands and numbers, in a form that leaves fontTools nothing to guess.

    Raises:
        ValueError: there is something else, or a number is too large.
    """
    command, count, at = "", 0, 0
    while not _REST.match(data, at):
        arc_flag = command in ("A", "a") and count % _ARC_NUMBERS in _ARC_FLAGS
        match = _COMMAND.match(data, at)
        if match:
            command, count = match[1], 0
            yield command
        else:
            match = (_FLAG if arc_flag else _NUMBER).match(data, at)
            if match is None:
                raise _SyntaxError(f"unexpected {data[at : at + 10]!r}")
            value = float(match[1])
            if abs(value) > _GREATEST:
                raise ValueError(f"the number {match[1]:.20} is too large")
            count += 1
            yield match[1] if arc_flag else repr(value)
        at = match.end()


class _Pen(BasePen):  # type: ignore[misc] # fontTools has no types
    def __init__(self, matrix: Matrix, farthest: float) -> None:
        super().__init__(None)
        self.matrix = matrix
        self.farthest = farthest
        self.ops: list[PathOp] = []

    def at(self, place: Place) -> Place:
        a, b, c, d, e, f = self.matrix
        x, y = place
        x, y = a * x + c * y + e, b * x + d * y + f
        if not (abs(x) <= self.farthest and abs(y) <= self.farthest):
            raise _TooFarError
        return x, y

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
