"""Vector pictures in PNG, PDF and SVG: the same picture in each, judged by renderers of other makes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import resvg_py
from PIL import Image as Pillow
from PIL import ImageChops, ImageFilter

from layoutkit import Column, Image
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from tests.output.documents import document, rasterised
from tests.output.pictures import ABOUT
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.paint.display import DisplayList

STOPS = '<stop offset="0" stop-color="#fc0"/><stop offset="1" stop-color="#06c" stop-opacity="0.3"/>'
PICTURES = {
    "a gradient that reflects": '<linearGradient id="a" x2="0.3" y2="0.1" spreadMethod="reflect">{}</linearGradient>'
    '<rect x="10" y="10" width="180" height="80" fill="url(#a)"/>',
    "a radial gradient that is stretched, turned and seen through": '<radialGradient id="a" fx="0.3" '
    'gradientTransform="rotate(20)">{}</radialGradient><ellipse cx="100" cy="50" rx="90" ry="40" fill="url(#a)"/>',
    "a group that is seen through": '<g opacity="0.4"><rect x="20" y="10" width="90" height="60" stroke="red" '
    'stroke-width="9"/><circle cx="120" cy="55" r="40" fill="blue"/></g>',
    "groups in a group": '<g opacity="0.5"><rect width="90" height="90"/><g opacity="0.5"><circle cx="90" cy="50" '
    'r="40" fill="red"/><circle cx="120" cy="50" r="40" fill="lime"/></g></g>',
    "colours that are multiplied": '<rect x="20" y="10" width="90" height="60" fill="#fc0"/>'
    '<circle cx="110" cy="55" r="40" fill="#0af" style="mix-blend-mode: multiply"/>',
    "a clip with a hole": '<clipPath id="k"><path clip-rule="evenodd" d="M9 9H190V90H9ZM60 30V70H140V30Z"/></clipPath>'
    '<g clip-path="url(#k)"><circle cx="100" cy="50" r="80" fill="purple"/></g>',
    "dashes that begin inside": '<path d="M10 50H190" stroke="#000" stroke-width="20" stroke-dasharray="30 12" '
    'stroke-dashoffset="17"/>',
}


@pytest.fixture(params=PICTURES)
def display(request: pytest.FixtureRequest, tmp_path: Path) -> DisplayList:
    path = tmp_path / "picture.svg"
    inside = PICTURES[request.param].format(STOPS)
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{inside}</svg>', encoding="utf-8")
    return paint(arranged(Column(Image(path, alt="", width=200, height=100), align="start")))


def far(one: Pillow.Image, other: Pillow.Image) -> float:
    """How many of the pixels differ by more than a tenth, edges smoothed."""
    soft = [image.convert("RGB").filter(ImageFilter.BoxBlur(1)) for image in (one, other)]
    off = ImageChops.difference(*soft).convert("L").point(lambda value: 255 * (value > 25))
    return off.histogram()[255] / (off.width * off.height)


def drawn(display: DisplayList) -> Pillow.Image:
    return Pillow.open(io.BytesIO(png(display, 2, 96, ABOUT))).convert("RGB")


def test_a_pdf_shows_the_picture_of_the_png(display: DisplayList) -> None:
    page = rasterised(document(*display.operations, width=display.width, height=display.height), 2 * 4 / 3)
    found = page.convert("RGB").resize(drawn(display).size)
    assert len(found.getcolors(1 << 20) or ()) > 2
    assert far(found, drawn(display)) < 0.01


def test_an_svg_shows_the_picture_of_the_png(display: DisplayList) -> None:
    data = resvg_py.svg_to_bytes(svg_string=svg(display, ABOUT).decode(), zoom=2, background="white")
    found = Pillow.open(io.BytesIO(data)).convert("RGB")
    assert far(found, drawn(display)) < 0.01


def test_current_color_follows_the_readers_light_or_dark_setting(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    stops = '<stop offset="0" stop-color="currentColor"/><stop offset="1" stop-color="#f00"/>'
    inside = f'<linearGradient id="a">{stops}</linearGradient><rect width="9" height="9" fill="url(#a)" opacity="0.5"/>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>', encoding="utf-8")
    light, dark = (
        paint(arranged(Column(Image(path, alt="", width=90, color=color)))) for color in ("#123456", "#fedcba")
    )
    written = svg(light, ABOUT, dark).decode()
    assert 'class="stop-hex-12345680"' in written
    assert "@media (prefers-color-scheme: dark)" in written
    assert "--hex-12345680: #fedcba80;" in written
