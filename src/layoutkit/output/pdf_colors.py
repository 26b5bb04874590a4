"""Colours as PDF writes them: grey as DeviceGray, which is printed with black ink alone, all others as DeviceRGB.

A press makes an RGB grey of four inks, which blurs small type and takes the tint of whichever ink is off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from layoutkit.output.pdf_objects import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.color import Color

__all__ = ["ColorSpace", "color_operator", "in_one_space", "is_grey"]

ColorSpace = Literal["DeviceGray", "DeviceRGB"]
_INDISTINCT = 0.5 / 255
"""Components that differ by no more are equal: less than half a level of 8 bits is left of rounding in colour maths."""


def is_grey(color: Color) -> bool:
    """Whether the components are equal."""
    components = (color.red, color.green, color.blue)
    return max(components) - min(components) <= _INDISTINCT


def in_one_space(colors: Sequence[Color]) -> tuple[ColorSpace, list[tuple[float, ...]]]:
    """The space that holds all the colours, and the components of each in it, from 0 to 1."""
    if all(map(is_grey, colors)):
        return "DeviceGray", [((color.red + color.green + color.blue) / 3,) for color in colors]
    return "DeviceRGB", [(color.red, color.green, color.blue) for color in colors]


def color_operator(color: Color, use: Literal["fill", "stroke"]) -> str:
    """The operator that sets the colour for fills or strokes (ISO 32000-1, table 74)."""
    space, (components,) = in_one_space([color])
    operator = {"DeviceGray": "g", "DeviceRGB": "rg"}[space]
    return " ".join([*map(number, components), operator if use == "fill" else operator.upper()])
