"""Paths of connectors between boxes in place."""

from __future__ import annotations

from itertools import pairwise
from math import isclose
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layoutkit import Arrow, Column, Node, Row, Text
from layoutkit.geometry import Point, Rect, Side
from layoutkit.layout.connectors import Route, route
from layoutkit.nodes import Anchor
from layoutkit.style.styled import Connector
from tests.nodes.faults import fault
from tests.style.resolving import arranged
from tests.tokens.small import small_theme

if TYPE_CHECKING:
    from layoutkit.layout.arrange import Placed

A, B = Row(), Row()
COLOR = small_theme().color.ink


def routed(start: Anchor | Node, first: Rect, end: Anchor | Node, second: Rect) -> Route:
    """The path from a place on ``A`` to one on ``B``."""
    connector = Connector(
        start, end, COLOR, width=2, radius=4, dashed=False, head="triangle", tail="none", head_length=6, clearance=3,
        behind=COLOR,
    )  # fmt: skip
    return route(connector, {id(A): first, id(B): second}, ())


def corners(start: Anchor | Node, first: Rect, end: Anchor | Node, second: Rect) -> list[tuple[float, float]]:
    return [(p.x, p.y) for p in routed(start, first, end, second).points]


BOX = Rect(0, 0, 40, 20)


@pytest.mark.parametrize(
    ("second", "points"),
    [
        (Rect(100, 0, 40, 20), [(40, 10), (100, 10)]),
        (Rect(100, 10, 40, 40), [(40, 15), (100, 15)]),  # in the middle of what the two sides share
        (Rect(100, -40, 40, 50), [(40, 5), (100, 5)]),
        (Rect(-100, 0, 40, 20), [(0, 10), (-60, 10)]),
        (Rect(0, 60, 40, 20), [(20, 20), (20, 60)]),
        (Rect(30, 60, 40, 20), [(35, 20), (35, 60)]),
        (Rect(0, -60, 40, 20), [(20, 0), (20, -40)]),
    ],
)
def test_straight_between_sides_that_face_each_other(second: Rect, points: list[tuple[float, float]]) -> None:
    assert corners(A, BOX, B, second) == points


def test_nodes_are_joined_along_the_axis_in_which_they_are_further_apart() -> None:
    assert corners(A, BOX, B, Rect(100, 50, 40, 20)) == [(40, 10), (70, 10), (70, 60), (100, 60)]
    assert corners(A, BOX, B, Rect(50, 100, 40, 20)) == [(20, 20), (20, 60), (70, 60), (70, 100)]
    wide = Rect(0, 0, 200, 20)  # the centres are further apart along x, the borders along y
    assert corners(A, wide, B, wide.moved(150, 60)) == [(175, 20), (175, 60)]


@pytest.mark.parametrize(
    ("start", "end", "second", "points"),
    [
        (A.right, B.top, Rect(100, 50, 40, 20), [(40, 10), (120, 10), (120, 50)]),
        (A.bottom, B.left, Rect(100, 50, 40, 20), [(20, 20), (20, 60), (100, 60)]),
        (A.top, B.right, Rect(-100, -50, 40, 20), [(20, 0), (20, -40), (-60, -40)]),
    ],
)
def test_an_l_has_one_bend(start: Anchor, end: Anchor, second: Rect, points: list[tuple[float, float]]) -> None:
    assert corners(start, BOX, end, second) == points


@pytest.mark.parametrize(
    ("start", "end", "second", "points"),
    [
        (A.right, B.left, Rect(100, 50, 40, 20), [(40, 10), (70, 10), (70, 60), (100, 60)]),
        (A.bottom, B.top, Rect(100, 50, 40, 20), [(20, 20), (20, 35), (120, 35), (120, 50)]),
        (A.right.at(0), B.left.at(1), Rect(100, 0, 40, 20), [(40, 0), (70, 0), (70, 20), (100, 20)]),
        (A.right.at(0.25), B.left.at(0.25), Rect(100, 0, 40, 20), [(40, 5), (100, 5)]),
        (A.bottom.at(0.25), B.top.at(0.25), Rect(0, 50, 40, 20), [(10, 20), (10, 50)]),
    ],
)
def test_a_z_bends_half_way(start: Anchor, end: Anchor, second: Rect, points: list[tuple[float, float]]) -> None:
    assert corners(start, BOX, end, second) == points


@pytest.mark.parametrize(
    ("start", "end", "second", "points"),
    [
        (A.bottom, B.bottom, Rect(100, 0, 40, 20), [(20, 20), (20, 40), (120, 40), (120, 20)]),
        (A.bottom, B.bottom, Rect(100, 0, 40, 50), [(20, 20), (20, 70), (120, 70), (120, 50)]),
        (A.top, B.top, Rect(100, -10, 40, 20), [(20, 0), (20, -30), (120, -30), (120, -10)]),
        (A.left, B.left, Rect(-20, 50, 40, 20), [(0, 10), (-40, 10), (-40, 60), (-20, 60)]),
        (A.right, B.right, Rect(0, 50, 40, 20), [(40, 10), (60, 10), (60, 60), (40, 60)]),
    ],
)
def test_a_u_leaves_and_comes_back(start: Anchor, end: Anchor, second: Rect, points: list[tuple[float, float]]) -> None:
    assert corners(start, BOX, end, second) == points


