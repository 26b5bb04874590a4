"""A PDF shows what the PNG shows."""

from __future__ import annotations

import io
import math
from functools import cache
from typing import TYPE_CHECKING, Literal

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.png import png
from layoutkit.paint.display import (
    Clip,
    DisplayList,
    Dots,
    DrawPicture,
    DropShadow,
    FillPath,
    FillRect,
    LinearGradient,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import CLOSE, ClosePath, CurveTo, LineTo, MoveTo, Path
from layoutkit.picture import Picture
from tests.output.documents import ABOUT, FIGURES, document, series, shipped, shipped_sheet

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from layoutkit.paint.display import Operation

RED, BLUE, BLACK, GLASS = Color(1, 0, 0), Color(0, 0, 1), Color(0, 0, 0), Color(0, 0.5, 0, 0.4)
FINER = 4
"""The PDF is drawn so many times as fine and then reduced: pdfium puts glyphs on whole pixels."""


def drawn(data: bytes, size: tuple[int, int]) -> Image.Image:
    """The first page of a file on so many pixels; a fraction of a pixel at the bottom is filled up."""
    width, height = size
    page = pypdfium2.PdfDocument(data)[0]
    right, top = page.get_size()
    page.set_mediabox(0, top - height * right / width, right, top)
    image: Image.Image = page.render(scale=(1 - 1e-6) * FINER * width / right).to_pil()  # its size is rounded up
    image = image.convert("RGB")
    return image.resize(size, Image.Resampling.BOX)


def difference(expected: Image.Image, found: Image.Image, folder: FilePath) -> tuple[float, int, int]:
    """Mean, 99.9th percentile and largest in a 7 × 7 mean, of 255; a picture of it is left in the folder."""
    apart = ImageChops.difference(expected, found).convert("L")
    apart.point(lambda value: min(255, 4 * value)).save(folder / "difference.png")
    counts = apart.histogram()
    total = sum(counts)
    mean = sum(value * count for value, count in enumerate(counts)) / total
    allowed, percentile = math.ceil(total / 1000), 255
    while (allowed := allowed - counts[percentile]) > 0:
        percentile -= 1
    blurred = apart.filter(ImageFilter.BoxBlur(3)).getextrema()[1]
    assert isinstance(blurred, int)
    return mean, percentile, blurred


@cache
def shown(number: str) -> Image.Image:
    """A shipped figure as its PDF shows it, one pixel a px."""
    display = shipped_sheet(number).display
    return drawn(shipped(number), (round(display.width), round(display.height)))


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_looks_as_cairo_draws_it(number: str, tmp_path: FilePath) -> None:
    mean, percentile, blurred = difference(pixels(shipped_sheet(number).display), shown(number), tmp_path)
    assert mean < 0.25
    assert percentile <= 12
    assert blurred <= 12


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_looks_as_on_the_web(number: str, tmp_path: FilePath) -> None:
    """On the web, edges lie on device pixels: up to a quarter of a px beside their place, and connectors follow."""
    studio, figures = series()
    data = studio.picture(*figures[number], studio.theme.output.web)
    with Image.open(io.BytesIO(data)) as image:
        web = image.convert("RGB").resize(shown(number).size, Image.Resampling.BOX)
    mean, percentile, blurred = difference(web, shown(number), tmp_path)
    assert mean < 0.5
    assert percentile <= 40
    assert blurred <= 32


def pixels(display: DisplayList) -> Image.Image:
    """What Cairo draws, one pixel a px."""
    with Image.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
        return image.convert("RGB")


def square(x: float, y: float, size: float) -> tuple[MoveTo | LineTo | CurveTo | ClosePath, ...]:
    return (MoveTo(x, y), LineTo(x + size, y), LineTo(x + size, y + size), LineTo(x, y + size), CLOSE)


def tiny_picture(kind: Literal["png", "jpeg"], mode: str) -> Picture:
    """Four quarters of different colours, as a file."""
    image = Image.new(mode, (8, 8), "#40b060" if mode != "L" else 60)
    image.paste("#d04020" if mode != "L" else 200, (0, 0, 4, 4))
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((8, 8)))
    file = io.BytesIO()
    image.save(file, kind)
    return Picture(8, 8, kind, file.getvalue())


