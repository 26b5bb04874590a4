"""OKLab and OKLCH, where equal steps look about equal, and CIELAB; into and out of sRGB.

Sources: CSS Color 4 (matrices of section 18; gamut mapping of section 13.2), Björn Ottosson, "A perceptual color space
for image processing" (2020), CIE 15 (CIELAB). CIELAB is relative to D65, the white of sRGB, so nothing is adapted.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

from layoutkit.color.srgb import Color, encode, linear

__all__ = [
    "EPSILON",
    "KAPPA",
    "Lab",
    "OkLab",
    "OkLch",
    "Triple",
    "from_oklab",
    "from_oklch",
    "lab",
    "light_of",
    "mixed",
    "oklab",
    "oklch",
    "toned",
]

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

_RGB_TO_XYZ: Matrix = (
    (506752 / 1228815, 87881 / 245763, 12673 / 70218),
    (87098 / 409605, 175762 / 245763, 12673 / 175545),
    (7918 / 409605, 87881 / 737289, 1001167 / 1053270),
)
_XYZ_TO_RGB: Matrix = (
    (12831 / 3959, -329 / 214, -1974 / 3959),
    (-851781 / 878810, 1648619 / 878810, 36519 / 878810),
    (705 / 12673, -2585 / 12673, 705 / 667),
)
_XYZ_TO_LMS: Matrix = (
    (0.8190224379967030, 0.3619062600528904, -0.1288737815209879),
    (0.0329836539323885, 0.9292868615863434, 0.0361446663506424),
    (0.0481771893596242, 0.2642395317527308, 0.6335478284694309),
)
_LMS_TO_XYZ: Matrix = (
    (1.2268798758459243, -0.5578149944602171, 0.2813910456659647),
    (-0.0405757452148008, 1.1122868032803170, -0.0717110580655164),
    (-0.0763729366746601, -0.4214933324022432, 1.5869240198367816),
)
_LMS_TO_OKLAB: Matrix = (
    (0.2104542683093140, 0.7936177747023054, -0.0040720430116193),
    (1.9779985324311684, -2.4285922420485799, 0.4505937096174110),
    (0.0259040424655478, 0.7827717124575296, -0.8086757549230774),
)
_OKLAB_TO_LMS: Matrix = (
    (1.0, 0.3963377773761749, 0.2158037573099136),
    (1.0, -0.1055613458156586, -0.0638541728258133),
    (1.0, -0.0894841775298119, -1.2914855480194092),
)


def times(matrix: Matrix, vector: Triple) -> Triple:
    """The product of a matrix and a column."""
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def _product(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that does what ``other`` does and then ``one``."""
    columns = [times(one, column) for column in zip(*other, strict=True)]
    first, second, third = zip(*columns, strict=True)
    return first, second, third


_RGB_TO_LMS = _product(_XYZ_TO_LMS, _RGB_TO_XYZ)
_LMS_TO_RGB = _product(_XYZ_TO_RGB, _LMS_TO_XYZ)
_WHITE: Triple = (sum(_RGB_TO_XYZ[0]), sum(_RGB_TO_XYZ[1]), sum(_RGB_TO_XYZ[2]))
KAPPA, EPSILON = 24389 / 27, 216 / 24389
"""CIELAB is a straight line below EPSILON."""
_JUST_NOTICEABLE = 0.02
"""Difference in OKLab that clipping may make."""
_CLOSE_ENOUGH = 0.0001
"""Chroma, where the search for it ends."""


class OkLab(NamedTuple):
    """A colour by lightness (0 black to 1 white) and two opponent axes (about -0.4 to 0.4)."""

    lightness: float
    a: float
    """Green to red."""
    b: float
    """Blue to yellow."""


class OkLch(NamedTuple):
    """A colour by lightness (0 to 1), chroma (0 grey to about 0.4) and hue in degrees."""

    lightness: float
    chroma: float
    hue: float


class Lab(NamedTuple):
    """CIELAB: lightness from 0 to 100 and two opponent axes."""

    lightness: float
    a: float
    b: float


@lru_cache(maxsize=1024)
def lab(color: Color) -> Lab:
    """An opaque colour in CIELAB."""
    x, y, z = (
        math.cbrt(t) if t > EPSILON else (KAPPA * t + 16) / 116
        for t in (value / white for value, white in zip(_xyz(color), _WHITE, strict=True))
    )
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


