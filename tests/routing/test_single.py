"""One wire: which way it takes."""

from __future__ import annotations

import pytest

from layoutkit.geometry import Point, Rect, Side, Size
from layoutkit.routing import Block, RouteEnd, Rules, Wire, find_paths
from tests.routing.scenes import RULES, Corners, corners, scene

TOP, RIGHT, BOTTOM, LEFT = Side.TOP, Side.RIGHT, Side.BOTTOM, Side.LEFT
BOX = Rect(200, 200, 40, 20)


def way(second: Rect, start: RouteEnd | None = None, end: RouteEnd | None = None) -> Corners:
    """From ``BOX`` to another, on an empty page."""
    (found,) = corners(scene(BOX, second), Wire(start or RouteEnd(1), end or RouteEnd(2)))
    return found


@pytest.mark.parametrize(
    ("second", "points"),
    [
        (Rect(300, 200, 40, 20), [(240, 210), (300, 210)]),
        (Rect(300, 210, 40, 40), [(240, 215), (300, 215)]),  # in the middle of what the two sides share
        (Rect(300, 160, 40, 50), [(240, 205), (300, 205)]),
        (Rect(100, 200, 40, 20), [(200, 210), (140, 210)]),
        (Rect(200, 260, 40, 20), [(220, 220), (220, 260)]),
        (Rect(230, 260, 40, 20), [(235, 220), (235, 260)]),
        (Rect(200, 140, 40, 20), [(220, 200), (220, 160)]),
    ],
)
def test_straight_between_sides_that_face_each_other(second: Rect, points: Corners) -> None:
    assert way(second) == points


def test_the_router_chooses_the_sides_with_the_fewest_bends() -> None:
    assert way(Rect(300, 250, 40, 20)) == [(240, 210), (320, 210), (320, 250)]
    assert way(Rect(300, 100, 40, 20)) == [(220, 200), (220, 110), (300, 110)]
    assert way(Rect(250, 300, 40, 20)) == [(220, 220), (220, 310), (250, 310)]


@pytest.mark.parametrize(
    ("start", "end", "second", "points"),
    [
        (RIGHT, TOP, Rect(300, 250, 40, 20), [(240, 210), (320, 210), (320, 250)]),
        (BOTTOM, LEFT, Rect(300, 250, 40, 20), [(220, 220), (220, 260), (300, 260)]),
        (TOP, RIGHT, Rect(100, 150, 40, 20), [(220, 200), (220, 160), (140, 160)]),
        (RIGHT, LEFT, Rect(300, 250, 40, 20), [(240, 210), (270, 210), (270, 260), (300, 260)]),  # half-way
        (BOTTOM, TOP, Rect(300, 250, 40, 20), [(220, 220), (220, 235), (320, 235), (320, 250)]),
        (BOTTOM, BOTTOM, Rect(300, 200, 40, 20), [(220, 220), (220, 240), (320, 240), (320, 220)]),
        (BOTTOM, BOTTOM, Rect(300, 200, 40, 50), [(220, 220), (220, 270), (320, 270), (320, 250)]),
        (TOP, TOP, Rect(300, 190, 40, 20), [(220, 200), (220, 170), (320, 170), (320, 190)]),
        (LEFT, LEFT, Rect(180, 250, 40, 20), [(200, 210), (160, 210), (160, 260), (180, 260)]),
        (LEFT, RIGHT, Rect(300, 200, 40, 20), [
            (200, 210), (180, 210), (180, 180), (360, 180), (360, 210), (340, 210),
        ]),
    ],
)  # fmt: skip
def test_sides_of_the_authors_choice(start: Side, end: Side, second: Rect, points: Corners) -> None:
    assert way(second, RouteEnd(1, start), RouteEnd(2, end)) == points


def test_a_place_of_the_authors_choice_is_kept() -> None:
    second = Rect(300, 200, 40, 20)
    pinned = [(240, 205), (300, 205)]
    assert way(second, RouteEnd(1, RIGHT, 0.25), RouteEnd(2, LEFT)) == pinned
    assert way(second, RouteEnd(1, RIGHT), RouteEnd(2, LEFT, 0.25)) == pinned
    assert way(second, RouteEnd(1, RIGHT, 0.25), RouteEnd(2, LEFT, 0.25)) == pinned
    assert way(second, RouteEnd(1, RIGHT, 0.0), RouteEnd(2, LEFT, 1.0)) == [
        (240, 200),
        (270, 200),
        (270, 220),
        (300, 220),
    ]


# -- around what is in the way --------------------------------------------------------------------

LEFT_BOX, RIGHT_BOX = Rect(50, 50, 100, 60), Rect(300, 50, 100, 60)


