"""Texts cut off after a number of lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit import Column, Row, Text
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit
from layoutkit.text.fill import SLACK
from layoutkit.text.paragraph import Paragraph, StyledSpan
from tests.style.series import glyphs
from tests.text.support import MONO, ROBOTO, SMALL, TYPESETTER, shown, small_font, typesetter_of

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.keywords import TextWrap
    from layoutkit.text.style import TextStyle


def paragraph(text: str, max_lines: int, mode: TextWrap = "wrap", style: TextStyle = MONO) -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, style)], max_lines=max_lines, ellipsis=True, wrap=mode)


def lines(text: str, max_lines: int, width: float, mode: TextWrap = "wrap") -> list[str]:
    return [shown(line) for line in paragraph(text, max_lines, mode).set(width).lines]


def test_text_that_fits_is_left_alone() -> None:
    assert lines("texto modelo treino", 2, 12 * 6) == ["texto modelo", "treino"]
    assert lines("texto", 1, 5 * 6) == ["texto"]


def test_last_line_ends_in_an_ellipsis_that_fits() -> None:
    assert lines("texto modelo treino dado", 1, 13 * 6) == ["texto modelo…"]
    assert lines("texto modelo treino dado", 1, 12 * 6) == ["texto…"]
    assert lines("texto modelo treino dado resposta", 2, 12 * 6) == ["texto modelo", "treino dado…"]


def test_spaces_and_commas_do_not_stand_before_the_ellipsis() -> None:
    assert lines("texto, modelo, treino", 1, 7 * 6) == ["texto…"]
    assert lines("texto — modelo", 1, 8 * 6) == ["texto…"]


def test_line_is_cut_at_a_character_where_the_first_word_does_not_fit() -> None:
    assert lines("treinar treinamento", 1, 11 * 6) == ["treinar…"]
    assert lines("treinamento treinar", 1, 11 * 6) == ["treinament…"]
    assert lines("bem treinamento", 2, 11 * 6) == ["bem", "treinamento"]


def test_letter_and_its_accent_stay_together() -> None:
    assert lines("e\u0301e\u0301x e\u0301e\u0301x", 1, 3 * 6) == ["e\u0301e\u0301…"]


def test_hard_lines_beyond_the_last_are_cut_off() -> None:
    assert lines("um\ndois\ntrês", 2, 100) == ["um", "dois…"]
    assert lines("um\n\ntrês", 2, 100) == ["um", "…"]
    assert lines("\n\n", 1, 100) == [""]


def test_balance_and_pretty_are_for_text_that_is_shown_whole() -> None:
    text = "texto modelo treino dado resposta"
    for mode in ("balance", "pretty"):
        assert lines(text, 1, 20 * 6, mode) == ["texto modelo treino…"]
        assert len(lines(text, 2, 20 * 6, mode)) == 2
        assert "…" not in "".join(lines(text, 2, 20 * 6, mode))


def test_max_content_has_room_for_the_ellipsis_of_the_last_line() -> None:
    p = paragraph("um\ndois", 1)
    assert p.measure(MAX_CONTENT).width == pytest.approx(3 * 6)
    assert shown(p.set(p.measure(MAX_CONTENT).width).lines[0]) == "um…"
    assert paragraph("um\ndois dois", 2).measure(MAX_CONTENT).width == pytest.approx(9 * 6)


def test_ellipsis_has_the_colour_of_what_it_follows() -> None:
    spans = [StyledSpan("um ", MONO, "red"), StyledSpan("dois", MONO, "green"), StyledSpan("três quatro", MONO, "blue")]
    (line,) = TYPESETTER.paragraph(spans, max_lines=1, ellipsis=True).set(4 * 6).lines
    assert [(run.glyphs.text, run.color) for run in line.runs] == [("um…", "red")]


def test_face_without_the_ellipsis_shows_three_points(tmp_path: Path) -> None:
    setter = typesetter_of(small_font(tmp_path, {"a": 500, ".": 100, " ": 250}))
    block = setter.paragraph([StyledSpan("aa aa", SMALL)], max_lines=1, ellipsis=True).set(14)
    assert [shown(line) for line in block.lines] == ["aa..."]


def test_min_content_has_room_for_the_ellipsis_alone() -> None:
    large = replace(MONO, size=40)
    p = TYPESETTER.paragraph([StyledSpan("i i ", large), StyledSpan("bb bb", MONO)], max_lines=2, ellipsis=True)
    assert p.measure(MIN_CONTENT).width == pytest.approx(24)
    block = p.set(24)
    assert [shown(line) for line in block.lines] == ["i", "…"]
    assert block.overflow == 0


@pytest.mark.parametrize(
    ("text", "chars", "expected"),
    [
        ("Um dois três quatro", 12, "Um dois trê…"),
        ("Um dois três quatro", 9, "Um dois…"),
        ("Um dois, três", 9, "Um dois…"),
        ("Um dois três quatro", 19, "Um dois três quatro"),
        ("Um dois três quatro", 1, "…"),
    ],
)
def test_a_line_that_may_not_wrap_is_cut_at_a_character(text: str, chars: int, expected: str) -> None:
    p = TYPESETTER.paragraph([StyledSpan(text, MONO)], wrap="nowrap", max_lines=1, ellipsis=True)
    block = p.set(chars * 6)
    assert [shown(line) for line in block.lines] == [expected]
    assert "".join(line.text for line in block.lines) == text
    assert block.overflow == 0
    assert p.measure(Fit(chars * 6)).width == pytest.approx(chars * 6)


@pytest.mark.parametrize("mode", ["wrap", "balance", "pretty"])
def test_a_word_that_is_too_long_is_cut_on_its_own_line(mode: TextWrap) -> None:
    text = "um otorrinolaringologista ri"
    assert lines(text, 3, 60, mode) == ["um", "otorrinol…", "ri"]
    assert "".join(line.text for line in paragraph(text, 3, mode).set(60).lines) == text
    assert lines("otorrinolaringologista", 1, 60, mode) == ["otorrinol…"]
    assert lines("um dois três\notorrinolaringologista", 1, 60, mode) == ["um dois…"]


def test_hard_lines_that_may_not_wrap_are_cut_one_by_one() -> None:
    p = TYPESETTER.paragraph(
        [StyledSpan("um dois três\nsim\nquatro cinco", MONO)], wrap="nowrap", max_lines=3, ellipsis=True
    )
    assert [shown(line) for line in p.set(9 * 6).lines] == ["um dois…", "sim", "quatro c…"]


def test_a_text_with_an_ellipsis_is_as_narrow_as_its_box() -> None:
    long = "Um dois três quatro cinco seis sete"
    short = [
        Text(long, wrap="nowrap", max_lines=1, ellipsis=True),
        Text("otorrinolaringologista otorrinolaringologista", max_lines=1, ellipsis=True),
    ]
    for text in short:
        for around in (Column(text, width=128), Row(text, Text("fim", wrap="nowrap", shrink=0), width=128)):
            runs = glyphs(around)
            assert any(run.run.text.endswith("…") for run in runs)
            assert all(run.x + run.run.width <= 128.1 for run in runs)


TEXTS = st.lists(st.sampled_from(["a", "modelo", "pré-treinado,", "R$", "1.200", "\n", "AVATAR", "→"]), max_size=14)


@given(TEXTS.map(" ".join), st.integers(1, 4), st.floats(0, 300), st.sampled_from([MONO, ROBOTO]))
def test_what_is_cut_off_fits_in_as_many_lines_as_allowed(
    text: str, limit: int, width: float, style: TextStyle
) -> None:
    p = paragraph(text, limit, style=style)
    whole = TYPESETTER.paragraph([StyledSpan(text, style)])
    answer = p.measure(Fit(width))
    block = p.set(answer.width)
    uncut = whole.set(answer.width)
    assert block.overflow == 0
    assert (block.height, block.lines_over) == (answer.height, 0)
    assert len(block.lines) <= limit
    if answer.width >= whole.measure(MIN_CONTENT).width:
        assert len(block.lines) == min(limit, len(uncut.lines))
    assert "".join(line.text for line in block.lines) == text
    assert all(line.width <= answer.width + SLACK for line in block.lines)
    if len(uncut.lines) > limit and block.lines[-1].runs:
        assert shown(block.lines[-1]).endswith(("…", "..."))
    assert p.measure(MIN_CONTENT).width <= p.measure(MAX_CONTENT).width
