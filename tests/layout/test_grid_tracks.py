"""Track sizing: CSS Grid 1, section 12. Expected sizes are worked out by hand."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any, Literal

import pytest

from layoutkit.layout import LayoutBox, layout
from layoutkit.layout.grid_template import Room, expand
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit
from layoutkit.style.box import AUTO, FitContent, Fr, GridSpan, MinMax, Percent, Repeat
from tests.layout.trees import css, leaf, places

if TYPE_CHECKING:
    from layoutkit.style.box import TrackList, TrackSize


def grid(*children: LayoutBox, **style: object) -> LayoutBox:
    return LayoutBox(css(display="grid", **style), children)


def columns(*tracks: object, items: tuple[LayoutBox, ...] | None = None, **style: object) -> list[float]:
    """The widths of the columns: of one item in each, without text, where no others are given."""
    count = len(tracks) if items is None else 0
    root = grid(*(items or [LayoutBox(css()) for _ in range(count)]), grid_template_columns=tracks, **style)
    return [width for _, _, width, _ in places(root)]


@pytest.mark.parametrize(
    ("tracks", "expected"),
    [
        ((30.0, 50.0), [30, 50]),
        ((Percent(0.25), 40.0), [50, 40]),
        ((Fr(1.0), Fr(3.0)), [50, 150]),
        ((Fr(1.0), 60.0, Fr(1.0)), [70, 60, 70]),
        ((Fr(0.25), Fr(0.25)), [50, 50]),
        ((AUTO, AUTO), [100, 100]),
        ((AUTO, 50.0), [150, 50]),
        ((MinMax(20.0, 60.0), 50.0), [60, 50]),
        ((MinMax(20.0, 500.0), 150.0), [50, 150]),
        ((MinMax(90.0, Fr(1.0)), Fr(1.0)), [100, 100]),
        ((MinMax(150.0, Fr(1.0)), Fr(1.0)), [150, 50]),
        ((MinMax(90.0, 20.0), 50.0), [90, 50]),
        ((Repeat(2, (30.0, 20.0)),), [30]),
    ],
    ids=str,
)
def test_columns_of_empty_items(tracks: tuple[Any, ...], expected: list[float]) -> None:
    assert columns(*tracks, width=200) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("track", "narrow", "wide"),
    [
        (AUTO, 10, 50),
        ("min-content", 10, 10),
        ("max-content", 50, 50),
        (FitContent(30.0), 10, 30),
        (FitContent(90.0), 10, 50),
        (MinMax("min-content", "max-content"), 10, 50),
        (MinMax(20.0, 30.0), 20, 30),
        (Fr(1.0), 10, 50),
        (20.0, 20, 20),
    ],
    ids=str,
)
def test_a_column_asks_its_text(track: TrackSize, narrow: float, wide: float) -> None:
    root = grid(leaf(5), grid_template_columns=(track,))
    assert layout(root, MIN_CONTENT).rect.width == narrow
    assert layout(root, MAX_CONTENT).rect.width == wide


def test_spanning_items_spare_tracks_at_their_limit() -> None:
    items = (leaf(2), leaf(10, grid_row_start=2, grid_column_start=1, grid_column_end=GridSpan(2)))
    assert columns(MinMax(0.0, 30.0), AUTO, items=(*items, leaf(1))) == [30, 100, 70]


def test_items_that_cross_fr_tracks_grow_those_only() -> None:
    items = (leaf(10, grid_column_start=GridSpan(2), min_width=0), leaf(1), leaf(1))
    assert columns(20.0, Fr(1.0), items=items) == [100, 20, 80]


def test_items_are_taken_in_order_of_their_spans() -> None:
    wide = leaf(9, grid_column_start=GridSpan(3), width=90)
    pair = leaf(6, grid_column_start=GridSpan(2), width=60)
    singles = [leaf(1, width=10) for _ in range(4)]
    assert columns(AUTO, AUTO, AUTO, items=(wide, pair, *singles), width=90, justify_content="start")[:2] == [90, 60]


def test_gaps_lie_between_tracks_and_percentages_take_the_width() -> None:
    items = tuple(LayoutBox(css(height=10)) for _ in range(4))
    style = {"grid_template_columns": (Fr(1.0), Fr(1.0)), "column_gap": Percent(0.1), "row_gap": 5, "width": 100}
    assert places(grid(*items, **style)) == [(0, 0, 45, 10), (55, 0, 45, 10), (0, 15, 45, 10), (55, 15, 45, 10)]


@pytest.mark.parametrize(
    ("fills", "width", "expected"),
    [
        ("auto-fill", 110, [30, 30]),
        ("auto-fit", 110, [30, 30]),
        ("auto-fill", 69, [30, 30]),
        ("auto-fill", 10, [30, 30]),
    ],
)
def test_tracks_are_repeated_as_often_as_they_fit(
    fills: Literal["auto-fill", "auto-fit"], width: float, expected: list[float]
) -> None:
    items = (LayoutBox(css(height=5)), LayoutBox(css(height=5)))
    root = grid(*items, width=width, grid_template_columns=(Repeat(fills, (30.0,)),), column_gap=10)
    assert [place[2] for place in places(root)] == expected
    assert [place[0] for place in places(root)] == ([0, 40] if width >= 70 else [0, 0])


@pytest.mark.parametrize(
    ("room", "template", "expected"),
    [
        (Room(100, 0, inf), (0.0, Repeat("auto-fill", (50.0,))), 3),
        (Room(100, 0, inf), (Percent(0.0), Repeat("auto-fill", (50.0,))), 3),
        (Room(None, 0, 100), (0.0, Repeat("auto-fill", (50.0,))), 3),
        (Room(4, 0, inf), (Repeat("auto-fill", (0.0, 0.5)),), 4),
        (Room(None, 0, 100), (20.0, Repeat("auto-fill", (40.0,)), Percent(0.1)), 4),
        (Room(None, 100, inf), (Repeat("auto-fill", (40.0,)), Percent(0.3)), 3),
        (Room(None, 100, inf), (Repeat("auto-fill", (15.0, Percent(0.25))),), 6),
        (Room(None, 30, 100), (20.0, Repeat("auto-fill", (39.0,)), Percent(0.1)), 3),
    ],
    ids=str,
)
def test_only_repeated_tracks_count_as_at_least_a_pixel_and_shares_are_of_the_least_size(
    room: Room, template: TrackList, expected: int
) -> None:
    assert len(expand(template, room, 0.0).sizes) == expected


def test_a_share_between_columns_does_not_size_rows_again() -> None:
    rows = (10.0, 10.0, MinMax(AUTO, 40.0), MinMax(AUTO, 40.0))
    root = grid(leaf(1, grid_row_start=5), max_height=60, column_gap=Percent(0.04), grid_template_rows=rows)
    assert places(root)[0][1] == 100


def test_auto_fit_drops_empty_tracks_and_auto_fill_keeps_them() -> None:
    def widths(fills: Literal["auto-fill", "auto-fit"]) -> list[float]:
        tracks = (Repeat(fills, (MinMax(30.0, Fr(1.0)),)),)
        return [place[2] for place in places(grid(leaf(1), leaf(1), width=200, grid_template_columns=tracks))]

    assert widths("auto-fit") == [100, 100]
    assert widths("auto-fill") == pytest.approx([200 / 6, 200 / 6])


def test_percent_rows_of_an_automatic_height_are_resolved_once_it_is_known() -> None:
    placed = layout(grid(leaf(1), leaf(3), grid_template_rows=(Percent(0.5), AUTO)), Fit(10))
    assert placed.rect.height == 40
    assert [child.rect.height for child in placed.children] == [20, 30]


def test_a_least_height_is_shared_out_among_rows() -> None:
    root = grid(leaf(1), leaf(1), min_height=100, grid_template_rows=(Fr(1.0), Fr(3.0)))
    assert [place[3] for place in places(root)] == [25, 75]
    assert [place[3] for place in places(grid(leaf(1), leaf(1), min_height=100))] == [50, 50]


def test_a_greatest_height_leaves_automatic_rows_as_they_are() -> None:
    assert [place[3] for place in places(grid(leaf(3), leaf(4), max_height=20, max_width=10), Fit(10))] == [30, 40]


def test_an_empty_grid_has_its_tracks() -> None:
    root = grid(grid_template_columns=(30.0, 40.0), grid_template_rows=(20.0,), column_gap=5)
    placed = layout(root)
    assert (placed.rect.width, placed.rect.height) == (75, 20)


def test_a_stretched_item_gives_its_percentages_a_height() -> None:
    inside = LayoutBox(css(height=Percent(0.5), width=10))
    root = grid(LayoutBox(css(), (inside,)), grid_template_rows=(80.0,))
    assert layout(root).children[0].children[0].rect.height == 40


def test_the_automatic_minimum_keeps_a_word_whole_and_overflow_gives_it_up() -> None:
    def width(**style: object) -> float:
        return columns(Fr(1.0), 95.0, items=(leaf(3, **style),), width=100)[0]

    assert width() == 10
    assert width(overflow="hidden") == 5
    assert width(min_width=0) == 5
    assert width(min_width=30) == 30
