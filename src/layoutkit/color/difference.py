"""How different two colours look: CIEDE2000.

Source: Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test
Data, and Mathematical Observations" (2005); the names follow it. All three weighting factors are 1.
"""

from __future__ import annotations

from functools import lru_cache
from math import atan2, cos, exp, hypot, radians, sin, sqrt, tau
from typing import TYPE_CHECKING

from layoutkit.color.spaces import lab

if TYPE_CHECKING:
    from layoutkit.color.spaces import Lab
    from layoutkit.color.srgb import Color

__all__ = ["ciede2000", "difference"]

_HALF_TURN = tau / 2
_25_TO_7 = 25.0**7
_GREY = 1e-9
"""Chroma below which a hue is only rounding."""


@lru_cache(maxsize=4096)
def difference(one: Color, other: Color) -> float:
    """The CIEDE2000 difference of two opaque colours; 1 is just noticeable, 100 is black to white."""
    return ciede2000(lab(one), lab(other))


def ciede2000(one: Lab, other: Lab) -> float:
    """The difference of two colours in CIELAB; their order does not matter."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    stretch = 1 + 0.5 * (1 - _saturation((hypot(a1, b1) + hypot(a2, b2)) / 2))
    c1, c2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    grey = min(c1, c2) < _GREY
    h1 = atan2(b1, stretch * a1) % tau if c1 >= _GREY else 0.0
    h2 = atan2(b2, stretch * a2) % tau if c2 >= _GREY else 0.0

    turn = 0.0 if grey else h2 - h1
    if abs(turn) > _HALF_TURN:
        turn -= tau if turn > 0 else -tau
    delta_l, delta_c = l2 - l1, c2 - c1
    delta_h = 2 * sqrt(c1 * c2) * sin(turn / 2)

    l_mean, c_mean = (l1 + l2) / 2, (c1 + c2) / 2
    h_mean = h1 + h2 if grey else (h1 + turn / 2) % tau
    s_l = 1 + 0.015 * (l_mean - 50) ** 2 / sqrt(20 + (l_mean - 50) ** 2)
    s_c = 1 + 0.045 * c_mean
    s_h = 1 + 0.015 * c_mean * _hue_weight(h_mean)
    l, c, h = delta_l / s_l, delta_c / s_c, delta_h / s_h  # noqa: E741 - the paper's name
    return sqrt(max(0.0, l * l + c * c + h * h + _rotation(h_mean, c_mean) * c * h))


def _saturation(chroma: float) -> float:
    """0 for grey, nearing 1 with growing chroma."""
    return sqrt(chroma**7 / (chroma**7 + _25_TO_7))


def _hue_weight(hue: float) -> float:
    return (
        1
        - 0.17 * cos(hue - radians(30))
        + 0.24 * cos(2 * hue)
        + 0.32 * cos(3 * hue + radians(6))
        - 0.20 * cos(4 * hue - radians(63))
    )


def _rotation(hue: float, chroma: float) -> float:
    """The interaction of chroma and hue among blues."""
    angle = radians(30) * exp(-(((hue - radians(275)) / radians(25)) ** 2))
    return -2 * _saturation(chroma) * sin(2 * angle)
