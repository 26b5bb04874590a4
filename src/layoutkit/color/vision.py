"""How colours are seen: with each kind of colour blindness, and printed in grey.

Source: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency"
(2009), matrices of severity 1, applied to linear light.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.color.spaces import times
from layoutkit.color.srgb import Color, encode, linear, luminance

if TYPE_CHECKING:
    from layoutkit.color.spaces import Matrix

__all__ = ["MATRICES", "VISIONS", "Vision", "seen"]

Vision = Literal["normal", "protanopia", "deuteranopia", "tritanopia", "grey"]
"""Normal colour vision; without the cones for long, medium or short waves; a print without colours."""
VISIONS: tuple[Vision, ...] = get_args(Vision)

MATRICES: dict[str, Matrix] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each kind of colour blindness makes of linear light."""


@lru_cache(maxsize=4096)
def seen(color: Color, vision: Vision) -> Color:
    """What a colour looks like to normal eyes when ``vision`` sees it; the alpha is kept."""
    if vision == "normal":
        return color
    if vision == "grey":
        tone = encode(luminance(color))
        return Color(tone, tone, tone, color.alpha)
    light = times(MATRICES[vision], (linear(color.red), linear(color.green), linear(color.blue)))
    red, green, blue = (encode(min(max(channel, 0.0), 1.0)) for channel in light)
    return Color(red, green, blue, color.alpha)
