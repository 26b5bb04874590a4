"""A first bend keeps its room even where a bend closer to the block would make the way shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.geometry import Rect, Side
from layoutkit.routing import RouteEnd, Wire
from tests.routing.scenes import corners, scene

if TYPE_CHECKING:
    from tests.routing.scenes import Corners


@pytest.mark.parametrize(
    ("rects", "sides", "wanted"),
    [
        (
            (Rect(310, 160, 100, 40), Rect(310, 80, 40, 60), Rect(150, 80, 40, 30)),
            (Side.BOTTOM, Side.BOTTOM),
            [(360, 200), (360, 220), (290, 220), (290, 155), (330, 155), (330, 140)],
        ),
        (
            (Rect(340, 80, 100, 40), Rect(100, 220, 100, 40), Rect(210, 190, 100, 30)),
            (Side.TOP, Side.RIGHT),
            [(390, 80), (390, 60), (325, 60), (325, 240), (200, 240)],
        ),
        (
            (Rect(30, 130, 40, 30), Rect(410, 40, 40, 60), Rect(470, 230, 40, 40)),
            (Side.LEFT, Side.BOTTOM),
            [(30, 145), (15, 145), (15, 180), (430, 180), (430, 100)],
        ),
    ],
)
def test_a_shorter_way_does_not_take_the_room_of_a_bend(
    rects: tuple[Rect, ...], sides: tuple[Side, Side], wanted: Corners
) -> None:
    (found,) = corners(scene(*rects), Wire(RouteEnd(1, sides[0]), RouteEnd(2, sides[1]), head=10))
    assert found == wanted


@pytest.mark.parametrize(
    ("rects", "sides", "wanted"),
    [
        # half of the 10 px between two blocks
        (
            (Rect(240, 90, 40, 60), Rect(240, 160, 40, 60)),
            (Side.BOTTOM, Side.BOTTOM),
            [(260, 150), (260, 155), (220, 155), (220, 240), (260, 240), (260, 220)],
        ),
        # half of the 20 px to the page's edge
        (
            (Rect(70, 20, 40, 30), Rect(40, 120, 40, 40), Rect(120, 30, 40, 60)),
            (Side.TOP, Side.TOP),
            [(90, 20), (90, 10), (60, 10), (60, 120)],
        ),
        # more than half of 20 px, where the other end needs room for its head
        (
            (Rect(130, 110, 40, 60), Rect(70, 40, 40, 40)),
            (Side.LEFT, Side.RIGHT),
            [(130, 140), (125.5, 140), (125.5, 60), (110, 60)],
        ),
    ],
)
def test_where_there_is_little_room_a_bend_takes_half_unless_a_head_needs_more(
    rects: tuple[Rect, ...], sides: tuple[Side, Side], wanted: Corners
) -> None:
    (found,) = corners(scene(*rects), Wire(RouteEnd(1, sides[0]), RouteEnd(2, sides[1]), head=10))
    assert found == wanted