@lru_cache(maxsize=1024)
def oklab(color: Color) -> OkLab:
    """A colour in OKLab, its alpha left out."""
    light = linear(color.red), linear(color.green), linear(color.blue)
    long, medium, short = times(_RGB_TO_LMS, light)
    return OkLab(*times(_LMS_TO_OKLAB, (math.cbrt(long), math.cbrt(medium), math.cbrt(short))))


def oklch(color: Color) -> OkLch:
    """A colour in OKLCH, its alpha left out."""
    lightness, a, b = oklab(color)
    return OkLch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def from_oklab(lightness: float, a: float, b: float, alpha: float = 1.0) -> Color:
    """The sRGB colour closest to one in OKLab: chroma is reduced until it fits, lightness and hue are kept.

    CSS Color 4's search with local clipping: of the colours of this lightness and hue, the one with the highest chroma
    whose clipped components differ from it by less than can be noticed.
    """
    if lightness >= 1 or lightness <= 0:
        grey = float(lightness >= 1)
        return Color(grey, grey, grey, alpha)
    found = OkLab(lightness, a, b)
    rgb = _rgb(found)
    clipped = _clipped(rgb)
    if rgb != clipped and _noticed(clipped, found):
        clipped = _reduced(found)
    return Color(*clipped, alpha)


@lru_cache(maxsize=1024)
def from_oklch(lightness: float, chroma: float, hue: float, alpha: float = 1.0) -> Color:
    """The sRGB colour closest to one in OKLCH; ``hue`` in degrees."""
    turn = math.radians(hue)
    return from_oklab(lightness, chroma * math.cos(turn), chroma * math.sin(turn), alpha)


@lru_cache(maxsize=1024)
def mixed(one: Color, other: Color, share: float) -> Color:
    """``one`` with a share (0 to 1) of ``other``, mixed in OKLab with premultiplied alpha (CSS Color 5, color-mix)."""
    alpha = (1 - share) * one.alpha + share * other.alpha
    if alpha == 0:
        return Color(one.red, one.green, one.blue, 0.0)
    weight = share * other.alpha / alpha
    axes = zip(oklab(one), oklab(other), strict=True)
    lightness, a, b = (p + (q - p) * weight for p, q in axes)
    return from_oklab(lightness, a, b, alpha)


@lru_cache(maxsize=1024)
def toned(color: Color, lightness: float) -> Color:
    """The colour at another OKLCH lightness (0 to 1), as colourful as sRGB allows up to its own chroma."""
    _, a, b = oklab(color)
    return from_oklab(lightness, a, b, color.alpha)


def _xyz(color: Color) -> Triple:
    return times(_RGB_TO_XYZ, (linear(color.red), linear(color.green), linear(color.blue)))


def light_of(found: OkLab) -> Triple:
    """The linear components of a colour in sRGB; outside 0 to 1 where sRGB lacks it."""
    long, medium, short = times(_OKLAB_TO_LMS, found)
    return times(_LMS_TO_RGB, (long**3, medium**3, short**3))


def _rgb(found: OkLab) -> Triple:
    """SRGB components, also outside 0 to 1."""
    red, green, blue = light_of(found)
    return encode(red), encode(green), encode(blue)


def _clipped(rgb: Triple) -> Triple:
    red, green, blue = rgb
    return min(max(red, 0.0), 1.0), min(max(green, 0.0), 1.0), min(max(blue, 0.0), 1.0)


def _noticed(rgb: Triple, wanted: OkLab) -> bool:
    return math.dist(oklab(Color(*rgb)), wanted) >= _JUST_NOTICEABLE


def _reduced(found: OkLab) -> Triple:
    """Bisect the share of the chroma that is kept."""
    chroma = math.hypot(found.a, found.b)
    least, most = 0.0, 1.0
    clipped = _clipped(_rgb(OkLab(found.lightness, 0, 0)))
    while (most - least) * chroma > _CLOSE_ENOUGH:
        share = (least + most) / 2
        current = OkLab(found.lightness, found.a * share, found.b * share)
        nearest = _clipped(_rgb(current))
        if _noticed(nearest, current):
            most = share
        else:
            least, clipped = share, nearest
    return clipped
