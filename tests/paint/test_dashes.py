"""Dashes around a border close without a rest and are alike at all corners."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.dashes import around
from layoutkit.paint.display import StrokeRect
from tests.output.pictures import replayed

BLACK = Color(0, 0, 0)


@settings(derandomize=True)
@given(
    width=st.floats(8, 900),
    height=st.floats(8, 900),
    round_share=st.floats(0, 1),
    on=st.floats(1, 12),
    off=st.floats(1, 12),
)
def test_an_even_number_fits_around(width: float, height: float, round_share: float, on: float, off: float) -> None:
    radius = round_share * min(width, height) / 2
    (dash, gap), start = around(Rect(3, 5, width, height), radius, on, off)
    length = 2 * (width + height - 4 * radius) + 2 * math.pi * radius
    count = length / (dash + gap)
    assert count == pytest.approx(round(count))
    assert round(count) % 2 == 0
    assert dash / gap == pytest.approx(on / off)
    middle = (width / 2 - radius + start) % (dash + gap)  # of the top edge, in the pattern
    assert middle == pytest.approx(dash / 2)


@settings(derandomize=True)
@given(side=st.floats(60, 900), on=st.floats(1, 12), off=st.floats(1, 12))
def test_on_a_long_line_dashes_keep_about_their_length(side: float, on: float, off: float) -> None:
    (dash, gap), _ = around(Rect(0, 0, side, side), 0, on, off)
    assert (dash + gap) / (on + off) == pytest.approx(1, abs=(on + off) / side)


@pytest.mark.parametrize("style", ["dashed", "dotted"])
@pytest.mark.parametrize(("width", "height", "radius"), [(24, 16, 4), (24, 16, 0), (200, 90, 24), (61, 47, 12)])
def test_a_dashed_border_is_its_own_mirror_image(style: str, width: int, height: int, radius: int) -> None:
    border = StrokeRect(Rect(0, 0, width, height), radius, 1.5, style, BLACK)  # type: ignore[arg-type]
    image = replayed(border, width=width, height=height, scale=8)
    picture = Image.frombytes("RGB", (image.width, image.height), image.rgb).convert("L")
    assert picture.getextrema() == (0, 255)
    for mirrored in (ImageOps.mirror(picture), ImageOps.flip(picture)):
        difference = ImageChops.difference(picture.reduce(4), mirrored.reduce(4))
        assert max(difference.tobytes()) <= 24


def test_a_box_that_is_all_border_has_dashes_too() -> None:
    assert around(Rect(0, 0, 0, 0), 0, 5, 4) == ((5, 4), 0)
