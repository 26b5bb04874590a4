"""Text in PDF files: fonts, characters, places."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from layoutkit import Column, Text
from layoutkit.color import Color
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.paint import paint
from layoutkit.paint.display import Glyphs
from layoutkit.text.fonts import Face
from layoutkit.text.shape import GlyphRun
from tests.output.documents import ABOUT, FIGURES, document, opened, parts, rasterised, shipped, shipped_sheet
from tests.output.runs import shaped
from tests.style.resolving import arranged
from tests.text.test_fonts import variable_font

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pikepdf
    from PIL import Image

BLACK = Color(0, 0, 0)
every_figure = pytest.mark.parametrize("number", FIGURES)


def fonts(file: pikepdf.Pdf) -> Iterator[tuple[Any, Any]]:
    """The composite fonts of a file, and the font below each."""
    for page in file.pages:
        for font in page.resources.Font.values():
            yield font, font.DescendantFonts[0]


def said(data: bytes) -> list[str]:
    """The text of each piece of content, by the tests' own reading of the file."""
    file = opened(data)
    return [part.text for part in parts(file.pages[0]) if "TJ" in part.operators]


def extracted(data: bytes) -> str:
    """The text of a page as pdfium reads it, in the order of the content."""
    return str(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


def written(run_text: str, **style: Any) -> bytes:  # noqa: ANN401 - the fields of a TextStyle
    return document(Glyphs(10, 50, shaped(run_text, **style), BLACK))


def dark(data: bytes) -> Image.Image:
    """One pixel a px, white where the ink covers more than half of it, black elsewhere."""
    return rasterised(data, 4 / 3).convert("L").point(lambda value: 255 * (value < 128))


# -- fonts ------------------------------------------------------------------------------------------------------------


@every_figure
def test_fonts_are_embedded_and_hold_only_what_is_used(number: str) -> None:
    file = opened(shipped(number))
    found = list(fonts(file))
    assert len(found) >= 3
    for font, below in found:
        name = str(font.BaseFont)
        tag, plus, _ = name[1:].partition("+")
        assert (len(tag), tag.isupper(), plus) == (6, True, "+")
        assert name == str(below.BaseFont) == str(below.FontDescriptor.FontName)
        program = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
        drawn = {i for i, glyph in enumerate(program.getGlyphOrder()) if program["glyf"][glyph].numberOfContours}
        assert 2 <= len(drawn) < 150
        widths = dict(read_widths(below.W))
        for glyph, width in widths.items():
            advance = program["hmtx"][program.getGlyphName(glyph)][0]
            assert width == pytest.approx(advance * 1000 / program["head"].unitsPerEm, abs=0.5)
        assert below.CIDToGIDMap == "/Identity"


def read_widths(widths: Any) -> Iterator[tuple[int, float]]:  # noqa: ANN401 - as above
    for first, stretch in zip(list(widths)[::2], list(widths)[1::2], strict=True):
        for i, width in enumerate(stretch):
            yield int(first) + i, float(width)


def lone_glyph(face: Face) -> GlyphRun:
    """The letter a of a small font."""
    glyph = face.glyph_id("a")
    assert glyph is not None
    return GlyphRun(face, 20.0, "a", (glyph,), (0.0,), (0.0,), (0,), 20 * face.advance(glyph))


def test_a_variable_font_is_embedded_at_each_weight_it_is_used_at(tmp_path: Path) -> None:
    path = variable_font(tmp_path)
    runs = [lone_glyph(Face(path, weight=weight)) for weight in (100, 900)]
    data = document(*(Glyphs(20 + 80 * i, 60, run, BLACK) for i, run in enumerate(runs)))
    file = opened(data)
    assert sorted(str(font.BaseFont).rpartition("-")[2] for font, _ in fonts(file)) == ["wght100", "wght900"]
    for _, below in fonts(file):
        assert "fvar" not in TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
    image = dark(data)
    assert [image.crop((x, 0, x + 70, 100)).getbbox() for x in (10, 90)] == [(10, 46, 18, 60), (10, 46, 24, 60)]


def test_a_font_of_postscript_outlines_is_embedded(tmp_path: Path) -> None:
    path = tmp_path / "cff.otf"
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    pens = {name: T2CharStringPen(600, None) for name in (".notdef", "a")}
    for x, y, command in ((0, 0, "moveTo"), (0, 700, "lineTo"), (600, 700, "lineTo"), (600, 0, "lineTo")):
        getattr(pens["a"], command)((x, y))
    for pen in pens.values():
        pen.closePath()
    builder.setupCFF("Small", {}, {name: pen.getCharString() for name, pen in pens.items()}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "a": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sCapHeight=700, sxHeight=500, sTypoAscender=800, sTypoDescender=-200, version=4)
    builder.setupNameTable({"familyName": "Small", "styleName": "Regular", "psName": "Small (Regular)"})
    builder.setupPost()
    builder.save(path)
    data = document(Glyphs(20, 60, lone_glyph(Face(path)), BLACK))
    ((font, below),) = fonts(file := opened(data))
    assert (below.Subtype, below.FontDescriptor.FontFile3.Subtype) == ("/CIDFontType0", "/CIDFontType0C")
    assert str(font.BaseFont).endswith("+SmallRegular-Identity-H")
    assert said(data) == [part.text for part in parts(file.pages[0])] == ["a"]
    assert dark(data).getbbox() == (20, 46, 32, 60)


# -- characters -------------------------------------------------------------------------------------------------------


@every_figure
def test_a_reader_finds_the_words_in_order(number: str) -> None:
    lines = [glyphs.run.text.strip() for glyphs in shipped_sheet(number).display.ink if isinstance(glyphs, Glyphs)]
    text = " ".join(extracted(shipped(number)).split())
    at = 0
    for words in lines:
        at = text.find(" ".join(words.split()), at)
        assert at >= 0, f"{words!r} is missing, or comes too early"
        at += len(words)


def test_lines_of_a_paragraph_are_joined() -> None:
    text = "Pré-treinado: conhecimento geral da língua e do mundo."
    display = paint(arranged(Column(Text(text, width=120))))
    assert len([ink for ink in display.ink if isinstance(ink, Glyphs)]) > 2
    assert said(pdf(Sheet(display, ABOUT, 200))) == [text]


def test_a_broken_word_has_a_soft_hyphen() -> None:
    display = paint(arranged(Column(Text("trans\u00adfor\u00admação", width=1))))
    data = pdf(Sheet(display, ABOUT, 200))
    assert said(data) == ["trans\u00adfor\u00admação"]
    unbroken = paint(arranged(Column(Text("trans\u00adfor\u00admação", width=190))))
    assert said(pdf(Sheet(unbroken, ABOUT, 200))) == ["transformação"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("office fluffy ficha", None),
        ("R$\u00a01.200", "R$ 1.200"),
        ("a\u200bb", "ab"),
        ("e\u0301 a\u0303", None),
        ("(a\\b)", None),
        ("pré\u2011treino\u2010fim", None),
    ],
)
def test_characters_are_those_of_the_text(text: str, expected: str | None) -> None:
    assert said(written(text)) == [expected or text]


