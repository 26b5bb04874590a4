"""Colours of SVG files: the sRGB part of CSS Color 4."""

from __future__ import annotations

import colorsys
import re
from functools import lru_cache

from layoutkit.color import Color, parse_hex

__all__ = ["parse_color"]

_FUNCTION = re.compile(r"(rgba?|hsla?)\(([^()]*)\)", re.IGNORECASE)
_ARGUMENT = re.compile(r"([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(%|deg|grad|rad|turn)?", re.IGNORECASE | re.ASCII)
_BETWEEN = re.compile(r"\s*[,/]\s*|\s+")
_TURNS = {"": 360.0, "deg": 360.0, "grad": 400.0, "rad": 6.283185307179586, "turn": 1.0}
_CHANNELS = 3


@lru_cache(maxsize=1024)
def parse_color(text: str) -> Color | None:
    """A colour by name, ``#rgb``, ``#rgba``, ``#rrggbb``, ``#rrggbbaa``, ``rgb(…)`` or ``hsl(…)``; None for others.

    Example:
        >>> parse_color("hsl(120 100% 25% / 50%)").hex
        '#00800080'
    """
    text = text.strip()
    if text.startswith("#"):
        return parse_hex(text)
    if text.lower() == "transparent":
        return Color(0.0, 0.0, 0.0, 0.0)
    match = _FUNCTION.fullmatch(text)
    if match is None:
        return _named(text.lower())
    found = _numbers(match[2])
    if found is None:
        return None
    *channels, alpha = found
    opacity = _clamped(alpha[0] / (100 if alpha[1] else 1))
    return _rgb(channels, opacity) if match[1].lower().startswith("rgb") else _hsl(channels, opacity)


def _numbers(text: str) -> list[tuple[float, str]] | None:
    """The channels and the alpha, with their units; None where they are something else."""
    arguments = [_ARGUMENT.fullmatch(part) for part in _BETWEEN.split(text.strip())]
    found = [(float(one[1]), (one[2] or "").lower()) for one in arguments if one is not None]
    if len(found) != len(arguments) or len(found) not in (_CHANNELS, _CHANNELS + 1):
        return None
    found = found if len(found) > _CHANNELS else [*found, (1.0, "")]
    unit = found[-1][1]
    if unit not in ("", "%") or (unit and "," in text):  # viewers do not read the latter alike
        return None
    return found


def _rgb(channels: list[tuple[float, str]], alpha: float) -> Color | None:
    if {unit for _, unit in channels} not in ({""}, {"%"}):
        return None
    red, green, blue = (_clamped(value / (100 if unit else 255)) for value, unit in channels)
    return Color(red, green, blue, alpha)


def _hsl(channels: list[tuple[float, str]], alpha: float) -> Color | None:
    (hue, unit), (saturation, one), (lightness, two) = channels
    if unit == "%" or (one, two) != ("%", "%"):
        return None
    turns = hue / _TURNS[unit] % 1.0
    red, green, blue = colorsys.hls_to_rgb(turns, _clamped(lightness / 100), _clamped(saturation / 100))
    return Color(red, green, blue, alpha)


def _clamped(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _named(name: str) -> Color | None:
    from PIL import ImageColor  # noqa: PLC0415 - only files with named colours need it

    if name not in ImageColor.colormap:
        return None
    red, green, blue = ImageColor.getrgb(name)[:3]  # its table has texts, and tuples once a name was looked up
    return Color(red / 255, green / 255, blue / 255)
