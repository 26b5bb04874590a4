"""Lines, bends and heads of connectors."""

from __future__ import annotations

from dataclasses import replace
from math import hypot, inf
from typing import Any

import pytest

from layoutkit.color import Color
from layoutkit.geometry import Point
from layoutkit.layout.connectors import Route
from layoutkit.paint.connectors import paint_route
from layoutkit.paint.display import FillPath, StrokePath
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo
from layoutkit.routing.bends import fit_bends, flattened
from layoutkit.style.content import ConnectorContent, ConnectorEnd
from layoutkit.style.element import Element

RED = Color(1, 0, 0)
END = ConnectorEnd(Element("Row", (), {}, {}))
PLAIN = ConnectorContent(
    END, END, RED, width=2, radius=4, dashed=False, head="triangle", tail="none", head_length=10, clearance=3,
    margin=12, spacing=6,
)  # fmt: skip


def painted(points: list[tuple[float, float]], **changes: Any) -> tuple[StrokePath, list[FillPath]]:  # noqa: ANN401
    """The line and the heads of a route."""
    connector = replace(PLAIN, **changes)
    corners = tuple(Point(*point) for point in points)
    tail, head = (connector.head_length if shape != "none" else 0.0 for shape in (connector.tail, connector.head))
    bends = fit_bends(corners, connector.radius, (tail, head))
    route = Route(connector, corners, bends, (tail, head), Point(0, 0))
    line, *heads = paint_route(route)
    assert isinstance(line, StrokePath)
    return line, [head for head in heads if isinstance(head, FillPath)]


def test_the_tip_of_a_head_lies_on_the_border() -> None:
    _, (head,) = painted([(0, 5), (100, 5)])
    assert head.path.ops == (MoveTo(100, 5), LineTo(90, 9.5), LineTo(90, 0.5), CLOSE)
    assert head.fill == RED


@pytest.mark.parametrize("end", [(100, 0), (-100, 0), (0, 100), (0, -100)])
def test_a_head_points_along_its_last_segment(end: tuple[float, float]) -> None:
    _, (head,) = painted([(0, 0), end])
    tip, one, other, close = head.path.ops
    assert isinstance(tip, MoveTo)
    assert isinstance(one, LineTo)
    assert isinstance(other, LineTo)
    assert close == CLOSE
    assert (tip.x, tip.y) == end
    base = (one.x + other.x) / 2, (one.y + other.y) / 2
    assert base == pytest.approx((end[0] * 0.9, end[1] * 0.9))
    assert hypot(one.x - other.x, one.y - other.y) == pytest.approx(9)


def test_the_line_ends_inside_its_head() -> None:
    line, _ = painted([(0, 5), (100, 5)])
    assert line.path.ops == (MoveTo(0, 5), LineTo(91, 5))  # one px into the triangle, which covers its corners
    assert (line.width, line.dash, line.color) == (2, (), RED)


def test_without_heads_the_line_reaches_from_border_to_border() -> None:
    line, heads = painted([(0, 5), (100, 5)], head="none")
    assert line.path.ops == (MoveTo(0, 5), LineTo(100, 5))
    assert heads == []


def test_a_tail_is_a_head_at_the_start() -> None:
    line, (head, tail) = painted([(0, 5), (100, 5)], tail="triangle")
    assert line.path.ops == (MoveTo(9, 5), LineTo(91, 5))
    assert head.path.ops[0] == MoveTo(100, 5)
    assert tail.path.ops == (MoveTo(0, 5), LineTo(10, 0.5), LineTo(10, 9.5), CLOSE)


def test_dashes_are_as_long_as_the_line_is_wide() -> None:
    line, _ = painted([(0, 0), (100, 0)], dashed=True, width=3)
    assert line.dash == (9, 7.5)


