"""Colours made from others keep what they promise, for any colour of sRGB."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.color import Color, contrast, luminance, parse_hex
from layoutkit.color.derive import apart, at_lightness, legible, luminance_at, most_contrasting
from layoutkit.color.spaces import lab, oklch

HEX = st.builds("#{:06x}".format, st.integers(0, 0xFFFFFF))
RATIOS = st.sampled_from([1.5, 2.5, 3.0, 4.5, 7.0, 13.0])
GREYS = [Color(step / 512, step / 512, step / 512) for step in range(513)]
"""One colour for about every luminance that can be told apart: contrast depends on nothing else."""
WHITE, BLACK = Color(1, 1, 1), Color(0, 0, 0)


def rgb(text: str) -> Color:
    found = parse_hex(text)
    assert found
    return found


COLORS = HEX.map(rgb)


def turned(one: Color, other: Color) -> float:
    """Degrees between the hues of two colours."""
    return abs((oklch(one).hue - oklch(other).hue + 180) % 360 - 180)


def least(color: Color, grounds: list[Color]) -> float:
    return min(contrast(color, ground) for ground in grounds)


# -- lightness --------------------------------------------------------------------------------------


@given(COLORS, st.floats(0, 100))
def test_the_lightness_is_exact(color: Color, lightness: float) -> None:
    assert luminance(at_lightness(color, lightness)) == pytest.approx(luminance_at(lightness), abs=1e-4)
    assert lab(at_lightness(color, lightness)).lightness == pytest.approx(lightness, abs=0.2)


@given(COLORS, st.floats(0, 100), st.floats(0, 0.4))
def test_hue_stays_and_chroma_never_grows(color: Color, lightness: float, most: float) -> None:
    made = at_lightness(color, lightness, most)
    assert oklch(made).chroma <= min(oklch(color).chroma, most) + 1e-3
    if oklch(made).chroma > 0.02:
        assert turned(made, color) < 1


@given(COLORS)
def test_a_colour_may_keep_its_own_lightness(color: Color) -> None:
    made = at_lightness(color, None, 0)
    assert luminance(made) == pytest.approx(luminance(color), abs=1e-4)
    assert oklch(made).chroma < 1e-3


# -- legible ----------------------------------------------------------------------------------------


@given(COLORS, RATIOS, st.lists(COLORS, min_size=1, max_size=3))
def test_what_can_be_read_is_left_alone_and_what_exists_is_found(
    color: Color, ratio: float, grounds: list[Color]
) -> None:
    made = legible(color, ratio, *grounds)
    if least(color, grounds) >= ratio:
        assert made is color
    elif any(least(grey, grounds) >= ratio * 1.02 for grey in GREYS):  # files round components
        assert least(rgb(made.hex), grounds) >= ratio
    else:
        best = max(least(grey, grounds) for grey in GREYS)
        assert least(made, grounds) >= min(best, ratio) * 0.99


@given(COLORS, RATIOS, COLORS)
def test_it_moves_no_further_than_it_must(color: Color, ratio: float, ground: Color) -> None:
    made = legible(color, ratio, ground)
    own, moved = luminance(color), luminance(made)
    between = [grey for grey in GREYS if min(own, moved) < luminance(grey) < max(own, moved)]
    if least(made, [ground]) >= ratio:
        assert all(least(grey, [ground]) < ratio * 1.02 for grey in between)


@given(COLORS, st.sampled_from([3.0, 4.5]), COLORS, st.sampled_from([2.5, 7.0]), COLORS)
def test_of_two_contrasts_the_first_comes_first(
    color: Color, ratio: float, ground: Color, second: float, other: Color
) -> None:
    made = legible(color, ratio, ground, second, other)
    assert contrast(made, ground) >= ratio, "one ground always leaves room for 4.5"
    fit = [grey for grey in GREYS if contrast(grey, ground) >= ratio * 1.02]
    assert contrast(made, other) >= min(second, max(contrast(grey, other) for grey in fit) * 0.98)


@given(COLORS, RATIOS, COLORS)
def test_hue_stays_when_contrast_moves(color: Color, ratio: float, ground: Color) -> None:
    made = legible(color, ratio, ground)
    if oklch(made).chroma > 0.02:
        assert turned(made, color) < 1


# -- hues, and the choice of one ----------------------------------------------------------------------


@given(COLORS, COLORS, st.floats(0, 120))
def test_hues_are_as_far_apart_as_is_said(color: Color, other: Color, degrees: float) -> None:
    made = apart(color, other, degrees)
    if min(oklch(color).chroma, oklch(other).chroma) < 0.004 or turned(color, other) >= degrees:
        assert made is color
    elif oklch(made).chroma > 0.02:
        assert turned(made, other) > degrees - 1
        assert luminance(made) == pytest.approx(luminance(color), abs=1e-4)


@given(COLORS, st.lists(COLORS, max_size=4))
def test_the_one_that_stands_out_most_is_one_of_those_that_were_offered(ground: Color, colors: list[Color]) -> None:
    chosen = most_contrasting(ground, tuple(colors))
    offered = colors or [BLACK, WHITE]
    assert chosen in offered
    assert contrast(chosen, ground) == max(contrast(one, ground) for one in offered)
