"""A first bend keeps its room even where a bend closer to the block would make the way shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.geometry import Rect, Side
from layoutkit.routing import End, Wire
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
    (found,) = corners(scene(*rects), Wire(End(1, sides[0]), End(2, sides[1]), head=10))
    assert found == wanted
