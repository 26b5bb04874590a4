"""Attribute values of SVG files: numbers, lengths, transforms, and how a view box fits its viewport."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.drawing.outline import Matrix
    from layoutkit.geometry import Rect, Size

__all__ = [
    "IDENTITY",
    "SvgError",
    "fitting",
    "is_too_large",
    "length",
    "number",
    "numbers",
    "product",
    "scale_of",
    "share",
    "transform",
]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_GREATEST = 1e30
"""What is beyond cannot be calculated with: products of two are still finite."""
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)
_BETWEEN = re.compile(r"\s*(?:,\s*)?", re.ASCII)
"""What stands between two numbers, if anything does."""
_LENGTH = re.compile(rf"({_NUMBER.pattern})(px|%)?", re.IGNORECASE | re.ASCII)
_TRANSFORM = re.compile(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)[\s,]*")
_FIT = re.compile(r"x(Min|Mid|Max)Y(Min|Mid|Max)(?:\s+(meet|slice))?")
_ALIGNED = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}
_EVEN = 1e-3
"""How much the two scales of a transform may differ, as a share, and still be one."""


class SvgError(ValueError):
    """What of a file is not understood; ``str()`` of it is a clause for a message."""


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


def length(text: str, whole: float | None = None) -> float | None:
    """A length in px, or in percent of the ``whole``; None where it is neither."""
    match = _LENGTH.fullmatch(text.strip())
    value = number(match[1]) if match else None
    if match is None or value is None or match[2] != "%":
        return value
    return None if whole is None else value / 100 * whole


def is_too_large(text: str) -> bool:
    """Whether the text is a length, but none that can be calculated with."""
    match = _LENGTH.fullmatch(text.strip())
    return match is not None and number(match[1]) is None


def share(text: str) -> float:
    """An opacity, as a number or in percent, and no more than 0 to 1 (CSS Color 4, 3.2).

    Raises:
        SvgError: it is neither.
    """
    value = length(text, 1.0) if not text.lower().endswith("px") else None
    if value is None:
        raise SvgError(f"it has the opacity {text!r:.60}, which is not a number")
    return min(max(value, 0.0), 1.0)


def transform(text: str) -> Matrix:
    """A transform list (CSS Transforms 1, 8).

    Raises:
        SvgError: it is not understood.
    """
    matrix, at, text = IDENTITY, 0, text.strip()
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        arguments = numbers(match[2]) if match else None
        if match is None or arguments is None:
            raise SvgError(f"it has the transform {text!r:.60}, which is not understood")
        matrix = product(matrix, _single(match[1], arguments))
        at = match.end()
    return matrix


def _single(name: str, arguments: list[float]) -> Matrix:
    match name, arguments:
        case "matrix", [a, b, c, d, e, f]:
            return a, b, c, d, e, f
        case "translate", [x, *rest] if len(rest) <= 1:
            return 1, 0, 0, 1, x, rest[0] if rest else 0
        case "scale", [x, *rest] if len(rest) <= 1:
            return x, 0, 0, rest[0] if rest else x, 0, 0
        case "rotate", [angle, *around] if len(around) in (0, len("xy")):
            cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            x, y = around or (0.0, 0.0)
            return cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y
        case "skewX", [angle]:
            return 1, 0, math.tan(math.radians(angle)), 1, 0, 0
        case "skewY", [angle]:
            return 1, math.tan(math.radians(angle)), 0, 1, 0, 0
    raise SvgError(f"it has the transform {name} with {len(arguments)} numbers")


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


def scale_of(matrix: Matrix) -> float:
    """How much longer a transform makes every line.

    Raises:
        SvgError: some lines more than others.
    """
    a, b, c, d, _, _ = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if abs(across - down) > _EVEN * across or abs(a * c + b * d) > _EVEN * across * down:
        raise SvgError("it has a stroke under a transform that does not scale all directions alike")
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
    match = _FIT.fullmatch(preserve.strip())
    left, top, way = match.groups() if match else ("Mid", "Mid", None)
    scale = max(across, down) if way == "slice" else min(across, down)
    x = _ALIGNED[left] * (viewport.width - scale * view.width)
    y = _ALIGNED[top] * (viewport.height - scale * view.height)
    return product((scale, 0, 0, scale, x, y), (1, 0, 0, 1, -view.x, -view.y))