def test_a_wire_goes_around_a_block() -> None:
    between = Rect(200, 40, 50, 200)
    (found,) = corners(scene(LEFT_BOX, RIGHT_BOX, between), Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT)))
    assert found == [(150, 80), (175, 80), (175, 20), (275, 20), (275, 80), (300, 80)]


def test_it_leaves_by_other_sides_where_that_saves_bends() -> None:
    between = Rect(200, 40, 50, 200)
    assert corners(scene(LEFT_BOX, RIGHT_BOX, between), (1, 2)) == [[(100, 50), (100, 20), (350, 20), (350, 50)]]


def test_of_two_ways_with_as_many_bends_it_takes_the_shorter() -> None:
    low, high = Rect(200, 0, 50, 200), Rect(200, 60, 50, 340)
    ends = Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT))
    assert corners(scene(LEFT_BOX, RIGHT_BOX, low), ends)[0][2:4] == [(175, 220), (275, 220)]
    assert corners(scene(LEFT_BOX, RIGHT_BOX, high), ends)[0][2:4] == [(175, 40), (275, 40)]


def test_it_passes_in_the_middle_of_a_narrow_gap() -> None:
    walls = Rect(200, 0, 50, 190), Rect(200, 202, 50, 198)
    (found,) = corners(scene(LEFT_BOX, RIGHT_BOX, *walls), Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT)))
    assert found[2:4] == [(175, 196), (275, 196)]


def test_a_corridor_between_blocks_that_do_not_face_each_other_is_found() -> None:
    start, end = Rect(100, 10, 40, 20), Rect(100, 370, 40, 20)
    above, below = Rect(0, 100, 118, 100), Rect(122, 250, 478, 80)
    page = [*scene(start, end, above, below), Block(Rect(122, 50, 478, 40), 0, 0), Block(Rect(0, 260, 116, 80), 0, 0)]
    assert corners(page, (1, 2)) == [[(120, 30), (120, 370)]]


def test_the_page_is_not_left() -> None:
    wall = Rect(200, 5, 50, 390)
    (found,) = corners(scene(LEFT_BOX, RIGHT_BOX, wall), (1, 2))
    assert all(0 < x < 600 and 0 < y < 400 for x, y in found)
    assert found[1][1] in {2.5, 397.5}


def test_a_wire_may_cross_the_borders_of_what_holds_its_ends() -> None:
    blocks = [
        Block(Rect(0, 0, 600, 400)),
        Block(Rect(50, 50, 200, 200), 8, 0), Block(Rect(350, 50, 200, 200), 8, 0),
        Block(Rect(80, 80, 60, 40), 0, 1), Block(Rect(400, 80, 60, 40), 0, 2),
        Block(Rect(160, 60, 60, 80), 0, 1),
    ]  # fmt: skip
    (found,) = corners(blocks, (3, 4))
    assert found == [(110, 80), (110, 30), (430, 30), (430, 80)] or len(found) == 4
    path = find_paths(blocks, [Wire(RouteEnd(3), RouteEnd(4))], RULES)[0]
    assert path.crossed == ()


def test_it_stays_inside_what_holds_both_ends() -> None:
    blocks = [
        Block(Rect(0, 0, 600, 400)), Block(Rect(50, 50, 300, 100), 8, 0),
        Block(Rect(60, 60, 60, 60), 0, 1), Block(Rect(280, 60, 60, 60), 0, 1), Block(Rect(150, 60, 80, 60), 0, 1),
    ]  # fmt: skip
    (found,) = corners(blocks, Wire(RouteEnd(3, BOTTOM), RouteEnd(2, BOTTOM)))
    assert found == [(310, 120), (310, 135), (90, 135), (90, 120)]


def test_where_there_is_no_room_inside_it_goes_around_outside() -> None:
    blocks = [
        Block(Rect(0, 0, 600, 400)), Block(Rect(50, 50, 300, 60), 0, 0),
        Block(Rect(60, 50, 60, 60), 0, 1), Block(Rect(280, 50, 60, 60), 0, 1), Block(Rect(150, 50, 80, 60), 0, 1),
    ]  # fmt: skip
    (found,) = corners(blocks, Wire(RouteEnd(3, BOTTOM), RouteEnd(2, BOTTOM)))
    assert found == [(310, 110), (310, 130), (90, 130), (90, 110)]


