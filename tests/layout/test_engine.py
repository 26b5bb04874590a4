"""The layout as a whole: the root, what a placed box tells, what is refused, what it costs."""

from __future__ import annotations

import gc
import math
import sys
from dataclasses import FrozenInstanceError, replace
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.diagnostics import LayoutkitError
from layoutkit.geometry import Rect
from layoutkit.layout import LayoutBox, layout
from layoutkit.origin import caller_origin
from layoutkit.sizing import MAX_CONTENT, MAX_DEPTH, MIN_CONTENT, Fit, Measured
from layoutkit.style.box import AUTO, BoxStyle, Percent
from tests.layout.trees import Words, box, column, leaf

if TYPE_CHECKING:
    from layoutkit.sizing import Request

# ---- the root and its rectangles --------------------------------------------------------------------


def test_the_width_of_the_root_is_what_was_asked() -> None:
    root = column(leaf(4), padding_left=3)
    assert layout(root).rect == Rect(0, 0, 43, 10)
    assert layout(root, MIN_CONTENT).rect == Rect(0, 0, 13, 40)
    assert layout(root, Fit(25)).rect == Rect(0, 0, 25, 20)
    assert layout(column(leaf(4), width=60), Fit(25)).rect == Rect(0, 0, 60, 10)


def test_percentages_of_the_root_refer_to_the_page() -> None:
    root = column(leaf(4), width=Percent(0.5), height=Percent(0.5), padding_left=Percent(0.1))
    assert layout(root, Fit(200), height=80).rect == Rect(0, 0, 100, 40)
    assert layout(root, Fit(200)).rect == Rect(0, 0, 100, 10)
    assert layout(root, Fit(200)).content == Rect(20, 0, 80, 10)


def test_limits_of_the_root_hold() -> None:
    assert layout(column(leaf(4), max_width=20, min_height=50), Fit(100)).rect == Rect(0, 0, 20, 50)


def test_the_content_box_lies_inside_padding_and_border() -> None:
    style = {"padding_left": 1, "padding_top": 2, "padding_right": 4, "padding_bottom": 8}
    placed = layout(box(leaf(1, **style, border_left=16, border_top=32)))
    assert placed.children[0].content == Rect(17, 34, 10, 10)
    assert placed.children[0].rect == Rect(0, 0, 31, 52)
    assert placed.children[0].baseline == 42


def test_placed_boxes_carry_the_boxes_in_source_order() -> None:
    children = leaf(1), box(position="absolute"), box(display="none"), leaf(2)
    root = box(*children, flex_direction="row-reverse")
    placed = layout(root)
    assert placed.box is root
    assert [child.box for child in placed.children] == list(children)
    assert all(child.box is given for child, given in zip(placed.children, children, strict=True))


def test_any_object_with_the_members_of_a_box_will_do() -> None:
    class Mine:
        def __init__(self, *children: Mine, measurable: Words | None = None) -> None:
            self.style = BoxStyle(padding_left=5)
            self.children = children
            self.measurable = measurable
            self.origin = ()

    assert layout(Mine(Mine(measurable=Words(2)), Mine())).rect == Rect(0, 0, 35, 10)


def test_nothing_is_rounded() -> None:
    root = box(*[box(flex_grow=1.0) for _ in range(3)], width=100)
    assert [child.rect.x for child in layout(root).children] == pytest.approx([0, 100 / 3, 200 / 3], abs=1e-9)


def test_a_leaf_is_asked_for_the_width_of_its_content_box() -> None:
    words = Words(5)
    layout(column(leaf(words, padding_left=7), width=40))
    assert [request.width for request in words.asked if isinstance(request, Fit)] == pytest.approx([33], abs=0.001)


def test_a_leaf_narrower_than_its_longest_word_breaks_as_if_it_were_not() -> None:
    words = Words(3)
    placed = layout(box(leaf(words, width=2, min_width=0)))
    assert placed.children[0].rect == Rect(0, 0, 2, 30)
    assert [request.width for request in words.asked if isinstance(request, Fit)] == pytest.approx([10], abs=0.001)


