"""Dashes around a border: equally long, and alike at all four corners.

A pattern that is simply repeated ends in a piece of a dash where the line closes, and meets each corner elsewhere. So
its period is changed a little until an even number fits around, with a dash in the middle of the top edge: the border
is then its own mirror image, from left to right and from top to bottom.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.geometry import Rect

__all__ = ["along", "around"]


def along(length: float, on: float, off: float) -> tuple[float, float]:
    """Lengths on and off of a line that begins and ends with a whole dash, all in px."""
    count = max(0, round((length - on) / (on + off)))
    stretch = length / (count * (on + off) + on) if length > 0 else 1.0
    return on * stretch, off * stretch


def around(line: Rect, radius: float, on: float, off: float) -> tuple[tuple[float, float], float]:
    """Lengths on and off that fit, and how far into a dash the line begins, all in px.

    Args:
        line: the middle of the border, which begins after the left upper corner and runs to the right.
        radius: of its corners.
        on: the length of a dash, as it would be on a line without end.
        off: that of a gap.
    """
    length = 2 * (line.width + line.height) - (8 - 2 * math.pi) * radius
    if length <= 0:  # a box that is all border
        return (on, off), 0.0
    count = max(2, 2 * round(length / (on + off) / 2))
    stretch = length / count / (on + off)
    dash, gap = on * stretch, off * stretch
    to_the_middle = line.width / 2 - radius
    return (dash, gap), (dash / 2 - to_the_middle) % (dash + gap)
