"""What is really painted behind a text, and over it: fills, pictures, shadows and dots, in paint order."""

from __future__ import annotations

import functools
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.bins import Bins
from layoutkit.check.decoration import dot_at, dots_among, is_texture, shadow_at, shadow_bounds
from layoutkit.check.inside import in_path
from layoutkit.color import Color, over
from layoutkit.geometry import Rect
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    Dots,
    DrawPicture,
    DropShadow,
    End,
    Fade,
    FillPath,
    FillRect,
    Glyphs,
    Unclip,
    Unfade,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from layoutkit.paint.display import DisplayList, Fill, LinearGradient, RadialGradient
    from layoutkit.picture import Picture

__all__ = ["Inked", "inked", "painted"]

_Ground = FillRect | FillPath | DrawPicture | DropShadow | Dots
"""What a text may stand on, or what may lie over it."""
_SAMPLES = 6
"""Places along a run of text where the ground is looked at."""
_HEIGHTS = (0.12, 0.55)
"""Heights of those places above the baseline in turn, in font sizes: near the foot and the head of the letters."""
_CAPITAL = 0.6
"""Height of the letters in which dots are looked for, in font sizes."""
_FAINT = 0.2
"""Alpha up to which what lies over words, such as the rim of a shadow, is not what makes them hard to read."""
_PAPER = Color(1, 1, 1)
"""What an output has where nothing is painted."""


@dataclass(frozen=True, slots=True)
class Inked:
    """A run of glyphs on one of the colours behind it."""

    glyphs: Glyphs
    group: Begin | None
    """The text that the run belongs to."""
    color: Color
    """The opaque colour of the ink, composed with what is behind it and with what is painted over it."""
    behind: Color
    """The opaque colour beside it, composed likewise."""
    veiled: bool
    """Whether something that can be seen through, but not faint, lies over both."""


def painted(display: DisplayList) -> Callable[[float, float], Color]:
    """The opaque colour at a place (x, y), in px from the figure's top-left; letters are left out."""
    bins = Bins((layer.box, layer) for layer in _layers(display)[0])
    return lambda x, y: _composed(bins.near(Rect(x, y, 0.0, 0.0)), x, y, _PAPER)


def inked(display: DisplayList) -> Iterator[Inked]:
    """Every run of glyphs, once for each place along it where the ground was looked at, and where it is seen."""
    layers, runs = _layers(display)
    bins = Bins((layer.box, (number, layer)) for number, layer in enumerate(layers))
    for glyphs, group, its_clips, below in runs:
        yield from _along_run(glyphs, group, its_clips, bins, below)


_Run = tuple["Glyphs", "Begin | None", tuple["Clip | ClipPath", ...], int]
"""Glyphs, the text that they belong to, what clips them, and how many layers are painted before them."""


def _layers(display: DisplayList) -> tuple[list[_Layer], list[_Run]]:  # noqa: C901 - one case for each operation
    """All that is filled, and all runs of glyphs, back to front."""
    layers: list[_Layer] = []
    runs: list[_Run] = []
    groups: list[Begin] = []
    clips: tuple[Clip | ClipPath, ...] = ()
    fades: tuple[float, ...] = ()
    for operation in display.operations:
        match operation:
            case Begin():
                groups.append(operation)
            case End():
                groups.pop()
            case Clip() | ClipPath():
                clips = (*clips, operation)
            case Unclip():
                clips = clips[:-1]
            case Fade(opacity):
                fades = (*fades, opacity)
            case Unfade():
                fades = fades[:-1]
            case FillRect() | FillPath() | DrawPicture() | DropShadow() | Dots():
                box = _bounds(operation)
                if box is not None:
                    layers.append(_Layer(operation, clips, box, math.prod(fades)))
            case Glyphs():
                runs.append((operation, groups[-1] if groups else None, clips, len(layers)))
    return layers, runs


@dataclass(frozen=True, slots=True)
class _Layer:
    """Something that is filled, and the rectangle around it."""

    ink: _Ground
    clips: tuple[Clip | ClipPath, ...]
    box: Rect
    opacity: float
    """Of the groups that it is in; how they are mixed with what is below is left out of account."""

    def at(self, x: float, y: float) -> Color | None:
        """Its colour at a place; None where it has none."""
        if not _in(self.box, x, y):
            return None
        if not all(_in_clip(clip, x, y) for clip in self.clips):
            return None
        color = _at(self.ink, x, y)
        return color if color is None or self.opacity == 1 else color.faded(self.opacity)

    def color_under(self, place: Rect) -> Color | None:
        """The opaque colour that it has all over a place; None where it is not so, or not certain."""
        ink = self.ink
        if (
            not isinstance(ink, FillRect)
            or self.clips
            or self.opacity < 1
            or not isinstance(ink.fill, Color)
            or not ink.fill.opaque
        ):
            return None
        across, down = ink.rect.grown(-ink.radius), ink.rect
        sides = Rect(across.x, down.y, across.width, down.height), Rect(down.x, across.y, down.width, across.height)
        return ink.fill if any(one.contains(place) for one in sides) else None