def test_a_width_short_by_the_last_digit_of_a_sum_breaks_no_line() -> None:
    assert layout(column(leaf(5), width=30 - 1e-9)).rect.height == 20


# ---- what is refused --------------------------------------------------------------------------------

NAN, INFINITY = math.nan, math.inf
REFUSED: list[dict[str, Any]] = [
    *({name: value} for name in ("width", "min_height", "max_width", "flex_basis") for value in (-1, NAN, INFINITY)),
    *({name: value} for name in ("padding_left", "border_top", "row_gap") for value in (-0.5, NAN, INFINITY)),
    *({name: value} for name in ("flex_grow", "flex_shrink") for value in (-1.0, NAN, INFINITY)),
    *({"aspect_ratio": value} for value in (0.0, -2.0, NAN, INFINITY)),
    *({"margin_left": value} for value in (NAN, INFINITY, -INFINITY)),
    *({"left": value, "position": "absolute"} for value in (NAN, -INFINITY)),
    *({"width": Percent(value)} for value in (-0.1, NAN, INFINITY)),
    *({"padding_top": Percent(value)} for value in (-0.1, NAN)),
    {"margin_top": Percent(INFINITY)},
    {"width": 1e300},
    {"width": "wide"},
    {"padding_left": "5"},
    {"flex_grow": "1"},
]


@pytest.mark.parametrize("style", REFUSED, ids=str)
def test_values_that_cannot_be_laid_out_are_named(style: dict[str, Any]) -> None:
    origin = caller_origin()
    bad = replace(leaf(1, **style), origin=origin)
    with pytest.raises(LayoutkitError, match=next(iter(style))) as caught:
        layout(column(box(bad, width=50), width=100, height=100))
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.rule == "invalid-length"
    assert diagnostic.places[0].path.name == "test_engine.py"


def test_negative_margins_and_insets_are_fine() -> None:
    item = box(width=10, height=10, margin_left=-3, top=-4)
    assert layout(box(item)).children[0].rect == Rect(-3, -4, 10, 10)


@pytest.mark.parametrize(("request_", "height"), [(Fit(-1), None), (Fit(NAN), None), (MAX_CONTENT, INFINITY)])
def test_a_page_that_is_no_page_is_refused(request_: Request, height: float | None) -> None:
    with pytest.raises(LayoutkitError, match="page"):
        layout(box(), request_, height)


@pytest.mark.parametrize("measured", [Measured(NAN, 1, 1), Measured(1, -1, 1), Measured(INFINITY, 1, 1)])
def test_a_content_without_a_size_is_refused(measured: Measured) -> None:
    class Broken:
        def measure(self, request: Request) -> Measured:
            del request
            return measured

    with pytest.raises(LayoutkitError, match="measures"):
        layout(LayoutBox(BoxStyle(), (), Broken()))


def test_a_box_with_a_content_and_children_is_refused() -> None:
    with pytest.raises(LayoutkitError, match="content"):
        layout(LayoutBox(BoxStyle(), (box(),), Words(1)))


def test_a_display_without_a_layout_is_refused() -> None:
    with pytest.raises(LayoutkitError, match="table"):
        layout(box(box(), display="table"))


def test_huge_numbers_stay_finite() -> None:
    root = box(width=1e9)
    for _ in range(60):
        root = box(root, width=Percent(9e8), height=Percent(9e8), padding_left=Percent(9e8), aspect_ratio=9e8)
    placed = layout(root, Fit(1e9), 1e9)
    while placed.children:
        rect = placed.rect
        assert all(math.isfinite(value) for value in (rect.x, rect.y, rect.width, rect.height))
        placed = placed.children[0]


# ---- depth and cost ---------------------------------------------------------------------------------


