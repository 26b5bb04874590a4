"""Absolutely positioned boxes, relative offsets and boxes that are not displayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.layout import layout
from layoutkit.style.box import AUTO, Percent
from tests.layout.trees import box, column, leaf, places

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.layout import LayoutBox


def pinned(*children: LayoutBox, **style: object) -> LayoutBox:
    return box(*children, position="absolute", **style)


def page(*children: LayoutBox, **style: object) -> LayoutBox:
    return box(*children, width=100, height=60, **style)


def test_insets_count_from_the_padding_box() -> None:
    root = page(pinned(left=5, top=6, width=10, height=10), padding_left=9, border_left=2, border_top=3)
    assert places(root) == [(7, 9, 10, 10)]


def test_insets_from_the_end() -> None:
    assert places(page(pinned(right=5, bottom=6, width=10, height=20), border_right=1)) == [(84, 34, 10, 20)]


def test_percent_insets_and_sizes_take_the_padding_box() -> None:
    root = page(pinned(left=Percent(0.1), top=Percent(0.5), width=Percent(0.5), height=Percent(0.25)), padding_left=20)
    assert places(root) == [(10, 30, 50, 15)]


def test_two_insets_stretch_an_auto_size() -> None:
    assert places(page(pinned(left=5, right=15, top=10, bottom=20, margin_left=3))) == [(8, 10, 77, 30)]


def test_an_auto_size_shrinks_to_fit() -> None:
    item = leaf(9, position="absolute", left=60, top=0)
    assert places(page(item)) == [(60, 0, 40, 30)]


def test_auto_margins_between_two_insets_centre() -> None:
    item = pinned(left=0, right=0, top=10, bottom=0, width=40, height=10, margin_left=AUTO, margin_right=AUTO)
    assert places(page(item)) == [(30, 10, 40, 10)]


def test_one_auto_margin_takes_the_rest() -> None:
    item = pinned(left=0, right=0, top=0, bottom=0, width=40, height=10, margin_left=AUTO, margin_top=AUTO)
    assert places(page(item)) == [(60, 50, 40, 10)]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ({}, (4, 0)),
        ({"justify_content": "center", "align_items": "center"}, (47, 25)),
        ({"justify_content": "flex-end", "align_items": "end"}, (90, 50)),
        ({"flex_direction": "row-reverse"}, (90, 0)),
        ({"justify_content": "space-between"}, (4, 0)),
        ({"justify_content": "space-around"}, (47, 0)),
        ({"flex_direction": "column", "justify_content": "end", "align_items": "center"}, (47, 50)),
        ({"flex_wrap": "wrap-reverse"}, (4, 50)),
    ],
)
def test_without_insets_a_box_is_where_it_would_be_alone(style: dict[str, str], expected: tuple[float, float]) -> None:
    assert places(page(pinned(width=10, height=10), box(width=50), padding_left=4, **style))[0][:2] == expected


def test_align_self_aligns_between_two_insets() -> None:
    item = pinned(top=10, bottom=10, height=20, width=5, align_self="end")
    assert places(page(item))[0][1] == 30


def test_an_aligned_box_is_kept_inside_the_page() -> None:
    item = pinned(top=30, bottom=5, height=40, width=5, align_self="start")
    assert places(page(item))[0][1] == 20


def test_a_ratio_gives_the_missing_size() -> None:
    assert places(page(pinned(left=0, top=0, height=20, aspect_ratio=2.0))) == [(0, 0, 40, 20)]
    assert places(page(pinned(left=0, right=20, top=0, aspect_ratio=2.0))) == [(0, 0, 80, 40)]


def test_absolute_boxes_take_no_part_in_flow() -> None:
    root = box(box(width=10), pinned(width=500, height=500), box(width=10), column_gap=5)
    assert layout(root).rect.width == 25
    assert [place[0] for place in places(root)][::2] == [0, 15]


def test_nested_absolute_boxes_refer_to_their_parents() -> None:
    root = layout(page(pinned(pinned(right=0, width=5, height=5), left=10, width=50, height=50)))
    assert root.children[0].children[0].rect.x == 45


def test_relative_offsets_move_without_touching_the_others() -> None:
    items = box(width=10, height=10, left=3, top=Percent(0.5)), box(width=10, height=10, right=2, bottom=1)
    assert [place[:2] for place in places(page(*items))] == [(3, 30), (8, -1)]


def test_left_wins_over_right_and_top_over_bottom() -> None:
    assert places(page(box(width=10, height=10, left=3, right=50, top=4, bottom=50)))[0][:2] == (3, 4)


def test_a_percent_offset_needs_a_definite_height() -> None:
    assert places(box(box(width=10, height=10, top=Percent(0.5))))[0][:2] == (0, 0)


def test_a_percent_offset_needs_a_height_that_is_more_than_decided() -> None:
    def inner(**style: object) -> Rect:
        item = box(box(width=10, height=10, top=Percent(0.5)), flex_grow=1.0)
        return layout(column(item, width=50, **style)).children[0].children[0].rect

    assert inner(height=40).y == 20
    assert inner(min_height=40).y == 0


def test_limits_of_the_height_transfer_to_a_stretched_width() -> None:
    assert places(page(pinned(left=0, right=0, aspect_ratio=2.0, max_height=20))) == [(0, 0, 40, 20)]
    assert places(page(pinned(left=0, right=60, aspect_ratio=2.0, min_height=30))) == [(0, 0, 60, 30)]


def test_a_box_that_is_not_displayed_takes_no_room() -> None:
    placed = layout(box(box(width=10), box(leaf(3), width=10, display="none"), box(width=10), column_gap=4))
    assert placed.rect.width == 24
    hidden = placed.children[1]
    assert hidden.hidden
    assert hidden.children[0].hidden
    assert (hidden.rect.width, hidden.children[0].rect.height) == (0, 0)
    assert not placed.children[2].hidden


def test_a_root_that_is_not_displayed_is_nothing() -> None:
    placed = layout(column(leaf(3), display="none"))
    assert placed.hidden
    assert placed.children[0].hidden
    assert placed.rect.width == 0
