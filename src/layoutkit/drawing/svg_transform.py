"""Transforms of SVG files: the attribute's list of functions and the property of CSS (CSS Transforms 1, 8)."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_values import IDENTITY, length, number, numbers, product

if TYPE_CHECKING:
    from layoutkit.drawing.outline import Matrix
    from layoutkit.geometry import Rect

__all__ = ["css_transform", "origin_of", "transform"]

_FUNCTION = re.compile(r"\s*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")
_ANGLE = re.compile(r"([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)(deg|grad|rad|turn)?", re.ASCII)
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 180 / math.pi, "turn": 360.0, "": 1.0}
_SIDES = {"left": 0.0, "center": 0.5, "right": 1.0}
_HEIGHTS = {"top": 0.0, "center": 0.5, "bottom": 1.0}


def transform(text: str) -> Matrix:
    """A ``transform`` attribute: numbers without units.

    Raises:
        SvgError: it is not understood.
    """
    matrix, at, text = IDENTITY, 0, text.strip()
    while at < len(text):
        match = _FUNCTION.match(text, at)
        arguments = numbers(match[2]) if match else None
        if match is None or arguments is None:
            raise _unknown(text)
        matrix = product(matrix, _single(match[1], arguments))
        at = match.end()
    return matrix


def css_transform(text: str, box: Rect, font_size: float) -> Matrix:
    """A ``transform`` of CSS: lengths and angles have units, percentages are shares of a box.

    Raises:
        SvgError: it is not understood.
    """
    matrix, at, text = IDENTITY, 0, text.strip()
    while at < len(text):
        match = _FUNCTION.match(text, at)
        if match is None:
            raise _unknown(text)
        parts = [part.strip() for part in match[2].split(",")]
        matrix = product(matrix, _css_single(match[1].lower(), parts, box, font_size, text))
        at = match.end()
    return matrix


def origin_of(text: str, box: Rect, font_size: float) -> tuple[float, float]:
    """The x and y of a ``transform-origin`` (CSS Transforms 1, 6), from the corner of the reference box.

    Raises:
        SvgError: it is not understood.
    """
    words = text.split()
    if len(words) == 3 and length(words[2]) == 0:  # noqa: PLR2004 - the third is a depth
        words = words[:2]
    if len(words) == 1:
        words = ["center", words[0]] if words[0] in ("top", "bottom") else [words[0], "center"]
    elif words and (words[0] in ("top", "bottom") or words[-1] in ("left", "right")):
        words.reverse()
    if len(words) != 2:  # noqa: PLR2004 - across and down
        raise SvgError(f"it has the transform-origin {text!r:.60}, which is not understood")
    found = []
    for word, known, whole in ((words[0], _SIDES, box.width), (words[1], _HEIGHTS, box.height)):
        value = known[word] * whole if word in known else length(word, whole, font_size)
        if value is None:
            raise SvgError(f"it has the transform-origin {text!r:.60}, which is not understood")
        found.append(value)
    return found[0], found[1]


def _unknown(text: str) -> SvgError:
    return SvgError(f"it has the transform {text!r:.60}, which is not understood")


def _css_single(name: str, parts: list[str], box: Rect, font_size: float, text: str) -> Matrix:
    """One function."""
    found = _css_arguments(name, parts, box, font_size)
    match name, found:
        case _, None:
            raise _unknown(text)
        case "translatex", [x]:
            return 1.0, 0.0, 0.0, 1.0, x, 0.0
        case "translatey", [y]:
            return 1.0, 0.0, 0.0, 1.0, 0.0, y
        case "scalex", [x]:
            return x, 0.0, 0.0, 1.0, 0.0, 0.0
        case "scaley", [y]:
            return 1.0, 0.0, 0.0, y, 0.0, 0.0
        case "skew", [x, *rest] if len(rest) <= 1:
            y = rest[0] if rest else 0.0
            return 1.0, math.tan(math.radians(y)), math.tan(math.radians(x)), 1.0, 0.0, 0.0
        case "rotate", [_, _, *_]:
            raise _unknown(text)
        case _, _:
            return _single({"skewx": "skewX", "skewy": "skewY"}.get(name, name), found)


def _css_arguments(name: str, parts: list[str], box: Rect, font_size: float) -> list[float] | None:
    """The arguments of a function in px and degrees; None where they are none."""
    values: list[float | None]
    match name:
        case "translate" | "translatex" | "translatey":
            wholes = (box.height,) if name == "translatey" else (box.width, box.height)
            if any(part and part[-1].isdigit() and number(part) != 0 for part in parts):
                return None  # CSS needs a unit here
            values = [length(part, whole, font_size) for part, whole in zip(parts, wholes, strict=False)]
        case "rotate" | "skewx" | "skewy" | "skew":
            values = [_angle(part) for part in parts]
        case _:
            values = [number(part) for part in parts]
    found = [value for value in values if value is not None]
    return found if len(found) == len(parts) else None


def _angle(text: str) -> float | None:
    """In degrees; only 0 needs no unit."""
    match = _ANGLE.fullmatch(text)
    if match is None or (match[2] is None and float(match[1]) != 0):
        return None
    return float(match[1]) * _DEGREES[match[2] or ""]


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
    raise SvgError(f"it has the transform {name} with {len(arguments)} numbers, which is not understood")
