"""Figures in notebooks: what a cell shows, and two of them on one page."""

from __future__ import annotations

import base64
import io
import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image, ImageChops

from layoutkit import Column, Row, Text, figure
from tests.api.figures import LOOKS, TOKENS, steps
from tests.output.viewers import needs, screenshot

if TYPE_CHECKING:
    from layoutkit import Figure

WORDS = ("collect", "clean", "train")


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own file


def shown(one: Figure, look: str = "own") -> tuple[dict[str, Any], dict[str, Any]]:
    return one.with_theme(LOOKS[look])._repr_mimebundle_()


def test_a_figure_shows_itself_as_svg_with_a_png_behind_it() -> None:
    data, about = shown(steps("data", *WORDS))
    root = parsed(data["image/svg+xml"])
    assert root.get("role") == "graphics-document document"
    png = base64.b64decode(data["image/png"])
    assert png == steps("data", *WORDS).render(LOOKS["own"], scale=2)
    alt = "3 steps of data, one after the other."
    size = {"width": round(float(root.get("width", ""))), "height": round(float(root.get("height", "")))}
    assert about["image/png"] == {**size, "alt": alt}
    assert alt in data["image/svg+xml"]
    assert data["text/plain"].startswith(f"Steps of data: {alt}")


def test_findings_are_shown_below_the_picture() -> None:
    crowded = figure(title="T", alt="A <wide> & long text.", language="en")(
        lambda _: Row(Text("word " * 60, wrap="nowrap"))
    )
    data, _ = shown(crowded)
    picture, *messages = re.findall(r"<img[^>]*>|<pre.*?</pre>", data["text/html"], re.DOTALL)
    assert 'alt="A &lt;wide&gt; &amp; long text."' in picture
    assert "error[overflow]" in messages[0]
    assert "test_notebook.py" in messages[0]
    assert "error[overflow]" in data["text/plain"]
    source = re.search(r'base64,([^"]*)"', picture)
    assert source is not None
    assert base64.b64decode(source[1]).decode() == data["image/svg+xml"]


def test_a_figure_that_cannot_be_built_shows_why() -> None:
    broken = figure(title="T", alt="A", language="en")(lambda t: Column(Text("x"), gap=t.space.nothing))
    data, about = shown(broken)
    assert set(data) == {"text/plain", "text/html"}
    assert about == {}
    assert "error[unknown-token]" in data["text/html"]


def ids(svg: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]*)"', svg))


def test_no_two_figures_of_a_page_have_ids_or_rules_in_common() -> None:
    """Neither two looks of a figure nor the same one shown twice; every rule is bound to its own figure."""
    pages = [shown(steps("data", *WORDS), look)[0]["image/svg+xml"] for look in ("own", "dark", "own")]
    for number, svg in enumerate(pages):
        others = set.union(*(ids(other) for at, other in enumerate(pages) if at != number))
        assert ids(svg)
        assert not ids(svg) & others
        root = parsed(svg).get("id")
        style = re.search(r"<style>(.*?)</style>", svg, re.DOTALL)
        assert style is not None
        for selector in re.findall(r"(?:^|[{}])\s*([^@{}]+?)\s*\{", re.sub(r"@font-face \{.*?\}\n", "", style[1])):
            assert selector.startswith(f"#{root}"), selector
        assert set(re.findall(r"url\(#([^)]*)\)", svg)) <= ids(svg)


# -- a kernel and a browser -------------------------------------------------------------------------------------------