def test_a_ligature_says_its_letters() -> None:
    run = shaped("fi")
    ligature = replace(run, glyph_ids=run.glyph_ids[:1], xs=(0.0,), ys=(0.0,), clusters=(0,))
    assert said(document(Glyphs(10, 50, ligature, BLACK))) == ["fi"]
    both = document(Glyphs(10, 50, ligature, BLACK), Glyphs(10, 80, shaped("fa"), BLACK))
    assert "".join(said(both)) == "fifa"
    assert extracted(both).split() == ["fi", "fa"]


def test_glyphs_that_make_one_character_together_say_it_once() -> None:
    run = replace(shaped("xyz"), text="qz", clusters=(0, 0, 1))
    assert said(document(Glyphs(10, 50, run, BLACK))) == ["qz"]


def test_every_code_has_a_character() -> None:
    run = replace(shaped("xyz"), text="qz", clusters=(0, 0, 1))
    file = opened(document(Glyphs(10, 50, run, BLACK), Glyphs(10, 80, shaped("R$\u00a01 a\u200bb"), BLACK)))
    for font, below in fonts(file):
        table = font.ToUnicode.read_bytes().decode()
        codes = [glyph for glyph, _ in read_widths(below.W)]
        assert len(codes) >= 9
        assert all(f"<{glyph:04X}> <" in table for glyph in codes)


# -- places -----------------------------------------------------------------------------------------------------------


def origins(data: bytes) -> list[float]:
    """Where each glyph begins, in px from the left of the page, as pdfium has it."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    return [text.get_charbox(i, loose=True)[0] / 0.75 for i in range(text.count_chars())]


@pytest.mark.parametrize(
    "style", [{}, {"letter_spacing": 1.37}, {"size": 7.3}, {"weight": 700, "features": (("tnum", 1),)}]
)
def test_glyphs_are_where_the_run_has_them(style: dict[str, Any]) -> None:
    run = shaped("AVATar Tomado 1234 ToyWave", **style)
    data = document(Glyphs(10.25, 50, run, BLACK), width=400)
    for found, x in zip(origins(data), run.xs, strict=True):
        assert found == pytest.approx(10.25 + x, abs=0.01)


def test_positions_do_not_drift_along_a_line() -> None:
    run = shaped("Dataset e pesos pré-treinados entram no laço de treino; dele sai o modelo atualizado. " * 4, size=16)
    found = origins(document(Glyphs(0, 50, run, BLACK), width=4000))
    assert found[-1] == pytest.approx(run.xs[len(found) - 1], abs=0.01)


def test_marks_above_a_letter_are_raised() -> None:
    run = shaped("xx")
    raised = replace(run, ys=(0.0, -12.0))
    image = dark(document(Glyphs(10, 50, raised, BLACK), Glyphs(60, 50, run, BLACK)))
    first = image.crop((10, 0, round(10 + run.xs[1]), 100)).getbbox()
    second = image.crop((round(10 + run.xs[1]), 0, 55, 100)).getbbox()
    after = image.crop((60, 0, 90, 100)).getbbox()
    assert first is not None
    assert second is not None
    assert after is not None
    assert first[3] - second[3] == pytest.approx(12, abs=1)
    assert after[3] == pytest.approx(first[3], abs=1)
