"""Drop shadows in numbers: how dark a blurred rounded rectangle is at any place.

A rounded rectangle is a pile of thin rectangles, and a rectangle blurred by a Gaussian is exactly the product of two
differences of error functions, one along each axis. A shadow is the sum of these products over the pile. Pictures of
pixels get their shadows from these numbers: corners as small masks that are stretched smoothly, edges as linear
gradients (output/cairo_shadow.py). PDF has gradients alone, which come close (output/pdf_shadow.py); SVG has a Gaussian
of its own, ``feGaussianBlur``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.paint.display import DropShadow

__all__ = ["Corner", "corner", "lines", "shares"]

_REACH = 3.0
"""A shadow is cut off at so many standard deviations, where it is 0.1 %."""
_SLICES = 3.0
"""Thin rectangles in a corner for each standard deviation of its radius."""
_FEWEST_SLICES = 6


@dataclass(frozen=True, slots=True)
class Corner:
    """The top-left corner of a shadow, which holds all that the other three hold too; lengths in px.

    Of two equal shadows, or two large ones of the same radius and blur, the corners are equal.
    """

    width: float
    """From the left edge of the shadow's rectangle to where the corner's influence ends, or to the middle."""
    height: float
    radius: float
    sigma: float

    @property
    def out(self) -> float:
        """How far the shadow reaches beyond its rectangle."""
        return _REACH * self.sigma


def corner(shadow: DropShadow) -> Corner:
    """The corner of a shadow."""
    inside = shadow.radius + _REACH * shadow.sigma
    rect = shadow.rect
    return Corner(min(rect.width / 2, inside), min(rect.height / 2, inside), shadow.radius, shadow.sigma)


def shares(part: Corner, xs: Sequence[float], ys: Sequence[float]) -> list[list[float]]:
    """How much of the shadow's colour is seen where the lines cross, from 0 to 1, row by row.

    Args:
        part: the corner; what is beyond its right and bottom end is its mirror image.
        xs: places across, in px from the left edge of the rectangle; what is outside is negative.
        ys: places down, from the top edge.
    """
    down, across = [], []
    for top, bottom, inset in _pile(part):
        down.append([_between(y, top, bottom, part.sigma) + _between(y, *_mirror(part, top, bottom), part.sigma)
                     for y in ys])  # fmt: skip
        across.append([_between(x, inset, 2 * part.width - inset, part.sigma) for x in xs])
    columns = list(zip(*across, strict=True))
    return [[sum(map(mul, row, column)) for column in columns] for row in zip(*down, strict=True)]


def _pile(part: Corner) -> list[tuple[float, float, float]]:
    """The upper half of the rounded rectangle as rectangles: top, bottom, and distance from the left edge."""
    radius = part.radius
    count = max(_FEWEST_SLICES, math.ceil(_SLICES * radius / part.sigma)) if radius else 0
    pile = []
    for i in range(count):
        top, middle, bottom = (radius * (1 - math.cos((i + j) / count * math.pi / 2)) for j in (0, 0.5, 1))
        pile.append((top, bottom, radius - math.sqrt(max(0.0, radius**2 - (radius - middle) ** 2))))
    pile.append((radius, part.height, 0.0))
    return pile


def _mirror(part: Corner, top: float, bottom: float) -> tuple[float, float]:
    return 2 * part.height - bottom, 2 * part.height - top


def _between(place: float, start: float, end: float, sigma: float) -> float:
    """The share of a Gaussian about a place that lies between two others."""
    unit = sigma * math.sqrt(2)
    return 0.5 * (math.erf((end - place) / unit) - math.erf((start - place) / unit))


def lines(start: float, end: float, step: float) -> list[float]:
    """Places from start to end at equal distances of at most ``step``."""
    count = max(1, math.ceil((end - start) / step))
    return [start + i * (end - start) / count for i in range(count + 1)]
