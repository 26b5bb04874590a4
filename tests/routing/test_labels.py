"""Where labels stand on their paths."""

from __future__ import annotations

from itertools import pairwise

import pytest

from layoutkit.geometry import Point, Rect, Size
from layoutkit.routing import RouteEnd, Wire, find_paths
from layoutkit.routing.labels import label_spot, point_at
from tests.routing.scenes import RULES, scene

LINE = [Point(0, 50), Point(100, 50), Point(100, 150)]
SIZE = Size(30, 12)


def test_a_label_stands_in_the_middle_where_that_is_free() -> None:
    assert label_spot(LINE[:2], SIZE, [], [], keep=10) == Point(50, 50)
    assert label_spot(LINE, SIZE, [], [], keep=10) == Point(100, 50)


def test_it_hides_no_bend_and_stays_inside() -> None:
    spot = label_spot(LINE, SIZE, [], [], keep=10, bends=[Rect(96, 46, 8, 8)])
    assert not Rect(spot.x - 15, spot.y - 6, 30, 12).overlap(Rect(96, 46, 8, 8)).width
    spot = label_spot(LINE, SIZE, [], [], keep=10, inside=Rect(0, 0, 110, 150))
    assert spot.y == 50
    assert spot.x <= 95


def test_it_makes_way_for_boxes_and_lines_but_stays_on_its_path() -> None:
    spot = label_spot(LINE[:2], SIZE, [Rect(40, 40, 20, 8)], [], keep=10)
    assert spot.y == 50
    assert not Rect(spot.x - 15, spot.y - 6, 30, 12).overlap(Rect(40, 40, 20, 8)).width
    crossing = [Point(50, 0), Point(50, 100)]
    spot = label_spot(LINE[:2], SIZE, [], [crossing], keep=10)
    assert abs(spot.x - 50) >= 15


def test_where_nothing_is_free_it_covers_least() -> None:
    everywhere = Rect(-100, 0, 300, 300)
    assert label_spot(LINE[:2], SIZE, [everywhere], [], keep=10) == Point(50, 50)
    assert label_spot(LINE[:2], SIZE, [everywhere], [[Point(50, 0), Point(50, 100)]], keep=10).x != 50


def test_points_at_shares_of_the_length() -> None:
    assert [point_at(LINE, share) for share in (0, 0.25, 0.75, 1)] == [
        Point(0, 50), Point(50, 50), Point(100, 100), Point(100, 150),
    ]  # fmt: skip
    assert point_at([Point(3, 4), Point(3, 4)], 0.5) == Point(3, 4)


@pytest.mark.parametrize(("gap", "heads"), [(100, (0, 10)), (6, (0, 6))])
def test_a_head_is_no_longer_than_its_segment(gap: float, heads: tuple[float, float]) -> None:
    blocks = scene(Rect(50, 50, 100, 60), Rect(150 + gap, 50, 100, 60))
    (one,) = find_paths(blocks, [Wire(RouteEnd(1), RouteEnd(2), head=10)], RULES)
    assert one.heads == heads
    (both,) = find_paths(blocks, [Wire(RouteEnd(1), RouteEnd(2), tail=10, head=10)], RULES)
    assert sum(both.heads) == min(gap, 20)


def apart(*labels: Size, height: float, vertical: bool = False) -> list[float]:
    """How far from each other wires between two blocks lie, which have labels."""
    one, other = (Rect(20, 20, 100, height), Rect(320, 20, 100, height))
    if vertical:
        one, other = (Rect(r.y, r.x, r.height, r.width) for r in (one, other))
    wires = [Wire(RouteEnd(1), RouteEnd(2), label=label) for label in labels]
    points = [path.points[0] for path in find_paths(scene(one, other), wires, RULES)]
    places = sorted(point.x if vertical else point.y for point in points)
    return [after - before for before, after in pairwise(places)]


@pytest.mark.parametrize("vertical", [False, True])
def test_wires_side_by_side_keep_room_for_their_labels(vertical: bool) -> None:  # noqa: FBT001 - a case
    label = Size(28, 28)
    assert apart(label, label, label, height=200, vertical=vertical) == pytest.approx([28, 28])
    assert apart(label, Size(0, 0), height=200, vertical=vertical) == pytest.approx([14])
    assert apart(Size(0, 0), Size(0, 0), height=200, vertical=vertical) == pytest.approx([RULES.spacing])


def test_where_labels_have_no_room_side_by_side_none_reaches_the_line_of_another() -> None:
    label = Size(28, 28)
    assert apart(label, label, label, height=40) == pytest.approx([14, 14])
    assert apart(label, label, label, height=24) == pytest.approx([RULES.spacing] * 2)


@pytest.mark.parametrize("end", [Point(200, 100), Point(200, 40), Point(60, 100)])
def test_a_label_keeps_off_a_slanting_line_that_crosses_its_own(end: Point) -> None:
    line = [Point(0, 0), end]
    other = [Point(0, end.y), Point(end.x, 0)]
    spot = label_spot(line, Size(24, 12), [], [other], keep=10)
    assert spot.y == pytest.approx(spot.x * end.y / end.x)
    corners = [(x, y) for x in (spot.x - 12, spot.x + 12) for y in (spot.y - 6, spot.y + 6)]
    sides = [end.x * (y - end.y) + end.y * x for x, y in corners]  # of the other line, by their sign
    assert min(sides) >= 0 or max(sides) <= 0
    assert abs(spot.x - end.x / 2) <= 0.25 * end.x, "it is not far from the middle"


@pytest.mark.parametrize("end", [Point(200, 100), Point(300, 0), Point(200, 200)])
def test_a_label_leaves_the_crossing_of_its_line_with_another_in_view(end: Point) -> None:
    middle = Point(end.x / 2, end.y / 2)
    line, other = [Point(0, 0), end], [middle.moved(-30, 60), middle.moved(30, -60)]
    spot = label_spot(line, Size(50, 20), [], [other], keep=10)
    shown = Rect(middle.x - 10, middle.y - 10, 20, 20)
    assert not Rect(spot.x - 25, spot.y - 10, 50, 20).overlap(shown).width
    assert abs(spot.x - middle.x) <= 50, "it is not far from the middle"
