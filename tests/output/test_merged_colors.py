"""``palette = true``: like colours become one, at most ΔE 1 apart, and the line says where that is too little."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.color.difference import difference
from layoutkit.geometry import Rect
from layoutkit.output.formats.png import PNG
from layoutkit.output.merged_colors import MOST_DIFFERENT, merged, with_merged_colors
from layoutkit.output.png import png
from layoutkit.paint.display import DisplayList, FillRect
from layoutkit.tokens import OutputTokens
from tests.output.pictures import ABOUT
from tests.output.svg_figures import FIGURES, about, display

ASKED = OutputTokens("pal", "png", {"palette": True, "scale": 1.0})


def opened(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def of(pixel: object) -> Color:
    assert isinstance(pixel, tuple)
    return Color(*(channel / 255 for channel in pixel))


def greatest(one: Image.Image, other: Image.Image) -> float:
    """The greatest ΔE of any pixel."""
    colors = ([*zip(*[iter(image.convert("RGB").tobytes())] * 3, strict=True)] for image in (one, other))
    pairs = set(zip(*colors, strict=True))
    return max(difference(of(before), of(after)) for before, after in pairs)


@pytest.mark.parametrize("name", list(FIGURES)[:2])
def test_no_pixel_of_a_figure_differs_by_more_than_one(name: str) -> None:
    plain, small = (png(display(name), 1, 96, about(name), merged=merge) for merge in (False, True))
    assert 0 < greatest(opened(plain), opened(small)) <= MOST_DIFFERENT == 1
    assert len(small) < 0.85 * len(plain)


def test_many_shades_of_few_colours_fit_a_palette() -> None:
    """A shadow's shades, and those between two inks, are far more than 256 colours."""
    image = Image.new("RGB", (256, 40))
    for x in range(256):
        for y in range(40):
            image.putpixel((x, y), (x, x, min(255, x + y // 10)))
    assert len(image.getcolors(20_000) or ()) > 256
    fewer = with_merged_colors(image)
    assert len(fewer.getcolors(256) or ()) in range(20, 257)
    assert greatest(image, fewer) <= MOST_DIFFERENT


def test_the_commonest_colours_stay_as_they_are() -> None:
    common, near, far = (250, 250, 250), (249, 250, 250), (0, 90, 200)
    assert merged([(1, near), (90, common), (5, far)]) == {common: common, far: far, near: common}


def test_colours_at_the_edges_of_the_grid_are_compared_as_well() -> None:
    """Lightness 50 and the axes of a and b are where the cells of the search end."""
    for blue in range(118, 124):
        for step in (-1, 1):
            one, other = (119, 119, blue), (119, 119, blue + step)
            close = difference(of(one), of(other)) <= MOST_DIFFERENT
            assert (merged([(2, one), (1, other)])[other] == one) == close


def test_the_line_says_where_a_palette_is_too_small() -> None:
    squares = [(x, y) for x in range(30) for y in range(30)]
    many = tuple(FillRect(Rect(x, y, 1, 1), 0, Color(x / 29, y / 29, 0.5)) for x, y in squares)
    for operations, remark in ((many[:200], ""), (many, "true colour: more than 256 colours remain")):
        data = png(DisplayList(30, 30, operations), 1, 96, ABOUT, merged=True)
        assert PNG.remark(data, ASKED) == remark
        assert (opened(data).mode == "P") == (not remark)
