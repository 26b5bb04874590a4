"""Connectors of a figure: their ends, what they go around, what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Arrow, Card, Column, Node, Row, Stack, Text
from tests.nodes.faults import fault
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from layoutkit.layout.arrange import Placed


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
    assert only_points(arranged(tree)) == [(20, 20), (20, 47), (105, 47), (105, 35)]


def test_an_arrow_may_end_at_what_comes_later() -> None:
    b = Row(height=10)
    assert only_points(arranged(Column(Arrow(first := Row(height=10), b), first, Row(height=5), b))) == [
        (100, 10), (100, 15),
    ]  # fmt: skip


def test_routes_come_in_source_order() -> None:
    a, b, c = (Row(height=10) for _ in range(3))
    placed = arranged(Column(Arrow(b, c), a, b, Row(Arrow(a, b)), c))
    ends = [(route.connector.start.element.origin, route.connector.end.element.origin) for route in placed.routes]
    names = {id(node.origin): name for name, node in zip("abc", (a, b, c), strict=True)}
    assert ["".join(names[id(origin)] for origin in pair) for pair in ends] == ["bc", "ab"]


def test_an_end_outside_the_figure_is_refused() -> None:
    a, outside = Row(), Text("b")
    with fault("arrow-ends") as found:
        arranged(Column(a, Arrow(a, outside.top)))
    assert found.marked == "Arrow(a, outside.top)"
    assert found.message == "this Arrow ends at a Text that is not in the figure"


@pytest.mark.parametrize("wrong", ["inner", "outer"])
def test_an_arrow_between_a_box_and_what_is_inside_is_refused(wrong: str) -> None:
    inner = Text("b")
    outer = Column(Row(inner))
    arrow = Arrow(inner, outer.right) if wrong == "inner" else Arrow(outer, inner)
    with fault("arrow-ends") as found:
        arranged(Column(outer, arrow))
    names = "Text to the Column" if wrong == "inner" else "Column to the Text"
    assert found.message in {
        "this Arrow joins a Text to the Column that it lies in",
        f"this Arrow joins a {names} that it lies in",
    }


def test_an_arrow_at_an_arrow_is_refused() -> None:
    a, b = Row(height=10), Row(height=10)
    first = Arrow(a, b)
    with fault("arrow-ends") as found:
        arranged(Column(a, b, first, Arrow(first, b)))
    assert found.message == "this Arrow ends at an Arrow"


def between(obstacle: Node) -> list[tuple[float, float]]:
    """The way from a box to one below it, with something in between."""
    a, b = (Row(width=20, height=10, margin_left=90) for _ in range(2))
    return only_points(arranged(Column(a, obstacle, b, Arrow(a, b), gap=30)))


STRAIGHT = [(100, 10), (100, 90)]


@pytest.mark.parametrize(
    "props", [{"background": "#FFF"}, {"border": "#000"}, {"shadow": "soft"}, {"border": "#000", "border_width": 3}]
)
def test_boxes_that_paint_something_are_gone_around(props: dict[str, str]) -> None:
    assert len(between(Row(width=100, height=20, margin_left=50, **props))) > 2  # type: ignore[arg-type]


@pytest.mark.parametrize("props", [{}, {"border": "#000", "border_width": 0}, {"padding": 5}])
def test_boxes_that_paint_nothing_are_no_obstacle(props: dict[str, str]) -> None:
    assert between(Row(width=100, height=20, margin_left=50, **props)) == STRAIGHT  # type: ignore[arg-type]


def test_texts_are_gone_around_as_far_as_their_lines_reach() -> None:
    assert between(Text("short", height=20)) == STRAIGHT  # its box is as wide as the page
    assert len(between(Text("a text in the middle", align="center", height=20))) > 2


def test_what_an_arrow_ends_at_is_gone_around_by_others() -> None:
    a, b, c = (Row(width=20, height=10) for _ in range(3))
    row = Row(a, b, c, gap=30)
    (far, *_) = arranged(Column(row, Arrow(a.right, c.left), Arrow(a.right, b), padding=20)).routes
    assert len(far.points) > 2
    a, b, c = (Row(width=20, height=10) for _ in range(3))
    (alone,) = arranged(Column(Row(a, b, c, gap=30), Arrow(a.right, c.left), padding=20)).routes
    assert len(alone.points) == 2


def test_a_box_that_lies_on_another_is_reached_across_it() -> None:
    under, over, other = Row(background="#EEE"), Row(width=20, height=10, background="#FFF"), Row(height=10)
    stack = Stack(under, Row(over, padding=10), height=60)
    placed = arranged(Column(stack, other, Arrow(over.bottom, other), gap=30))
    assert placed.faults == ()
    assert only_points(placed) == [(20, 20), (20, 90)]


def test_a_line_that_finds_no_way_is_reported() -> None:
    a, b = Row(width=40, height=20), Row(width=40, height=20)
    wall = Card(height=30)
    placed = arranged(Column(a, wall, b, arrow := Arrow(a, b), gap=10))
    (found,) = placed.faults
    assert found.arrow.origin is arrow.origin
    assert [box.element.kind for box in found.crossed] == ["Column"]
    assert found.crossed[0].origin is wall.origin
    assert only_points(placed) == [(20, 20), (20, 70)]
    assert arranged(Column(Row(height=10), Row(height=10))).faults == ()


def test_rounded_corners_are_known() -> None:
    pill = Row(width=60, height=20, radius=999)
    target = Row(width=20, height=10, margin_left=100)
    found = only_points(arranged(Column(pill, target, Arrow(pill.right.at(0.1), target.top), gap=40)))
    x, y = found[0]
    assert (x - 50) ** 2 + (y - 10) ** 2 == pytest.approx(100)