def test_what_sticks_out_of_a_block_is_gone_around_too() -> None:
    pill = Rect(200, 60, 60, 40)
    blocks = [*scene(LEFT_BOX, Rect(500, 50, 60, 60), Rect(180, 100, 100, 100)), Block(pill, 0, 3)]
    (found,) = corners(blocks, Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT)))
    assert len(found) == 6
    covered = [Block(Rect(0, 0, 600, 400)), Block(Rect(100, 100, 200, 100), 0, 0), Block(Rect(180, 90, 40, 20), 0, 1),
               Block(Rect(100, 10, 200, 30), 0, 0)]  # fmt: skip
    ((start, *_),) = corners(covered, (3, 1))
    path = find_paths(covered, [Wire(RouteEnd(3), RouteEnd(1))], RULES)[0]
    assert path.crossed == ()
    assert start[1] in {40.0, 25.0}


# -- ends -------------------------------------------------------------------------------------------


def test_ends_keep_off_rounded_corners_where_they_can() -> None:
    first, second = Rect(100, 100, 80, 60), Rect(300, 150, 80, 60)
    sharp, rounded = (
        corners(scene(first, second, radius=r), Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT)))[0] for r in (0, 12)
    )
    assert sharp == [(180, 155), (300, 155)]
    assert rounded[0] == (180, 130)  # what the straight parts share is nothing: two bends, in the middles


def test_a_tip_at_a_rounded_corner_lies_on_the_arc() -> None:
    first, second = Rect(100, 100, 80, 60), Rect(300, 300, 80, 60)
    blocks = scene(first, second, radius=10)
    (found,) = corners(blocks, Wire(RouteEnd(1, RIGHT, 0.0), RouteEnd(2, TOP, 0.05)))
    x, y = found[0]  # a corner is the middle of the arc: beyond it the line would run along the border
    assert (x - 170) == pytest.approx(110 - y, abs=0.01)
    assert (x - 170) ** 2 + (y - 110) ** 2 == pytest.approx(100, abs=0.01)
    x, y = found[-1]
    assert x == 304
    assert (x - 310) ** 2 + (y - 310) ** 2 == pytest.approx(100, abs=0.01)


def test_the_first_bend_leaves_room_for_the_head() -> None:
    first, second = Rect(100, 100, 80, 60), Rect(230, 200, 80, 60)
    for head in (0.0, 10.0, 12.0):
        wire = Wire(RouteEnd(1, BOTTOM), RouteEnd(2, TOP), head=head)
        found = find_paths(scene(first, second), [wire], RULES)[0].points
        assert abs(found[-1].y - found[-2].y) >= min(20, head * 1.5)


def test_in_a_narrow_corridor_the_head_has_more_room_than_the_other_side() -> None:
    between, second = Rect(200, 40, 78, 200), Rect(300, 50, 100, 60)
    wire = Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT), head=10)
    (path,) = find_paths(scene(LEFT_BOX, second, between), [wire], Rules(20, 10, radius=12))
    corner, last = path.points[-2:]
    assert last.x - corner.x == pytest.approx(15)
    assert path.bends[-1][0] == pytest.approx(5)
    assert path.heads == (0, 10)


@pytest.mark.parametrize(
    ("height", "points"),
    [
        (34, [(212, 234), (212, 310), (228, 310)]),
        (20, [(224, 210), (230, 210), (230, 300)]),  # 7 px longer than before: more than it is worth
    ],
)
def test_a_way_that_is_a_little_longer_spares_a_cramped_first_bend(height: float, points: Corners) -> None:
    """The first bend of the shorter way would be 6 px from its block; half the margin, 10 px, is what it wishes."""
    assert corners(scene(Rect(200, 200, 24, height), Rect(228, 300, 4, 20)), (1, 2)) == [points]


@pytest.mark.parametrize("gap", [6, 8, 14])
def test_in_a_corridor_narrower_than_the_wish_before_a_bend_a_line_runs_in_the_middle(gap: float) -> None:
    blocks = scene(Rect(200, 200, 80, 40), Rect(460, 320, 60, 40), Rect(100, 240 + gap, 300, 10))
    (points,) = corners(blocks, Wire(RouteEnd(1, BOTTOM), RouteEnd(2)))
    middle = 240 + gap / 2
    assert points == [(240, 240), (240, middle), (490, middle), (490, 320)]


def test_a_curve_has_no_kink_at_its_head() -> None:
    first, second = Rect(50, 50, 100, 60), Rect(300, 300, 100, 60)
    wire = Wire(RouteEnd(1, RIGHT), RouteEnd(2, RIGHT), head=10, shape="curved")
    (path,) = find_paths(scene(first, second), [wire], RULES)
    assert path.points[-2].x - path.points[-1].x == 10 + RULES.margin
    assert all(max(bend) <= 3 * min(bend) for bend in path.bends)
    assert path.bends[-1][1] == RULES.margin  # the head stands on a straight stretch


