"""9.7 Resolving Flexible Lengths: what grows, what shrinks, and by how much."""

from __future__ import annotations

import pytest

from tests.layout.trees import box, column, sizes


def test_items_keep_their_base_where_nothing_flexes() -> None:
    assert sizes(box(box(width=30), box(width=50), width=200), 0) == [30, 50]


def test_free_space_is_shared_by_grow_factors() -> None:
    items = box(width=20, flex_grow=1.0), box(width=20, flex_grow=3.0), box(width=20)
    assert sizes(box(*items, width=200), 0) == [55, 125, 20]


def test_gaps_and_margins_are_taken_off_first() -> None:
    items = box(flex_grow=1.0, margin_left=4.0), box(flex_grow=1.0, margin_right=6.0)
    assert sizes(box(*items, width=100, column_gap=10), 0) == [40, 40]


def test_factors_below_one_leave_their_share_of_the_space() -> None:
    assert sizes(box(box(flex_grow=0.25), box(flex_grow=0.25), width=100), 0) == [25, 25]
    assert sizes(box(box(width=100, flex_shrink=0.5), width=40), 0) == [70]


def test_space_for_small_factors_counts_from_the_initial_free_space() -> None:
    # The first item freezes at its maximum; the second still gets half of the initial 100 px, no more.
    items = box(flex_grow=0.5, max_width=10), box(flex_grow=0.5)
    assert sizes(box(*items, width=100), 0) == [10, 50]


def test_shrinking_is_weighted_by_the_base_size() -> None:
    items = box(width=100, flex_shrink=1.0), box(width=50, flex_shrink=2.0), box(width=50, flex_shrink=0.0)
    assert sizes(box(*items, width=100), 0) == [50, 0, 50]
    assert sizes(box(box(width=100), box(width=50), width=75), 0) == [50, 25]


def test_padding_does_not_shrink() -> None:
    # Scaled by the inner base size: 80 and 100 px.
    items = box(width=100, padding_left=10, padding_right=10), box(width=100)
    assert sizes(box(*items, width=110), 0) == pytest.approx([60, 50])


def test_what_a_maximum_leaves_goes_to_the_others() -> None:
    items = box(flex_grow=1.0, max_width=20), box(flex_grow=1.0), box(flex_grow=1.0)
    assert sizes(box(*items, width=120), 0) == [20, 50, 50]


def test_what_a_minimum_takes_is_taken_from_the_others() -> None:
    items = box(width=100, min_width=90), box(width=100), box(width=100)
    assert sizes(box(*items, width=150), 0) == [90, 30, 30]


def test_minimum_and_maximum_violations_are_settled_in_turn() -> None:
    # The minimum violation is the larger: that item freezes first, and the maximum is no longer reached.
    items = box(flex_grow=1.0, min_width=60), box(flex_grow=1.0, max_width=25)
    assert sizes(box(*items, width=80), 0) == [60, 20]


def test_an_item_below_its_minimum_may_grow_from_its_base() -> None:
    items = box(flex_basis=10.0, min_width=30, flex_grow=1.0), box(flex_basis=10.0, flex_grow=1.0)
    assert sizes(box(*items, width=100), 0) == [50, 50]


def test_an_item_above_its_maximum_is_frozen_before_space_is_counted() -> None:
    # 150 px are left after the first item took its maximum; the factor of the second gives it a quarter of them.
    items = box(flex_basis=100.0, max_width=50, flex_grow=0.5), box(flex_grow=0.25)
    assert sizes(box(*items, width=200), 0) == [50, 37.5]


@pytest.mark.parametrize(("room", "expected"), [(59.0, [29.5, 29.5]), (60.0, [30, 30]), (61.0, [30.5, 30.5])])
def test_growing_and_shrinking_meet(room: float, expected: list[float]) -> None:
    items = [box(width=30, flex_grow=1.0) for _ in range(2)]
    assert sizes(box(*items, width=room), 0) == expected


def test_a_column_flexes_heights() -> None:
    items = box(height=20, flex_grow=1.0), box(height=20, flex_grow=3.0)
    assert sizes(column(*items, height=120, row_gap=20), 1) == [35, 65]