def test_bends_are_quarter_circles() -> None:
    line, _ = painted([(0, 0), (50, 0), (50, 60)], head="none")
    move, to_bend, bend, to_end = line.path.ops
    assert (move, to_bend, to_end) == (MoveTo(0, 0), LineTo(46, 0), LineTo(50, 60))
    assert isinstance(bend, CurveTo)
    assert (bend.x, bend.y) == (50, 4)
    for share in (0.25, 0.5, 0.75):  # on the curve, the distance from the centre is the radius
        point = [
            (1 - share) ** 3 * p0 + 3 * (1 - share) ** 2 * share * p1 + 3 * (1 - share) * share**2 * p2 + share**3 * p3
            for p0, p1, p2, p3 in ((46, bend.x1, bend.x2, bend.x), (0, bend.y1, bend.y2, bend.y))
        ]
        assert hypot(point[0] - 46, point[1] - 4) == pytest.approx(4, rel=3e-4)


def test_a_bend_takes_at_most_half_of_a_segment() -> None:
    line, _ = painted([(0, 0), (50, 0), (50, 6), (100, 6)], head="none")
    bends = [op for op in line.path.ops if isinstance(op, CurveTo)]
    assert [(bend.x, bend.y) for bend in bends] == [(50, 3), (53, 6)]


def test_a_head_shortens_the_line_after_the_bend() -> None:
    line, _ = painted([(0, 0), (50, 0), (50, 60)])
    assert line.path.ops[1] == LineTo(46, 0)
    assert line.path.ops[-1] == LineTo(50, 51)


def test_a_dot_touches_the_border() -> None:
    line, (dot,) = painted([(0, 5), (100, 5)], head="dot")
    box = dot.path.control_box()
    assert box is not None
    assert (box.x, box.y, box.right, box.bottom) == pytest.approx((92, 1, 100, 9))
    assert line.path.ops[-1] == LineTo(96, 5)


def strokes(points: list[tuple[float, float]], **changes: Any) -> list[StrokePath]:  # noqa: ANN401
    """The line, and the heads that are lines too."""
    connector = replace(PLAIN, **changes)
    corners = tuple(Point(*point) for point in points)
    route = Route(connector, corners, fit_bends(corners, 4), (10, 10), Point(0, 0))
    return [operation for operation in paint_route(route) if isinstance(operation, StrokePath)]


def test_a_bar_stands_before_the_border_that_its_line_touches() -> None:
    line, bar = strokes([(0, 5), (100, 5)], head="bar", dashed=True)
    assert bar.path.ops == (
        MoveTo(95, -0.5),
        LineTo(95, 10.5),
    )  # half a head away, to be seen
    assert (bar.width, bar.dash) == (2, ())
    assert line.path.ops[-1] == LineTo(100, 5)


def test_the_point_of_an_open_head_touches_the_border() -> None:
    _, head = strokes([(0, 5), (100, 5)], head="open")
    assert head.join == "miter"
    one, corner, other = head.path.ops
    assert isinstance(one, MoveTo)
    assert isinstance(corner, LineTo)
    assert isinstance(other, LineTo)
    half = hypot(corner.x - one.x, corner.y - one.y)
    sine = abs(corner.y - one.y) / half
    assert corner.x + head.width / 2 / sine == pytest.approx(100)  # where the outer edges of the stroke meet
    assert (other.x, other.y - 5) == pytest.approx((one.x, 5 - one.y))


def test_bends_go_as_far_as_the_heads() -> None:
    corners = [Point(0, 0), Point(30, 0), Point(30, 40)]
    assert fit_bends(corners, 100, (0, 10)) == ((30, 30),)
    assert fit_bends(corners, 100, (12, 0)) == ((18, 18),)
    assert fit_bends(corners, inf, (12, 10)) == ((18, 30),)  # one long curve takes what there is on each side
    assert fit_bends([*corners, Point(50, 40)], 100) == ((20, 20), (20, 20))


def test_a_bend_cuts_into_no_box() -> None:
    corners = [Point(0, 0), Point(100, 0), Point(100, 100)]
    ((free, _),) = fit_bends(corners, 100)
    ((cut, _),) = fit_bends(corners, 100, (0, 0), [(60, 30, 90, 60)])
    assert cut < free
    line = flattened(corners, [(cut, cut)])
    assert not any(60 < p.x < 90 and 30 < p.y < 60 for p in line)