BOW = Path((MoveTo(20, 80), CurveTo(60, -40, 140, -40, 180, 80), CLOSE))
RISING = LinearGradient(20, 0, 180, 60, ((0.1, RED), (0.4, BLUE), (0.9, GLASS)))
EVEN = LinearGradient(20, 0, 180, 0, ((0, GLASS), (1, Color(0.9, 0.7, 0, 0.4))))
PAGE = Rect(20, 10, 160, 80)

OPERATIONS: dict[str, tuple[Operation, ...]] = {
    "rectangle": (FillRect(PAGE, 0, RED), FillRect(Rect(40, 30, 100, 30), 12, GLASS)),
    "border": (StrokeRect(PAGE, 20, 3, "solid", BLUE), StrokeRect(Rect(50, 30, 90, 40), 0, 2, "dashed", RED)),
    "dotted border": (StrokeRect(PAGE, 8, 4, "dotted", BLACK),),
    "shadow": (DropShadow(PAGE.grown(-12), 10, 5, Color(0, 0, 0, 0.5)),),
    "shadow of a pill": (DropShadow(Rect(50, 40, 100, 20), 10, 6, RED.faded(0.25)),),
    "dots": (Dots(PAGE, 12, 2.5, GLASS),),
    "path": (FillPath(BOW, RED),),
    "rule": (FillPath(Path(square(20, 10, 80) + square(40, 30, 40)), RED, "evenodd"),),
    "gradient": (FillPath(BOW, RISING),),
    "gradient of one alpha": (FillRect(PAGE, 16, EVEN),),
    "lines": (
        StrokePath(BOW, 6, (), GLASS, join="bevel"),
        StrokePath(Path((MoveTo(30, 50), LineTo(165, 50))), 8, (16, 12), RED, cap="round"),
        StrokePath(Path((MoveTo(60, 90), LineTo(90, 60), LineTo(120, 90))), 6, (), BLUE, "square", "miter"),
    ),
    "clip": (
        Clip(PAGE, 30), FillRect(PAGE, 0, RED), Clip(Rect(0, 0, 100, 100), 0), FillRect(PAGE, 0, BLUE), Unclip(),
        FillRect(Rect(80, 60, 60, 60), 0, GLASS), Unclip(), FillRect(Rect(0, 0, 10, 10), 0, BLUE),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_looks_as_cairo_draws_it(name: str, tmp_path: FilePath) -> None:
    display = DisplayList(200, 100, OPERATIONS[name])
    expected = pixels(display)
    assert len(expected.getcolors(20000) or ()) > 1
    mean, percentile, blurred = difference(expected, drawn(document(*OPERATIONS[name]), (200, 100)), tmp_path)
    assert mean < 1.5  # pdfium draws gradients in 256 steps
    assert percentile <= 40
    assert blurred <= 8


def test_a_gradient_may_jump() -> None:
    jump = LinearGradient(20, 0, 180, 0, ((0, RED), (0.5, RED), (0.5, GLASS), (1, GLASS)))
    image = drawn(document(FillRect(PAGE, 0, jump)), (200, 100))
    assert [image.getpixel((x, 50)) for x in (19, 20, 98)] == [(255, 255, 255), (255, 0, 0), (255, 0, 0)]
    assert image.getpixel((102, 50)) == image.getpixel((179, 50)) == pytest.approx((153, 204, 153), abs=1)


def test_a_gradient_without_a_direction_is_its_last_colour() -> None:
    point = LinearGradient(20, 20, 20, 20, ((0, RED), (1, BLUE)))
    image = drawn(document(FillRect(PAGE, 0, point)), (200, 100))
    assert sorted(image.getcolors() or ()) == [(20000 - 160 * 80, (255, 255, 255)), (160 * 80, (0, 0, 255))]


@pytest.mark.parametrize(
    ("kind", "mode"), [("png", "RGB"), ("png", "RGBA"), ("png", "L"), ("jpeg", "RGB"), ("jpeg", "L")]
)
def test_a_picture_is_where_its_rectangle_is(kind: Literal["png", "jpeg"], mode: str) -> None:
    operations = (FillRect(Rect(0, 0, 200, 100), 0, BLUE), DrawPicture(PAGE, tiny_picture(kind, mode)))
    expected, found = pixels(DisplayList(200, 100, operations)), drawn(document(*operations), (200, 100))
    for x, y in ((10, 50), (40, 20), (40, 80), (160, 20), (160, 80), (190, 50)):
        one, other = expected.getpixel((x, y)), found.getpixel((x, y))
        assert isinstance(one, tuple)
        assert other == pytest.approx(one, abs=24)  # what lies between the few pixels is mixed by each in its own way
