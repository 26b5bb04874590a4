"""Colours in sRGB, and how well one can be read on another.

Sources: IEC 61966-2-1 (sRGB transfer function), WCAG 2.2 (relative luminance, contrast ratio),
CSS Compositing 1 (source over).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import lru_cache

__all__ = [
    "Color",
    "contrast",
    "contrast_ratio",
    "encode",
    "linear",
    "luminance",
    "luminance_of_light",
    "over",
    "parse_hex",
]

_HEX = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_SHORT = 4
_LINEAR_BELOW = 0.04045
"""Components up to here are on the straight part of the transfer function."""
_ENCODED_BELOW = 0.0031308
"""Likewise, as light."""


@dataclass(frozen=True, slots=True)
class Color:
    """A colour in sRGB, not premultiplied; all components from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0
    token: str = field(default="", compare=False)
    """The token it was read from, such as ``color.accent``; empty for a literal."""

    @property
    def hex(self) -> str:
        """``#rrggbb``, or ``#rrggbbaa`` where the colour is not opaque."""
        channels = (self.red, self.green, self.blue, *(() if self.alpha == 1 else (self.alpha,)))
        return "#" + "".join(f"{round(255 * c):02x}" for c in channels)

    @property
    def opaque(self) -> bool:
        """Whether nothing shows through."""
        return self.alpha >= 1

    def named(self, token: str) -> Color:
        """The colour as the value of a token."""
        return Color(self.red, self.green, self.blue, self.alpha, token)

    def faded(self, share: float) -> Color:
        """The colour with its alpha multiplied by ``share`` (0 to 1)."""
        return Color(self.red, self.green, self.blue, self.alpha * share, self.token)


def parse_hex(text: str) -> Color | None:
    """A colour from ``#rgb``, ``#rgba``, ``#rrggbb`` or ``#rrggbbaa``; None where it is none of them."""
    match = _HEX.fullmatch(text.strip())
    if not match:
        return None
    digits = match[1]
    if len(digits) <= _SHORT:
        digits = "".join(2 * d for d in digits)
    red, green, blue, *alpha = (int(digits[i : i + 2], 16) / 255 for i in range(0, len(digits), 2))
    return Color(red, green, blue, alpha[0] if alpha else 1.0)


def over(top: Color, bottom: Color) -> Color:
    """What is seen where ``top`` is painted over an opaque ``bottom``."""
    a = top.alpha
    return Color(
        a * top.red + (1 - a) * bottom.red,
        a * top.green + (1 - a) * bottom.green,
        a * top.blue + (1 - a) * bottom.blue,
    )


def linear(component: float) -> float:
    """The light that an sRGB component stands for; outside 0 to 1 the curve goes on, mirrored at 0 (CSS Color 4)."""
    if abs(component) <= _LINEAR_BELOW:
        return component / 12.92
    return math.copysign(((abs(component) + 0.055) / 1.055) ** 2.4, component)


def encode(light: float) -> float:
    """The sRGB component that stands for an amount of light; the inverse of ``linear``."""
    if abs(light) <= _ENCODED_BELOW:
        return light * 12.92
    return math.copysign(1.055 * abs(light) ** (1 / 2.4) - 0.055, light)


@lru_cache(maxsize=4096)
def luminance(color: Color) -> float:
    """WCAG 2.2 relative luminance, from 0 (black) to 1 (white); the alpha is left out of account."""
    return luminance_of_light(linear(color.red), linear(color.green), linear(color.blue))


def luminance_of_light(red: float, green: float, blue: float) -> float:
    """The same of linear components, which may lie outside 0 to 1."""
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """WCAG 2.2 contrast ratio of two opaque colours, from 1 to 21; their order does not matter."""
    return contrast_ratio(luminance(one), luminance(other))


def contrast_ratio(one: float, other: float) -> float:
    """WCAG 2.2 contrast ratio of two relative luminances, from 1 to 21; their order does not matter."""
    return (one + 0.05) / (other + 0.05) if one > other else (other + 0.05) / (one + 0.05)
