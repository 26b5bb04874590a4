"""Grids as a whole: alignment, baselines, absolute children, grids in flex boxes and the other way around, cost."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import pytest

from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import Rect
from layoutkit.layout import LayoutBox, layout
from layoutkit.origin import caller_origin
from layoutkit.sizing import MAX_CONTENT, MAX_DEPTH, MIN_CONTENT, Fit
from layoutkit.style.box import AUTO, FitContent, Fr, GridSpan, MinMax, Percent, Repeat
from tests.layout.trees import Words, box, css, leaf, places

SIDES = ("top", "right", "bottom", "left")
CELL = {"grid_template_columns": (100.0,), "grid_template_rows": (60.0,)}


def grid(*children: LayoutBox, **style: object) -> LayoutBox:
    return LayoutBox(css(display="grid", **style), children)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ({}, (0, 0, 100, 60)),
        ({"justify_self": "start"}, (0, 0, 20, 60)),
        ({"justify_self": "center", "align_self": "end"}, (40, 50, 20, 10)),
        ({"justify_self": "end", "align_self": "center"}, (80, 25, 20, 10)),
        ({"margin_left": AUTO}, (80, 0, 20, 60)),
        ({"margin_left": AUTO, "margin_right": AUTO, "margin_top": AUTO}, (40, 50, 20, 10)),
        ({"margin_left": 10, "margin_bottom": 5}, (10, 0, 90, 55)),
        ({"width": 50, "height": 30}, (0, 0, 50, 30)),
        ({"width": 140, "justify_self": "center"}, (-20, 0, 140, 60)),
        ({"width": Percent(0.5), "height": Percent(0.5)}, (0, 0, 50, 30)),
        ({"max_width": 30, "align_self": "start"}, (0, 0, 30, 10)),
        ({"aspect_ratio": 2.0}, (0, 0, 100, 50)),
        ({"aspect_ratio": 2.0, "justify_self": "center"}, (-10, 0, 120, 60)),
        ({"aspect_ratio": 2.0, "justify_self": "stretch", "align_self": "stretch"}, (0, 0, 100, 60)),
        ({"left": Percent(0.1), "top": Percent(0.1)}, (10, 6, 100, 60)),
    ],
    ids=str,
)
def test_an_item_in_its_area(style: dict[str, object], expected: tuple[float, ...]) -> None:
    assert places(grid(leaf(2, **style), **CELL)) == [expected]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("start", [0, 20]),
        ("end", [60, 80]),
        ("center", [30, 50]),
        ("space-between", [0, 80]),
        ("space-around", [15, 65]),
        ("space-evenly", [20, 60]),
        ("normal", [0, 20]),
    ],
)
def test_the_tracks_in_the_content_box(content: str, expected: list[float]) -> None:
    items = box(), box()
    across = grid(*items, width=100, grid_template_columns=(20.0, 20.0), justify_content=content)
    down = grid(*items, height=100, grid_template_rows=(20.0, 20.0), align_content=content)
    assert [place[0] for place in places(across)] == pytest.approx(expected)
    assert [place[1] for place in places(down)] == pytest.approx(expected)


def test_space_between_tracks_belongs_to_items_that_span_them() -> None:
    wide = box(grid_column_start=GridSpan(2), height=5)
    root = grid(wide, width=100, grid_template_columns=(20.0, 20.0), justify_content="space-between")
    assert places(root) == [(0, 0, 100, 5)]


def test_baselines_of_a_row_are_lined_up_and_make_it_higher() -> None:
    low = leaf(1, padding_top=12)
    placed = layout(grid(leaf(1), low, leaf(1, height=30), grid_template_columns=(10.0,) * 3, align_items="baseline"))
    assert [child.rect.y for child in placed.children] == [12, 0, 12]
    assert placed.rect.height == 42
    assert placed.baseline == 20


def test_the_baseline_of_a_grid_is_that_of_its_first_row() -> None:
    inner = grid(leaf(1, margin_top=4), leaf(1))
    assert layout(inner).baseline == 12
    assert layout(grid(grid_template_rows=(5.0,))).baseline is None


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ({}, (2, 2, 20, 10)),
        ({"left": 3, "top": 4}, (5, 6, 20, 10)),
        ({"justify_self": "center", "align_self": "end"}, (40, 58, 20, 10)),
        ({"left": 0, "right": 0, "top": 0, "bottom": 0}, (2, 2, 96, 66)),
        ({"left": 0, "right": 0, "justify_self": "end"}, (78, 2, 20, 10)),
        ({"grid_column_start": 2, "left": 0, "right": 0}, (53, 2, 45, 10)),
        ({"grid_column_start": 1, "grid_column_end": 2, "left": 1, "right": 1}, (8, 2, 38, 10)),
        ({"grid_column_end": GridSpan(2), "grid_column_start": 1, "width": Percent(1)}, (7, 2, 86, 10)),
        ({"grid_column_start": 9, "left": 0}, (2, 2, 20, 10)),
        ({"grid_column_start": 2, "width": Percent(1)}, (53, 2, 45, 10)),
    ],
    ids=str,
)
def test_absolute_children(style: dict[str, object], expected: tuple[float, ...]) -> None:
    edges = {f"{kind}_{side}": size for kind, size in (("padding", 5), ("border", 2)) for side in SIDES}
    template = {"grid_template_columns": (40.0, Fr(1.0)), "column_gap": 6}
    root = grid(leaf(2, position="absolute", **style), width=100, height=70, **template, **edges)
    assert places(root) == [expected]


FITTED = Repeat("auto-fit", (100.0,))


@pytest.mark.parametrize(
    ("taken", "lines", "expected"),
    [
        ((), (-1, AUTO), (0, 500)),
        ((), (AUTO, 3), (0, 0)),
        ((), (2, 3), (0, 0)),
        ((1,), (-1, AUTO), (100, 400)),
        ((1,), (AUTO, -1), (0, 100)),
        ((3,), (AUTO, 2), (0, 0)),
        ((3,), (AUTO, -1), (0, 100)),
        ((1, 4), (3, AUTO), (110, 390)),
        ((1, 4), (AUTO, 3), (0, 100)),
    ],
    ids=str,
)
def test_no_gutter_before_the_first_track_that_has_not_collapsed(
    taken: tuple[int, ...], lines: tuple[Any, Any], expected: tuple[float, float]
) -> None:
    across = [
        *(box(height=5, grid_column_start=line) for line in taken),
        box(position="absolute", left=0, right=0, grid_column_start=lines[0], grid_column_end=lines[1]),
    ]
    down = [
        *(box(width=5, grid_row_start=line) for line in taken),
        box(position="absolute", top=0, bottom=0, grid_row_start=lines[0], grid_row_end=lines[1]),
    ]
    x, _, width, _ = places(grid(*across, width=500, column_gap=10, grid_template_columns=(FITTED,)))[-1]
    _, y, _, height = places(grid(*down, height=500, row_gap=10, grid_template_rows=(FITTED,)))[-1]
    assert (x, width) == (y, height) == expected


@pytest.mark.parametrize(
    ("limits", "y"),
    [
        ({"min_height": 100}, 80),
        ({"max_height": 100}, 80),
        ({"min_height": 50, "max_height": 130}, 100),
        ({"min_height": 100, "padding_top": 15, "box_sizing": "content-box"}, 95),
        ({"min_height": 45, "row_gap": 5}, 25),
        ({"min_height": 100, "flex_shrink": 0, "max_height": 60}, 80),
    ],
    ids=str,
)
@pytest.mark.parametrize("outer", [{"flex_direction": "column"}, {"flex_direction": "column-reverse"}, {}], ids=str)
def test_rows_fill_the_limits_of_the_height_when_measured_and_when_placed(
    outer: dict[str, object], limits: dict[str, object], y: float
) -> None:
    rows = (Repeat("auto-fill", (20.0,)),)
    inner = grid(box(width=50, grid_row_start=-2), grid_template_rows=rows, **limits)
    assert layout(box(inner, **outer)).children[0].children[0].rect.y == y


@pytest.mark.parametrize(
    ("limits", "size"),
    [
        ({"max_width": Percent(0.6)}, (100, 0)),
        ({"min_width": Percent(0.6)}, (150, 0)),
        ({"min_height": 60, "aspect_ratio": 1.0}, (100, 100)),
        ({"max_height": 120, "aspect_ratio": 1.0}, (100, 100)),
        ({"min_width": Percent(0.3), "max_height": 60, "aspect_ratio": 2.0}, (100, 50)),
        ({"max_width": Percent(0.5), "padding_left": 7, "border_right": 2}, (59, 0)),
    ],
    ids=str,
)
@pytest.mark.parametrize("outer", [{}, {"flex_direction": "column"}, {"flex_wrap": "wrap"}], ids=str)
def test_columns_fill_limits_that_are_shares_or_come_from_a_ratio(
    outer: dict[str, object], limits: dict[str, object], size: tuple[float, float]
) -> None:
    inner = grid(grid_template_columns=(Repeat("auto-fill", (50.0,)),), **limits)
    placed = layout(box(inner, width=200, align_items="flex-start", **outer)).children[0].rect
    assert (placed.width, placed.height) == size


@pytest.mark.parametrize(
    "share", [{"height": Percent(0.5)}, {"min_height": Percent(0.5)}, {"max_height": Percent(0.5)}]
)
@pytest.mark.parametrize("item", [{"overflow": "hidden"}, {"min_height": 0}, {}], ids=str)
def test_a_share_of_a_row_does_not_cut_it_to_the_greatest_height_of_the_grid(
    item: dict[str, object], share: dict[str, object]
) -> None:
    placed = layout(grid(box(box(box(width=10, height=250), **share), **item), max_height=200))
    assert placed.rect.height == 200
    assert placed.children[0].rect.height == 250


@pytest.mark.parametrize(
    ("outer", "limits", "rows"),
    [
        ({}, {"max_height": 200}, (250, 250)),
        ({}, {"max_height": 200, "overflow": "hidden"}, (250, 250)),
        ({"max_height": 150}, {"max_height": 200}, (250, 250)),
        ({"max_height": 150}, {"overflow": "hidden"}, (150, 150)),
        ({"height": 200}, {"max_height": 200}, (200, 200)),
        ({"min_height": 400}, {"flex_grow": 1.0}, (400, 400)),
        ({"min_height": 400}, {"flex_grow": 1.0, "max_height": 300}, (300, 300)),
    ],
    ids=str,
)
def test_rows_of_a_grid_in_a_column_follow_its_height_only_where_the_column_changed_it(
    outer: dict[str, object], limits: dict[str, object], rows: tuple[float, float]
) -> None:
    item = box(box(box(width=10, height=250), height=Percent(0.5)), overflow="hidden")
    placed = layout(box(grid(item, **limits), flex_direction="column", **outer)).children[0]
    inside = placed.children[0].rect.height, placed.children[0].children[0].rect.height * 2
    assert inside == rows


@pytest.mark.parametrize(
    ("style", "outer", "size"),
    [
        ({"grid_template_rows": 20.0, "max_height": 100, "aspect_ratio": 2.0}, {}, (200, 100)),
        ({"grid_template_rows": 20.0, "max_height": 100, "aspect_ratio": 2.0}, {"height": 70}, (200, 100)),
        ({"grid_template_columns": 30.0, "height": 70, "min_height": 130, "aspect_ratio": 2.0}, {}, (270, 130)),
        ({"grid_template_columns": 50.0, "height": 0, "min_height": 60, "aspect_ratio": 1.0}, {}, (100, 60)),
    ],
    ids=str,
)
def test_tracks_fill_the_limits_of_a_grid_with_an_aspect_ratio(
    style: dict[str, Any], outer: dict[str, object], size: tuple[float, float]
) -> None:
    style = {
        name: (Repeat("auto-fill", (value,)),) if name.startswith("grid") else value for name, value in style.items()
    }
    placed = layout(box(grid(box(width=50), **style), flex_direction="column", align_items="flex-start", **outer))
    assert (placed.children[0].rect.width, placed.children[0].rect.height) == size


def test_rows_stay_where_an_aspect_ratio_is_in_an_item_of_known_width() -> None:
    item = box(box(box(width=10, height=250), aspect_ratio=2.0), overflow="hidden", width=200)
    assert places(grid(item, max_height=200)) == [(0, 0, 200, 250)]


@pytest.mark.parametrize(
    ("inside", "heights"),
    [
        ({"height": Percent(0.5)}, (40, 250)),
        ({"height": Percent(0.5), "aspect_ratio": 2.0}, (0, 250)),
        ({"aspect_ratio": 2.0}, (0, 250)),
        ({"aspect_ratio": 2.0, "align_self": "start"}, (40, 250)),
    ],
    ids=str,
)
def test_rows_are_sized_for_the_height_of_the_grid_where_a_width_follows_it(
    inside: dict[str, object], heights: tuple[float, float]
) -> None:
    item = box(box(box(width=10, height=40), **inside), overflow="hidden")
    assert tuple(place[3] for place in places(grid(item, box(width=10, height=250), max_height=60))) == heights


def test_hidden_children_take_no_cell() -> None:
    root = grid(leaf(1), leaf(5, display="none"), leaf(1), grid_template_columns=(30.0, 30.0))
    assert [place[0] for place in places(root)] == [0, 0, 30]


def test_a_grid_in_a_row_shrinks_to_its_least_width() -> None:
    inner = grid(leaf(5), leaf(5), grid_template_columns=(Fr(1.0), Fr(1.0)), column_gap=4)
    assert places(box(inner, leaf(9, flex_shrink=0), width=100))[0] == (0, 0, 24, 50)
    assert layout(inner, MIN_CONTENT).rect.width == 24
    assert layout(inner, MAX_CONTENT).rect.width == 104


def test_a_row_in_a_grid_wraps_in_its_column() -> None:
    row = box(leaf(3), leaf(3), flex_wrap="wrap")
    placed = layout(grid(row, leaf(1), grid_template_columns=(35.0, AUTO)))
    assert placed.rect == Rect(0, 0, 45, 20)
    assert [child.rect.y for child in placed.children[0].children] == [0, 10]


def test_a_grid_that_is_stretched_stretches_its_rows() -> None:
    inner = grid(leaf(1), leaf(1))
    placed = layout(box(inner, box(width=1, height=80)))
    assert [child.rect.height for child in placed.children[0].children] == [40, 40]


def test_columns_are_sized_again_with_the_heights_of_rows() -> None:
    square = box(aspect_ratio=1.0)
    placed = layout(grid(square, box(), height=50, grid_template_columns=(AUTO, 10.0)))
    assert placed.rect.width == 60
    assert placed.children[0].rect == Rect(0, 0, 50, 50)


REFUSED: list[dict[str, Any]] = [
    {"grid_template_columns": (-1.0,)},
    {"grid_template_columns": (float("nan"),)},
    {"grid_template_rows": (Fr(-1.0),)},
    {"grid_template_rows": ("wide",)},
    {"grid_template_columns": (MinMax(Fr(1.0), 20.0),)},
    {"grid_template_columns": (MinMax(0.0, float("inf")),)},
    {"grid_template_columns": (FitContent(Percent(-0.1)),)},
    {"grid_template_columns": (Repeat(0, (10.0,)),)},
    {"grid_template_columns": (Repeat(2, ()),)},
    {"grid_template_columns": (Repeat("auto-fill", (Fr(1.0),)),)},
    {"grid_template_columns": (Repeat("auto-fill", (10.0,)), AUTO)},
    {"grid_template_columns": (Repeat("auto-fill", (10.0,)), Repeat("auto-fit", (10.0,)))},
    {"grid_auto_rows": (Repeat(2, (10.0,)),)},
    {"grid_auto_columns": (Percent(-1.0),)},
]


@pytest.mark.parametrize("style", REFUSED, ids=str)
def test_tracks_that_are_none_are_named(style: dict[str, Any]) -> None:
    bad = replace(grid(leaf(1), **style), origin=caller_origin())
    with pytest.raises(LayoutkitError, match=next(iter(style))) as caught:
        layout(box(bad))
    assert caught.value.diagnostics[0].rule == "invalid-track"
    assert caught.value.diagnostics[0].places[0].path.name == "test_grid.py"


@pytest.mark.parametrize("line", [0, GridSpan(0), GridSpan(-1), "main"], ids=str)
def test_lines_that_are_none_are_named(line: object) -> None:
    with pytest.raises(LayoutkitError, match="grid_row_end") as caught:
        layout(grid(leaf(1, grid_row_end=line)))
    assert caught.value.diagnostics[0].rule == "invalid-line"


# ---- cost -------------------------------------------------------------------------------------------


def chain(depth: int, words: Words, *, mixed: bool, **style: object) -> LayoutBox:
    """Grids in grids, or grids in rows in grids …, all of automatic size, with a text at the bottom."""
    inside = leaf(words)
    for level in range(depth - 1):
        inside = LayoutBox(css(display="flex" if mixed and level % 2 else "grid", **style), (inside, box(width=3)))
    return inside


STYLES: list[dict[str, Any]] = [
    {},
    {"grid_template_columns": (Fr(1.0), AUTO)},
    {"grid_template_columns": ("min-content",), "grid_template_rows": (Fr(1.0),)},
    {"grid_template_rows": (Percent(0.5), AUTO)},
    {"align_items": "baseline"},
    {"aspect_ratio": 1.1},
    {"height": Percent(0.9), "width": Percent(0.9)},
    {"row_gap": Percent(0.1)},
    {"position": "absolute"},
]


@pytest.mark.parametrize("mixed", [False, True])
@pytest.mark.parametrize("style", STYLES, ids=str)
def test_a_text_is_measured_as_often_at_any_depth(style: dict[str, Any], mixed: bool) -> None:  # noqa: FBT001 - a parameter
    asked = []
    for depth in (20, 50, MAX_DEPTH):
        words = Words(9)
        layout(chain(depth, words, mixed=mixed, **style))
        asked.append(len(words.asked))
    assert max(asked) <= asked[0] <= 10


@pytest.mark.parametrize("mixed", [False, True])
@pytest.mark.parametrize("style", STYLES, ids=str)
def test_work_grows_in_step_with_depth(style: dict[str, Any], mixed: bool) -> None:  # noqa: FBT001 - a parameter
    def calls(depth: int) -> int:
        count = 0

        def watch(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event == "call"

        root = chain(depth, Words(9), mixed=mixed, **style)
        sys.setprofile(watch)
        try:
            layout(root, Fit(200))
        finally:
            sys.setprofile(None)
        return count

    few, some, many = calls(50), calls(100), calls(MAX_DEPTH)
    assert many - some < 1.1 * (some - few)


def test_the_deepest_grids_in_one_another_are_laid_out() -> None:
    assert layout(chain(MAX_DEPTH, Words(2), mixed=False)).rect.width == 20
