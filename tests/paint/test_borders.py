"""Borders with sides of their own, and corners with radii of their own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image as PillowImage

from layoutkit import Card, Column, Row
from layoutkit.color import Color
from layoutkit.geometry import Edges, Rect
from layoutkit.output.png import png
from layoutkit.paint import paint
from layoutkit.paint.borders import paint_sides
from layoutkit.paint.dashes import along
from layoutkit.paint.display import (
    Clip,
    ClipPath,
    DisplayList,
    DropShadow,
    FillPath,
    FillRect,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.paint.rounded import inner_corners, quarters, round_corners, rounded_path
from layoutkit.path import MoveTo
from layoutkit.style.styled import BorderSide, Look
from tests.output.pictures import ABOUT
from tests.style.extended import extended, placed_in
from tests.style.resolving import arranged, styled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Unpack

    from layoutkit import BoxProps
    from layoutkit.paint.display import Operation

RED, BLUE, GREEN, WHITE = Color(1, 0, 0), Color(0, 0, 1), Color(0, 1, 0), Color(1, 1, 1)
BOX = Rect(10, 10, 80, 60)
SQUARE = (0.0, 0.0, 0.0, 0.0)


def look(**props: Unpack[BoxProps]) -> Look:
    return styled(Column(Row(**props))).children[0].look


def drawn(*operations: Operation) -> PillowImage.Image:
    display = DisplayList(100, 80, (FillRect(Rect(0, 0, 100, 80), 0, WHITE), *operations))
    with PillowImage.open(io.BytesIO(png(display, 1, 96, ABOUT))) as image:
        return image.convert("RGB")


def side(color: Color | None, width: float) -> BorderSide | None:
    return None if color is None else BorderSide(color, width)


def bordered(
    *sides: tuple[Color | None, float], radii: tuple[float, float, float, float] = SQUARE, style: str = "solid"
) -> PillowImage.Image:
    top, right, bottom, left = (side(*one) for one in sides)
    return drawn(*paint_sides((top, right, bottom, left), style, BOX, radii))  # type: ignore[arg-type]


# -- what is said -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("props", "edges", "colors"),
    [
        ({"border_top": "#F00"}, (1, 0, 0, 0), 1),
        ({"border_top": "#F00", "border_width": 3}, (3, 0, 0, 0), 1),
        ({"border": "#F00", "border_left_width": 4}, (1, 1, 1, 4), 1),
        ({"border": "#F00", "border_width": 0, "border_left_width": 4}, (0, 0, 0, 4), 1),
        ({"border": "#F00", "border_bottom": None}, (1, 1, 0, 1), 1),
        ({"border": "#F00", "border_right": "#00F", "border_width": 2}, (2, 2, 2, 2), 2),
        ({"border_top_width": 4}, (0, 0, 0, 0), 0),
        ({"border": "#F00", "border_top": "#F00"}, (1, 1, 1, 1), 1),
    ],
)
def test_sides_have_colours_and_widths_of_their_own(
    props: dict[str, Any], edges: tuple[float, ...], colors: int
) -> None:
    found = look(**props)
    assert found.edges == Edges(*edges)
    assert len(found.border_colors) == colors
    assert found.is_frame is bool(colors)


def test_sides_that_are_alike_are_one_border() -> None:
    assert look(border="#F00", border_top="#F00", border_left_width=1) == look(border="#F00")
    assert look(radius=4, radius_top_left=4) == look(radius=4)


def test_borders_take_room_side_by_side() -> None:
    box = arranged(Column(Row(Row(height=10), border="#F00", border_width=0, border_left_width=7, border_top_width=3)))
    (outer,) = box.root.children
    assert (outer.rect.height, outer.children[0].rect.x, outer.children[0].rect.y) == (13, 7, 3)


@pytest.mark.parametrize(
    ("props", "width", "colors"),
    [
        ({}, 6, {"#ff0000", "#0000ff"}),
        ({"border": "#0F0"}, 6, {"#00ff00"}),
        ({"border_width": 2}, 2, {"#ff0000", "#0000ff"}),
        ({"border": None}, 0, set()),
        ({"border_top": "#0F0"}, 6, {"#00ff00", "#0000ff"}),
    ],
)
def test_what_a_figure_says_of_all_sides_overrides_what_a_table_says_of_one(
    tmp_path: Path, props: dict[str, Any], width: float, colors: set[str]
) -> None:
    theme = extended(tmp_path, '[card]\nborder = "#0000FF"\nborder_top = "#FF0000"\nborder_top_width = 6')
    (card,) = placed_in(theme, Column(Card(**props))).root.children
    assert card.box.look.edges.top == width
    assert {color.hex for color in card.box.look.border_colors} == colors


@pytest.mark.parametrize(
    ("props", "radii"),
    [
        ({"radius": 8, "radius_top_left": 0}, (0, 8, 8, 8)),
        ({"radius_bottom_right": 5}, (0, 0, 5, 0)),
        ({"radius": 100, "radius_top_left": 0}, (0, 40, 40, 40)),
        ({"radius_top_left": 200, "radius_top_right": 200}, (40, 40, 0, 0)),
        ({"radius_top_left": 60, "radius_bottom_left": 20}, (30, 0, 0, 10)),
    ],
)
def test_corners_have_radii_of_their_own_which_fit(props: dict[str, Any], radii: tuple[float, ...]) -> None:
    size = Rect(0, 0, 80, 40) if "radius_bottom_left" in props else Rect(0, 0, 80, 80)
    assert look(**props).radii(size) == pytest.approx(radii)


# -- what is painted --------------------------------------------------------------------------------------------------


def test_one_side_alone() -> None:
    picture = bordered((None, 0), (None, 0), (None, 0), (RED, 6))
    red = {(x, y) for x in range(100) for y in range(80) if picture.getpixel((x, y)) == (255, 0, 0)}
    assert red == {(x, y) for x in range(10, 16) for y in range(10, 70)}


def test_sides_of_several_colours_meet_on_the_diagonal() -> None:
    picture = bordered((RED, 10), (BLUE, 10), (RED, 10), (BLUE, 10))
    assert picture.getpixel((17, 12)) == picture.getpixel((50, 19)) == (255, 0, 0)
    assert picture.getpixel((12, 17)) == picture.getpixel((19, 40)) == (0, 0, 255)
    assert picture.getpixel((50, 40)) == (255, 255, 255)


def test_a_transparent_colour_is_nowhere_painted_twice() -> None:
    glass = Color(1, 0, 0, 0.5)
    picture = bordered((glass, 10), (BLUE.faded(0.5), 10), (glass, 10), (glass, 10))
    assert picture.getpixel((50, 15)) == picture.getpixel((15, 40)) == (255, 127, 127)
    assert picture.getpixel((85, 40)) == (127, 127, 255)


def test_a_side_tapers_off_along_a_round_corner() -> None:
    picture = bordered((None, 0), (None, 0), (None, 0), (RED, 6), radii=(20, 0, 0, 20))
    widths = [sum(picture.getpixel((x, y)) != (255, 255, 255) for x in range(10, 40)) for y in (11, 20, 40)]
    assert picture.getpixel((10, 10)) == (255, 255, 255)
    assert widths[2] == 6
    assert picture.getpixel((31, 10)) == (255, 255, 255)


def test_the_inner_edge_is_as_css_has_it() -> None:
    edges = Edges(4, 0, 30, 10)
    assert inner_corners(round_corners((20, 20, 20, 0)), edges) == ((10, 16), (20, 16), (20, 0), (0, 0))


@pytest.mark.parametrize(("style", "runs"), [("dashed", 5), ("dotted", 17)])
def test_dashes_of_a_side_begin_and_end_with_a_whole_one(style: str, runs: int) -> None:
    (line,) = paint_sides((None, None, BorderSide(RED, 1.5), None), style, BOX, SQUARE)  # type: ignore[arg-type]
    assert isinstance(line, StrokePath)
    on, off = line.dash
    count = (80 - on) / (on + off)
    assert count == pytest.approx(round(count))
    assert round(count) == runs


@pytest.mark.parametrize("length", [0.0, 1.0, 5.0, 40.0, 41.7])
def test_dashes_fit(length: float) -> None:
    on, off = along(length, 5, 4)
    assert on > 0
    assert off > 0
    if length:
        assert (length - on) / (on + off) == pytest.approx(round((length - on) / (on + off)))


def test_dashes_go_around_corners_where_all_sides_are_alike() -> None:
    look_ = BorderSide(RED, 2)
    (line,) = paint_sides((look_, look_, look_, look_), "dashed", BOX, (0, 20, 0, 20))
    assert isinstance(line, StrokePath)
    assert line.path == rounded_path(BOX.grown(-1), round_corners((0, 19, 0, 19)))


def kinds(operations: Sequence[Operation]) -> list[str]:
    return [type(one).__name__ for one in operations]


def test_a_box_with_corners_of_its_own_is_a_path_and_others_are_rectangles() -> None:
    props = {"background": "#FFF", "border": "#F00", "height": 20}
    own = paint(arranged(Column(Row(radius_top_left=8, **props)))).ink[1:]  # type: ignore[arg-type]
    plain = paint(arranged(Column(Row(radius=8, **props)))).ink[1:]  # type: ignore[arg-type]
    assert kinds(own) == ["FillPath", "FillPath"]
    assert kinds(plain) == ["FillRect", "StrokeRect"]
    assert isinstance(plain[1], StrokeRect)


def test_the_shadow_of_each_corner_has_its_radius() -> None:
    box = Row(radius_top_left=8, shadow="soft", height=40)
    operations = paint(arranged(Column(box))).operations
    shadows = [one for one in operations if isinstance(one, DropShadow)]
    clips = [one.rect for one in operations if isinstance(one, Clip)]
    assert [one.radius for one in shadows] == [8, 0, 0, 0]
    assert (clips[0].right, clips[0].bottom) == (clips[2].x, clips[2].y)
    assert sum(isinstance(one, Unclip) for one in operations) == 4


@pytest.mark.parametrize(("scale", "middle"), [(None, 15.25), (1, 15), (2, 15), (4, 15.25)])
def test_quarters_meet_on_device_pixels(scale: float | None, middle: float) -> None:
    first, second, third, last = quarters(Rect(0, 0, 30.5, 30.5), 5, scale)
    assert first.right == second.x == third.x == last.right == middle
    assert first.bottom == second.bottom == third.y == last.y == middle


def test_what_is_clipped_follows_the_inner_edge() -> None:
    box = Row(Row(grow=1, background="#F00"), radius_top_left=20, border="#00F", border_left_width=5, border_width=1,
              overflow="hidden", height=40)  # fmt: skip
    (clip,) = (one for one in paint(arranged(Column(box))).operations if isinstance(one, ClipPath))
    assert clip.path == rounded_path(Rect(5, 1, 194, 38), ((15, 19), (0, 0), (0, 0), (0, 0)))


def test_widths_are_whole_device_pixels() -> None:
    box = Row(height=40, border="#F00", border_width=0, border_top_width=1.3)
    for scale, width in ((1, 1), (2, 1.5), (3, 4 / 3)):
        (path,) = (one for one in paint(arranged(Column(box)), scale).ink if isinstance(one, FillPath))
        first = path.path.ops[len(path.path.ops) // 2]
        assert isinstance(first, MoveTo)
        assert first.y == pytest.approx(width)
