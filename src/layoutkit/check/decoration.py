"""What dots and shadows do to the ground of a text."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect
from layoutkit.paint.shadow import corner, shares

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.color import Color
    from layoutkit.paint.display import Dots, DropShadow

__all__ = ["dot_at", "dots_among", "is_texture", "shadow_at", "shadow_bounds"]

_SEEN = 0.2
"""Diameter of a dot, in font sizes, from which on it is as thick as a stroke of the letters."""
_SHARP = 0.5
"""px; a shadow of a smaller standard deviation has a sharp edge."""
_REACH = 3.0
"""How far a shadow reaches, in standard deviations."""


def is_texture(dots: Dots, size: float) -> bool:
    """Whether dots are too small to be taken for strokes of letters of this size, in px."""
    return 2 * dots.radius < _SEEN * size


def dots_among(dots: Dots, letters: Rect) -> Iterator[tuple[float, float]]:
    """Places of a grid's dots among the letters of a text, which reach from the capitals to the baseline."""
    for y in _centres(dots.rect.y, dots.pitch, letters.y - dots.radius, letters.bottom + dots.radius):
        for x in _centres(dots.rect.x, dots.pitch, letters.x - dots.radius, letters.right + dots.radius):
            if dots.skips(x, y):
                continue
            yield min(max(x, letters.x), letters.right), min(max(y, letters.y), letters.bottom)


def _centres(start: float, pitch: float, least: float, most: float) -> Iterator[float]:
    """The centres of dots strictly between two places, along one axis."""
    first = math.floor((least - start) / pitch - 0.5) + 1
    for number in range(max(first, 0), math.ceil((most - start) / pitch - 0.5)):
        yield start + (number + 0.5) * pitch


def dot_at(dots: Dots, x: float, y: float) -> Color | None:
    """The colour of the dot at a place; None between dots, and where one would not lie inside the grid as a whole."""
    rect = dots.rect
    across, down = (math.floor(place / dots.pitch) for place in (x - rect.x, y - rect.y))
    for column in (across - 1, across, across + 1):
        for row in (down - 1, down, down + 1):
            centre_x, centre_y = rect.x + (column + 0.5) * dots.pitch, rect.y + (row + 0.5) * dots.pitch
            inside = (
                rect.x <= centre_x - dots.radius
                and centre_x + dots.radius <= rect.right
                and rect.y <= centre_y - dots.radius
                and centre_y + dots.radius <= rect.bottom
            )
            near = math.hypot(x - centre_x, y - centre_y) < dots.radius
            if inside and near and not dots.skips(centre_x, centre_y):
                return dots.color
    return None


def shadow_bounds(shadow: DropShadow) -> Rect:
    """The rectangle beyond which nothing of a shadow is seen, in px from the figure's top-left."""
    rect, reach = shadow.rect, _REACH * max(shadow.sigma, _SHARP)
    return Rect(rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach)


def shadow_at(shadow: DropShadow, x: float, y: float) -> Color | None:
    """The colour of a shadow at a place; None where nothing of it is seen."""
    rect, seen = shadow.rect, shadow_bounds(shadow)
    if not (seen.x < x < seen.right and seen.y < y < seen.bottom):
        return None
    part = corner(replace(shadow, sigma=max(shadow.sigma, _SHARP)))
    across = min(x - rect.x, rect.right - x, part.width)  # all corners are alike, and between them nothing changes
    down = min(y - rect.y, rect.bottom - y, part.height)
    ((share,),) = shares(part, [across], [down])
    return shadow.color.faded(min(max(share, 0.0), 1.0))
