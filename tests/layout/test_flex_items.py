"""9.2 Line Length Determination, 4.5 Automatic Minimum Size and aspect ratios: sizes before flexing."""

from __future__ import annotations

from layoutkit.layout import layout
from layoutkit.sizing import MIN_CONTENT, Fit
from layoutkit.style.box import Percent
from tests.layout.trees import box, column, leaf, places, sizes


def test_the_basis_wins_over_the_width() -> None:
    assert sizes(box(box(width=50, flex_basis=20.0), width=100), 0) == [20]


def test_a_basis_of_content_ignores_the_width() -> None:
    assert sizes(box(leaf(3, width=50, flex_basis="content"), width=100), 0) == [30]


def test_a_percent_basis_of_an_indefinite_height_is_content() -> None:
    assert sizes(column(leaf(3, flex_basis=Percent(0.5)), width=100), 1) == [10]
    assert sizes(column(leaf(3, flex_basis=Percent(0.5)), width=100, height=80), 1) == [40]


def test_an_automatic_minimum_is_the_content() -> None:
    assert sizes(box(leaf(5), width=5), 0) == [10]


def test_an_automatic_minimum_is_at_most_the_specified_size() -> None:
    assert sizes(box(box(box(width=50, flex_shrink=0.0), width=30), width=5), 0) == [30]


def test_an_automatic_minimum_is_at_most_the_maximum() -> None:
    assert sizes(box(box(box(width=50, flex_shrink=0.0), max_width=30), width=5), 0) == [30]


def test_a_hidden_overflow_takes_the_automatic_minimum_away() -> None:
    assert sizes(box(box(box(width=50, flex_shrink=0.0), overflow="hidden"), width=5), 0) == [5]


def test_an_automatic_minimum_in_a_column_is_the_height_of_the_content() -> None:
    assert sizes(column(leaf(4), box(height=10, flex_shrink=0.0), width=20, height=5), 1) == [20, 10]
    assert sizes(column(box(leaf(2), width=20, height=50), width=20, height=5), 1) == [10]


def test_content_box_sizes_exclude_padding_and_border() -> None:
    item = box(width=20, height=10, padding_left=3, padding_top=4, border_right=2, box_sizing="content-box")
    assert places(box(item, width=100, align_items="start")) == [(0, 0, 25, 14)]


def test_padding_and_border_are_the_floor_of_a_border_box() -> None:
    assert places(box(box(width=2, height=2, padding_left=8, border_top=5), align_items="start")) == [(0, 0, 8, 5)]


def test_percent_padding_and_margins_take_the_width_on_all_sides() -> None:
    item = box(padding_top=Percent(0.1), margin_top=Percent(0.05), margin_left=Percent(0.1))
    assert places(box(item, width=200, height=50, align_items="start")) == [(20, 10, 0, 20)]


def test_a_percent_height_needs_a_definite_height() -> None:
    assert sizes(box(box(box(height=7), height=Percent(0.5)), align_items="start"), 1) == [7]
    assert sizes(box(box(box(height=7), height=Percent(0.5)), align_items="start", height=40), 1) == [20]


def test_a_stretched_item_is_definite_for_its_children() -> None:
    root = box(box(box(height=Percent(0.5), width=5)), height=40)
    assert layout(root).children[0].children[0].rect.height == 20


def test_a_flexed_height_is_definite_where_the_column_is() -> None:
    inner = column(box(box(height=Percent(0.5), width=5), flex_grow=1.0), height=60)
    assert layout(inner).children[0].children[0].rect.height == 30


def test_a_flexed_height_is_indefinite_where_only_the_content_decides() -> None:
    inner = column(box(box(height=Percent(0.5), width=5), box(height=30)), width=60)
    assert layout(inner).children[0].children[0].rect.height == 0


def test_percent_heights_do_not_count_while_a_content_is_measured() -> None:
    items = [box(width=10, height=30, flex_shrink=0.0) for _ in range(3)]
    style = {"height": Percent(0.5), "flex_basis": "content", "flex_shrink": 0.0}
    assert sizes(column(column(*items, flex_wrap="wrap", **style), width=200, height=100), 1) == [90]


def test_a_percent_gap_takes_the_content_box() -> None:
    root = box(box(width=10), box(width=10), width=220, padding_left=20, column_gap=Percent(0.1))
    assert [place[0] for place in places(root)] == [20, 50]


