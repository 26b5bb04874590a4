"""9.3 Main Size Determination and 9.4 Cross Size Determination."""

from __future__ import annotations

import pytest

from layoutkit.layout import layout
from tests.layout.trees import box, column, leaf, places, sizes


def test_lines_break_where_the_next_item_would_not_fit() -> None:
    items = [box(width=40, height=10) for _ in range(5)]
    found = places(box(*items, width=90, flex_wrap="wrap", column_gap=10, row_gap=3, align_content="start"))
    assert [place[:2] for place in found] == [(0, 0), (50, 0), (0, 13), (50, 13), (0, 26)]


def test_an_item_wider_than_the_container_has_a_line_of_its_own() -> None:
    items = [box(width=width, height=10, flex_shrink=0.0) for width in (200, 20, 200, 20)]
    root = box(*items, width=100, flex_wrap="wrap", align_content="end", row_gap=1)
    assert [place[:2] for place in places(root)] == [(0, 0), (0, 11), (0, 22), (0, 33)]
    assert layout(root).rect.height == 43


def test_margins_count_when_lines_are_broken() -> None:
    items = [box(width=40, height=10, margin_right=11) for _ in range(2)]
    assert [place[1] for place in places(box(*items, width=101, flex_wrap="wrap"))] == [0, 10]
    assert [place[1] for place in places(box(*items, width=102, flex_wrap="wrap"))] == [0, 0]


def test_sums_that_differ_in_the_last_digit_still_fit() -> None:
    items = [box(width=0.1, height=1) for _ in range(3)]
    assert [place[1] for place in places(box(*items, width=0.3, flex_wrap="wrap"))] == [0, 0, 0]


def test_a_column_breaks_at_its_greatest_height() -> None:
    items = [box(width=10, height=30) for _ in range(3)]
    assert [place[:2] for place in places(column(*items, max_height=60, flex_wrap="wrap"))] == [
        (0, 0),
        (0, 30),
        (10, 0),
    ]


def test_a_line_of_a_column_is_as_wide_as_its_widest_item() -> None:
    items = leaf(2, height=60), leaf(3, height=60)
    root = column(*items, width=200, height=100, flex_wrap="wrap", align_content="start", column_gap=4)
    assert places(root) == [(0, 0, 20, 60), (24, 0, 30, 60)]


def test_a_line_is_as_high_as_its_highest_item() -> None:
    assert layout(box(box(height=10, margin_top=15), box(height=20))).rect.height == 25


def test_a_line_holds_what_is_above_and_below_the_shared_baseline() -> None:
    # Baselines 8 px down in the text, at the bottom of the box.
    root = box(leaf(2), box(height=30, width=5), align_items="baseline")
    assert layout(root).rect.height == 32
    assert [place[1] for place in places(root)] == [22, 0]


def test_the_only_line_takes_a_definite_cross_size() -> None:
    assert sizes(box(box(), box(height=10), height=50), 1) == [50, 10]


def test_lines_are_stretched_equally() -> None:
    items = [box(width=60), box(width=60, height=20)]
    assert places(box(*items, width=100, height=100, flex_wrap="wrap")) == [(0, 0, 60, 40), (0, 40, 60, 20)]


@pytest.mark.parametrize(("limit", "expected"), [({"max_height": 15}, 15), ({"min_height": 70}, 70), ({}, 50)])
def test_stretching_respects_limits(limit: dict[str, float], expected: float) -> None:
    assert sizes(box(box(**limit), height=50), 1) == [expected]


def test_stretching_leaves_room_for_margins() -> None:
    assert places(box(box(margin_top=5, margin_bottom=7), height=50)) == [(0, 5, 0, 38)]


def test_a_column_fits_the_width_of_what_is_not_stretched() -> None:
    assert places(column(leaf(9), width=35, align_items="start")) == [(0, 0, 35, 30)]
    assert places(column(leaf(2), width=35, align_items="start")) == [(0, 0, 20, 10)]
    assert places(column(leaf(2), width=35)) == [(0, 0, 35, 10)]


def test_a_column_is_as_high_as_its_items() -> None:
    assert layout(column(leaf(4), leaf(1), width=20, row_gap=6, padding_top=1)).rect.height == 37


def test_limits_of_the_container_clamp_its_content_height() -> None:
    assert layout(column(box(height=30), max_height=20)).rect.height == 20
    assert layout(column(box(height=30), min_height=40)).rect.height == 40


def test_a_minimum_height_gives_a_column_space_to_share_out() -> None:
    assert sizes(column(box(height=10, flex_grow=1.0), box(height=10), min_height=40), 1) == [30, 10]
