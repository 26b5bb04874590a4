"""Every way in which a text is too much is told, with both numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.text.excess import Excess, excess
from layoutkit.text.fill import SLACK
from layoutkit.text.paragraph import Paragraph, StyledSpan
from tests.text.support import MONO, TYPESETTER

if TYPE_CHECKING:
    from layoutkit.keywords import TextWrap


def paragraph(text: str, *, wrap: TextWrap = "wrap", max_lines: int | None = None, ellipsis: bool = False) -> Paragraph:
    return TYPESETTER.paragraph([StyledSpan(text, MONO)], wrap=wrap, max_lines=max_lines, ellipsis=ellipsis)


def told(p: Paragraph, width: float, height: float | None = None) -> list[Excess]:
    return list(excess(p.set(width), height))


def test_what_fits_is_not_told() -> None:
    assert told(paragraph("um modelo", max_lines=2), 60, 28) == []
    assert told(paragraph(""), 0, 14) == []


def test_a_word_wider_than_its_box() -> None:
    (found,) = told(paragraph("um otorrinolaringologista só"), 60)
    assert (found.kind, found.offered, found.text) == ("width", 60, "otorrinolaringologista")
    assert found.needed == pytest.approx(22 * 6)


def test_a_text_that_may_not_wrap() -> None:
    (found,) = told(paragraph("um modelo", wrap="nowrap"), 30)
    assert (found.kind, found.offered, found.text) == ("width", 30, "um modelo")
    assert found.needed == pytest.approx(9 * 6)


def test_more_lines_than_allowed() -> None:
    (found,) = told(paragraph("um dois três quatro", max_lines=2), 6 * 6)
    assert found == Excess("lines", 4, 2, "três quatro")
    assert told(paragraph("um dois três quatro", max_lines=2, ellipsis=True), 6 * 6) == []


def test_more_height_than_there_is() -> None:
    (found,) = told(paragraph("um dois três"), 6 * 6, 30)
    assert found == Excess("height", 42, 30, "três")
    (trimmed,) = excess(TYPESETTER.paragraph([StyledSpan("um\ndois", MONO)], trim="cap").set(60), 10)
    assert trimmed.text == "dois"
    assert trimmed.needed == pytest.approx(14 + 7.3)


def test_all_at_once() -> None:
    found = told(paragraph("aaaaaa\nbb cc", max_lines=1, wrap="nowrap"), 12, 14)
    assert [(e.kind, e.needed, e.offered) for e in found] == [
        ("width", pytest.approx(36), 12),
        ("lines", 2, 1),
        ("height", 28, 14),
    ]


PARAGRAPHS = st.builds(
    paragraph,
    st.text("ab \n", max_size=30),
    wrap=st.sampled_from(["wrap", "nowrap"]),
    max_lines=st.integers(1, 4),
    ellipsis=st.booleans(),
)


@given(PARAGRAPHS, st.floats(0, 200), st.floats(0, 200))
def test_nothing_is_told_exactly_where_all_fits(p: Paragraph, width: float, height: float) -> None:
    block = p.set(width)
    width_fits = max(line.width for line in block.lines) <= width + SLACK
    found = told(p, width, height)
    assert (not found) == (width_fits and not block.lines_over and block.height <= height + SLACK)
    assert all(e.needed > e.offered for e in found)
