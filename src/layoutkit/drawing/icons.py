"""Icons by name: those of lucide.txt, drawn with strokes on a grid of 24 units.

The file has a line for each of two thousand icons, in the order of their names. An icon is found by bisection, so it
costs a few reads of its neighbourhood, however many there are, and nothing is kept but what was asked for.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from layoutkit.drawing.outline import outline
from layoutkit.drawing.shapes import CURRENT, VectorImage, VectorShape

__all__ = ["FILLED", "icon", "icon_data", "icon_names"]

_DATA = Path(__file__).with_name("lucide.txt")
_GRID, _WIDTH = 24.0, 2.0
"""The side of the canvas, and the width of a stroke on it."""
FILLED = "*"
"""What an outline begins with that is filled as well."""
_COMMENT, _FORMER = "#", "="
"""What a line without an icon begins with, and what stands before the name that an icon of an earlier name has now."""


@cache
def icon(name: str) -> VectorImage:
    """A bundled icon, by its name or an earlier one; its strokes have the current colour.

    Raises:
        KeyError: there is none of this name.
    """
    return VectorImage(tuple(map(_shape, icon_data(name))), _GRID, _GRID)


def _shape(data: str) -> VectorShape:
    fill = CURRENT if data.startswith(FILLED) else None
    path = outline(data.removeprefix(FILLED))
    return VectorShape(path, fill, CURRENT, width=_WIDTH, cap="round", join="round")


def icon_names() -> tuple[str, ...]:
    """The names of the bundled icons, in alphabetical order, earlier names included."""
    lines = (line.partition("\t") for line in _DATA.read_text(encoding="utf-8").splitlines())
    return tuple(name for name, *_ in lines if not name.startswith(_COMMENT))


def icon_data(name: str) -> list[str]:
    """The outlines of a bundled icon, by its name or an earlier one, as path data of SVG.

    Raises:
        KeyError: there is none of this name.
    """
    outlines = _behind(name)
    return _behind(outlines[0].removeprefix(_FORMER)) if outlines[0].startswith(_FORMER) else outlines


def _behind(name: str) -> list[str]:
    """What a line has behind its name.

    Raises:
        KeyError: there is no such line.
    """
    key = f"{name}\t".encode(errors="replace")
    with _DATA.open("rb") as file:
        low, high = 0, file.seek(0, os.SEEK_END)
        while low < high:  # the line that begins behind ``low``, or at it, is not after the one looked for
            middle = (low + high) // 2
            file.seek(middle)
            file.readline()
            line = file.readline()
            if line and line < key:
                low = middle + 1
            else:
                high = middle
        file.seek(low)
        file.readline()
        line = file.readline()
    if not line.startswith(key):
        raise KeyError(name)
    return line.removeprefix(key).decode().rstrip("\n").split("\t")
