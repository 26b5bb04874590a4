"""PNG files: their size, and what they say about themselves."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.metadata import Metadata
from layoutkit.output.pixels import Pixels
from layoutkit.output.png import png
from layoutkit.output.png_file import encode
from layoutkit.output.target import Raster, raster
from layoutkit.paint.display import DisplayList, DrawPicture, DropShadow, FillRect, StrokePath
from layoutkit.path import LineTo, MoveTo, Path
from layoutkit.picture import Picture as PictureFile
from layoutkit.tokens import OutputTokens
from tests.nodes.faults import fault
from tests.output.pictures import ABOUT, WHITE_PIXEL, chunks, picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

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


@pytest.mark.parametrize(
    ("description", "expected"),
    [("", "O que se vê: maçãs"), ("Três maçãs.\nUma.", "Três maçãs.\nUma.")],
)
def test_words_are_written_with_their_language(description: str, expected: str) -> None:
    about = replace(ABOUT, description=description)
    texts = [data.split(b"\0", 1) for name, data in chunks(png(EMPTY, 1, 96, about)) if name == "iTXt"][:-1]
    # keyword, compression flag and method, language, translated keyword, text (PNG specification, 11.3.4.5)
    assert texts == [
        [keyword, b"\0\0pt-BR\0\0" + text.encode()]
        for keyword, text in (
            (b"Title", "Título"),
            (b"Description", expected),
            (b"Alt Text", "O que se vê: maçãs"),
            (b"Language", "pt-BR"),
        )
    ]


def test_nothing_in_the_file_tells_the_time() -> None:
    assert {name for name, _ in chunks(png(EMPTY, 1, 96, ABOUT))} == {
        "IHDR",
        "sRGB",
        "iTXt",
        "pHYs",
        "PLTE",
        "IDAT",
        "IEND",
    }


@pytest.mark.parametrize("size", [(50_000, 5001), (1e9, 1e9)])
def test_too_large_a_picture_is_refused_with_both_numbers(size: tuple[float, float]) -> None:
    with fault("too-large") as found:
        png(DisplayList(*size, ()), 1, 96, ABOUT)
    width, height = round(size[0]), round(size[1])
    assert found.message == (
        f"the picture would be {width} × {height} = {width * height:,} device pixels; at most 250,000,000 are possible"
    )
    assert "scale" in found.hint


def test_an_empty_picture_is_refused() -> None:
    with fault("empty-picture") as found:
        png(DisplayList(100, 0.4, ()), 1, 96, ABOUT)
    assert found.message == "the picture would be 100 × 0 device pixels"
    assert found.hint == "put something into the figure"
    with fault("empty-picture") as found:
        png(DisplayList(1000, 800, ()), 0.0001, 96, ABOUT)
    assert found.hint == "raise the scale or dpi of this output in tokens.toml"


@pytest.mark.parametrize("size", [(40_000, 3), (3, 40_000)])
def test_a_picture_longer_than_cairo_can_paint(size: tuple[int, int]) -> None:
    line = StrokePath(Path((MoveTo(0, 0), LineTo(*size))), 2, (), Color(1, 0, 0))
    found = picture(png(DisplayList(*size, (line,)), 1, 96, ABOUT))
    assert (found.width, found.height) == size
    assert found.at(0, 0)[1] < 128
    assert found.at(size[0] - 1, size[1] - 1)[1] < 128


def test_tiles_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    shadow = DropShadow(Rect(20.3, 15, 40, 20), 6, 4, Color(0, 0, 0))
    round_ = FillRect(Rect(20, 11, 40.4, 20), 6, Color(0.9, 0.2, 0.1))
    display = DisplayList(80, 50, (shadow, round_))
    whole = picture(png(display, 2, 96, ABOUT))
    monkeypatch.setattr("layoutkit.output.pixels._TILE", 37)
    tiled = picture(png(display, 2, 96, ABOUT))
    assert len(tiled.rgb) == len(whole.rgb)
    assert max(abs(one - other) for one, other in zip(tiled.rgb, whole.rgb, strict=True)) <= 1  # gradients are rounded


def test_a_figure_of_few_colours_has_a_palette_and_the_same_pixels() -> None:
    boxes = tuple(
        FillRect(Rect(3 * i, 3 * j, 3, 3), 0, Color(i / 15, j / 15, 0.5)) for i in range(16) for j in range(16)
    )
    data = png(DisplayList(48, 48, boxes), 1, 96, ABOUT)
    assert chunks(data)[0][1][9] == 3  # colour type: indexed
    found = picture(data)
    assert all(found.at(3 * i + 1, 3 * j + 1) == (17 * i, 17 * j, 128) for i in range(16) for j in range(16))
    more = png(DisplayList(48, 48, (*boxes, FillRect(Rect(0, 0, 1, 1), 0, Color(1, 1, 1)))), 1, 96, ABOUT)
    assert chunks(more)[0][1][9] == 2  # RGB: 257 colours


def test_a_transparent_page_stays_transparent() -> None:
    page = FillRect(Rect(0, 0, 20, 20), 0, Color(1, 1, 1, 0))
    box = FillRect(Rect(5, 5, 10, 10), 0, Color(1, 0, 0, 0.5))
    with Image.open(io.BytesIO(png(DisplayList(20, 20, (page, box)), 1, 96, ABOUT))) as image:
        pixels = image.convert("RGBA")
        assert pixels.getpixel((0, 0)) == (0, 0, 0, 0)
        assert pixels.getpixel((9, 9)) == pytest.approx((255, 0, 0, 128), abs=1)
    with Image.open(io.BytesIO(png(DisplayList(20, 20, (box,)), 1, 96, ABOUT))) as image:
        assert "transparency" not in image.info  # only the page's own background says so
        assert "A" not in image.mode


@dataclass(frozen=True, slots=True, eq=False)
class Shown(Pixels):
    """A picture that nobody painted."""

    shown: Image.Image

    def bands(self) -> Iterator[Image.Image]:
        """All of it."""
        yield self.shown


def shades(count: int) -> Image.Image:
    """A picture of so many colours, from transparent to opaque."""
    image = Image.new("RGBA", (count, 3))
    for x in range(count):
        image.paste((x % 256, 255 - x % 200, 7, min(255, x)), (x, 0, x + 1, 3))
    image.paste((9, 8, 7, 255), (0, 2, 1, 3))
    return image


@pytest.mark.parametrize(("image", "colour_type", "transparent"), [
    (shades(3), 3, 3),
    (shades(255), 3, 255),
    (shades(256), 6, None),
    (Image.new("RGBA", (4, 4), (1, 2, 3, 0)), 3, 1),
    (Image.new("RGBA", (4, 4), (1, 2, 3, 255)), 3, None),
])  # fmt: skip
def test_transparent_pictures_of_few_colours_have_a_palette_and_the_same_pixels(
    image: Image.Image, colour_type: int, transparent: int | None
) -> None:
    data = encode(Shown(*image.size, opaque=False, tiles=(), shown=image), 96, ABOUT)
    found = dict(chunks(data))
    assert found["IHDR"][9] == colour_type
    assert (len(found["tRNS"]) if "tRNS" in found else None) == transparent
    with Image.open(io.BytesIO(data)) as written:
        assert written.convert("RGBA").tobytes() == image.tobytes()


def test_bands_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    stripes = tuple(FillRect(Rect(3.3 * i, 0, 2, 50), 0, Color(i / 29, 1 - i / 29, 0.2)) for i in range(30))
    display = DisplayList(100, 50.4, (*stripes, FillRect(Rect(20, 11, 40.4, 20), 6, Color(0.9, 0.2, 0.1))))
    whole = png(display, 3, 288, ABOUT)
    monkeypatch.setattr("layoutkit.output.pixels._BAND", 1100)
    assert picture(png(display, 3, 288, ABOUT)) == picture(whole)
    monkeypatch.setattr("layoutkit.output.pixels._TILE", 70)
    tiled = picture(png(display, 3, 288, ABOUT))
    assert (tiled.width, tiled.height) == (300, 151)


@pytest.mark.parametrize("number", ["01", "03"])
def test_figures_are_smaller_without_filters_than_with_any_strategy_of_pillow(number: str, published: FilePath) -> None:
    (path,) = (published / "web").glob(f"{number}-*.png")
    sizes = []
    with Image.open(path) as image:
        length = 3 * image.width + 1
        for strategy in range(5):
            file = io.BytesIO()
            Image.frombytes(image.mode, image.size, image.tobytes()).save(
                file, "PNG", compress_level=6, compress_type=strategy
            )
            sizes.append(len(packed(file.getvalue())))
    data = path.read_bytes()
    assert set(zlib.decompress(packed(data))[::length]) == {0}
    assert len(packed(data)) < min(sizes)


def test_photographs_are_smaller_with_filters() -> None:
    down = Image.linear_gradient("L")
    smooth = Image.merge("RGB", (down, down.rotate(90), Image.radial_gradient("L")))
    file = io.BytesIO()
    smooth.save(file, "PNG")
    photograph = DrawPicture(Rect(0, 0, 256, 256), PictureFile(256, 256, "png", file.getvalue()))
    data = png(DisplayList(256, 256, (photograph,)), 1, 96, ABOUT)
    assert picture(data).rgb == smooth.tobytes()
    assert len(packed(data)) < len(zlib.compress(smooth.tobytes(), 6)) / 2


def packed(data: bytes) -> bytes:
    """The compressed pixels of a file."""
    return b"".join(chunk for name, chunk in chunks(data) if name == "IDAT")


def test_catalogues_read_title_and_alt_text() -> None:
    about = Metadata("A < B", "Maçãs & peras", "pt-BR", "Longa.")
    (packet,) = (data for name, data in chunks(png(EMPTY, 1, 96, about)) if b"XML:com.adobe.xmp" in data)
    root = ET.fromstring(packet.split(b"\0" * 2)[-1].lstrip(b"\0").decode())  # noqa: S314 - our own
    rdf, iptc = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}", "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
    dc, lang = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/XML/1998/namespace}lang"
    for name, text in (
        (f"{dc}title", "A < B"),
        (f"{dc}description", "Longa."),
        (f"{iptc}AltTextAccessibility", "Maçãs & peras"),
        (f"{iptc}ExtDescrAccessibility", "Longa."),
    ):
        found = {item.get(lang): item.text for item in root.findall(f".//{name}/{rdf}Alt/{rdf}li")}
        assert found == {"x-default": text, "pt-BR": text}
    assert [item.text for item in root.findall(f".//{dc}language/{rdf}Bag/{rdf}li")] == ["pt-BR"]


BROKEN = Metadata("T\x0b", "A\0 \ud800", "pt-BR", "D\x1f\uffff")
"""Words that no figure may have."""


def test_words_that_xml_cannot_hold_are_replaced() -> None:
    texts = dict(data.split(b"\0", 1) for name, data in chunks(png(EMPTY, 1, 96, BROKEN)) if name == "iTXt")
    assert texts[b"Title"].endswith("\0T\ufffd".encode())
    root = ET.fromstring(texts[b"XML:com.adobe.xmp"].lstrip(b"\0").decode())  # noqa: S314 - our own
    words = {item.text for item in root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")}
    assert words == {"T\ufffd", "A\ufffd \ufffd", "D\ufffd\ufffd", "pt-BR"}


def test_the_bytes_follow_from_the_content_alone() -> None:
    display = DisplayList(50, 50, (FillRect(Rect(3, 4, 20, 30), 5, Color(1, 0, 0)),))
    assert png(display, 2, 192, ABOUT) == png(display, 2, 192, ABOUT)
    assert png(display, 2, 192, ABOUT) != png(display, 2, 192, Metadata("T", "A", "en"))


def test_an_output_with_a_scale() -> None:
    assert raster(OutputTokens("web", "png", {"scale": 2}), 1000) == Raster(2, 192)


def test_an_output_with_a_width_on_paper_has_whole_device_pixels() -> None:
    found = raster(OutputTokens("paper", "png", {"width": 180 / 25.4 * 96, "dpi": 300}), 1000)
    assert found.dpi == 300
    assert 1000 * found.scale == 2126  # 180 mm at 300 dpi are 2125.98


def test_an_output_without_a_size_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="neither a scale nor a width"):
        raster(OutputTokens("none", "png", {"width": 100}), 1000)