def test_a_loop_comes_back_to_its_side() -> None:
    box = Rect(200, 100, 100, 80)
    assert corners(scene(box), (1, 1)) == [[(300, 125), (320, 125), (320, 155), (300, 155)]]
    beside = Rect(303, 90, 60, 100)
    (other,) = corners(scene(box, beside), (1, 1))
    assert other[0] == (200, 125)
    ends = Wire(RouteEnd(1, TOP), RouteEnd(1, RIGHT))
    assert corners(scene(box), ends) == [[(250, 100), (250, 80), (320, 80), (320, 140), (300, 140)]]


@pytest.mark.parametrize(("width", "height"), [(20, 30), (90, 30), (30, 60)])
@pytest.mark.parametrize("side", list(Side))
def test_a_loop_grows_with_its_label(side: Side, width: float, height: float) -> None:
    box = Rect(200, 150, 200, 120)
    ends = RouteEnd(1, side), RouteEnd(1, side)
    (path,) = find_paths(scene(box), [Wire(*ends, head=10, label=Size(width, height))], RULES)
    _, one, other, _ = path.points
    label = Rect((one.x + other.x - width) / 2, (one.y + other.y - height) / 2, width, height)
    assert label.overlap(box) == Size(0, 0)
    beyond, along = (width, height) if side.horizontal else (height, width)
    deep, long = (abs(one.x - path.points[0].x), abs(one.y - other.y)) if side.horizontal else (
        abs(one.y - path.points[0].y), abs(one.x - other.x))  # fmt: skip
    assert deep - beyond / 2 >= 10  # the head is seen
    assert long - along >= RULES.spacing  # and the corners


def test_a_loop_looks_for_a_side_where_its_label_fits() -> None:
    box = Rect(200, 100, 160, 30)
    (path,) = find_paths(scene(box), [Wire(RouteEnd(1), RouteEnd(1), label=Size(60, 30))], RULES)
    assert {path.points[0].y, path.points[-1].y} == {100}


# -- no way -----------------------------------------------------------------------------------------


def test_without_a_free_way_the_blocks_in_the_way_are_named() -> None:
    wall = Rect(200, 0, 50, 400)
    (path,) = find_paths(scene(LEFT_BOX, RIGHT_BOX, wall), [Wire(RouteEnd(1), RouteEnd(2))], RULES)
    assert path.points == (Point(150, 80), Point(300, 80))
    assert path.crossed == (3,)


def test_blocks_that_overlap_are_joined_where_they_do_not() -> None:
    first, second = Rect(100, 100, 100, 60), Rect(150, 130, 100, 60)
    path = find_paths(scene(first, second), [Wire(RouteEnd(1), RouteEnd(2))], RULES)[0]
    assert path.crossed == ()
    assert len(path.points) >= 3


def test_blocks_that_touch_are_joined_by_nothing_but_a_point() -> None:
    first, second = Rect(100, 100, 100, 60), Rect(200, 100, 100, 60)
    path = find_paths(scene(first, second), [Wire(RouteEnd(1, RIGHT), RouteEnd(2, LEFT))], RULES)[0]
    assert set(path.points) == {Point(200, 130)}


def test_straight_wires_join_borders_and_name_what_they_cross() -> None:
    wall = Rect(200, 0, 50, 400)
    first, second = Rect(50, 50, 100, 60), Rect(350, 250, 100, 60)
    wires = [
        Wire(RouteEnd(1), RouteEnd(2), shape="straight"),
        Wire(RouteEnd(1, RIGHT), RouteEnd(2, TOP, 0.25), shape="straight"),
    ]
    centred, placed = find_paths(scene(first, second, wall), wires, RULES)
    assert centred.crossed == placed.crossed == (3,)
    assert placed.points == (Point(150, 80), Point(375, 250))
    start, end = centred.points
    assert (start.y, end.y) == pytest.approx((110, 250))
    assert start.x == pytest.approx(100 + 30 * 300 / 200)
    round_ = [Block(Rect(0, 0, 600, 400)), Block(Rect(100, 100, 60, 60), 30, 0), Block(Rect(300, 300, 60, 60), 30, 0)]
    start, end = find_paths(round_, wires[:1], RULES)[0].points
    assert (start.x - 130) ** 2 + (start.y - 130) ** 2 == pytest.approx(900)


def test_without_any_distance_to_keep_wires_still_find_their_way() -> None:
    between = Rect(200, 40, 50, 200)
    (found,) = corners(scene(LEFT_BOX, RIGHT_BOX, between), (1, 2), rules=Rules(0, 0))
    assert len(found) == 4
