"""Attribute values of SVG files: numbers, lengths, matrices, and how a view box fits its viewport."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from layoutkit.drawing.svg_error import SvgError
from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from layoutkit.drawing.outline import Matrix
    from layoutkit.geometry import Size

__all__ = [
    "IDENTITY",
    "fitting",
    "inverse",
    "is_too_large",
    "length",
    "mapped",
    "number",
    "numbers",
    "product",
    "scale_of",
    "share",
    "view_box",
]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_GREATEST = 1e30
"""What is beyond cannot be calculated with: products of two are still finite."""
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:,\s*)?", re.ASCII)
"""What stands between two numbers, if anything does."""
_LENGTH = re.compile(rf"({_NUMBER.pattern})(px|%|em|ex|pt|pc|mm|cm|in)?", re.IGNORECASE | re.ASCII)
_PX = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""How many px the units of CSS have that depend on nothing."""
_FIT = re.compile(r"x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?")
_ALIGNED = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_LEAST_AREA = 1e-12
"""Of what a transform makes of a square, as a share of its sides; below, it is a line."""
_EVEN = 1e-3
"""How much the two scales of a transform may differ, as a share, and still be one."""


def number(text: str) -> float | None:
    """A number that can be calculated with; None where the text is none."""
    if not _NUMBER.fullmatch(text.strip()):
        return None
    value = float(text)
    return value if abs(value) <= _GREATEST else None


def numbers(text: str) -> list[float] | None:
    """Numbers with white space, a comma or nothing between them; None where the text is something else."""
    text, at, found = text.strip(), 0, list[float]()
    while at < len(text):
        match = _NUMBER.match(text, at)
        value = number(match[0]) if match else None
        if match is None or value is None:
            return None
        found.append(value)
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
    return None if text.endswith(",") else found


def length(text: str, whole: float | None = None, font_size: float | None = None) -> float | None:
    """A length in px; None where it is none, or relative to what is not given.

    Args:
        text: a number, with a unit of CSS or without.
        whole: what percentages are shares of, in px.
        font_size: what ``em`` stands for, in px.
    """
    match = _LENGTH.fullmatch(text.strip())
    value = number(match[1]) if match else None
    if match is None or value is None:
        return None
    unit = (match[2] or "").lower()
    if unit == "%":
        return None if whole is None else value / 100 * whole
    if unit in ("em", "ex"):
        return None if font_size is None else value * font_size * (1.0 if unit == "em" else 0.5)
    return value * _PX[unit]


def is_too_large(text: str) -> bool:
    """Whether the text is a length, but none that can be calculated with."""
    match = _LENGTH.fullmatch(text.strip())
    return match is not None and number(match[1]) is None


def share(text: str) -> float:
    """An opacity, as a number or in percent, and no more than 0 to 1 (CSS Color 4, 3.2).

    Raises:
        SvgError: it is neither.
    """
    value = length(text, 1.0)
    if value is not None and text[-1:].isalpha():
        return 1.0  # as in browsers, a length counts for nothing
    if value is None:
        raise SvgError(f"it has the opacity {text!r:.60}, which is not a number")
    return min(max(value, 0.0), 1.0)


def product(one: Matrix, other: Matrix) -> Matrix:
    """First the other, then the one.

    Raises:
        SvgError: the numbers become too large to calculate with.
    """
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    matrix = a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f
    if not all(abs(value) <= _GREATEST for value in matrix):
        raise SvgError("it has transforms that lead beyond all numbers")
    return matrix


def view_box(text: str) -> Rect | None:
    """A view box, which may have no area; None where there is none. A damaged one counts for nothing (SVG 2, 8.6)."""
    box = numbers(text)
    if box is None or len(box) != len("xywh") or box[2] < 0 or box[3] < 0:
        return None
    return Rect(*box)


def inverse(matrix: Matrix) -> Matrix | None:
    """The transform back; None where there is none."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if not abs(area) > _LEAST_AREA * (abs(a * d) + abs(b * c)):
        return None
    a, b, c, d = d / area, -b / area, -c / area, a / area
    back = a, b, c, d, -(a * e + c * f), -(b * e + d * f)
    return back if all(abs(value) <= _GREATEST for value in back) else None


def mapped(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def scale_of(matrix: Matrix) -> float | None:
    """How much longer a transform makes every line; None where it makes some longer than others."""
    a, b, c, d, _, _ = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if abs(across - down) > _EVEN * across or abs(a * c + b * d) > _EVEN * across * down:
        return None
    return across


def fitting(view: Rect, viewport: Size, preserve: str) -> Matrix:
    """The transform that puts a view box into a viewport whose top-left corner is the origin (SVG 2, 8.2).

    Args:
        view: the view box, which has a width and a height.
        viewport: the size of what it goes into.
        preserve: ``preserveAspectRatio``; what is not understood counts for nothing, as in browsers.
    """
    across, down = viewport.width / view.width, viewport.height / view.height
    if preserve.strip() == "none":
        return product((across, 0, 0, down, 0, 0), (1, 0, 0, 1, -view.x, -view.y))
    match = _FIT.fullmatch(preserve.strip().removeprefix("defer").strip())
    left, top, way = match.groups() if match else ("Mid", "Mid", None)
    scale = max(across, down) if way == "slice" else min(across, down)
    x = _ALIGNED[left] * (viewport.width - scale * view.width)
    y = _ALIGNED[top] * (viewport.height - scale * view.height)
    return product((scale, 0, 0, scale, x, y), (1, 0, 0, 1, -view.x, -view.y))