RECTS = st.builds(Rect, *[st.floats(-200, 200)] * 2, *[st.floats(1, 100)] * 2)
ANCHORS = st.tuples(st.sampled_from(Side), st.floats(0, 1))


def on_border(point: Point, rect: Rect, side: Side) -> bool:
    """Whether a point lies on a side."""
    one, other = rect.on(side, 0), rect.on(side, 1)
    return (
        min(one.x, other.x) - 1e-9 <= point.x <= max(one.x, other.x) + 1e-9
        and min(one.y, other.y) - 1e-9 <= point.y <= max(one.y, other.y) + 1e-9
    )


@given(RECTS, RECTS, ANCHORS, ANCHORS)
def test_every_path_is_orthogonal_and_touches_both_borders(
    first: Rect, second: Rect, start: tuple[Side, float], end: tuple[Side, float]
) -> None:
    found = routed(Anchor(A, *start), first, Anchor(B, *end), second)
    assert on_border(found.points[0], first, start[0])
    assert on_border(found.points[-1], second, end[0])
    assert all(isclose(p.x, q.x, abs_tol=1e-5) or isclose(p.y, q.y, abs_tol=1e-5) for p, q in pairwise(found.points))


@given(RECTS, RECTS, ANCHORS, ANCHORS)
def test_the_middle_halves_every_path(
    first: Rect, second: Rect, start: tuple[Side, float], end: tuple[Side, float]
) -> None:
    found = routed(Anchor(A, *start), first, Anchor(B, *end), second)
    lengths = [abs(q.x - p.x) + abs(q.y - p.y) for p, q in pairwise(found.points)]
    before = 0.0
    for (p, q), length in zip(pairwise(found.points), lengths, strict=True):
        to_middle = abs(found.middle.x - p.x) + abs(found.middle.y - p.y)
        if isclose(to_middle + abs(q.x - found.middle.x) + abs(q.y - found.middle.y), length, abs_tol=1e-6) and isclose(
            before + to_middle, sum(lengths) / 2, abs_tol=1e-4
        ):
            return
        before += length
    raise AssertionError(f"{found.middle} is not half-way along {found.points}")


# -- through the layout -------------------------------------------------------------------------


def only_points(placed: Placed) -> list[tuple[float, float]]:
    (found,) = placed.routes
    return [(p.x, p.y) for p in found.points]


def test_an_arrow_among_siblings_reaches_from_border_to_border() -> None:
    placed = arranged(Row(Row(width=50, height=30), Arrow(), Row(width=60, height=30)))
    assert only_points(placed) == [(50, 15), (140, 15)]  # it takes all that is free of 200 px


def test_gaps_are_crossed_too() -> None:
    placed = arranged(Row(Row(width=50, height=30), Arrow(), Row(width=60, height=30), gap=10, padding=5))
    assert only_points(placed) == [(55, 20), (135, 20)]


def test_an_arrow_is_at_least_as_long_as_its_component_says() -> None:
    placed = arranged(Row(Row(width=100, height=30, shrink=0), Arrow(), Row(width=100, height=30, shrink=0)))
    assert only_points(placed) == [(100, 15), (120, 15)]
    placed = arranged(Column(Row(height=30), Arrow(), Row(height=40)))
    assert only_points(placed) == [(100, 30), (100, 50)]


def test_an_arrow_in_a_reversed_row_points_backward() -> None:
    placed = arranged(Row(Row(width=50, height=30), Arrow(), Row(width=60, height=30), reverse=True))
    assert only_points(placed) == [(150, 15), (60, 15)]


def test_an_arrow_finds_boxes_anywhere_in_the_figure() -> None:
    a, b = Row(width=20, height=10), Row(width=20, height=10)
    tree = Column(
        Row(Row(a, padding=10), Row(Row(b, padding=20), padding=5), gap=30),
        Row(Arrow(a.bottom, b.bottom), height=1),
    )
    assert only_points(arranged(tree)) == [(20, 20), (20, 55), (105, 55), (105, 35)]


def test_an_arrow_may_end_at_what_comes_later() -> None:
    b = Row(height=10)
    assert only_points(arranged(Column(Arrow(first := Row(height=10), b), first, Row(height=5), b))) == [
        (100, 10), (100, 15),
    ]  # fmt: skip


def test_routes_come_in_source_order() -> None:
    a, b, c = (Row(height=10) for _ in range(3))
    placed = arranged(Column(Arrow(b, c), a, b, Row(Arrow(a, b)), c))
    assert [(found.connector.start, found.connector.end) for found in placed.routes] == [(b, c), (a, b)]


def test_an_end_outside_the_figure_is_refused() -> None:
    a, outside = Row(), Text("b")
    with fault("arrow-ends") as found:
        arranged(Column(a, Arrow(a, outside.top)))
    assert found.marked == "Arrow(a, outside.top)"
    assert found.message == "this Arrow ends at a Text that is not in the figure"
