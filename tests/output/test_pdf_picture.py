"""A PDF shows what the PNG shows, as pdfium draws it, which comes with the test tools everywhere."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Literal

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from layoutkit.geometry import Rect
from layoutkit.paint.display import (
    DisplayList,
    DrawPicture,
    FillRect,
    LinearGradient,
)
from layoutkit.picture import Picture
from tests.output.alike import Distance, assert_alike
from tests.output.documents import FIGURES, document, series, shipped, shipped_sheet
from tests.output.operations import BLUE, GLASS, OPERATIONS, PAGE, RED, pixels

if TYPE_CHECKING:
    from pathlib import Path as FilePath


FINER = 6
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


@cache
def shown(number: str) -> Image.Image:
    """A shipped figure as its PDF shows it, one pixel a px."""
    display = shipped_sheet(number).display
    return drawn(shipped(number), (round(display.width), round(display.height)))


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_looks_as_cairo_draws_it(number: str, tmp_path: FilePath) -> None:
    expected = pixels(shipped_sheet(number).display)
    assert_alike(expected, shown(number), Distance(0.25, 18, 10), tmp_path / "difference.png")


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_looks_as_on_the_web(number: str, tmp_path: FilePath) -> None:
    """On the web, edges lie on device pixels: up to a quarter of a px beside their place, and connectors follow.

    Both pictures are blurred a little, so that this counts less than what is missing or elsewhere.
    """
    renderer, figures = series()
    data = renderer.picture(*figures[number], renderer.theme.output.web)
    with Image.open(io.BytesIO(data)) as image:
        web = image.convert("RGB").resize(shown(number).size, Image.Resampling.BOX)
    web, paper = (image.filter(ImageFilter.GaussianBlur(1.5)) for image in (web, shown(number)))
    assert_alike(web, paper, Distance(0.5, 28, 18), tmp_path / "difference.png")


def tiny_picture(kind: Literal["png", "jpeg"], mode: str) -> Picture:
    """Four quarters of different colours, as a file."""
    image = Image.new(mode, (8, 8), "#40b060" if mode != "L" else 60)
    image.paste("#d04020" if mode != "L" else 200, (0, 0, 4, 4))
    if mode == "RGBA":
        image.putalpha(Image.linear_gradient("L").resize((8, 8)))
    file = io.BytesIO()
    image.save(file, kind)
    return Picture(8, 8, kind, file.getvalue())


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_looks_as_cairo_draws_it(name: str, tmp_path: FilePath) -> None:
    display = DisplayList(200, 100, OPERATIONS[name])
    expected = pixels(display)
    assert len(expected.getcolors(20000) or ()) > 1
    most = Distance(1.5, 40, 8)  # pdfium draws gradients in 256 steps
    assert_alike(expected, drawn(document(*OPERATIONS[name]), (200, 100)), most, tmp_path / "difference.png")


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
