"""PDF and SVG files show the picture of the web: the very files, in programs that readers have, pixel by pixel.

Measured with Poppler 22.12 and Chromium 156, light and dark: see the limits. What differs are the edges of letters,
and in a PDF those of boxes, which lie where the layout has them and not on device pixels: a page has none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from tests.output.alike import Distance, assert_alike, distance
from tests.output.viewers import by_chromium, by_pdftoppm, needs

NAMES = sorted(path.stem for path in (Path(__file__).parents[2] / "figures").glob("[0-9]*.py"))
SCALE = 2
"""Device pixels for one px on the web, as [output.web] has it."""
PDF_MOST = Distance(0.5, 62, 44)
"""Measured: at most 0.42, 55 and 40."""
SVG_MOST = Distance(0.35, 30, 15)
"""Measured: at most 0.30, 25 and 12."""

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
    assert_alike(web, drawn, PDF_MOST, tmp_path / f"{name}-pdf-difference.png")


@needs("chromium", "chromium")
@pytest.mark.parametrize("mode", ["light", "dark"])
@every_figure
def test_chromium_shows_the_picture_of_the_web(
    name: str, mode: Literal["light", "dark"], published: Path, tmp_path: Path
) -> None:
    drawn = by_chromium(published / "svg", mode, SCALE)[name]
    assert_alike(on_the_web(published, name, mode), drawn, SVG_MOST, tmp_path / f"{name}-{mode}-difference.png")


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
