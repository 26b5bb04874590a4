"""Thousands of colours against coloraide, which shares no code with this package."""

from __future__ import annotations

import math
import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from coloraide import Color as Reference

from layoutkit.color import Color, contrast, luminance
from layoutkit.color.difference import ciede2000, difference
from layoutkit.color.spaces import Lab, from_oklch, lab, mixed, oklab, oklch
from layoutkit.color.vision import seen

if TYPE_CHECKING:
    from layoutkit.color.vision import Vision

MANY = 2000
CLOSE = 1e-6
SEEDED = random.Random(7)  # noqa: S311 - the same colours on every run
COLORS = [Color(SEEDED.random(), SEEDED.random(), SEEDED.random()) for _ in range(MANY)]
EDGES = [Color(r, g, b) for r in (0, 0.04045, 1) for g in (0, 0.5, 1) for b in (0, 0.01, 1)]
GREYS = [Color(level / 255, level / 255, level / 255) for level in range(0, 256, 15)]
ALL = [*COLORS, *EDGES, *GREYS]


def reference(color: Color) -> Reference:
    return Reference("srgb", (color.red, color.green, color.blue), color.alpha)


def channels(color: Color) -> tuple[float, float, float]:
    return color.red, color.green, color.blue


def distance(one: tuple[float, ...], other: list[float] | tuple[float, ...]) -> float:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_oklab_and_lab() -> None:
    assert max(distance(oklab(c), reference(c).convert("oklab").coords()) for c in ALL) < CLOSE
    assert max(distance(lab(c), reference(c).convert("lab-d65").coords()) for c in ALL) < CLOSE


def test_oklch_there_and_back() -> None:
    for color in ALL:
        lightness, chroma, hue = reference(color).convert("oklch").coords(nans=False)
        mine = oklch(color)
        assert (mine.lightness, mine.chroma) == pytest.approx((lightness, chroma), abs=CLOSE)
        if chroma > 1e-3:
            assert math.remainder(mine.hue - hue, 360) == pytest.approx(0, abs=1e-3)
        assert distance(channels(from_oklch(*mine)), channels(color)) < CLOSE


WCAG = (0.2126, 0.7152, 0.0722)
"""The coefficients of WCAG 2.2; coloraide takes the luminance from XYZ, which has more digits."""


def relative_luminance(color: Color) -> float:
    light = reference(color).convert("srgb-linear").coords()
    return sum(share * channel for share, channel in zip(WCAG, light, strict=True))


def test_luminance_and_contrast() -> None:
    assert max(abs(luminance(c) - relative_luminance(c)) for c in ALL) < CLOSE
    for one, other in pairwise(ALL):
        darker, lighter = sorted(map(relative_luminance, (one, other)))
        assert contrast(one, other) == pytest.approx((lighter + 0.05) / (darker + 0.05), abs=CLOSE)


def test_the_coefficients_of_wcag_are_those_of_srgb_rounded() -> None:
    assert max(abs(luminance(c) - reference(c).luminance()) for c in ALL) < 1e-4


def test_differences() -> None:
    for one, other in [*pairwise(COLORS), *zip(EDGES, COLORS, strict=False)]:
        expected = reference(one).delta_e(reference(other), method="2000")
        assert difference(one, other) == pytest.approx(expected, abs=CLOSE)


def test_differences_from_grey() -> None:
    """Of a grey, coloraide goes on with the hue that rounding gives to it; so it is given one without."""
    for one, other in zip(COLORS, GREYS * 200, strict=False):
        grey = Reference("lab-d65", (reference(other).convert("lab-d65")["lightness"], 0, 0))
        expected = reference(one).convert("lab-d65").delta_e(grey, method="2000")
        assert difference(one, other) == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("vision", "name"), [("protanopia", "protan"), ("deuteranopia", "deutan"), ("tritanopia", "tritan")]
)
def test_colour_blindness(vision: Vision, name: str) -> None:
    for color in ALL:
        expected = reference(color).filter(name, 1, method="machado", space="srgb-linear", out_space="srgb").clip()
        assert distance(channels(seen(color, vision)), expected.coords()) < CLOSE


