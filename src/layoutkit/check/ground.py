"""What is really painted behind a text: backgrounds, tints, gradients and pictures, composed in paint order."""

from __future__ import annotations

import functools
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.color import Color, over
from layoutkit.paint.display import Begin, DrawPicture, End, FillPath, FillRect, Glyphs, LinearGradient

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.geometry import Rect
    from layoutkit.paint.display import DisplayList, Fill
    from layoutkit.picture import Picture

__all__ = ["Inked", "inked"]

_SAMPLES = 5
"""Places along a run of text where the ground is looked at."""
_MIDDLE = 0.3
"""Height of those places above the baseline, in font sizes: about half the height of a capital."""
_PAPER = Color(1, 1, 1)
"""What an output has where nothing is painted."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A run of glyphs on one of the colours behind it."""

    glyphs: Glyphs
    group: Begin | None
    """The text that the run belongs to."""
    color: Color
    """The opaque colour of the ink, composed with what is behind it."""
    behind: Color
    """Opaque."""


def inked(display: DisplayList) -> Iterator[Inked]:
    """Every run of glyphs, once for each place along it where the ground was looked at."""
    grounds: list[FillRect | FillPath | DrawPicture] = []
    groups: list[Begin] = []
    for operation in display.operations:
        match operation:
            case Begin():
                groups.append(operation)
            case End():
                groups.pop()
            case FillRect() | FillPath() | DrawPicture():
                grounds.append(operation)
            case Glyphs():
                y = operation.y - _MIDDLE * operation.run.size
                for i in range(_SAMPLES):
                    x = operation.x + operation.run.width * (i + 0.5) / _SAMPLES
                    behind = _behind(grounds, x, y)
                    yield Inked(operation, groups[-1] if groups else None, over(operation.color, behind), behind)


def _behind(grounds: list[FillRect | FillPath | DrawPicture], x: float, y: float) -> Color:
    """The colour at a place: from the topmost layer down to the first that hides all below it."""
    layers: list[Color] = []
    for ground in reversed(grounds):
        color = _at(ground, x, y)
        if color is not None:
            layers.append(color)
            if color.alpha >= 1:
                break
    result = _PAPER
    for color in reversed(layers):
        result = over(color, result)
    return result


def _at(ground: FillRect | FillPath | DrawPicture, x: float, y: float) -> Color | None:
    """The colour that an operation has at a place; None outside."""
    match ground:
        case FillRect(rect, radius, fill):
            return _fill(fill, x, y) if _in_rounded(rect, radius, x, y) else None
        case FillPath(path, fill):
            box = path.control_box()
            return _fill(fill, x, y) if box is not None and _in(box, x, y) else None
        case DrawPicture(rect, picture):
            return _pixel(picture, (x - rect.x) / rect.width, (y - rect.y) / rect.height) if _in(rect, x, y) else None


def _in(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x < rect.right and rect.y <= y < rect.bottom


def _in_rounded(rect: Rect, radius: float, x: float, y: float) -> bool:
    if not _in(rect, x, y):
        return False
    from_corner_x = max(0.0, radius - min(x - rect.x, rect.right - x))
    from_corner_y = max(0.0, radius - min(y - rect.y, rect.bottom - y))
    return from_corner_x**2 + from_corner_y**2 <= radius**2 or not (from_corner_x and from_corner_y)


def _fill(fill: Fill, x: float, y: float) -> Color:
    return fill if isinstance(fill, Color) else _along(fill, x, y)


def _along(gradient: LinearGradient, x: float, y: float) -> Color:
    """The colour of a gradient at a place: by its projection on the gradient's line."""
    dx, dy = gradient.x2 - gradient.x1, gradient.y2 - gradient.y1
    length = dx * dx + dy * dy
    place = ((x - gradient.x1) * dx + (y - gradient.y1) * dy) / length if length else 0.0
    before = gradient.stops[0]
    for stop in gradient.stops:
        if stop[0] >= place:
            share = (place - before[0]) / (stop[0] - before[0]) if stop[0] > before[0] else 0.0
            return _between(before[1], stop[1], max(0.0, share))
        before = stop
    return before[1]


def _between(one: Color, two: Color, share: float) -> Color:
    def mixed(a: float, b: float) -> float:
        return a + share * (b - a)

    return Color(
        mixed(one.red, two.red), mixed(one.green, two.green), mixed(one.blue, two.blue), mixed(one.alpha, two.alpha)
    )


def _pixel(picture: Picture, x: float, y: float) -> Color:
    """A pixel of a picture; (x, y) are shares of its width and height."""
    pixels = _decoded(picture)
    column, row = min(int(x * picture.width), picture.width - 1), min(int(y * picture.height), picture.height - 1)
    red, green, blue, alpha = pixels[4 * (row * picture.width + column) :][:4]
    return Color(red / 255, green / 255, blue / 255, alpha / 255)


@functools.lru_cache(maxsize=4)
def _decoded(picture: Picture) -> bytes:
    """Four bytes a pixel: red, green, blue, alpha."""
    from PIL import Image  # noqa: PLC0415 - only figures with pictures need it

    return Image.open(io.BytesIO(picture.data)).convert("RGBA").tobytes()
