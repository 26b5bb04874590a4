"""What holds of every colour, whatever the numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.color import Color, contrast, luminance
from layoutkit.color.difference import difference
from layoutkit.color.spaces import OkLch, from_oklch, mixed, oklch, toned
from layoutkit.color.vision import VISIONS, Vision, seen

unit = st.floats(0, 1)
colors = st.builds(Color, unit, unit, unit)
BLACK, WHITE, BLUE = Color(0, 0, 0), Color(1, 1, 1), Color(0x1A / 255, 0x73 / 255, 0xE8 / 255)


def cartesian(color: OkLch) -> tuple[float, float, float]:
    turn = math.radians(color.hue)
    return color.lightness, color.chroma * math.cos(turn), color.chroma * math.sin(turn)


def inside(color: Color) -> bool:
    return all(0 <= c <= 1 for c in (color.red, color.green, color.blue, color.alpha))


@given(st.floats(-1, 2), st.floats(0, 1), st.floats(-720, 720))
def test_every_oklch_colour_becomes_one_of_srgb(lightness: float, chroma: float, hue: float) -> None:
    assert inside(from_oklch(lightness, chroma, hue))


@given(colors)
def test_oklch_gives_the_same_colour_back(color: Color) -> None:
    back = from_oklch(*oklch(color))
    assert (back.red, back.green, back.blue) == pytest.approx((color.red, color.green, color.blue), abs=1e-6)


@given(colors, colors)
def test_differences_are_those_of_the_pair(one: Color, other: Color) -> None:
    assert difference(one, other) == pytest.approx(difference(other, one), abs=1e-9)
    assert difference(one, one) == 0


@given(colors, colors)
def test_a_mixture_of_nothing_or_all_is_one_of_the_two(one: Color, other: Color) -> None:
    for share, expected in ((0, one), (1, other)):
        got = mixed(one, other, share)
        assert (got.red, got.green, got.blue) == pytest.approx((expected.red, expected.green, expected.blue), abs=1e-6)


def test_a_mixture_keeps_the_colour_of_what_is_opaque() -> None:
    clear = Color(1, 0, 0, 0)
    got = mixed(BLUE, clear, 0.5)
    assert got.alpha == 0.5
    assert (got.red, got.green, got.blue) == pytest.approx((BLUE.red, BLUE.green, BLUE.blue), abs=1e-6)
    assert mixed(clear, clear, 0.5).alpha == 0


@pytest.mark.parametrize("tone", [10, 25, 40, 55, 70, 85, 95])
def test_a_tone_has_its_lightness_and_keeps_the_hue(tone: int) -> None:
    got, blue = oklch(toned(BLUE, tone / 100)), oklch(BLUE)
    ideal = OkLch(tone / 100, got.chroma, blue.hue)
    assert math.dist(cartesian(got), cartesian(ideal)) < 0.02  # what clipping may change
    assert got.chroma <= blue.chroma + 0.02


@given(colors, st.sampled_from(VISIONS))
def test_what_is_seen_is_a_colour(color: Color, vision: Vision) -> None:
    assert inside(seen(color, vision))


@given(colors)
def test_grey_has_the_luminance_of_the_colour(color: Color) -> None:
    grey = seen(color, "grey")
    assert grey.red == grey.green == grey.blue
    assert luminance(grey) == pytest.approx(luminance(color), abs=1e-5)


@pytest.mark.parametrize("vision", VISIONS)
def test_greys_stay_greys(vision: Vision) -> None:
    for level in range(0, 256, 51):
        grey = Color(level / 255, level / 255, level / 255)
        got = seen(grey, vision)
        assert (got.red, got.green, got.blue) == pytest.approx((level / 255,) * 3, abs=1e-5)


def test_contrast_goes_from_1_to_21() -> None:
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLUE, BLUE) == 1
