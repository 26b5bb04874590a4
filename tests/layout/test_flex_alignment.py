"""9.5 Main-Axis Alignment and 9.6 Cross-Axis Alignment, with CSS Box Alignment's keywords."""

from __future__ import annotations

import pytest

from layoutkit.layout import layout
from layoutkit.style.box import AUTO
from tests.layout.trees import box, column, leaf, places

ALONG = {
    "normal": [0, 20],
    "stretch": [0, 20],
    "start": [0, 20],
    "flex-start": [0, 20],
    "end": [60, 80],
    "flex-end": [60, 80],
    "center": [30, 50],
    "space-between": [0, 80],
    "space-around": [15, 65],
    "space-evenly": [20, 60],
}


@pytest.mark.parametrize("keyword", ALONG)
def test_justify_content(keyword: str) -> None:
    items = box(width=20), box(width=20)
    assert [place[0] for place in places(box(*items, width=100, justify_content=keyword))] == ALONG[keyword]


@pytest.mark.parametrize("keyword", ALONG)
def test_justify_content_of_a_reversed_row(keyword: str) -> None:
    items = box(width=20), box(width=20)
    found = [
        place[0] for place in places(box(*items, width=100, justify_content=keyword, flex_direction="row-reverse"))
    ]
    swapped = {"normal": "end", "stretch": "end", "flex-start": "end", "flex-end": "start"}.get(keyword, keyword)
    assert found == ALONG[swapped][::-1]


@pytest.mark.parametrize(
    ("keyword", "expected"),
    [("center", [-10, 30]), ("end", [-20, 20]), ("space-between", [0, 40]), ("space-around", [0, 40])],
)
def test_justify_content_without_room(keyword: str, expected: list[float]) -> None:
    items = [box(width=40, flex_shrink=0.0) for _ in range(2)]
    assert [place[0] for place in places(box(*items, width=60, justify_content=keyword))] == expected


def test_gaps_come_on_top_of_the_space_between() -> None:
    items = [box(width=10) for _ in range(3)]
    root = box(*items, width=100, column_gap=5, justify_content="space-between")
    assert [place[0] for place in places(root)] == [0, 45, 90]


def test_auto_margins_take_the_free_space_before_justify_content() -> None:
    items = box(width=10), box(width=10, margin_left=AUTO), box(width=10)
    root = box(*items, width=100, justify_content="center")
    assert [place[0] for place in places(root)] == [0, 80, 90]


def test_auto_margins_share_the_free_space() -> None:
    items = box(width=10, margin_left=AUTO, margin_right=AUTO), box(width=10, margin_right=AUTO)
    assert [place[0] for place in places(box(*items, width=80))] == [20, 50]


def test_auto_margins_are_nothing_where_items_overflow() -> None:
    items = box(width=40, flex_shrink=0.0, margin_left=AUTO), box(width=40, flex_shrink=0.0)
    assert [place[0] for place in places(box(*items, width=60))] == [0, 40]


ACROSS = {
    "start": 0,
    "flex-start": 0,
    "end": 40,
    "flex-end": 40,
    "center": 20,
    "stretch": 0,
    "normal": 0,
    "baseline": 0,
}


@pytest.mark.parametrize("keyword", ACROSS)
def test_align_items(keyword: str) -> None:
    assert [place[1] for place in places(box(box(height=10), height=50, align_items=keyword))] == [ACROSS[keyword]]


@pytest.mark.parametrize("keyword", ACROSS)
def test_align_self_wins_over_align_items(keyword: str) -> None:
    root = box(box(height=10, align_self=keyword), box(height=10), height=50, align_items="center")
    assert [place[1] for place in places(root)] == [ACROSS[keyword], 20]


@pytest.mark.parametrize("keyword", ACROSS)
def test_align_items_of_a_column(keyword: str) -> None:
    assert [place[0] for place in places(column(box(width=10), width=50, align_items=keyword))] == [ACROSS[keyword]]


def test_only_an_auto_size_is_stretched() -> None:
    assert [place[3] for place in places(box(box(), box(height=10), height=50))] == [50, 10]


def test_auto_margins_across_take_the_item_out_of_alignment() -> None:
    items = box(height=10, margin_top=AUTO), box(height=10, margin_top=AUTO, margin_bottom=AUTO), box(margin_top=AUTO)
    assert [place[1::2] for place in places(box(*items, height=50))] == [(40, 10), (20, 10), (50, 0)]


def test_auto_margins_across_never_pull() -> None:
    assert places(box(box(height=80, margin_top=AUTO), height=50)) == [(0, 0, 0, 80)]


def test_baselines_are_lined_up() -> None:
    items = leaf(1, padding_top=12), leaf(1), box(leaf(2, margin_top=3))
    assert [place[1] for place in places(box(*items, align_items="baseline"))] == [0, 12, 9]


def test_the_baseline_of_a_container_is_that_of_its_first_item() -> None:
    assert layout(box(leaf(1, padding_top=12), leaf(1), padding_top=4)).baseline == 24
    assert layout(column(leaf(1, margin_top=5), leaf(1, padding_top=12))).baseline == 13


def test_a_shared_baseline_is_the_containers() -> None:
    assert layout(box(box(height=30), leaf(1, align_self="baseline"), leaf(1, padding_top=9))).baseline == 8


def test_an_empty_box_has_no_baseline() -> None:
    assert layout(box(width=10, height=10)).baseline is None


def test_a_box_without_a_baseline_stands_on_its_bottom_edge() -> None:
    assert [place[1] for place in places(box(box(height=8), leaf(1), align_items="baseline"))] == [0, 0]
    assert layout(box(box(height=7, margin_top=2))).baseline == 9


def test_a_clipped_baseline_stays_inside_the_box() -> None:
    deep = box(box(leaf(1, margin_top=50)), height=20, overflow="hidden")
    assert [place[1] for place in places(box(deep, leaf(1), align_items="baseline"))] == [0, 12]


LINES = {
    "start": [0, 10],
    "flex-start": [0, 10],
    "end": [40, 50],
    "flex-end": [40, 50],
    "center": [20, 30],
    "space-between": [0, 50],
    "space-around": [10, 40],
    "space-evenly": [pytest.approx(40 / 3), pytest.approx(110 / 3)],
    "stretch": [0, 30],
    "normal": [0, 30],
}


@pytest.mark.parametrize("keyword", LINES)
def test_align_content(keyword: str) -> None:
    items = [box(width=60, height=10) for _ in range(2)]
    root = box(*items, width=100, height=60, flex_wrap="wrap", align_content=keyword)
    assert [place[1] for place in places(root)] == LINES[keyword]


def test_wrap_reverse_turns_the_lines_and_what_is_in_them() -> None:
    items = box(width=60, height=10), box(width=60, height=10), box(width=30, height=4)
    root = box(*items, width=100, flex_wrap="wrap-reverse")
    assert [place[:2] for place in places(root)] == [(0, 10), (0, 0), (60, 6)]


@pytest.mark.parametrize(("keyword", "expected"), [("start", 0), ("flex-start", 40), ("flex-end", 0), ("end", 40)])
def test_flex_start_is_at_the_bottom_of_a_reversed_line(keyword: str, expected: float) -> None:
    root = box(box(height=10), height=50, flex_wrap="wrap-reverse", align_items=keyword)
    assert [place[1] for place in places(root)] == [expected]


def test_a_reversed_column_starts_at_the_bottom() -> None:
    items = box(height=10), box(height=20)
    assert [place[1] for place in places(box(*items, height=100, flex_direction="column-reverse"))] == [90, 70]
