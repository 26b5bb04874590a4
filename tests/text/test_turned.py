"""Text turned by 90°: laid out, painted in all outputs, and seen by the rules."""

from __future__ import annotations

import io
import re
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from layoutkit import Card, Column, Figure, Node, Row, Text, Theme, figure, load_theme
from layoutkit.chart import Axis, Chart, line
from layoutkit.check.ink import text_ink
from layoutkit.geometry import Rect
from layoutkit.layout.arrange import arrange
from layoutkit.renderer import Renderer
from layoutkit.style.content import TextContent
from layoutkit.style.resolve import resolve
from layoutkit.text.line_space import LineSpace
from tests.check.figures import faults
from tests.nodes.faults import fault
from tests.output.viewers import needs

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.keywords import WritingMode
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import Styled

MODES: tuple[WritingMode, ...] = ("sideways-lr", "sideways-rl")
turned = pytest.mark.parametrize("mode", MODES)


def texts(*nodes: Node) -> list[PlacedBox[Styled]]:
    theme = load_theme()
    root = arrange(resolve(Column(*nodes), theme, Renderer(theme).typesetter, language="en"), 600).root
    return list(_texts(root))


def _texts(box: PlacedBox[Styled]) -> list[PlacedBox[Styled]]:
    here = [box] if isinstance(box.box.content, TextContent) else []
    return [*here, *(text for child in box.children for text in _texts(child))]


@turned
def test_width_and_height_change_places(mode: WritingMode) -> None:
    level, other = texts(Row(Text("Custo", wrap="nowrap"), Text("Custo", writing_mode=mode), align="start"))
    assert (other.rect.width, other.rect.height) == (level.rect.height, level.rect.width)


@turned
def test_lines_are_as_long_as_the_box_is_high(mode: WritingMode) -> None:
    words = "one two three four five six seven eight"
    level, other = texts(
        Row(Text(words, width=120), Text(words, writing_mode=mode, height=120, padding_y=0), align="start")
    )
    assert (other.rect.width, other.rect.height) == (level.rect.height, 120)
    (padded,) = texts(Row(Text(words, writing_mode=mode, max_height=140, padding=10), align="start"))
    assert padded.content.height <= 120
    assert padded.content.width == level.rect.height


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 50), st.floats(0, 50), st.sampled_from(MODES))
def test_a_rectangle_finds_its_way_back(x: float, y: float, width: float, height: float, mode: WritingMode) -> None:
    space, box = LineSpace.of(mode, Rect(3, 5, 70, 90)), Rect(x, y, width, height)
    back = space.block_rect(space.rect(box))
    assert [back.x, back.y, back.width, back.height] == pytest.approx([x, y, width, height])


def shown(mode: WritingMode) -> Figure:
    @figure(title="T", alt="Um texto virado.", language="pt-BR")
    def one(_: Theme) -> Node:
        return Column(Text("Tf *gy*", role="title", writing_mode=mode, align_self="center"), padding=40)

    return one


def pixels(mode: WritingMode) -> Image.Image:
    drawn = Image.open(io.BytesIO(shown(mode).render(load_theme(), scale=1))).convert("L")
    return drawn.point(lambda value: 255 * (value < 128))


@pytest.mark.parametrize(("mode", "angle"), [("sideways-lr", 90), ("sideways-rl", -90)])
def test_turned_letters_are_the_level_ones_turned(mode: WritingMode, angle: int) -> None:
    level, other = pixels("horizontal-tb"), pixels(mode)
    expected = level.crop(level.getbbox()).rotate(angle, expand=True)
    found = other.crop(other.getbbox())
    assert abs(found.width - expected.width) <= 1
    assert abs(found.height - expected.height) <= 1
    size = min(found.width, expected.width), min(found.height, expected.height)
    one, two = (picture.resize(size).tobytes() for picture in (found, expected))
    assert sum(a != b for a, b in zip(one, two, strict=True)) < 0.12 * len(one)


@turned
def test_the_rules_know_where_the_ink_is(mode: WritingMode) -> None:
    (placed,) = texts(Row(Text("Tf gy", role="title", writing_mode=mode, padding=7), align="start"))
    text = placed.box.content
    assert isinstance(text, TextContent)
    ink = text_ink(text.within(placed.content), text.space(placed.content))
    assert ink is not None
    assert placed.content.contains(ink, 1.0)
    assert ink.height > 2 * ink.width


FIGURE = """
@figure(title="T", alt="Um texto virado.")
def example(t: Theme) -> Node:
    return Column(Row({nodes}, gap=t.space.xl))
"""


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ("Card(Text('Uma palavra', writing_mode='sideways-lr'))", None),
        ("Card(Text('Inconstitucionalissimamente', writing_mode='sideways-lr', height=t.space.xxl))",
         "overflow: Text “Inconstitucionalissimame…” needs 206 px in height; its box offers 48 px"),
        ("Card(Text('uma e duas e três', writing_mode='sideways-rl', height=t.space.xxl, width=t.space.l))",
         "overflow: Text “uma e duas e três” needs 72 px in width; its box offers 24 px"),
        ("Text('cinza', writing_mode='sideways-lr', color='#d0d0d0')", "contrast: “cinza” has a contrast of 1.5 : 1"),
        ("Stack(Text('Uma', writing_mode='sideways-lr'), Text('Duas', writing_mode='sideways-lr'))", "overlap: "),
        ("Row(Text('longa', writing_mode='sideways-rl'), height=t.space.s, overflow='hidden')", "clipped: "),
    ],
)  # fmt: skip
def test_the_rules_see_turned_text(nodes: str, expected: str | None, tmp_path: Path) -> None:
    found = [f"{one.diagnostic.rule}: {one.diagnostic.message}" for one in faults(FIGURE.format(nodes=nodes), tmp_path)]
    if expected is None:
        assert found == []
    else:
        assert any(message.startswith(expected) for message in found), found


@turned
def test_svg_and_pdf_hold_turned_text(mode: WritingMode) -> None:
    theme = load_theme()
    svg = shown(mode).render(theme, "svg").decode()
    (element,) = re.findall(r"<text [^>]*transform=\"rotate\((-?90)\)\"", svg)
    assert int(element) == (-90 if mode == "sideways-lr" else 90)
    assert "Tf" in svg


def test_another_word_is_refused() -> None:
    with fault("bad-value") as found:
        Text("a", writing_mode="vertical-rl")  # type: ignore[arg-type]
    assert found.message == ("writing_mode is 'vertical-rl'; expected one of horizontal-tb, sideways-rl, sideways-lr")


def test_the_title_of_an_axis_stands_beside_it() -> None:
    chart = Chart(line([1, 2, 4]), y=Axis("a long loss", title_angle=-90), lines=6)
    title = next(text for text in texts(Card(chart)) if text.box.text.startswith("a long"))
    assert title.rect.height > 3 * title.rect.width
    with fault("bad-value") as found:
        Axis("a", title_angle=45)  # type: ignore[arg-type]
    assert found.message == "title_angle is 45; expected 0, -90 or 90"
    with fault("bad-value") as found:
        Chart(line([1, 2]), x=Axis("a", title_angle=90))
    assert found.message == "the title of x is turned by 90 degrees; the title of x is always horizontal"


@needs("pdftotext", "poppler-utils")
@turned
def test_turned_text_can_be_selected_in_a_pdf(mode: WritingMode, tmp_path: Path) -> None:
    file = tmp_path / "turned.pdf"
    file.write_bytes(shown(mode).render(load_theme(), "pdf"))
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)  # noqa: S607
    assert "Tf gy" in read.stdout
