"""Optical alignment: what hangs into the left margin, how far, and what stays where it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit
from layoutkit.text.hanging import DEEPEST
from layoutkit.text.paragraph import Align, Paragraph, StyledSpan
from tests.text.ink import columns, darkness, extent, glyphs_of
from tests.text.support import LIBRARY, MONO, ROBOTO, TYPESETTER, shown

if TYPE_CHECKING:
    from layoutkit.keywords import TextWrap
    from layoutkit.text.lines import TextLine

FACE = LIBRARY.face("Roboto")


def paragraph(text: str, align: Align = "start", *, wrap: TextWrap = "wrap") -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, ROBOTO)], align=align, wrap=wrap)


def first(text: str, width: float = 500) -> TextLine:
    return paragraph(text).set(width).lines[0]


def advance(sign: str) -> float:
    glyph = FACE.glyph_id(sign)
    assert glyph is not None
    return FACE.advance(glyph) * 16


@pytest.mark.parametrize("quote", ["“", "‘", "„", '"', "'"])
def test_a_quotation_mark_hangs_so_that_the_letter_behind_it_stands_flush(quote: str) -> None:
    line = first(f"{quote}Há")
    (run,) = line.runs
    assert line.x == run.x < 0
    assert run.x + run.glyphs.xs[1] == pytest.approx(0)


def test_the_first_stem_is_where_it_would_be_without_the_quotation_mark() -> None:
    """On pixels: both H begin at the same column."""
    found = []
    for text in ("H", "“H"):
        glyphs = glyphs_of(paragraph(text).set(100), 20, 0)
        across = columns([row[20 * 4 :] for row in darkness(glyphs, 60, 24, 4)])
        found.append(extent(across, 4)[0])
    assert found[1] == pytest.approx(found[0], abs=0.02)


@pytest.mark.parametrize(("text", "share"), [("«Oi", 0.6), ("— Oi", 0.2), ("– Oi", 0.2)])
def test_broader_signs_hang_by_a_share(text: str, share: float) -> None:
    assert first(text).x == pytest.approx(-share * advance(text[0]))


def test_two_quotation_marks_hang_together_within_bounds() -> None:
    line = first("“‘Oi")
    assert line.x + line.runs[0].glyphs.xs[2] == pytest.approx(0)
    assert first("““““““Oi").x == -DEEPEST * 16


def test_every_line_hangs_and_the_right_edge_is_free() -> None:
    p = paragraph("um texto “com aspas” e “sem aspas”")
    lines = p.set(p.measure(Fit(70)).width).lines
    assert [shown(line)[0] == "“" for line in lines] == [line.x < 0 for line in lines]
    assert sum(line.x < 0 for line in lines) >= 1
    assert all(line.x + line.width <= 70 + 1 / 64 for line in lines)


@pytest.mark.parametrize("text", ["“", "—", "“”", "Oi “", " “Oi”", "’tis", "(a)", "-1", "", "…"])
def test_what_does_not_open_a_text_stays(text: str) -> None:
    assert first(text).x == 0 or text == "“”"


def test_a_mark_in_another_style_than_the_word_hangs_as_well() -> None:
    bold = replace(ROBOTO, weight=700)
    (line,) = TYPESETTER.paragraph([StyledSpan("“", ROBOTO), StyledSpan("Há”", bold)]).set(500).lines
    assert line.x == pytest.approx(-advance("“"))
    assert line.runs[1].x == pytest.approx(0)


@pytest.mark.parametrize("align", ["center", "end"])
def test_nothing_hangs_where_lines_have_no_left_edge_in_common(align: Align) -> None:
    assert paragraph("“Oi”", align).set(100).lines[0].x >= 0


def test_nothing_hangs_from_labels_and_code() -> None:
    assert paragraph("“Oi”", wrap="nowrap").set(100).lines[0].x == 0
    assert TYPESETTER.paragraph([StyledSpan('"chave": 1', MONO)]).set(500).lines[0].x == 0


def test_justified_lines_hang_and_still_reach_the_right_edge() -> None:
    text = "“A máscara diz o que entra e o que não entra” na conta que se faz para cada token da resposta"
    lines = paragraph(text, "justify").set(190).lines
    assert lines[0].x + lines[0].runs[0].glyphs.xs[1] == pytest.approx(0)
    filled = [line.x + line.width for line in lines[:-1]]
    assert filled[0] == pytest.approx(190)
    assert max(filled) == pytest.approx(190)


TEXTS = st.text('“‘"«—– aHá1.”’', max_size=25)


@given(TEXTS, st.floats(0, 200), st.sampled_from(["start", "justify", "center", "end"]))
def test_hanging_changes_no_size_and_no_line_end(text: str, width: float, align: Align) -> None:
    hung, centred = paragraph(text, align), paragraph(text, "center")
    for request in (MIN_CONTENT, MAX_CONTENT, Fit(width)):
        assert hung.measure(request) == centred.measure(request)
    block, other = hung.set(width), centred.set(width)
    assert [line.text for line in block.lines] == [line.text for line in other.lines]
    assert (block.height, block.lines_over) == (other.height, other.lines_over)
    assert block.overflow <= other.overflow
    for line in block.lines:
        assert line.x >= -DEEPEST * 16
        assert line.x == pytest.approx(line.runs[0].x if line.runs else line.x)
