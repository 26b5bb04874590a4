"""Lengths, shorthands and words, from the author's keywords to CSS."""

from __future__ import annotations

import math
from typing import Any, get_args

import pytest

from layoutkit import Column, LayoutkitError, Row, Text
from layoutkit.keywords import SizeWord
from layoutkit.style.box import AUTO, BoxStyle, Percent
from tests.nodes.faults import fault
from tests.style.resolving import styled
from tests.tokens.small import small_theme

T = small_theme()


def style(**props: Any) -> BoxStyle:  # noqa: ANN401 - any keywords
    """The layout properties of a row inside the page."""
    return styled(Column(Row(**props))).children[0].style


@pytest.mark.parametrize(
    ("written", "px"),
    [
        (12, 12), (1.5, 1.5), ("12", 12), ("0.75pt", 1), ("1in", 96), (T.space.m, 8), (T.space.m * 2, 16),
        ("{space.m}", 8), ("{space.m} * 2.5", 20), ("{card.padding}", 8), ("{stroke.thin}", 2), (0, 0),
    ],
)  # fmt: skip
def test_lengths_in_px(written: float | str, px: float) -> None:
    assert style(width=written, gap=written, left=written) == BoxStyle(width=px, row_gap=px, column_gap=px, left=px)


@pytest.mark.parametrize("word", ["width", "height", "min_width", "min_height", "basis", "top", "margin_left"])
def test_dimensions_may_be_shares_or_auto(word: str) -> None:
    field = {"basis": "flex_basis"}.get(word, word)
    assert getattr(style(**{word: "50%"}), field) == Percent(0.5)
    assert getattr(style(**{word: " 12.5 % "}), field) == Percent(0.125)
    assert getattr(style(**{word: "auto"}), field) is AUTO


SIZES = ("width", "height", "min_width", "min_height", "max_width", "max_height", "basis")


@pytest.mark.parametrize("word", SIZES)
@pytest.mark.parametrize("value", get_args(SizeWord))
def test_sizes_may_be_words_for_what_the_content_or_the_room_asks_for(word: str, value: str) -> None:
    assert getattr(style(**{word: value}), {"basis": "flex_basis"}.get(word, word)) == value


@pytest.mark.parametrize("written", ["max_content", "maxcontent", "max content"])
def test_a_word_for_a_size_that_is_nearly_right_is_offered(written: str) -> None:
    with fault("bad-value") as found:
        style(max_width=written)
    assert found.message == f"max_width is {written!r}; expected a length, a share or a word for a size"
    assert found.hint == "did you mean 'max-content'?"


def test_only_sizes_may_be_such_words() -> None:
    with fault("bad-value"):
        style(padding="max-content")


@pytest.mark.parametrize("word", ["max_width", "max_height", "padding_top", "row_gap"])
def test_lengths_may_be_shares_but_not_auto(word: str) -> None:
    assert getattr(style(**{word: "50%"}), word) == Percent(0.5)
    with fault("bad-value") as found:
        style(**{word: "auto"})
    assert found.message == f'{word} is \'auto\'; expected a length, such as 16, "0.75pt" or "2mm"'


@pytest.mark.parametrize("word", ["radius", "border_width"])
def test_what_is_painted_has_lengths_in_px(word: str) -> None:
    with fault("bad-value"):
        style(**{word: "50%", "border": "#000"})


@pytest.mark.parametrize(
    "word",
    ["width", "height", "min_width", "max_height", "padding", "padding_x", "padding_left", "gap", "column_gap",
     "basis", "radius", "grow", "shrink"],
)  # fmt: skip
def test_sizes_are_not_negative(word: str) -> None:
    for value in (-1, -1e-9) if word in ("grow", "shrink") else (-1, "-1px", "{space.m} * -1"):
        with fault("bad-value") as found:
            style(**{word: value})
        assert found.message.startswith(f"{word} is {value!r}; expected ")
        assert "at least 0" in found.message
        assert found.marked == "Row(**props)"


def test_shares_of_sizes_are_not_negative() -> None:
    with fault("bad-value"):
        style(padding="-5%")
    assert style(margin="-5%").margin_top == Percent(-0.05)


def test_margins_and_insets_may_be_negative() -> None:
    assert style(margin=-4, top=-3) == BoxStyle(
        margin_top=-4, margin_right=-4, margin_bottom=-4, margin_left=-4, top=-3
    )


@pytest.mark.parametrize("value", [math.inf, math.nan, -math.inf, 10**400, True, None, [], "wide", "", "1e3", "50 %%"])
def test_what_is_no_length_is_refused(value: Any) -> None:  # noqa: ANN401 - wrong on purpose
    for word in ("width", "padding", "gap", "left"):
        with fault("bad-value") as found:
            style(**{word: value})
        assert found.message.startswith(f"{word} is {value!r:.60}; expected ")


