"""Images as backgrounds, in the words of CSS Images 3.

    linear-gradient({color.surface}, {color.sunken})                      from top to bottom
    linear-gradient(to right, {color.accent}, {color.accent} / 0%)
    linear-gradient(135deg, {color.a} 20%, {color.b} 60%, {color.c})
    url("paper.png")                                                      a PNG, JPEG or SVG file
    none

Colours are tokens, so that they follow the modes. Left out: corners (``to top left``), places of stops in px, hints
between stops, repeating and radial gradients. Colours are mixed without premultiplying, as PDF and SVG do it.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from layoutkit.tokens.expression import NUMBER, ExpressionError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from layoutkit.color import Color
    from layoutkit.origin import Location

__all__ = ["Gradient", "Image", "PictureFile", "evaluate_image"]

_GRADIENT = re.compile(r"\s*linear-gradient\((.*)\)\s*", re.DOTALL)
_ANGLE = re.compile(rf"({NUMBER})deg")
_STOP = re.compile(r"(\{[^{}]*\}(?:\s*+/\s*+[\d.]++%)?)(?:\s++(\d++(?:\.\d*+)?|\.\d++)%)?")
_SIDES = {"to top": 0.0, "to right": 90.0, "to bottom": 180.0, "to left": 270.0}
_FEWEST = 2
_URL = re.compile(r"url\(\s*+([\"']?)([^\"'()]++)\1\s*+\)")
_EXPECTED = 'a gradient of at least two color tokens, such as "linear-gradient(to right, {color.a}, {color.b} 60%)"'


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that tokens.toml names."""

    path: Path
    where: Callable[[], Location] = field(compare=False, repr=False)
    """Looks up where."""

    def __str__(self) -> str:
        """As a person writes it."""
        return f'url("{self.path.name}")'


@dataclass(frozen=True, slots=True)
class Gradient:
    """A linear gradient that fills a box of any size."""

    angle: float
    """In degrees, clockwise from "to top", as in CSS."""
    stops: tuple[tuple[float, Color], ...]
    """Places from 0 to 1 on the gradient line, ascending, and the colours there."""

    def line(self, width: float, height: float) -> tuple[float, float, float, float]:
        """From where to where it runs in a box, in px from its top-left corner: x1, y1, x2, y2.

        The line goes through the middle, and is as long as it takes for both its ends to be level with corners:
        |width · sin| + |height · cos| of the angle (CSS Images 3, section 3.1.2).
        """
        x, y = math.sin(math.radians(self.angle)), -math.cos(math.radians(self.angle))
        half = (abs(width * x) + abs(height * y)) / 2
        return width / 2 - half * x, height / 2 - half * y, width / 2 + half * x, height / 2 + half * y

    def __str__(self) -> str:
        """As a person writes it."""
        stops = ", ".join(f"{color.hex} {place:.0%}" for place, color in self.stops)
        return f"linear-gradient({self.angle:g}deg, {stops})"


Image = Gradient | PictureFile | Literal["none"]


def evaluate_image(
    value: object, color: Callable[[str], Color | None], file: Callable[[str], PictureFile]
) -> Image | None:
    """The image that a value stands for; None where a token that it refers to is faulty.

    Args:
        value: as it is written.
        color: the colour of a stop, such as ``{color.ink} / 20%``.
        file: the picture of a file's name.

    Raises:
        ExpressionError: it is not an image.
    """
    text = value.strip() if isinstance(value, str) else ""
    if text == "none":
        return "none"
    url = _URL.fullmatch(text)
    if url:
        return file(url[2].strip())
    gradient = _GRADIENT.fullmatch(text)
    parts = [part.strip() for part in gradient[1].split(",")] if gradient else []
    angle = _angle(parts[0]) if parts else None
    stops = [stop for part in (parts if angle is None else parts[1:]) if (stop := _STOP.fullmatch(part))]
    if len(stops) < max(_FEWEST, len(parts) - (angle is not None)):
        raise ExpressionError(_EXPECTED, hint="colours are references to tokens, in braces")
    colors = [found for stop in stops if (found := color(stop[1])) is not None]
    if len(colors) < len(stops):
        return None
    places = _places([float(stop[2]) / 100 if stop[2] else None for stop in stops])
    return Gradient(_SIDES["to bottom"] if angle is None else angle, tuple(zip(places, colors, strict=True)))


def _angle(part: str) -> float | None:
    """The angle of a direction; None for what is none."""
    degrees = _ANGLE.fullmatch(part)
    if degrees:
        angle = float(degrees[1])
        return angle if math.isfinite(angle) else None
    return _SIDES.get(" ".join(part.split()))


def _places(given: list[float | None]) -> list[float]:
    """All places: the ends are 0 and 1, none lies before the one before it, the rest are spread evenly (3.4.3)."""
    given[0] = 0.0 if given[0] is None else given[0]
    given[-1] = 1.0 if given[-1] is None else given[-1]
    known = [(i, place) for i, place in enumerate(given) if place is not None]
    least, rising = 0.0, []
    for i, place in known:
        least = max(least, min(place, 1.0))
        rising.append((i, least))
    found = [rising[0][1]]
    for (i, start), (j, end) in pairwise(rising):
        found += [start + (end - start) * step / (j - i) for step in range(1, j - i + 1)]
    return found
