"""Placement: CSS Grid 1, sections 7.5 and 8. Every track is 10 px, so a place tells the lines."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layoutkit.layout import LayoutBox, layout
from layoutkit.layout.grid_placement import FURTHEST, Lines, lines_of, place
from layoutkit.layout.grid_template import Template, implicit_axis
from layoutkit.style.box import AUTO, BoxStyle, GridSpan, Repeat
from tests.layout.trees import css, places

AREAS = st.tuples(*[st.tuples(st.none() | st.integers(-3, 4), st.integers(1, 3)) for _ in range(2)])
FLOWS = ["row", "column", "row dense", "column dense"]


def areas(*items: dict[str, object], flow: str = "row", tracks: int = 3) -> list[str]:
    """Column, row and spans of every item, in a grid whose template has ``tracks`` tracks of 10 px in both axes."""
    template = (Repeat(tracks, (10.0,)),) if tracks else ()
    root = LayoutBox(
        css(
            display="grid",
            grid_template_columns=template,
            grid_template_rows=template,
            grid_auto_columns=(10.0,),
            grid_auto_rows=(10.0,),
            grid_auto_flow=flow,
        ),
        tuple(LayoutBox(css(**item)) for item in items),
    )
    return [" ".join(f"{value / 10:g}" for value in each) for each in places(root)]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ({"grid_column_start": 2}, "1 0 1 1"),
        ({"grid_column_start": 2, "grid_column_end": 4}, "1 0 2 1"),
        ({"grid_column_start": 4, "grid_column_end": 2}, "1 0 2 1"),
        ({"grid_column_start": 2, "grid_column_end": 2}, "1 0 1 1"),
        ({"grid_column_start": -1}, "3 0 1 1"),
        ({"grid_column_start": 1, "grid_column_end": -1}, "0 0 3 1"),
        ({"grid_column_end": 3}, "1 0 1 1"),
        ({"grid_column_start": GridSpan(2), "grid_column_end": 4}, "1 0 2 1"),
        ({"grid_column_start": 2, "grid_column_end": GridSpan(3)}, "1 0 3 1"),
        ({"grid_column_start": GridSpan(2), "grid_column_end": GridSpan(3)}, "0 0 2 1"),
        ({"grid_row_start": 3, "grid_row_end": GridSpan(2)}, "0 2 1 2"),
        ({"grid_row_end": GridSpan(2)}, "0 0 1 2"),
    ],
    ids=str,
)
def test_lines(style: dict[str, object], expected: str) -> None:
    assert areas(style) == [expected]


def test_lines_before_the_first_make_tracks_there() -> None:
    assert areas({"grid_column_start": -5}, {}) == ["0 0 1 1", "1 0 1 1"]


@pytest.mark.parametrize(
    ("flow", "expected"),
    [
        ("row", ["0 0 2 1", "0 1 2 1", "2 1 1 1"]),
        ("row dense", ["0 0 2 1", "0 1 2 1", "2 0 1 1"]),
        ("column", ["0 0 2 1", "0 1 2 1", "0 2 1 1"]),
        ("column dense", ["0 0 2 1", "0 1 2 1", "0 2 1 1"]),
    ],
)
def test_flows(flow: str, expected: list[str]) -> None:
    wide: dict[str, object] = {"grid_column_start": GridSpan(2)}
    assert areas(wide, wide, {}, flow=flow) == expected


def test_items_locked_to_a_row_go_before_the_others() -> None:
    assert areas({}, {"grid_row_start": 1}, {"grid_row_start": 1}) == ["2 0 1 1", "0 0 1 1", "1 0 1 1"]


def test_an_item_in_a_column_moves_on_to_the_next_row() -> None:
    assert areas({"grid_column_start": 2}, {"grid_column_start": 1}, {}) == ["1 0 1 1", "0 1 1 1", "1 1 1 1"]


def test_automatic_tracks_take_their_sizes_in_turn_on_both_sides() -> None:
    items = [LayoutBox(css(grid_row_start=row, grid_column_start=1)) for row in (-4, 1, 2, 3, 4)]
    style = css(display="grid", grid_template_rows=(7.0,), grid_auto_rows=(1.0, 2.0))
    assert [each[3] for each in places(LayoutBox(style, tuple(items)))] == [1, 7, 1, 2, 1]


@given(st.lists(AREAS, max_size=12), st.sampled_from(FLOWS), st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=300, deadline=None)
def test_items_that_are_placed_automatically_overlap_nothing(
    wanted: list[Any], flow: str, columns: int, rows: int
) -> None:
    lines = [(Lines(*column), Lines(*row)) for column, row in wanted]
    found = place(lines, (columns, rows), flow)
    cells = [{(x, y) for x in range(*across) for y in range(*down)} for across, down in found]
    for index, (column, row) in enumerate(lines):
        across, down = found[index]
        assert (across[1] - across[0], down[1] - down[0]) == (column.span, row.span)
        assert column.start in {None, across[0]}
        assert row.start in {None, down[0]}
        if column.start is None or row.start is None:
            assert all(cells[index].isdisjoint(other) for nth, other in enumerate(cells) if nth != index)


@given(st.lists(AREAS, max_size=12), st.sampled_from(["row", "row dense"]), st.integers(0, 4), st.integers(0, 4))
@settings(max_examples=100, deadline=None)
def test_columns_are_rows_turned(wanted: list[Any], flow: str, columns: int, rows: int) -> None:
    lines = [(Lines(*column), Lines(*row)) for column, row in wanted]
    turned = place([(row, column) for column, row in lines], (rows, columns), flow.replace("row", "column"))
    assert place(lines, (columns, rows), flow) == [(across, down) for down, across in turned]


def test_lines_far_away_are_limited() -> None:
    assert lines_of(BoxStyle(grid_row_start=10**9, grid_row_end=GridSpan(10**9)), 1, 3) == Lines(FURTHEST, FURTHEST)
    assert lines_of(BoxStyle(grid_row_start=-(10**9)), 1, 3).start == -FURTHEST
    assert lines_of(BoxStyle(), 1, 3) == Lines(None, 1)


def test_a_giant_line_number_costs_no_tracks() -> None:
    far = {"grid_column_start": 1_000_000, "grid_row_start": 1_000_000, "height": 5, "width": 5}
    placed = layout(LayoutBox(css(display="grid"), (LayoutBox(css(**far)), LayoutBox(css(width=7)))))
    assert (placed.rect.width, placed.rect.height) == (12, 5)


def test_tracks_that_are_alike_are_one() -> None:
    template = Template((), range(0))
    found = implicit_axis(template, (10.0, 20.0), [(0, 1), (9_999, 10_000)], ())
    assert [count for _, count in found.sizes] == [1, 4_999, 4_999, 1]
    assert found.first == {0: 0, 1: 1, 9_999: 3, 10_000: 4}


def test_a_giant_line_number_keeps_the_gaps_of_the_grid() -> None:
    far = LayoutBox(css(grid_column_start=10**6, width=5))
    assert layout(LayoutBox(css(display="grid", column_gap=1), (far,))).rect.width == FURTHEST + 5


def test_automatic_lines_are_the_start() -> None:
    assert areas({"grid_column_start": AUTO}) == ["0 0 1 1"]
