"""The grammar of token values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit.color import Color
from layoutkit.tokens.expression import (
    Expression,
    ExpressionError,
    apply_alpha,
    apply_factor,
    parse_color,
    parse_expression,
    parse_length,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{space.m}", Expression("space.m")),
        ("  {  space.m }  ", Expression("space.m")),
        ("{space.m}*2", Expression("space.m", factor=2)),
        ("{space.m} * -0.5", Expression("space.m", factor=-0.5)),
        ("{space.m} * .5", Expression("space.m", factor=0.5)),
        ("{color.ink} / 12%", Expression("color.ink", alpha=0.12)),
        ("{color.ink}/0 %", Expression("color.ink", alpha=0)),
        ("{color.ink} / 100%", Expression("color.ink", alpha=1)),
    ],
)
def test_references(text: str, expected: Expression) -> None:
    assert parse_expression(text) == expected


@pytest.mark.parametrize("text", ["", "16", "#123456", "2mm", "space.m", "a {space.m}"])
def test_what_starts_otherwise_is_a_literal(text: str) -> None:
    assert parse_expression(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{", "a reference such as"),
        ("{}", "a reference such as"),
        ("{space.m", "a reference such as"),
        ("{space.m} + 2", "a reference such as"),
        ("{space.m}%", "a reference such as"),
        ("{{space.m}}", "a reference such as"),
        ("{space.m} * ", 'a number after "*"'),
        ("{space.m} * two", 'a number after "*"'),
        ("{space.m} * 2 * 2", 'a number after "*"'),
        ("{space.m} * 1e3", 'a number after "*"'),
        ("{color.ink} / 12", 'a percentage after "/"'),
        ("{color.ink} / %", 'a percentage after "/"'),
        ("{color.ink} / 101%", "a transparency from 0% to 100%, not 101%"),
        ("{color.ink} / -1%", "a transparency from 0% to 100%, not -1%"),
    ],
)
def test_what_starts_like_a_reference_follows_the_grammar(text: str, expected: str) -> None:
    with pytest.raises(ExpressionError) as raised:
        parse_expression(text)
    assert str(raised.value).startswith(expected)


@pytest.mark.parametrize(
    ("value", "px"),
    [
        (16, 16.0), (-1.5, -1.5), ("16", 16.0), ("16px", 16.0), (" 3 px ", 3.0), ("-.5", -0.5), ("1.", 1.0),
        ("0.75pt", 1.0), ("72pt", 96.0), ("1in", 96.0), ("25.4mm", 96.0), ("2.54cm", 96.0),
    ],
)  # fmt: skip
def test_lengths_in_px(value: object, px: float) -> None:
    assert parse_length(value) == pytest.approx(px, rel=1e-12)


@pytest.mark.parametrize("value", [True, False, None, [1], "", "px", "1e3", "1,5", "1 2", "#123456", "--1"])
def test_what_is_no_length(value: object) -> None:
    with pytest.raises(ExpressionError, match="a length, such as"):
        parse_length(value)


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan, 10**400])
def test_a_length_is_finite(value: float) -> None:
    with pytest.raises(ExpressionError, match="a finite length"):
        parse_length(value)


def test_an_unknown_unit_names_the_known_ones() -> None:
    with pytest.raises(ExpressionError, match=r"a length in px, pt, mm, cm, in, not in 'em'"):
        parse_length("2em")


@given(st.floats(min_value=-1e6, max_value=1e6).map(lambda x: round(x, 3)))
def test_a_number_is_the_same_as_a_text(value: float) -> None:
    assert parse_length(f"{value:.3f}px") == parse_length(value)


def test_colours() -> None:
    assert parse_color("#1A73E8") == Color(0x1A / 255, 0x73 / 255, 0xE8 / 255)
    assert parse_color(" #fff ") == Color(1, 1, 1)
    assert parse_color("#0000") == Color(0, 0, 0, 0)
    assert parse_color("#00000080").alpha == pytest.approx(0x80 / 255)


@pytest.mark.parametrize("value", [None, 0xFFFFFF, True, "", "fff", "#ff", "#fffff", "#ggg", "white", "#1234567"])
def test_what_is_no_colour(value: object) -> None:
    with pytest.raises(ExpressionError, match="a colour, such as"):
        parse_color(value)


def test_a_factor_belongs_to_lengths_and_a_transparency_to_colours() -> None:
    half = Color(1, 0, 0, 0.5)
    assert apply_factor(8, Expression("space.m", factor=-0.5)) == -4
    assert apply_factor(8, Expression("space.m")) == 8
    assert apply_alpha(half, Expression("color.a", alpha=0.5)) == Color(1, 0, 0, 0.25)
    assert apply_alpha(half, Expression("color.a")) == half
    with pytest.raises(ExpressionError, match="belongs to colours"):
        apply_factor(8, Expression("space.m", alpha=0.5))
    with pytest.raises(ExpressionError, match="belongs to lengths"):
        apply_alpha(half, Expression("color.a", factor=2))
