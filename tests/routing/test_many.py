"""Wires among each other: order, distance, crossings."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from layoutkit.geometry import Rect, Side
from layoutkit.routing import RouteEnd, Rules, Wire
from layoutkit.routing.separate import Crowded, Variable, separate
from tests.routing.scenes import RULES, Corners, corners, scene

LEFT, RIGHT, TOP, BOTTOM = Side.LEFT, Side.RIGHT, Side.TOP, Side.BOTTOM


def crossings(paths: list[Corners]) -> int:
    """How often two wires cross or touch."""
    return sum(
        _meet(p, q, r, s) for one, other in combinations(paths, 2) for p, q in pairwise(one) for r, s in pairwise(other)
    )


def _meet(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float], s: tuple[float, float]) -> bool:
    return all(min(p[k], q[k]) <= max(r[k], s[k]) and min(r[k], s[k]) <= max(p[k], q[k]) for k in (0, 1))


def nearest(paths: list[Corners]) -> float:
    """The least distance of two parallel pieces that run beside each other."""
    least = float("inf")
    for one, other in combinations(paths, 2):
        for p, q in pairwise(one):
            for r, s in pairwise(other):
                for k in (0, 1):
                    beside = min(max(p[k], q[k]), max(r[k], s[k])) - max(min(p[k], q[k]), min(r[k], s[k])) > 0
                    if beside and p[1 - k] == q[1 - k] and r[1 - k] == s[1 - k]:
                        least = min(least, abs(p[1 - k] - r[1 - k]))
    return least


SIX = [Rect(20, 20 + 60 * i, 80, 40) for i in range(6)]
TALL = Rect(400, 130, 100, 120)


@pytest.mark.parametrize("inward", [True, False])
def test_six_wires_spread_over_a_side_without_crossing(*, inward: bool) -> None:
    ends = [(RouteEnd(i), RouteEnd(7, LEFT)) for i in range(1, 7)]
    wires = [Wire(*(pair if inward else reversed(pair))) for pair in ends]
    paths = corners(scene(*SIX, TALL), *wires)
    assert crossings(paths) == 0
    assert nearest(paths) == pytest.approx(10)
    places = [path[-1 if inward else 0] for path in paths]
    assert {x for x, _ in places} == {400}
    assert [y for _, y in places] == sorted(y for _, y in places)


def test_the_order_of_the_wires_in_the_source_does_not_matter_to_the_places() -> None:
    wires = [Wire(RouteEnd(i), RouteEnd(7, LEFT)) for i in range(1, 7)]
    assert corners(scene(*SIX, TALL), *wires) == corners(scene(*SIX, TALL), *wires[::-1])[::-1]


def test_there_and_back_are_two_parallel_wires() -> None:
    first, second = Rect(50, 50, 100, 60), Rect(300, 50, 100, 60)
    assert corners(scene(first, second), (1, 2), (2, 1)) == [
        [(150, 75), (300, 75)], [(300, 85), (150, 85)],
    ]  # fmt: skip


def test_a_pinned_end_stays_and_the_others_give_way() -> None:
    first, second = Rect(50, 50, 100, 60), Rect(300, 50, 100, 60)
    pinned = Wire(RouteEnd(1, RIGHT, 0.5), RouteEnd(2, LEFT, 0.5))
    assert corners(scene(first, second), pinned, (1, 2))[0] == [(150, 80), (300, 80)]
    assert nearest(corners(scene(first, second), pinned, (1, 2))) == pytest.approx(10)


def test_where_there_is_little_room_wires_are_nearer_to_each_other() -> None:
    first, second = Rect(50, 50, 100, 20), Rect(300, 50, 100, 20)
    paths = corners(scene(first, second), *[(1, 2)] * 6)
    assert crossings(paths) == 0
    assert 1 < nearest(paths) < 10
    assert all(50 <= y <= 70 for path in paths for _, y in path)


def test_wires_in_one_channel_do_not_cross_where_they_need_not() -> None:
    left = [Rect(20, 40 + 100 * i, 80, 40) for i in range(3)]
    right = [Rect(300, 90 + 100 * i, 80, 40) for i in range(3)]
    paths = corners(
        scene(*left, *right),
        *(Wire(RouteEnd(i, RIGHT), RouteEnd(3 + i, LEFT)) for i in (1, 2, 3)),
    )
    assert crossings(paths) == 0


def test_a_crossing_that_cannot_be_avoided_is_one_crossing() -> None:
    left = Rect(20, 40, 80, 60), Rect(20, 240, 80, 60)
    right = Rect(400, 40, 80, 60), Rect(400, 240, 80, 60)
    wires = Wire(RouteEnd(1, RIGHT), RouteEnd(4, LEFT)), Wire(RouteEnd(2, RIGHT), RouteEnd(3, LEFT))
    paths = corners(scene(*left, *right), *wires)
    assert crossings(paths) == 1
    assert nearest(paths) >= 10


def test_wires_in_one_channel_change_places_where_that_spares_crossings() -> None:
    """What lies nearer to the middle of its own room is not for that the first."""
    tall, low = Rect(230, 60, 80, 140), [Rect(40, 120, 50, 40), Rect(400, 110, 50, 40), Rect(40, 240, 50, 40)]
    paths = corners(
        scene(tall, *low), Wire(RouteEnd(2, RIGHT), RouteEnd(3, LEFT)), Wire(RouteEnd(4, TOP), RouteEnd(3, BOTTOM))
    )
    assert crossings(paths) == 0
    assert nearest(paths) >= 10


def test_a_narrow_corridor_holds_two_wires_that_do_not_cross() -> None:
    rects = [Rect(170, 100, 20, 30), Rect(110, 60, 50, 70), Rect(140, 20, 60, 20), Rect(10, 60, 80, 30)]
    wires = Wire(RouteEnd(3, BOTTOM), RouteEnd(1, LEFT), head=3), Wire(RouteEnd(4, TOP), RouteEnd(2, RIGHT), head=3)
    paths = corners(scene(*rects, page=Rect(0, 0, 240, 200)), *wires, rules=Rules(8, 6))
    assert crossings(paths) == 0
    assert nearest(paths) > 0.5


def test_one_narrow_place_brings_no_others_onto_each_other() -> None:
    rects = [Rect(130, 60, 30, 30), Rect(130, 100, 70, 40), Rect(10, 130, 30, 60), Rect(10, 80, 30, 30)]
    ends = [((1, BOTTOM), (2, RIGHT)), ((3, LEFT), (4, RIGHT)), ((1, RIGHT), (4, RIGHT)), ((3, RIGHT), (2, TOP))]
    wires = [Wire(RouteEnd(*one), RouteEnd(*other), head=3) for one, other in ends]
    paths = corners(scene(*rects, radius=4, page=Rect(0, 0, 240, 200)), *wires, rules=Rules(8, 6))
    assert nearest(paths) > 1


def test_what_shares_only_a_side_may_run_in_line() -> None:
    """The upper and the lower branches of a fan are alike."""
    paths = corners(scene(*SIX, TALL), *(Wire(RouteEnd(i), RouteEnd(7, LEFT)) for i in range(1, 7)))
    assert [path[1][0] for path in paths[:2]] == [path[1][0] for path in paths[:3:-1]]


def test_nested_loops_stay_nested() -> None:
    row = [Rect(20 + 120 * i, 100, 80, 60) for i in range(4)]
    wires = Wire(RouteEnd(4, BOTTOM), RouteEnd(1, BOTTOM)), Wire(RouteEnd(3, BOTTOM), RouteEnd(2, BOTTOM))
    paths = corners(scene(*row), *wires)
    assert crossings(paths) == 0
    assert nearest(paths) == pytest.approx(10)


def test_without_spacing_wires_may_lie_on_each_other() -> None:
    first, second = Rect(50, 50, 100, 60), Rect(300, 50, 100, 60)
    one, other = corners(scene(first, second), (1, 2), (1, 2), rules=Rules(20, 0))
    assert one == other


def test_the_same_question_has_the_same_answer() -> None:
    wires = [(1 + i % 6, 1 + (i * 5 + 2) % 7) for i in range(12)]
    assert corners(scene(*SIX, TALL), *wires) == corners(scene(*SIX, TALL), *wires)


def test_what_moves_takes_its_wires_along() -> None:
    wires = [(i, 7) for i in range(1, 7)]
    still = corners(scene(*SIX, TALL), *wires)
    moved = scene(*(r.moved(31.25, 17.5) for r in (*SIX, TALL)), page=Rect(31.25, 17.5, 600, 400))
    assert corners(moved, *wires) == [[(x + 31.25, y + 17.5) for x, y in path] for path in still]


def test_positions_give_way_as_little_as_they_can() -> None:
    free = [Variable(10, 0, 100), Variable(10, 0, 100), Variable(11, 0, 100), Variable(60, 0, 100)]
    distances = [(0, 1, 6.0), (1, 2, 6.0), (2, 3, 6.0)]
    assert separate(free, distances) == pytest.approx([31 / 3 - 6, 31 / 3, 31 / 3 + 6, 60])
    low = [Variable(1, 0, 100), Variable(1, 0, 100), Variable(1, 0, 100)]
    assert separate(low, distances[:2]) == [0, 6, 12]
    assert separate([Variable(5, 5, 5), Variable(5, 0, 20)], [(0, 1, 4.0)]) == [5, 9]
    assert separate([Variable(5, 5, 5), Variable(5, 0, 8)], [(0, 1, 4.0)]) == Crowded(frozenset({0, 1}))
    assert RULES.spacing == 10
