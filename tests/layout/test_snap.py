"""Edges on device pixels."""

from __future__ import annotations

import pytest

from layoutkit.geometry import Rect
from layoutkit.layout import layout
from layoutkit.layout.snap import snap
from layoutkit.sizing import MAX_DEPTH
from tests.layout.trees import box, leaf


def test_edges_lie_on_device_pixels() -> None:
    root = layout(box(box(width=10.3, height=5.2), box(width=10.3, height=5.2), align_items="start"))
    assert [child.rect for child in snap(root, 1).children] == [Rect(0, 0, 10, 5), Rect(10, 0, 11, 5)]
    assert [child.rect for child in snap(root, 2).children] == [Rect(0, 0, 10.5, 5), Rect(10.5, 0, 10, 5)]


def test_errors_do_not_add_up() -> None:
    root = layout(box(*[box(width=0.4, height=1) for _ in range(100)]))
    assert snap(root, 1).rect.width == 40
    assert snap(root, 1).children[-1].rect.right == 40


def test_a_box_is_rounded_where_it_is_on_the_page_not_in_its_parent() -> None:
    root = layout(box(box(box(width=1, height=1, margin_left=0.3), margin_left=0.3)))
    outer = snap(root, 1).children[0]
    assert (outer.rect.x, outer.children[0].rect.x) == (0, 1)


def test_the_content_box_and_the_baseline_are_snapped_too() -> None:
    root = layout(box(leaf(2, padding_left=1.4, padding_top=1.4), padding_left=0.4, padding_top=0.4))
    child = snap(root, 1).children[0]
    assert child.content == Rect(2, 2, 20, 10)
    assert child.baseline == 10


def test_halves_go_the_same_way_whatever_their_last_digit() -> None:
    almost = layout(box(width=0.5 - 1e-12, height=0.5 + 1e-12))
    assert snap(almost, 1).rect == Rect(0, 0, 1, 1)


def test_hidden_boxes_stay_as_they_are() -> None:
    root = layout(box(box(width=0.4), box(display="none")))
    assert snap(root, 1).children[1].hidden
    assert snap(root, 1).children[1].rect == Rect(0, 0, 0, 0)


@pytest.mark.parametrize("scale", [1, 1.5, 3, 4.1666])
def test_snapping_twice_changes_nothing(scale: float) -> None:
    root = layout(box(*[box(width=7.3, flex_grow=1.0) for _ in range(9)], width=101.7, height=33.3))
    once = snap(root, scale)
    again = snap(once, scale)
    for first, second in zip(once.children, again.children, strict=True):
        assert (second.rect.x, second.rect.width) == pytest.approx((first.rect.x, first.rect.width))


def test_deep_trees_can_be_snapped() -> None:
    root = box(width=1.4, height=1)
    for _ in range(MAX_DEPTH - 1):
        root = box(root)
    assert snap(layout(root), 1).rect.width == 1


def test_a_text_keeps_the_width_it_was_measured_for() -> None:
    root = layout(box(leaf(2, margin_left=0.4), leaf(3), align_items="start"))
    widths = [child.content.width for child in snap(root, 0.31).children]
    assert widths == [20, 30]
