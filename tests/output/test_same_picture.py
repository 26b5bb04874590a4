"""PDF and SVG files show the picture of the web: the very files, in programs that readers have, pixel by pixel.

Measured with Poppler 22.12 and Chromium 156, light and dark: see the limits. What differs are the edges of letters,
and in a PDF those of boxes, which lie where the layout has them and not on device pixels: a page has none.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageFilter

from layoutkit import Code, Column, Node, Text
from layoutkit.layout.arrange import arrange, route_all
from layoutkit.layout.snap import snap
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.style.resolve import resolve
from tests.output.alike import Distance, assert_alike, distance
from tests.output.pictures import ABOUT
from tests.output.svg_figures import STUDIO
from tests.output.viewers import by_chromium, by_pdftoppm, needs

NAMES = sorted(path.stem for path in (Path(__file__).parents[2] / "figures").glob("[0-9]*.py"))
SCALE = 2
"""Device pixels for one px on the web, as [output.web] has it."""
BLUR = ImageFilter.GaussianBlur(1.5)
"""In device pixels, for pictures of figures: edges a quarter of a px apart count less than what is missing or moved."""
PDF_MOST = Distance(0.5, 22, 32)
"""Measured: at most 0.44, 19 and 29."""
SVG_MOST = Distance(0.45, 9, 20)
"""Measured: at most 0.42, 7 and 18; the mean is that of a wide ground whose colour is rounded the other way."""

SPACES_MOST = Distance(0.2, 30, 20)
"""Measured: at most 0.08, 18 and 15; with one space lost, a patch differs by 88 or more."""

every_figure = pytest.mark.parametrize("name", NAMES)


def on_the_web(published: Path, name: str, mode: str = "light") -> Image.Image:
    folder = {"light": "web", "dark": "web-dark"}[mode]
    with Image.open(published / folder / f"{name}.png") as image:
        return image.convert("RGB")


def test_all_five_figures_are_compared() -> None:
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04", "05"]


@needs("pdftoppm", "poppler-utils")
@every_figure
def test_pdftoppm_shows_the_picture_of_the_web(name: str, published: Path, tmp_path: Path) -> None:
    web = on_the_web(published, name)
    drawn = by_pdftoppm(published / "pdf" / f"{name}.pdf", web.size)
    assert_alike(web.filter(BLUR), drawn.filter(BLUR), PDF_MOST, tmp_path / f"{name}-pdf-difference.png")


@needs("chromium", "chromium")
@pytest.mark.parametrize("mode", ["light", "dark"])
@every_figure
def test_chromium_shows_the_picture_of_the_web(
    name: str, mode: Literal["light", "dark"], published: Path, tmp_path: Path
) -> None:
    drawn = by_chromium(published / "svg", mode, SCALE)[name].convert("RGB").filter(BLUR)
    web = on_the_web(published, name, mode).filter(BLUR)
    assert_alike(web, drawn, SVG_MOST, tmp_path / f"{name}-{mode}-difference.png")


SPACES: dict[str, Node] = {
    "run": Text("a    b"),
    "start": Text("    return x", role="code"),
    "json": Code('{\n  "ids": [\n    101\n  ]\n}', language="json"),
    "python": Code("def f(x):\n    if x:\n        return x  # a    b", language="python"),
    "tabs-in-code": Code("if x:\n\treturn\t x", language="python"),
    "spans": Text("one   *two   three*   `four    five`     _six_"),
    "title": Text("x    y    *z   w*", role="title"),
    "spaced-letters": Text("wide   letter   spaces", role="label"),
    "lines": Text("a   b\n    c   d\n  e", role="code"),
    "broken": Text("long   text   with   runs   of   spaces,   broken   over   several   lines", width=180),
}
"""Texts whose spaces decide where their words are."""


@needs("chromium", "chromium")
def test_chromium_keeps_the_spaces_of_texts(tmp_path: Path) -> None:
    expected = {}
    for name, node in SPACES.items():
        page = Column(node, padding=8, background="#ffffff", align="start")
        styled = resolve(page, STUDIO.theme, STUDIO.typesetter, language="en")
        display = paint(route_all(snap(arrange(styled, 400).root, SCALE)), SCALE)
        expected[name] = png(display, SCALE, 96 * SCALE, ABOUT)
        (tmp_path / f"{name}.svg").write_bytes(svg(display, ABOUT))
    drawn = by_chromium(tmp_path, "light", SCALE)
    for name, data in expected.items():
        with Image.open(io.BytesIO(data)) as image:
            assert_alike(image.convert("RGB"), drawn[name], SPACES_MOST, tmp_path / f"{name}-difference.png")


def test_a_difference_is_measured_and_shown(published: Path, tmp_path: Path) -> None:
    web = on_the_web(published, NAMES[0])
    assert distance(web, web) == (0, 0, 0)
    moved = Image.new("RGB", web.size, "white")
    moved.paste(web, (1, 0))
    picture = tmp_path / "difference.png"
    with pytest.raises(AssertionError, match=f"see {picture}"):
        assert_alike(web, moved, PDF_MOST, picture)
    with Image.open(picture) as shown:
        assert shown.size == (3 * web.width, web.height)


def test_a_lost_word_is_found_in_blurred_pictures(published: Path, tmp_path: Path) -> None:
    """The blur hides edges that lie a little apart, and no more."""
    web = on_the_web(published, NAMES[0])
    lost = web.copy()
    lost.paste("#ffffff", (798, 640, 940, 684))  # the words "o próximo" of a paragraph
    for most in (PDF_MOST, SVG_MOST):
        with pytest.raises(AssertionError, match="is more than"):
            assert_alike(web.filter(BLUR), lost.filter(BLUR), most, tmp_path / "difference.png")
