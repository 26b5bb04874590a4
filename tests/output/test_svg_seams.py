"""Boxes of one colour that touch are one area at any zoom, as resvg draws them."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET

import pytest
import resvg_py
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.svg import svg
from layoutkit.paint.display import Clip, DisplayList, FillRect, Operation, Unclip
from tests.output.pictures import ABOUT

RED, BLUE = Color(1, 0, 0), Color(0, 0, 1)
BESIDE = (FillRect(Rect(10, 10, 30.5, 60), 0, RED), FillRect(Rect(40.5, 10, 40, 60), 0, RED))
BELOW = (FillRect(Rect(10, 10, 60, 30.3), 0, RED), FillRect(Rect(10, 40.3, 60, 40), 0, RED))


def drawn(zoom: float, *operations: Operation) -> Image.Image:
    source = svg(DisplayList(100, 100, operations), ABOUT).decode()
    width = round(100 * zoom)
    with Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=source, width=width, background="white")))) as it:
        return it.convert("RGB")


def rects(*operations: Operation) -> int:
    root = ET.fromstring(svg(DisplayList(100, 100, operations), ABOUT))  # noqa: S314 - written by the test itself
    return len(list(root.iter("{http://www.w3.org/2000/svg}rect")))


@pytest.mark.parametrize("zoom", [0.25, 0.37, 0.73, 1, 1.1, 1.37, 2.9])
@pytest.mark.parametrize("boxes", [BESIDE, BESIDE[::-1], BELOW, BELOW[::-1]])
def test_no_seam_is_seen_at_any_zoom(boxes: tuple[FillRect, ...], zoom: float) -> None:
    picture = drawn(zoom, *boxes)
    low, high = round(15 * zoom), round(65 * zoom)
    colors = picture.crop((low, low, high, high)).getcolors()
    assert colors is not None
    assert [color for _, color in colors] == [(255, 0, 0)]


def test_what_is_painted_on_the_second_box_stays() -> None:
    first, second = BESIDE
    mark = FillRect(Rect(40.5, 20, 10, 10), 0, BLUE)
    assert drawn(1, first, second, mark).getpixel((44, 25)) == (0, 0, 255)
    other = FillRect(Rect(34, 20, 6.5, 10), 0, BLUE)
    assert drawn(1, first, other, second).getpixel((37, 25)) == (0, 0, 255)


@pytest.mark.parametrize(
    ("second", "count"),
    [
        (BESIDE[1], 3),
        (FillRect(BESIDE[1].rect, 0, BLUE), 2),
        (FillRect(BESIDE[1].rect.moved(1, 0), 0, RED), 2),
        (FillRect(BESIDE[1].rect.moved(0, 60), 0, RED), 2),
        (FillRect(BESIDE[1].rect, 0, RED.faded(0.5)), 2),
    ],
)
def test_only_opaque_boxes_of_one_colour_that_touch_are_bridged(second: FillRect, count: int) -> None:
    assert rects(BESIDE[0], second) == count


def test_a_bridge_does_not_leave_a_clip() -> None:
    clip = Clip(Rect(0, 0, 40.5, 100), 0)
    assert rects(clip, BESIDE[0], Unclip(), BESIDE[1]) == 3  # the clip has one of its own
