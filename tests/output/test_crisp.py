"""Edges, hairlines and circles on device pixels, at the scales of screens and of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit import Column, Row
from layoutkit.layout.arrange import route_all
from layoutkit.layout.snap import snap
from layoutkit.output.png import png
from layoutkit.paint import paint
from tests.output.pictures import ABOUT, picture
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from layoutkit import Node
    from tests.output.pictures import Picture

PRINT = 2126 / 1000
"""Device pixels for one px of a page of 1000 px on 180 mm at 300 dpi."""
SCALES = (1, 2, 3, PRINT)

every_scale = pytest.mark.parametrize("scale", SCALES)


def rendered(node: Node, scale: float) -> Picture:
    placed = route_all(snap(arranged(node).root, scale))
    return picture(png(paint(placed), scale, 96 * scale, ABOUT))


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


@pytest.mark.parametrize("scale", [1, 2, 3])
@pytest.mark.parametrize("y", [0, 3.3, 7.77])
def test_a_hairline_is_as_wide_as_the_scale_says(scale: int, y: float) -> None:
    box = Column(border="#FF0000", border_width=1, width=30, height=20)
    image = rendered(Column(box, padding_top=y, padding_left=y, background="#FFFFFF", align="start"), scale)
    left, top, right, bottom = image.ink()
    column, row = image.column((left + right) // 2), image.row((top + bottom) // 2)
    for line in (column, row):
        assert [len(part) for part in line.replace(".", " ").split()] == [scale, scale]


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