def _bounds(ink: _Ground) -> Rect | None:
    if isinstance(ink, DropShadow):
        return shadow_bounds(ink)
    return ink.path.control_box() if isinstance(ink, FillPath) else ink.rect


def _along_run(
    glyphs: Glyphs,
    group: Begin | None,
    clips: tuple[Clip | ClipPath, ...],
    layers: Bins[tuple[int, _Layer]],
    below: int,
) -> Iterator[Inked]:
    """The places of one run; of all layers, the first ``below`` are painted before it."""
    low, high = (height * glyphs.run.size for height in sorted(_HEIGHTS))
    box = glyphs.rect(Rect(0.0, -high, glyphs.run.width, high - low))
    near = [
        (number, layer)
        for number, layer in layers.near(box)
        if layer.box.right > box.x and layer.box.bottom > box.y  # else the edges touch
        if not (isinstance(layer.ink, Dots) and is_texture(layer.ink, glyphs.run.size))
    ]
    under = [layer for number, layer in near if number < below]
    above = [layer for number, layer in near if number >= below]
    alone = under[-1].color_under(box) if under and not above and not clips else None
    if alone is not None:  # all places are alike
        yield Inked(glyphs, group, over(glyphs.color, alone), alone, veiled=False)
        return
    for x, y in _places(glyphs, under):
        if not all(_in_clip(clip, x, y) for clip in clips):
            continue
        behind = _composed(under, x, y, _PAPER)
        color = over(glyphs.color, behind)
        veils = [veil for layer in above if (veil := layer.at(x, y)) is not None]
        if any(veil.opaque for veil in veils):
            continue  # the rule overlap tells what hides the words
        for veil in veils:
            color, behind = over(veil, color), over(veil, behind)
        yield Inked(glyphs, group, color, behind, any(veil.alpha > _FAINT for veil in veils))


def _places(glyphs: Glyphs, under: Sequence[_Layer]) -> Iterator[tuple[float, float]]:
    """Where the ground of a run is looked at: along it, and at the dots among its letters."""
    size, width = (
        glyphs.run.size,
        glyphs.run.width - max(glyphs.run.letter_spacing, 0.0),
    )  # nothing is seen of the last
    for i in range(_SAMPLES):
        yield glyphs.point(width * (i + 0.5) / _SAMPLES, -_HEIGHTS[i % 2] * size)
    letters = glyphs.rect(Rect(0.0, -_CAPITAL * size, width, _CAPITAL * size))
    for layer in under:
        if isinstance(layer.ink, Dots):
            yield from dots_among(layer.ink, letters)


def _composed(layers: Sequence[_Layer], x: float, y: float, lowest: Color) -> Color:
    """The colour at a place: from the topmost layer down to the first that hides all below it."""
    seen: list[Color] = []
    for layer in reversed(layers):
        color = layer.at(x, y)
        if color is not None:
            seen.append(color)
            if color.opaque:
                break
    result = lowest
    for color in reversed(seen):
        result = over(color, result)
    return result


def _at(ground: _Ground, x: float, y: float) -> Color | None:
    """The colour that an operation has at a place; None outside."""
    match ground:
        case FillRect(rect, radius, fill):
            return _fill(fill, x, y) if _in_rounded(rect, radius, x, y) else None
        case FillPath(path, fill, rule):
            return _fill(fill, x, y) if in_path(path, rule, x, y) else None
        case DrawPicture(rect, picture):
            return _pixel(picture, (x - rect.x) / rect.width, (y - rect.y) / rect.height) if _in(rect, x, y) else None
        case DropShadow():
            return shadow_at(ground, x, y)
        case Dots():
            return dot_at(ground, x, y)


def _in_clip(clip: Clip | ClipPath, x: float, y: float) -> bool:
    return (
        in_path(clip.path, clip.rule, x, y) if isinstance(clip, ClipPath) else _in_rounded(clip.rect, clip.radius, x, y)
    )


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


def _along(gradient: LinearGradient | RadialGradient, x: float, y: float) -> Color:
    """The colour of a gradient at a place."""
    place = gradient.place(x, y)
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
