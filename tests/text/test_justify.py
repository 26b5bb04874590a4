"""Justified text: word spaces made wider, within a bound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.text.justify import WIDEST
from layoutkit.text.paragraph import Paragraph, StyledSpan
from tests.text.support import MONO, ROBOTO, TYPESETTER, shown

if TYPE_CHECKING:
    from layoutkit.keywords import TextWrap
    from layoutkit.text.lines import TextBlock, TextLine
    from layoutkit.text.style import TextStyle


def paragraph(text: str, style: TextStyle = MONO, mode: TextWrap = "wrap") -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, style)], align="justify", wrap=mode)


def starts(line: TextLine) -> list[float]:
    """Where each word of a line begins, from the block's left edge."""
    found = []
    for run in line.runs:
        text = run.glyphs.text
        for x, cluster in zip(run.glyphs.xs, run.glyphs.clusters, strict=True):
            if text[cluster] not in " \u00a0" and (cluster == 0 or text[cluster - 1] in " \u00a0"):
                found.append(run.x + x)
    return found


def test_lines_reach_both_edges_by_equally_wider_spaces() -> None:
    block = paragraph("aa bb cc dddd ee").set(9 * 6)
    assert [shown(line) for line in block.lines] == ["aa bb cc", "dddd ee"]
    assert [line.width for line in block.lines] == pytest.approx([54, 42])
    assert starts(block.lines[0]) == pytest.approx([0, 21, 42])  # 6 px shared by two spaces
    assert block.overflow == 0


def test_last_line_of_every_hard_line_is_not_justified() -> None:
    block = paragraph("aa bb cc dddd ee\nff gg").set(9 * 6)
    assert [line.width for line in block.lines] == pytest.approx([54, 42, 30])


def test_line_that_would_need_spaces_beyond_the_bound_stays_as_it_is() -> None:
    block = paragraph("aa bb cccccccc").set(8 * 6)
    assert block.lines[0].width == pytest.approx(30)
    nearly_doubled = paragraph("aaa bbb ccccc").set(7 * 6 + 5.9).lines[0]
    assert nearly_doubled.width == pytest.approx(7 * 6 + 5.9)
    assert paragraph("aaa bbb ccccc").set(7 * 6 + 6.1).lines[0].width == pytest.approx(42)


def test_line_of_one_word_and_hanging_or_leading_spaces_stay() -> None:
    assert [line.width for line in paragraph("aaaa bbbbb c").set(5 * 6).lines] == pytest.approx([24, 30, 6])
    indented = paragraph("  aa bb cccc").set(8 * 6).lines[0]
    assert starts(indented) == pytest.approx([12, 12 + 12 + 12])


def test_spaces_of_several_runs_are_all_widened() -> None:
    spans = [StyledSpan("aa b", MONO, "red"), StyledSpan("b cc ", MONO, "blue"), StyledSpan("dddd", MONO)]
    line = TYPESETTER.paragraph(spans, align="justify").set(9 * 6).lines[0]
    assert [run.color for run in line.runs] == ["red", "blue"]
    assert line.runs[1].x == pytest.approx(line.runs[0].glyphs.width)
    assert sum(run.glyphs.width for run in line.runs) == pytest.approx(54)
    assert starts(line)[-1] == pytest.approx(42)


def test_text_that_is_cut_off_ends_in_a_line_that_is_not_justified() -> None:
    p = TYPESETTER.paragraph([StyledSpan("aa bb cc dd ee", MONO)], align="justify", max_lines=1, ellipsis=True)
    (line,) = p.set(7.5 * 6).lines
    assert shown(line) == "aa bb…"
    assert line.width == pytest.approx(36)


def test_other_alignments_are_not_touched() -> None:
    plain = TYPESETTER.paragraph([StyledSpan("aa bb cc dddd ee", MONO)]).set(9 * 6)
    assert plain.lines[0].width == pytest.approx(48)


WORDS = st.lists(st.sampled_from(["a", "de", "modelo", "pré-treinado", "R$ 5", "AVATAR,", "affix"]), max_size=20)
STYLES = st.sampled_from([MONO, ROBOTO, replace(ROBOTO, letter_spacing=0.6)])


def natural(text: str, style: TextStyle, width: float, mode: TextWrap) -> TextBlock:
    return TYPESETTER.paragraph([StyledSpan(text, style)], wrap=mode).set(width)


@given(WORDS.map(" ".join), STYLES, st.floats(1, 400), st.sampled_from(["wrap", "pretty"]))
def test_justifying_moves_words_right_only_and_keeps_lines(
    text: str, style: TextStyle, width: float, mode: TextWrap
) -> None:
    block, plain = paragraph(text, style, mode).set(width), natural(text, style, width, mode)
    assert [line.text for line in block.lines] == [line.text for line in plain.lines]
    assert block.lines[-1].width == pytest.approx(plain.lines[-1].width)
    for line, before in zip(block.lines, plain.lines, strict=True):
        assert line.width == pytest.approx(before.width) or line.width == pytest.approx(width)
        assert all(a >= b - 1e-9 for a, b in zip(starts(line), starts(before), strict=True))
        spaces = shown(line).strip().count(" ")
        space = style.size * 0.6  # no face used here has a wider one
        assert line.width - before.width <= spaces * space * (WIDEST - 1) + 1e-6
