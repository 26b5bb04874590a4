"""A glyph's outline as HarfBuzz draws it.

HarfBuzz drops an exception that is raised while it calls back, and draws on. A signal's handler raises wherever Python
looks for signals: between instructions of Python code, and in some functions written in C, such as ``repr``. So the pen
is built of functions that do neither. They only note what is drawn; the notes are read afterwards, where an exception
reaches the caller and no outline is returned.
"""

from __future__ import annotations

from functools import partial
from operator import iconcat
from typing import TYPE_CHECKING, Any

from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, quadratic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.path import PathOp

__all__ = ["glyph_outline"]

_MOVE, _LINE, _QUADRATIC, _CUBIC, _CLOSE = ("move",), ("line",), ("quadratic",), ("cubic",), "close"
_POINTS = {"move": 1, "line": 1, "quadratic": 2, "cubic": 3, "close": 0}


class _Notes(list[Any]):
    """A list that ``max`` compares without walking through it, in C."""

    __gt__ = bool


class _NotingPen:
    """Notes each call: the command, then the coordinates in font units, y up.

    ``max`` is the loop over a call's points: for each argument it calls its key, which extends the notes and returns
    them. It then compares them with themselves, which for a plain list takes as long as the list is.
    """

    def __init__(self) -> None:
        self.notes = _Notes()
        extend = partial(iconcat, self.notes)
        self.moveTo = partial(max, _MOVE, key=extend)
        self.lineTo = partial(max, _LINE, key=extend)
        self.qCurveTo = partial(max, _QUADRATIC, key=extend)
        self.curveTo = partial(max, _CUBIC, key=extend)
        self.closePath = self.endPath = partial(self.notes.append, _CLOSE)


def glyph_outline(font: Any, glyph_id: int, scale: float) -> tuple[PathOp, ...]:  # noqa: ANN401 - hb.Font has no types
    """The outline of a glyph, y down, from the glyph's origin on the baseline; empty for a glyph without ink.

    Args:
        font: the HarfBuzz font.
        glyph_id: the glyph.
        scale: what a font unit is in the result's unit.
    """
    pen = _NotingPen()
    font.draw_glyph_with_pen(glyph_id, pen)
    return tuple(_operations(pen.notes, scale))


def _operations(notes: list[Any], scale: float) -> Iterator[PathOp]:
    rest = iter(notes)
    current = (0.0, 0.0)
    for command in rest:
        points = [(next(rest) * scale, 0.0 - next(rest) * scale) for _ in range(_POINTS[command])]
        match command, points:
            case "move", [to]:
                yield MoveTo(*to)
            case "line", [to]:
                yield LineTo(*to)
            case "quadratic", [control, to]:
                yield quadratic(current, control, to)
            case "cubic", [first, second, to]:
                yield CurveTo(*first, *second, *to)
            case _:
                yield CLOSE
        current = points[-1] if points else current