def test_limits_apply_to_the_hypothetical_size() -> None:
    assert sizes(box(box(width=50, max_width=20), box(width=5, min_width=15), width=100), 0) == [20, 15]
    assert sizes(box(box(width=50, max_width=20, min_width=30), width=100), 0) == [30]


# ---- aspect ratio ---------------------------------------------------------------------------------


def test_a_definite_height_gives_the_width() -> None:
    assert sizes(box(box(height=20, aspect_ratio=1.5), align_items="start"), 0) == [30]


def test_a_stretched_height_gives_the_width() -> None:
    assert places(box(box(aspect_ratio=2.0), height=30)) == [(0, 0, 60, 30)]


def test_a_grown_width_gives_the_height() -> None:
    assert places(box(box(aspect_ratio=2.0, flex_grow=1.0), width=60, align_items="start")) == [(0, 0, 60, 30)]


def test_a_columns_width_gives_the_height() -> None:
    assert places(column(box(aspect_ratio=2.0), width=60)) == [(0, 0, 60, 30)]


def test_a_content_higher_than_the_ratio_makes_the_box_higher() -> None:
    item = column(leaf(6), width=20, aspect_ratio=2.0, flex_shrink=0.0)
    assert places(box(item, width=60, align_items="start")) == [(0, 0, 20, 30)]
    clipped = column(leaf(6), width=20, aspect_ratio=2.0, flex_shrink=0.0, overflow="hidden")
    assert places(box(clipped, width=60, align_items="start")) == [(0, 0, 20, 10)]


def test_limits_of_the_height_transfer_to_the_width() -> None:
    item = column(leaf(9), aspect_ratio=2.0, max_height=20)
    assert sizes(column(item, align_items="start", width=300), 0) == [40]


def test_a_ratio_applies_to_the_box_that_is_sized() -> None:
    border = box(height=20, aspect_ratio=2.0, padding_left=10)
    content = box(height=20, aspect_ratio=2.0, padding_left=10, box_sizing="content-box")
    assert sizes(box(border, content, align_items="start"), 0) == [40, 50]


# ---- 9.9 Intrinsic Sizes --------------------------------------------------------------------------


def test_a_row_is_as_wide_as_its_items() -> None:
    root = box(leaf(3, margin_left=5), leaf(2), column_gap=7, padding_right=1)
    assert layout(root).rect.width == 63
    assert layout(root, MIN_CONTENT).rect.width == 33


def test_a_wrapping_row_may_be_as_narrow_as_its_widest_item() -> None:
    root = box(leaf(3), leaf(2), box(width=25), column_gap=7, flex_wrap="wrap")
    assert layout(root).rect.width == 89
    assert layout(root, MIN_CONTENT).rect.width == 25


def test_a_column_is_as_wide_as_its_widest_item() -> None:
    root = column(leaf(3, margin_left=5), leaf(2), padding_left=2)
    assert layout(root).rect.width == 37
    assert layout(root, MIN_CONTENT).rect.width == 17


def test_a_base_size_caps_what_cannot_grow_and_floors_what_cannot_shrink() -> None:
    assert layout(box(leaf(5, flex_basis=20.0))).rect.width == 20
    assert layout(box(leaf(5, flex_basis=20.0, flex_grow=1.0))).rect.width == 50
    assert layout(box(leaf(5, flex_basis=80.0))).rect.width == 50
    assert layout(box(leaf(5, flex_basis=80.0, flex_shrink=0.0))).rect.width == 80


def test_a_wrapping_column_is_as_wide_as_its_lines() -> None:
    items = [leaf(2, height=30), leaf(3, height=30), leaf(1, height=30)]
    assert layout(column(*items, height=60, flex_wrap="wrap", column_gap=4)).rect.width == 44
    assert layout(column(*items, max_height=90, flex_wrap="wrap", column_gap=4)).rect.width == 30


def test_negative_margins_never_make_a_width_negative() -> None:
    assert layout(box(box(width=10, margin_left=-30))).rect.width == 0


def test_fit_is_between_the_narrowest_and_the_widest() -> None:
    assert [layout(leaf(4), Fit(width)).rect.width for width in (5.0, 25.0, 90.0)] == [10, 25, 40]
    assert [layout(leaf(4), Fit(width)).rect.height for width in (5.0, 25.0, 90.0)] == [40, 20, 10]