@pytest.mark.parametrize("value", ["inf%", "nan%", "x%", "%"])
def test_a_share_is_a_finite_number(value: str) -> None:
    with fault("bad-value") as found:
        style(width=value)
    assert found.message.endswith('expected a length such as 16, t.space.m or "50%"')


def test_the_kinds_of_tokens_are_kept_apart() -> None:
    with fault("bad-value") as found:
        style(width="{color.ink}")
    assert found.message == "width is '{color.ink}'; expected a length; color.ink is none"
    with fault("bad-value") as found:
        style(background="{space.m}")
    assert found.message == "background is '{space.m}'; expected a colour; space.m is none"
    with fault("bad-value") as found:
        style(background="{color.ink} * 2")
    assert found.message.endswith("a factor (*) belongs to lengths")
    with fault("bad-value"):
        style(background=3)


@pytest.mark.parametrize("name", ["padding", "margin"])
def test_the_more_specific_shorthand_wins_in_any_order(name: str) -> None:
    props = {name: 1, f"{name}_x": 2, f"{name}_y": 3, f"{name}_left": 4, f"{name}_top": 5}
    for ordered in (props, dict(reversed(props.items()))):
        found = style(**ordered)
        sides = [getattr(found, f"{name}_{side}") for side in ("top", "right", "bottom", "left")]
        assert sides == [5, 2, 3, 4]


@pytest.mark.parametrize("name", ["padding", "margin"])
def test_shorthands_of_an_axis(name: str) -> None:
    found = style(**{f"{name}_x": 1, f"{name}_y": 2})
    assert [getattr(found, f"{name}_{side}") for side in ("top", "right", "bottom", "left")] == [2, 1, 2, 1]


def test_a_gap_on_one_axis_goes_before_the_gap_on_both() -> None:
    found = style(column_gap=2, gap=1)
    assert (found.row_gap, found.column_gap) == (1, 2)


def test_the_authors_shorthand_goes_before_the_components_longhand() -> None:
    assert style(component="card", padding=1).padding_left == 1


def test_rows_columns_and_their_reverse() -> None:
    page = styled(Column(Row(), Column(), Row(reverse=True), Column(reverse=True), Row(wrap=True), Row(wrap=False)))
    assert page.style.flex_direction == "column"
    directions = [box.style.flex_direction for box in page.children]
    assert directions == ["row", "column", "row-reverse", "column-reverse", "row", "row"]
    assert [box.style.flex_wrap for box in page.children[4:]] == ["wrap", "nowrap"]


def test_flexibility() -> None:
    assert style(grow=1.5, shrink=0, basis=0) == BoxStyle(flex_grow=1.5, flex_shrink=0, flex_basis=0)
    assert style(basis="content").flex_basis == "content"
    for value in ("1", True, math.nan, math.inf):
        with fault("bad-value") as found:
            style(grow=value)
        assert found.message == f"grow is {value!r}; expected a number of at least 0"


def test_an_aspect_ratio_is_more_than_zero() -> None:
    assert style(aspect_ratio=2).aspect_ratio == 2
    with fault("bad-value"):
        style(aspect_ratio=0)


@pytest.mark.parametrize(
    ("word", "value", "field"),
    [
        ("justify", "space-between", "justify_content"),
        ("align", "baseline", "align_items"),
        ("align_content", "space-around", "align_content"),
        ("align_self", "end", "align_self"),
        ("position", "absolute", "position"),
        ("overflow", "hidden", "overflow"),
    ],
)
def test_words_are_those_of_css(word: str, value: str, field: str) -> None:
    assert getattr(style(**{word: value}), field) == value
    with fault("bad-value") as found:
        style(**{word: value[:-1]})
    assert found.message.startswith(f"{word} is {value[:-1]!r}; expected one of ")
    assert found.hint == f"did you mean {value!r}?"


def test_a_border_has_one_of_three_styles() -> None:
    assert styled(Row(border="#000", border_style="dotted")).look.border_style == "dotted"
    wrong: Any = "double"
    with fault("bad-value"):
        styled(Row(border="#000", border_style=wrong))


def test_a_text_is_a_box_too() -> None:
    text = styled(Column(Text("a", width=30, padding=2, background="#fff"))).children[0]
    assert (text.style.width, text.style.padding_top) == (30, 2)
    assert text.look.background is not None


@pytest.mark.parametrize("value", [10**400, -(10**400), math.inf, math.nan, True, "1"])
def test_a_ratio_that_no_float_holds_is_refused(value: object) -> None:
    with pytest.raises(LayoutkitError, match="aspect_ratio is"):
        styled(Column(Row(aspect_ratio=value)))  # type: ignore[arg-type]
