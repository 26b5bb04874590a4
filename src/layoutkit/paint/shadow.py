"""Drop shadows in numbers: how dark a blurred rounded rectangle is at any place.

A rounded rectangle is a pile of thin rectangles, and a rectangle blurred by a Gaussian is exactly the product of two
differences of error functions, one along each axis. A shadow is the sum of these products over the pile. Every target
gets its shadows from these numbers and fills what lies between the places with straight ramps:

* pictures of pixels: corners as small masks that are stretched smoothly, edges as linear gradients (cairo_shadow);
* PDF: linear gradients seen through each other, without pieces and so without seams (cairo_shadow_paper);
* SVG has a Gaussian of its own, ``feGaussianBlur``, and needs none of this.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.paint.display import DropShadow

__all__ = ["REACH", "Corner", "corner", "factors", "lines", "shares"]

REACH = 3.0
"""A shadow is cut off at so many standard deviations, where it is 0.1 %."""
_SLICES = 3.0
"""Thin rectangles in a corner for each standard deviation of its radius."""
_FEWEST_SLICES = 6
_FAINT = 1e-6
"""Where less than that is left, nothing is seen."""


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
        return REACH * self.sigma


def corner(shadow: DropShadow) -> Corner:
    """The corner of a shadow."""
    inside = shadow.radius + REACH * shadow.sigma
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


# ---- as a product ---------------------------------------------------------------------------------------

Profile = tuple[tuple[float, float], ...]
"""Distances inward from an edge in px, ascending, and the share of the colour there."""


def factors(part: Corner, step: float) -> tuple[Profile, Profile, Profile]:
    """Three profiles whose product is the corner, for targets that multiply gradients by masks.

    Across and down they are exact, and so is a square corner. A round one lacks what the third takes away: it depends
    on the distance from the corner's tip along the diagonal alone, and is right on the diagonal itself.

    Args:
        part: the corner.
        step: the greatest distance of two places, in px.
    """
    square = Corner(part.width, part.height, 0.0, part.sigma)
    xs, ys = lines(-part.out, part.width, step), lines(-part.out, part.height, step)
    across, down = shares(square, xs, (part.height,))[0], [row[0] for row in shares(square, (part.width,), ys)]
    middle = across[-1]  # it is a factor of both
    places = lines(-part.out, min(part.width, part.height), step)
    round_, sharp = (shares(corner, places, places) for corner in (part, square))
    kept = [round_[i][i] / max(sharp[i][i], _FAINT) for i in range(len(places))]
    return (
        tuple(zip(xs, across, strict=True)),
        tuple((y, share / middle) for y, share in zip(ys, down, strict=True)),
        tuple((math.sqrt(2) * place, min(1.0, share)) for place, share in zip(places, kept, strict=True)),
    )


def lines(start: float, end: float, step: float) -> list[float]:
    """Places from start to end at equal distances of at most ``step``."""
    count = max(1, math.ceil((end - start) / step))
    return [start + i * (end - start) / count for i in range(count + 1)]
