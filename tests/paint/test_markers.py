"""Markers of drawings: thousands of them are one outline at many places, and look as if each were drawn by itself."""

from __future__ import annotations

from typing import get_args

import pytest

from layoutkit.check.inside import in_path
from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.keywords import Marker
from layoutkit.output.pixels import rasterise
from layoutkit.paint.display import DisplayList, FillPath, Operation, StrokePath
from layoutkit.paint.shapes import paint_shape
from layoutkit.path import CLOSE, LineTo, MoveTo, Path, RepeatedPath
from layoutkit.style.content import ShapeContent

INK, HALO = Color(0.1, 0.4, 0.5), Color(1, 1, 1)
BOX = Rect(10, 20, 200, 100)
PLACES = tuple((index * 37 % 100 / 100, index * 61 % 97 / 97) for index in range(600))


def painted(marker: Marker, places: tuple[tuple[float, float], ...]) -> list[FillPath | StrokePath]:
    shape = ShapeContent(Path(()), places, marker, 4.5, INK, HALO, 1.0, (), "butt")
    return [*paint_shape(shape, BOX)]


def pixels(operations: list[Operation]) -> bytes:
    image = rasterise(DisplayList(220, 140, tuple(operations)), 2, 440, 280)
    return bytes(image.scanlines())


def plain(operation: FillPath | StrokePath) -> FillPath | StrokePath:
    """The same with a path that holds each operation."""
    if isinstance(operation, FillPath):
        return FillPath(Path(operation.path.ops), operation.fill, operation.rule)
    return StrokePath(Path(operation.path.ops), operation.width, operation.dash, operation.color, operation.cap)


@pytest.mark.parametrize("marker", get_args(Marker))
def test_many_markers_look_as_their_outlines_one_by_one(marker: Marker) -> None:
    found = painted(marker, PLACES)
    assert pixels([*found]) == pixels([plain(operation) for operation in found])


@pytest.mark.parametrize("marker", get_args(Marker))
def test_thousands_of_markers_share_one_outline(marker: Marker) -> None:
    paths = [operation.path for operation in painted(marker, PLACES)]
    assert len(paths) < 100
    assert all(isinstance(path, RepeatedPath) for path in paths)
    assert len({path.outline for path in paths if isinstance(path, RepeatedPath)}) == 1


@pytest.mark.parametrize("marker", get_args(Marker))
def test_repeated_outlines_are_as_large_as_all_of_them(marker: Marker) -> None:
    path = painted(marker, PLACES)[0].path
    whole = Path(path.ops)
    for found, expected in ((path.bounds(), whole.bounds()), (path.control_box(), whole.control_box())):
        assert found is not None and expected is not None  # noqa: PT018
        assert (found.x, found.y) == pytest.approx((expected.x, expected.y))
        assert (found.width, found.height) == pytest.approx((expected.width, expected.height))
    assert RepeatedPath(Path(()), ((0, 0),)).bounds() is None


def test_a_point_is_inside_of_repeated_outlines_where_it_is_inside_of_one() -> None:
    square = Path((MoveTo(-3, -3), LineTo(3, -3), LineTo(3, 3), LineTo(-3, 3), CLOSE))
    path = RepeatedPath(square, ((60, 70), (160, 70)))
    assert [in_path(path, "nonzero", x, 70) for x in (60, 62, 100, 160, 164)] == [True, True, False, True, False]
