"""Points inside outlines."""

from __future__ import annotations

import pytest

from layoutkit.check.inside import in_path
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, Path

SQUARE = (MoveTo(0, 0), LineTo(10, 0), LineTo(10, 10), LineTo(0, 10), CLOSE)
INNER = (MoveTo(3, 3), LineTo(7, 3), LineTo(7, 7), LineTo(3, 7), CLOSE)
REVERSED = (MoveTo(3, 3), LineTo(3, 7), LineTo(7, 7), LineTo(7, 3), CLOSE)
HILL = (MoveTo(0, 10), CurveTo(0, -3, 10, -3, 10, 10))
"""Its top is at y = 0.25: three quarters of the way to its control points."""


@pytest.mark.parametrize(
    ("path", "rule", "point", "inside"),
    [
        (SQUARE, "nonzero", (5, 5), True),
        (SQUARE, "nonzero", (11, 5), False),
        (SQUARE, "nonzero", (5, -1), False),
        ((*SQUARE, *INNER), "nonzero", (5, 5), True),
        ((*SQUARE, *INNER), "evenodd", (5, 5), False),
        ((*SQUARE, *REVERSED), "nonzero", (5, 5), False),
        ((*SQUARE, *INNER), "evenodd", (1, 5), True),
        (HILL, "nonzero", (5, 1), True),
        (HILL, "nonzero", (5, -1), False),  # inside the box of its control points
        (HILL, "nonzero", (1, 1), False),
        (SQUARE[:-1], "nonzero", (0.5, 5), True),  # filling closes what is open
    ],
)
def test_inside(path: tuple[MoveTo, ...], rule: str, point: tuple[float, float], inside: bool) -> None:  # noqa: FBT001
    assert in_path(Path(path), "evenodd" if rule == "evenodd" else "nonzero", *point) is inside
