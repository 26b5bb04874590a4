"""Marks over a figure that has faults."""

from __future__ import annotations

from itertools import combinations

from layoutkit.geometry import Rect
from layoutkit.paint.display import DisplayList, FillRect, StrokeRect
from layoutkit.paint.marks import marked
from tests.check.figures import renderer

PAGE = Rect(0, 0, 300, 200)


def painted(*faults: list[Rect]) -> tuple[list[Rect], list[Rect]]:
    """The flags, then the outlines."""
    ink = marked(DisplayList(PAGE.width, PAGE.height, ()), faults, renderer()._label(14)).ink
    return (
        [operation.rect for operation in ink if isinstance(operation, FillRect)],
        [operation.rect for operation in ink if isinstance(operation, StrokeRect)],
    )


def test_flags_never_lie_on_each_other() -> None:
    box = Rect(100, 80, 60, 20)
    flags, _ = painted([box], [box], [box.moved(4, 3)], [], [], [box])
    assert len(flags) == 6
    assert all(one.overlap(two).width == 0 for one, two in combinations(flags, 2))


def test_a_mark_beyond_the_page_is_drawn_at_the_nearest_edge() -> None:
    for away in (Rect(400, 50, 40, 20), Rect(-90, 50, 40, 20), Rect(50, 900, 40, 20), Rect(50, -90, 40, 20)):
        (flag,), (outline,) = painted([away])
        assert PAGE.contains(flag)
        assert PAGE.contains(outline)


def test_a_mark_half_on_the_page_ends_at_its_edge() -> None:
    _, (outline,) = painted([Rect(270, 50, 90, 20)])
    assert outline == Rect(270, 50, 30, 20)


def test_a_hairline_is_large_enough_to_be_seen() -> None:
    _, (outline,) = painted([Rect(100, 50, 0, 40)])
    assert outline == Rect(97, 50, 6, 40)


def test_numbers_without_a_place_stand_in_the_corner() -> None:
    (first, second), outlines = painted([], [])
    assert outlines == []
    assert (first.x, first.bottom, second.x, second.bottom) == (0, 200, first.width, 200)
