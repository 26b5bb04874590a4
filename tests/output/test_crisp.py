"""Edges, hairlines and circles on device pixels, at the scales of screens and of paper."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest

from layoutkit import Arrow, Column, Row
from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.output.png import png
from layoutkit.paint import paint
from layoutkit.paint.crisp import crisp_route
from tests.output.pictures import ABOUT, picture
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from layoutkit import Node
    from tests.output.pictures import Picture

PRINT = 2126 / 1000
"""Device pixels for one px of a page of 1000 px on 180 mm at 300 dpi."""
SCALES = (1, 1.5, 2, 3, PRINT)

every_scale = pytest.mark.parametrize("scale", SCALES)


def rendered(node: Node, scale: float) -> Picture:
    placed = route_all(snap(arranged(node).root, scale))
    return picture(png(paint(placed, scale), scale, 96 * scale, ABOUT))


@every_scale
def test_the_edges_of_boxes_fall_on_device_pixels(scale: float) -> None:
    boxes = [Row(width=13.37, height=9.1, background="#FF0000") for _ in range(6)]
    image = rendered(Row(*boxes, gap=3.21, padding=5.55, background="#FFFFFF", align="start"), scale)
    lines = "".join(image.row(y) for y in range(image.height))
    assert set(lines) == {".", "#"}  # no pixel is half covered
    assert image.row(round(10 * scale)).replace(".", " ").split() != []
    assert len(image.row(round(10 * scale)).replace(".", " ").split()) == 6


@every_scale
def test_neighbours_leave_no_seam(scale: float) -> None:
    cells = [Row(background="#FF0000", grow=1, basis=0, height=7) for _ in range(7)]
    image = rendered(Row(*cells, padding_left=0.4, width=99.3), scale)
    middle = image.row(image.height // 2)
    assert "?" not in middle
    assert len(middle.strip(".").replace(".", " ").split()) == 1


@every_scale
@pytest.mark.parametrize("width", [0.3, 1, 1.5, 2])
@pytest.mark.parametrize("y", [0, 3.3, 7.77])
def test_a_border_is_whole_device_pixels_wide(scale: float, width: float, y: float) -> None:
    box = Column(border="#FF0000", border_width=width, width=30, height=20)
    image = rendered(Column(box, padding_top=y, padding_left=y, background="#FFFFFF", align="start"), scale)
    left, top, right, bottom = image.ink()
    expected = max(1, math.floor(width * scale + 0.5))
    for line in (image.column((left + right) // 2), image.row((top + bottom) // 2)):
        assert "?" not in line
        assert [len(part) for part in line.replace(".", " ").split()] == [expected, expected]


@every_scale
@pytest.mark.parametrize("width", [1, 1.5, 2])
@pytest.mark.parametrize(("first", "second"), [("row", (7.7, 5.3)), ("column", (4.4, 9.1))])
def test_a_straight_arrow_is_crisp_and_its_head_sits_in_its_middle(
    scale: float, width: float, first: Literal["row", "column"], second: tuple[float, float]
) -> None:
    boxes = [Row(width=12 + size, height=12 + size) for size in second]
    arrow = Arrow(stroke_width=width, color="#FF0000", length=40)
    between = (Row if first == "row" else Column)(boxes[0], arrow, boxes[1], align="center")
    image = rendered(Column(between, padding=5.55, background="#FFFFFF", align="start"), scale)
    left, top, right, bottom = image.ink()
    shaft = image.column(left + 3) if first == "row" else image.row(top + 3)
    assert shaft.strip(".") == "#" * max(1, math.floor(width * scale + 0.5))
    middle = (shaft.index("#") + shaft.rindex("#") + 1) / 2
    ink = {(x, y): image.darkness(x, y) for x in range(left, right) for y in range(top, bottom)}
    across = 1 if first == "row" else 0
    center = sum((at[across] + 0.5) * dark for at, dark in ink.items()) / sum(ink.values())
    assert center == pytest.approx(middle, abs=0.05)
    assert (bottom - top, right - left)[1 - across] > len(shaft.strip(".")) + 2  # there is a head


def test_a_line_moves_by_half_a_device_pixel_and_keeps_its_ends_on_the_boxes() -> None:
    one, other = Row(width=40.3, height=30.7, margin_top=50.1), Row(width=35.9, height=20.3)
    figure = Column(Row(one, other, gap=90.7, align="start"), Arrow(one.right, other.left))
    placed = route_all(snap(arranged(figure).root, PRINT))
    (route,) = placed.routes
    crisp = crisp_route(route, PRINT)
    assert len(route.points) == 4
    assert (crisp.points[0].x, crisp.points[-1].x) == (route.points[0].x, route.points[-1].x)
    half = crisp.connector.width * PRINT / 2
    for before, after in zip(route.points, crisp.points, strict=True):
        assert abs(after.x - before.x) <= 0.5 / PRINT + 1e-9
        assert abs(after.y - before.y) <= 0.5 / PRINT + 1e-9
    for p, q in pairwise(crisp.points):
        across = p.y if p.y == q.y else p.x
        assert (across * PRINT - half) == pytest.approx(round(across * PRINT - half), abs=1e-6)


def test_a_slanted_line_stays_as_it_is() -> None:
    one, other = Row(width=40, height=30), Row(width=40, height=20, margin_top=70)
    figure = Column(Row(one, other, gap=90), Arrow(one.right, other.left, route="straight", stroke_width=1.3))
    (route,) = arranged(figure).routes
    assert crisp_route(route, 1) == route


@every_scale
@pytest.mark.parametrize("place", [0, 2.3, 4.61])
def test_circles_are_as_wide_as_they_are_high(scale: float, place: float) -> None:
    circle = Row(width=20, height=20, radius=999, background="#000000")
    image = rendered(Column(circle, padding_left=place, padding_top=place, align="start"), scale)
    left, top, right, bottom = image.ink()
    assert abs((right - left) - (bottom - top)) <= 1
    for x in range(right - left):
        for y in range(bottom - top):
            mirrored = image.darkness(right - 1 - x, top + y)
            assert image.darkness(left + x, top + y) == pytest.approx(
                mirrored, abs=0.1
            )  # Cairo counts 15 × 17 points in a pixel
