"""Every way in which a text is too much is told, with both numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.sizing import MIN_CONTENT
from layoutkit.text.excess import Excess, excess
from layoutkit.text.paragraph import Paragraph, Span
from tests.text.support import MONO, TYPESETTER


def paragraph(text: str, *, wrap: bool = True, max_lines: int | None = None, ellipsis: bool = False) -> Paragraph:
    return TYPESETTER.paragraph([Span(text, MONO)], wrap=wrap, max_lines=max_lines, ellipsis=ellipsis)


def told(p: Paragraph, width: float, height: float | None = None) -> list[Excess]:
    return list(excess(p.set(width), height))


def test_what_fits_is_not_told() -> None:
    assert told(paragraph("um modelo", max_lines=2), 60, 28) == []
    assert told(paragraph(""), 0, 14) == []


def test_a_word_wider_than_its_box() -> None:
    (found,) = told(paragraph("um otorrinolaringologista só"), 60)
    assert found == Excess("width", pytest.approx(22 * 6), 60, "otorrinolaringologista")


def test_a_text_that_may_not_wrap() -> None:
    (found,) = told(paragraph("um modelo", wrap=False), 30)
    assert found == Excess("width", pytest.approx(9 * 6), 30, "um modelo")


def test_more_lines_than_allowed() -> None:
    (found,) = told(paragraph("um dois três quatro", max_lines=2), 6 * 6)
    assert found == Excess("lines", 4, 2, "três quatro")
    assert told(paragraph("um dois três quatro", max_lines=2, ellipsis=True), 6 * 6) == []


def test_more_height_than_there_is() -> None:
    (found,) = told(paragraph("um dois três"), 6 * 6, 30)
    assert found == Excess("height", 42, 30, "três")
    (trimmed,) = excess(TYPESETTER.paragraph([Span("um\ndois", MONO)], trim="cap").set(60), 10)
    assert (trimmed.needed, trimmed.text) == (pytest.approx(14 + 7.3), "dois")


def test_all_at_once() -> None:
    found = told(paragraph("aaaaaa\nbb cc", max_lines=1, wrap=False), 12, 14)
    assert [(e.kind, e.needed, e.offered) for e in found] == [
        ("width", pytest.approx(36), 12),
        ("lines", 2, 1),
        ("height", 28, 14),
    ]


@given(
    st.text("ab \n", max_size=30), st.floats(0, 200), st.floats(0, 200), st.integers(1, 4), st.booleans(), st.booleans()
)
def test_nothing_is_told_exactly_where_all_fits(
    text: str,
    width: float,
    height: float,
    limit: int,
    wrap: bool,
    ellipsis: bool,  # noqa: FBT001 - drawn values
) -> None:
    p = paragraph(text, wrap=wrap, max_lines=limit, ellipsis=ellipsis)
    block = p.set(width)
    fits = (
        width + 1 / 64 >= min(p.measure(MIN_CONTENT).width, max(line.width for line in block.lines))
        and len(block.lines) <= limit
        and block.height <= height + 1 / 64
    )
    found = told(p, width, height)
    assert (not found) == fits
    assert all(e.needed > e.offered for e in found)