def chain(depth: int, words: Words, **style: object) -> LayoutBox:
    """Rows in columns in rows …, all of automatic size, with a text at the bottom."""
    inside = leaf(words)
    for level in range(depth - 1):
        inside = (column if level % 2 else box)(inside, box(width=3, height=3), **style)
    return inside


@pytest.mark.parametrize(
    "style",
    [
        {},
        {"align_items": "baseline"},
        {"flex_grow": 1.0, "padding_left": 0.1},
        {"flex_wrap": "wrap"},
        {"height": Percent(0.9), "width": Percent(0.9)},
        {"position": "absolute"},
    ],
    ids=str,
)
@pytest.mark.parametrize("request_", [MAX_CONTENT, MIN_CONTENT, Fit(150)], ids=str)
def test_a_text_is_measured_as_often_at_any_depth(style: dict[str, Any], request_: Request) -> None:
    asked = []
    for depth in (20, 50, MAX_DEPTH):
        words = Words(9)
        layout(chain(depth, words, **style), request_)
        asked.append(len(words.asked))
    assert max(asked) <= 4


@pytest.mark.parametrize("style", [{}, {"flex_wrap": "wrap"}, {"aspect_ratio": 1.1}], ids=str)
def test_work_grows_in_step_with_depth(style: dict[str, Any]) -> None:
    def calls(depth: int) -> int:
        count = 0

        def watch(_frame: object, event: str, _arg: object) -> None:
            nonlocal count
            count += event == "call"

        root = chain(depth, Words(9), **style)
        sys.setprofile(watch)
        try:
            layout(root)
        finally:
            sys.setprofile(None)
        return count

    few, some, many = calls(50), calls(100), calls(MAX_DEPTH)
    assert many - some < 1.1 * (some - few)


def test_every_level_is_laid_out() -> None:
    placed = layout(chain(MAX_DEPTH, Words(2)))
    depth = 1
    while placed.children:
        placed = placed.children[0]
        depth += 1
    assert depth == MAX_DEPTH
    assert placed.rect.width == 20


def test_the_deepest_tree_that_is_allowed_is_laid_out() -> None:
    for style in ({}, {"flex_wrap": "wrap"}, {"aspect_ratio": 1.01}, {"align_items": "baseline"}):
        assert layout(chain(MAX_DEPTH, Words(2), **style)).rect.width > 0


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 10_000])
def test_a_deeper_tree_is_refused(depth: int) -> None:
    with pytest.raises(LayoutkitError, match=str(MAX_DEPTH)) as caught:
        layout(chain(depth, Words(1)))
    assert caught.value.diagnostics[0].rule == "too-deep"


def test_deep_trees_leave_the_recursion_limit_as_it_was() -> None:
    before = sys.getrecursionlimit()
    layout(chain(MAX_DEPTH, Words(1)))
    assert sys.getrecursionlimit() == before


def test_a_layout_never_turns_the_collector_off() -> None:
    """It belongs to the whole process: other threads, and whatever calls the engine."""
    seen = []

    class Watching(Words):
        def measure(self, request: Request) -> Measured:
            seen.append(gc.isenabled())
            return super().measure(request)

    layout(chain(3, Watching(2)))
    assert seen
    assert all(seen)


def test_deep_trees_in_two_threads() -> None:
    found = []
    threads = [Thread(target=lambda: found.append(layout(chain(MAX_DEPTH, Words(3))).rect.width)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] == found[1]


def test_a_style_keeps_what_it_is_given_and_cannot_change() -> None:
    style = BoxStyle(width=3.0)
    assert (style.width, style.height) == (3.0, AUTO)
    assert style == replace(BoxStyle(height=AUTO), width=3.0) != BoxStyle()
    assert hash(style) == hash(BoxStyle(width=3.0))
    with pytest.raises(FrozenInstanceError):
        style.width = 4.0  # type: ignore[misc]  # wrong on purpose
    with pytest.raises(TypeError, match="widht"):
        BoxStyle(widht=3.0)  # type: ignore[call-arg]  # wrong on purpose
