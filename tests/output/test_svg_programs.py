"""SVG files with ``text = "outlines"`` look alike in other people's programs, and are read once in Chromium.

``python -m tests.output.svg_table`` measures more pictures, live text as well, and writes the table in docs/outputs.md.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit import BulletList, Heading, Icon, Quote, Table
from layoutkit.output.png import png
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from tests.output.alike import share_off
from tests.output.svg_figures import FIGURES, about, display, figure_svg
from tests.output.svg_table import artworks, picture
from tests.output.svg_viewers import PROGRAMS, viewer
from tests.output.viewers import needs
from tests.preview.browser import chromium
from tests.style.series import placed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOST = 1.0
"""Per cent of the pixels; docs/outputs.md has what was measured."""
SCALE = 2
"""Pixels for one CSS px, as [output.web] has it."""


def by_cairo(name: str) -> Image.Image:
    """The picture of the web."""
    with Image.open(io.BytesIO(png(display(name), SCALE, 96 * SCALE, about(name)))) as image:
        return image.convert("RGB")


@pytest.fixture(scope="module")
def outlined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The figures, in outlines."""
    folder = tmp_path_factory.mktemp("outlines")
    for name in FIGURES:
        (folder / f"{name}.svg").write_bytes(svg(display(name), about(name), font=None))
    return folder


@pytest.mark.parametrize(
    ("program", "name"),
    [
        pytest.param(program, name, marks=needs(*wanted), id=f"{program}-{name[:2]}")
        for program, wanted in PROGRAMS.items()
        for name in FIGURES
    ],
)
def test_outlines_look_alike(program: str, name: str, outlined: Path, tmp_path: Path) -> None:
    drawn = viewer(program)(outlined / f"{name}.svg", SCALE)
    drawn.save(tmp_path / "drawn.png")
    assert share_off(by_cairo(name), drawn) <= MOST


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Image.Image]]:
    """The folder with the gallery in outlines, and how its figures have to look."""
    folder, expected = tmp_path_factory.mktemp("gallery"), {}
    for number, artwork in artworks("gallery"):
        (folder / f"{number}.svg").write_bytes(svg(artwork.display, artwork.metadata, font=None))
        expected[number] = picture(artwork)
    return folder, expected


@pytest.mark.parametrize(
    "program", [pytest.param(program, marks=needs(*wanted), id=program) for program, wanted in PROGRAMS.items()]
)
def test_the_gallery_looks_alike(program: str, gallery: tuple[Path, Mapping[str, Image.Image]]) -> None:
    folder, expected = gallery
    shares = {
        number: share_off(it, viewer(program)(folder / f"{number}.svg", SCALE)) for number, it in expected.items()
    }
    assert len(shares) == 12
    assert {number: share for number, share in shares.items() if share > MOST} == {}


def test_a_lost_word_is_more_than_is_allowed() -> None:
    name = next(iter(FIGURES))
    expected = by_cairo(name)
    found = expected.copy()
    found.paste("red", (0, 0, expected.width // 10, expected.height // 5))
    assert share_off(expected, expected) == 0
    assert share_off(expected, found) > MOST


@needs("chromium", "chromium")
@pytest.mark.parametrize("kind", ["live", "outlines"])
def test_chromium_reads_and_finds_each_text_once(kind: str, outlined: Path, tmp_path: Path) -> None:
    name = next(name for name in FIGURES if name.startswith("02"))
    source = figure_svg(name) if kind == "live" else (outlined / f"{name}.svg").read_bytes()
    page = tmp_path / "page.html"
    page.write_bytes(b'<!doctype html><meta charset="utf-8"><title>P</title>' + source)
    with chromium() as tab:
        tab.open(page.as_uri())
        tab.wait("document.readyState === 'complete'")
        nodes = [node for node in tab.call("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
        found = [tab.run("window.find('Instruction Tuning')") for _ in range(2)]
    said = [node["name"]["value"] for node in nodes if node["role"]["value"] == "StaticText"]
    assert found == [True, False]
    assert said.count("Instruction Tuning") == 1
    assert said.count("Modelo Base") == 1
    assert not [node for node in nodes if node["role"]["value"] in ("image", "graphics-symbol")]


@needs("chromium", "chromium")
def test_chromium_reads_lists_and_tables_as_such(tmp_path: Path) -> None:
    table = Table(("Campo", "Tipo"), [["input", ""]])
    drawn = paint(
        placed(Heading("Título"), BulletList("um"), table, Quote("Dito"), Icon("check", alt="feito", size=16))
    )
    page = tmp_path / "page.html"
    page.write_bytes(b'<!doctype html><meta charset="utf-8"><title>P</title>' + svg(drawn, about(next(iter(FIGURES)))))
    with chromium() as tab:
        tab.open(page.as_uri())
        tab.wait("document.readyState === 'complete'")
        nodes = [node for node in tab.call("Accessibility.getFullAXTree")["nodes"] if not node["ignored"]]
    roles = [node["role"]["value"] for node in nodes]
    expected = {
        "heading": 1,
        "list": 1,
        "listitem": 1,
        "table": 1,
        "row": 2,
        "columnheader": 2,
        "rowheader": 1,
        "cell": 1,
        "blockquote": 1,
        "image": 1,
    }
    assert {role: roles.count(role) for role in expected} == expected
