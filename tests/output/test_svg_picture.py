"""SVG files show the same picture as PNG files, as resvg draws them, which comes with the test tools everywhere.

It draws each figure with the fonts taken out of the file; it knows no CSS variables, so it shows the light colours that
stand beside them. It knows no font features either: texts that ask for some are left out. Chromium, where it is
installed, leaves out nothing: see test_same_picture.py.
"""

from __future__ import annotations

import base64
import io
import re
from typing import TYPE_CHECKING

import pytest
import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image

from layoutkit.geometry import Rect
from layoutkit.output.svg import svg
from layoutkit.paint.display import DisplayList, DrawPicture, FillRect, Glyphs
from layoutkit.picture import Picture
from tests.output.alike import Distance, assert_alike
from tests.output.operations import BLUE, OPERATIONS, PAGE, pixels
from tests.output.pictures import ABOUT
from tests.output.svg_figures import FIGURES, display, figure_svg

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.paint.display import Operation

MOST = Distance(0.4, 26, 15)
"""Measured: at most 0.31, 22 and 12."""
Box = tuple[int, int, int, int]


def font_files(source: str, folder: Path) -> list[str]:
    """The fonts inside a file, unpacked."""
    paths = []
    for i, data in enumerate(re.findall(r"data:font/\w+;base64,([^)]*)\)", source)):
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        font.flavor = None
        paths.append(str(folder / f"{i}.ttf"))
        font.save(paths[-1])
    return paths


def with_features(name: str) -> list[Box]:
    """Where the texts are that ask for font features, as left, top, right and bottom."""
    return [
        (int(o.x) - 1, int(o.y - o.run.size), int(o.x + o.run.width) + 2, int(o.y + o.run.size / 2))
        for o in display(name).ink
        if isinstance(o, Glyphs) and o.run.features
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_resvg_draws_the_picture(name: str, tmp_path: Path) -> None:
    source = figure_svg(name).decode()
    fonts = font_files(source, tmp_path)
    data = resvg_py.svg_to_bytes(svg_string=source, skip_system_fonts=True, font_files=fonts)
    with Image.open(io.BytesIO(data)) as drawn:
        expected = pixels(display(name))
        assert_alike(expected, drawn, MOST, tmp_path / f"{name}-difference.png", with_features(name))


def by_resvg(*operations: Operation) -> Image.Image:
    """What resvg draws of operations on a white page of 200 × 100 px."""
    source = svg(DisplayList(200, 100, operations), ABOUT).decode()
    with Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=source, background="white"))) as image:
        return image.convert("RGB")


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_looks_as_cairo_draws_it(name: str, tmp_path: Path) -> None:
    expected = pixels(DisplayList(200, 100, OPERATIONS[name]))
    assert len(expected.getcolors(20000) or ()) > 1
    most = Distance(1, 56, 10)  # 51 and 9 at the dots of round corners; all else is below 48 and 8
    assert_alike(expected, by_resvg(*OPERATIONS[name]), most, tmp_path / "difference.png")


def test_a_picture_fills_its_rectangle() -> None:
    file = io.BytesIO()
    image = Image.new("RGBA", (8, 8), "#40b060")
    image.paste("#d04020", (0, 0, 4, 4))
    image.paste((0, 0, 0, 0), (4, 4, 8, 8))
    image.save(file, "PNG")
    place = DrawPicture(PAGE, Picture(8, 8, "png", file.getvalue()))
    operations = (FillRect(Rect(0, 0, 200, 100), 0, BLUE), place)
    expected, found = pixels(DisplayList(200, 100, operations)), by_resvg(*operations)
    for x, y in ((10, 50), (40, 20), (40, 80), (160, 20), (160, 80), (190, 50)):
        one, other = expected.getpixel((x, y)), found.getpixel((x, y))
        assert isinstance(one, tuple)
        assert other == pytest.approx(one, abs=24)  # few pixels, stretched: each mixes them in its own way
