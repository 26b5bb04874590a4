"""PNG files: their size, and what they say about themselves."""

from __future__ import annotations

import struct

import pytest

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.metadata import Metadata
from layoutkit.output.png import png
from layoutkit.output.target import Raster, raster
from layoutkit.paint.display import DisplayList, FillRect
from layoutkit.tokens import OutputTokens
from tests.nodes.faults import fault
from tests.output.pictures import ABOUT, WHITE_PIXEL, chunks, picture

EMPTY = DisplayList(100, 50.4, ())


@pytest.mark.parametrize(("scale", "size"), [(1, (100, 50)), (2, (200, 101)), (2.126, (213, 107)), (0.5, (50, 25))])
def test_the_size_is_that_of_the_display_list_in_device_pixels(scale: float, size: tuple[int, int]) -> None:
    found = picture(png(EMPTY, scale, 96, ABOUT))
    assert (found.width, found.height) == size


def test_what_nothing_is_painted_on_is_white() -> None:
    assert set(picture(png(EMPTY, 1, 96, ABOUT)).pixels()) == {WHITE_PIXEL}


@pytest.mark.parametrize(("dpi", "per_metre"), [(96, 3780), (192, 7559), (300, 11811)])
def test_dots_per_inch_are_written(dpi: float, per_metre: int) -> None:
    found = dict(chunks(png(EMPTY, 1, dpi, ABOUT)))
    assert struct.unpack(">IIB", found["pHYs"]) == (per_metre, per_metre, 1)


def test_the_colour_space_is_srgb() -> None:
    found = chunks(png(EMPTY, 1, 96, ABOUT))
    names = [name for name, _ in found]
    assert dict(found)["sRGB"] == b"\0"
    assert "iCCP" not in names
    assert names.index("sRGB") < names.index("IDAT")  # PNG specification, 5.6


def test_title_and_alt_text_are_written_with_their_language() -> None:
    texts = [data.split(b"\0", 1) for name, data in chunks(png(EMPTY, 1, 96, ABOUT)) if name == "iTXt"]
    # keyword, compression flag and method, language, translated keyword, text (PNG specification, 11.3.4.5)
    assert texts == [
        [b"Title", b"\0\0pt-BR\0\0" + "Título".encode()],
        [b"Description", b"\0\0pt-BR\0\0" + "O que se vê: maçãs".encode()],
    ]


def test_nothing_in_the_file_tells_the_time() -> None:
    assert {name for name, _ in chunks(png(EMPTY, 1, 96, ABOUT))} == {"IHDR", "sRGB", "iTXt", "pHYs", "IDAT", "IEND"}


@pytest.mark.parametrize("size", [(32768, 10), (10, 32768), (1e9, 1e9)])
def test_too_large_a_picture_is_refused_with_both_numbers(size: tuple[float, float]) -> None:
    with fault("too-large") as found:
        png(DisplayList(*size, ()), 1, 96, ABOUT)
    assert found.message == (
        f"the picture would be {round(size[0])} × {round(size[1])} device pixels; at most 32767 are possible"
    )
    assert "scale" in found.hint


def test_an_empty_picture_is_refused() -> None:
    with fault("empty-picture") as found:
        png(DisplayList(100, 0.4, ()), 1, 96, ABOUT)
    assert found.message == "the picture would be 100 × 0 device pixels"


def test_the_longest_picture_there_is() -> None:
    assert picture(png(DisplayList(32767, 1, ()), 1, 96, ABOUT)).width == 32767


def test_the_bytes_follow_from_the_content_alone() -> None:
    display = DisplayList(50, 50, (FillRect(Rect(3, 4, 20, 30), 5, Color(1, 0, 0)),))
    assert png(display, 2, 192, ABOUT) == png(display, 2, 192, ABOUT)
    assert png(display, 2, 192, ABOUT) != png(display, 2, 192, Metadata("T", "A", "en"))


def test_an_output_with_a_scale() -> None:
    assert raster(OutputTokens("web", "png", 2, None, None), 1000) == Raster(2, 192)


def test_an_output_with_a_width_on_paper_has_whole_device_pixels() -> None:
    found = raster(OutputTokens("paper", "png", None, 180 / 25.4 * 96, 300), 1000)
    assert found.dpi == 300
    assert 1000 * found.scale == 2126  # 180 mm at 300 dpi are 2125.98


def test_an_output_without_a_size_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="neither a scale nor a width"):
        raster(OutputTokens("none", "png", None, 100, None), 1000)
