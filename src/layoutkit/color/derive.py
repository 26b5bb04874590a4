"""Colours made from others: of a lightness, of a contrast, of a hue apart, and the one that stands out most.

All of them keep hue and chroma in OKLCH as far as sRGB allows and move the luminance, which contrast is measured by.
Sources: WCAG 2.2 (contrast ratio), CIE 15 (L*), CSS Color 5 (``contrast-color()``).
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from layoutkit.color.spaces import EPSILON, KAPPA, OkLab, light_of, oklab, oklch
from layoutkit.color.srgb import Color, contrast, contrast_ratio, encode, linear, luminance, luminance_of_light

__all__ = [
    "Interval",
    "apart",
    "at_lightness",
    "common",
    "legible",
    "lightness_of",
    "luminance_at",
    "most_contrasting",
    "permitted",
]

Interval = tuple[float, float]
"""Luminances from the first to the second."""

_FLARE = 0.05
"""What WCAG adds to both luminances of a ratio."""
_MARGIN = 1.015
"""How much more contrast a colour gets than is asked for, as files round components to 8 bits."""
_MOST_SHARE = 1.0
"""More than the share of chroma in lightness that any colour of sRGB has."""
_HALVINGS = 14
"""Of that share, which is then exact to 0.0001."""
_ROUNDING = 1e-6
"""What arithmetic adds to a component of 0 or 1."""
_GREY = 0.004
"""OKLCH chroma below which a colour has no hue to speak of."""
_BLACK, _WHITE = Color(0, 0, 0), Color(1, 1, 1)


@lru_cache(maxsize=4096)
def at_lightness(color: Color, lightness: float | None, most_chroma: float = math.inf) -> Color:
    """The colour at a CIE lightness L*.

    Args:
        color: its OKLCH hue and chroma are kept, the latter as far as sRGB allows.
        lightness: L* from 0 (black) to 100 (white); None keeps its own.
        most_chroma: the largest OKLCH chroma; 0 gives a grey.
    """
    to = luminance(color) if lightness is None else luminance_at(lightness)
    return _of_luminance(color, to, most_chroma)


def luminance_at(lightness: float) -> float:
    """The relative luminance (0 to 1) of a CIE lightness L* (0 to 100)."""
    root = (lightness + 16) / 116
    return root**3 if root**3 > EPSILON else lightness / KAPPA


def lightness_of(light: float) -> float:
    """The CIE lightness L* (0 to 100) of a relative luminance (0 to 1); the inverse of ``luminance_at``."""
    return 116 * math.cbrt(light) - 16 if light > EPSILON else light * KAPPA


@lru_cache(maxsize=4096)
def legible(color: Color, ratio: float, *grounds: Color | float) -> Color:
    """The colour, as light or as dark as it must be to have a contrast on every one of some grounds.

    It is left alone where it has that contrast. Where no colour has it on all of them, the result is the one whose
    least contrast is highest. A number among the grounds is the contrast on those after it; these come second: where
    no colour has both, the first contrast is kept, and the second is as high as that allows.

    Args:
        color: its hue and chroma are kept as far as sRGB allows.
        ratio: the WCAG 2.2 contrast ratio, from 1 to 21.
        grounds: opaque colours, and ratios of those that follow.
    """
    groups: list[tuple[float, list[Color]]] = [(ratio, [])]
    for ground in grounds:
        if isinstance(ground, Color):
            groups[-1][1].append(ground)
        else:
            groups.append((ground, []))
    if all(_is_legible(color, least, below) for least, some in groups for below in some):
        return color
    own = luminance(color)
    fits: list[Interval] = [(0.0, 1.0)]
    for least, some in groups:
        lights = [luminance(below) for below in some]
        narrower = common(fits, permitted(lights, least * _MARGIN))
        if not narrower:
            return _of_luminance(color, _between(lights, fits), math.inf)
        fits = narrower
    nearest = min((_clamped(own, one) for one in fits), key=lambda light: abs(_perceived(light) - _perceived(own)))
    return _of_luminance(color, nearest, math.inf)


def _is_legible(color: Color, ratio: float, ground: Color) -> bool:
    """Whether a colour has a contrast on another one, also in files, where components have 8 bits."""
    return contrast(color, ground) >= ratio and contrast_ratio(_in_files(color), _in_files(ground)) >= ratio


@lru_cache(maxsize=4096)
def _in_files(color: Color) -> float:
    """The luminance of a colour whose components have 8 bits."""
    red, green, blue = (linear(round(255 * part) / 255) for part in (color.red, color.green, color.blue))
    return luminance_of_light(red, green, blue)


def permitted(lights: list[float], ratio: float) -> list[Interval]:
    """The luminances that have a contrast ratio to every one of some luminances; none where no colour has it."""
    found: list[Interval] = [(0.0, 1.0)]
    for light in lights:
        darker, lighter = (light + _FLARE) / ratio - _FLARE, (light + _FLARE) * ratio - _FLARE
        found = common(found, [(0.0, darker), (lighter, 1.0)])
    return found


def common(some: list[Interval], others: list[Interval]) -> list[Interval]:
    """The luminances that are in one of the first intervals and in one of the others."""
    return [
        (max(low, least), min(high, most))
        for low, high in some
        for least, most in others
        if max(low, least) <= min(high, most)
    ]


def _between(lights: list[float], within: list[Interval]) -> float:
    """Of the luminances in some intervals the one whose least contrast to some others is highest.

    It is an end of an interval, or halfway between two of the others.
    """
    ordered = sorted({0.0, 1.0, *lights})
    halves = [math.sqrt((one + _FLARE) * (other + _FLARE)) - _FLARE for one, other in pairwise(ordered)]
    choice = (_clamped(light, interval) for interval in within for light in (interval[0], *halves, interval[1]))
    return max(choice, key=lambda light: min(contrast_ratio(light, one) for one in lights))


def apart(color: Color, other: Color, degrees: float) -> Color:
    """The colour with its hue turned away from that of another until they are some degrees apart.

    Lightness (L*) and chroma are kept as far as sRGB allows. A grey has no hue, so it is left alone, and so is
    what is compared with one.

    Args:
        color: the one that is turned.
        other: the one that is not.
        degrees: the least difference of their OKLCH hues, from 0 to 180.
    """
    own, fixed = oklch(color), oklch(other)
    turn = (own.hue - fixed.hue + 180) % 360 - 180
    if abs(turn) >= degrees or min(own.chroma, fixed.chroma) < _GREY:
        return color
    hue = fixed.hue + math.copysign(degrees, turn)
    axes = own.chroma * math.cos(math.radians(hue)), own.chroma * math.sin(math.radians(hue))
    return _made(axes, luminance(color), own.chroma, color.alpha)


def most_contrasting(ground: Color, colors: tuple[Color, ...]) -> Color:
    """Of some colours the one that has the highest contrast on a ground; of black and white where there are none."""
    return max(colors or (_BLACK, _WHITE), key=lambda color: contrast(ground, color))


def _clamped(light: float, interval: Interval) -> float:
    return min(max(light, interval[0]), interval[1])


def _perceived(light: float) -> float:
    """About as CIE L* sees a luminance."""
    return math.cbrt(light)


def _of_luminance(color: Color, light: float, most_chroma: float) -> Color:
    """The colour at another luminance, its hue kept, its chroma as far as sRGB and a limit allow."""
    _, a, b = oklab(color)
    return _made((a, b), light, min(math.hypot(a, b), most_chroma), color.alpha)


def _made(axes: tuple[float, float], light: float, chroma: float, alpha: float) -> Color:
    """The colour of a luminance whose hue is that of two axes of OKLab, with as much of a chroma as sRGB has.

    Light that is made weaker keeps its hue in OKLab, and its chroma stays the same share of its lightness. So the
    search is for that share alone: the largest one whose colour, at this luminance, has no more chroma than wanted and
    is in sRGB. The luminance is exact whatever the share.
    """
    if light <= 0 or light >= 1:
        grey = float(light >= 1)
        return Color(grey, grey, grey, alpha)
    length = math.hypot(*axes)
    least, most, best = 0.0, _MOST_SHARE, (light, light, light)
    for _ in range(_HALVINGS if length and chroma else 0):
        share = (least + most) / 2
        red, green, blue = light_of(OkLab(1, axes[0] * share / length, axes[1] * share / length))
        strength = light / max(luminance_of_light(red, green, blue), _ROUNDING)
        fits = min(red, green, blue) >= -_ROUNDING and max(red, green, blue) * strength <= 1 + _ROUNDING
        if fits and share * math.cbrt(strength) <= chroma:
            least, best = share, (red * strength, green * strength, blue * strength)
        else:
            most = share
    red, green, blue = (min(max(encode(part), 0.0), 1.0) for part in best)
    return Color(red, green, blue, alpha)