LOAD = f"""from layoutkit import *
light = load_theme({str(TOKENS)!r})
dark = load_theme({str(TOKENS)!r}, modes={{"theme": "dark"}})"""
MAKE = """
@figure(title="Two words", alt="Two words beside each other.", language="en")
def words(t: Theme) -> Node:
    return Row(Text("one"), Text("two"), gap=t.space.m)
"""
BAD = """# a comment
@figure(title="Too wide", alt="A text that is too wide.", language="en")
def wide(t: Theme) -> Node:
    long = "word " * 60
    return Row(Text(long, wrap=False))
wide.with_theme(light)"""


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[list[dict[str, Any]]]:
    """What a kernel shows."""
    import nbclient  # noqa: PLC0415 - only the second tier needs it
    import nbformat.v4 as made  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("notebook")
    sources = [
        LOAD,
        MAKE,
        "words.with_theme(light)",
        "words.with_theme(dark)",
        BAD,
        "words",
        "wide.check(light)[0].places",
    ]
    book: Any = made.new_notebook(cells=[made.new_code_cell(source) for source in sources])  # type: ignore[no-untyped-call,unused-ignore]
    place = {"metadata": {"path": str(folder)}}
    nbclient.NotebookClient(book, timeout=600, kernel_name="python3", resources=place).execute()
    return [[dict(one) for one in cell.outputs] for cell in book.cells]


@pytest.mark.slow
def test_a_kernel_shows_a_figure(cells: list[list[dict[str, Any]]]) -> None:
    for (only,), look in zip(cells[2:4], ("light", "dark"), strict=True):
        assert only["output_type"] == "execute_result", look
        assert {"image/svg+xml", "image/png", "text/plain"} <= set(only["data"])
        assert "Two words beside each other." in only["data"]["image/svg+xml"]
    assert not ids(cells[2][0]["data"]["image/svg+xml"]) & ids(cells[3][0]["data"]["image/svg+xml"])


@pytest.mark.slow
def test_a_finding_points_into_its_cell(cells: list[list[dict[str, Any]]]) -> None:
    (only,) = cells[4]
    message = only["data"]["text/plain"]
    assert "--> Cell In[5]:5:16" in message
    assert "5 |     return Row(Text(long, wrap=False))" in message
    assert "Cell In[5]:5:16" in only["data"]["text/html"]


@pytest.mark.slow
def test_a_figure_without_a_token_file_has_the_base_theme_and_a_note(cells: list[list[dict[str, Any]]]) -> None:
    note = "".join(one["text"] for one in cells[5] if one["output_type"] == "stream")
    assert "the figure has the base theme of layoutkit" in note
    (result,) = [one for one in cells[5] if one["output_type"] == "execute_result"]
    assert "image/svg+xml" in result["data"]


@needs("chromium", "chromium")
def test_two_figures_on_one_page_look_as_they_do_alone(cells: list[list[dict[str, Any]]]) -> None:
    """Two themes, inline as many front ends put them, below styles of a page of its own."""
    pictures = [cells[number][0]["data"]["image/svg+xml"] for number in (2, 3)]
    root = parsed(pictures[0])
    size = round(float(root.get("width", ""))), round(float(root.get("height", "")))

    def page(*svgs: str) -> str:
        boxes = [
            f'<div style="position:absolute;left:0;top:{i * (size[1] + 20)}px">{svg}</div>'
            for i, svg in enumerate(svgs)
        ]
        return f"<!doctype html><meta charset=utf-8><style>body{{margin:0}}</style>{''.join(boxes)}"

    together = screenshot(page(*pictures), (size[0], 2 * size[1] + 20), 1, ())
    for number, svg in enumerate(pictures):
        alone = screenshot(page(svg), (size[0], size[1]), 1, ()).crop((0, 0, *size))
        top = number * (size[1] + 20)
        part = together.crop((0, top, size[0], top + size[1]))
        assert ImageChops.difference(part.convert("RGB"), alone.convert("RGB")).getbbox() is None
        assert len(alone.convert("RGB").getcolors(100_000) or ()) > 3
    light, dark = (Image.open(io.BytesIO(base64.b64decode(cells[n][0]["data"]["image/png"]))) for n in (2, 3))
    assert light.convert("RGB").getpixel((2, 2)) != dark.convert("RGB").getpixel((2, 2))