WANTED = [(SEEDED.random(), SEEDED.random() * 0.4, SEEDED.random() * 360) for _ in range(MANY)]
"""Lightness, chroma and hue of colours in OKLCH; most of them are outside sRGB."""
NOTICED, ENDS = 0.02, 0.0001
"""What CSS Color 4 takes for just noticeable in OKLab, and where its search ends."""


def brought_in(lightness: float, chroma: float, hue: float) -> Reference:
    """The algorithm of CSS Color 4, section 13.2, with coloraide's conversions, clipping and distances."""
    wanted = Reference("oklch", (lightness, chroma, hue))
    if wanted.convert("srgb").in_gamut(tolerance=0):
        return wanted.convert("srgb")
    clipped = wanted.convert("srgb").clip()
    if clipped.delta_e(wanted, method="ok") < NOTICED:
        return clipped
    least, most = 0.0, chroma
    clipped = wanted.clone().set("chroma", 0).convert("srgb").clip()
    while most - least > ENDS:
        middle = wanted.clone().set("chroma", (least + most) / 2)
        nearest = middle.convert("srgb").clip()
        if nearest.delta_e(middle, method="ok") < NOTICED:
            least, clipped = (least + most) / 2, nearest
        else:
            most = (least + most) / 2
    return clipped


def test_colours_outside_srgb_are_brought_in() -> None:
    found = [(from_oklch(*wanted), brought_in(*wanted)) for wanted in WANTED]
    assert max(distance(channels(mine), expected.coords()) for mine, expected in found) < CLOSE
    assert sum(1 for wanted in WANTED if not Reference("oklch", wanted).convert("srgb").in_gamut()) > MANY / 2


def test_coloraides_own_way_of_bringing_in_ends_earlier() -> None:
    """It stops where the clipping is within 0.0002 of what can be noticed, and so keeps a little less chroma."""
    worst = 0.0
    for wanted in WANTED:
        expected = Reference("oklch", wanted).convert("srgb").fit(method="oklch-chroma").convert("oklab").coords()
        worst = max(worst, math.dist(oklab(from_oklch(*wanted)), expected))
    assert worst < 1e-3  # a twentieth of what can be noticed


def test_mixing() -> None:
    compared = 0  # a few mixtures lie a little outside sRGB; bringing those in has its own test
    shares = [SEEDED.random() for _ in ALL]
    for one, other, share in zip(ALL, ALL[::-1], shares, strict=True):
        a, b = Color(*channels(one), 0.25 + share / 2), other
        expected = reference(a).mix(reference(b), share, space="oklab", out_space="srgb")
        mine = mixed(a, b, share)
        assert mine.alpha == pytest.approx(expected.alpha(), abs=CLOSE)
        if expected.in_gamut(tolerance=0):
            compared += 1
            assert distance(channels(mine), expected.coords()) < CLOSE
    assert compared > 0.95 * len(ALL)


def test_the_papers_own_pairs() -> None:
    """From table 1 of Sharma, Wu and Dalal: pairs on either side of the formula's discontinuities."""
    for one, other, expected in [
        (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
        (Lab(50, -1.3802, -84.2814), Lab(50, 0, -82.7485), 1.0),
        (Lab(50, 2.49, -0.001), Lab(50, -2.49, 0.0009), 7.1792),
        (Lab(50, 2.49, -0.001), Lab(50, -2.49, 0.0011), 7.2195),
        (Lab(50, -0.001, 2.49), Lab(50, 0.0009, -2.49), 4.8045),
        (Lab(50, -0.001, 2.49), Lab(50, 0.0011, -2.49), 4.7461),
        (Lab(50, 2.5, 0), Lab(50, 0, -2.5), 4.3065),
        (Lab(22.7233, 20.0904, -46.694), Lab(23.0331, 14.973, -42.5619), 2.0373),
        (Lab(2.0776, 0.0795, -1.135), Lab(0.9033, -0.0636, -0.5514), 0.9082),
    ]:
        assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
        assert ciede2000(other, one) == pytest.approx(expected, abs=5e-5)
