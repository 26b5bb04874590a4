"""Display list -> pixels."""

from __future__ import annotations

import io
from collections import Counter
from math import floor, pi
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.display import (
    Clip,
    Dots,
    DrawPicture,
    FillPath,
    FillRect,
    Glyphs,
    LinearGradient,
    StrokePath,
    StrokeRect,
    Unclip,
)
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo, Path
from layoutkit.picture import Picture
from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.style import TextStyle
from tests.output.pictures import RED_PIXEL, WHITE_PIXEL, replayed
from tests.style.resolving import renderer

if TYPE_CHECKING:
    from layoutkit.text.shape import GlyphRun

RED, BLUE, BLACK = Color(1, 0, 0), Color(0, 0, 1), Color(0, 0, 0)


def test_a_rectangle_fills_its_pixels_and_no_others() -> None:
    image = replayed(FillRect(Rect(3, 5, 4, 2), 0, RED), width=10, height=10)
    assert image.column(3) == image.column(6) == ".....##..."
    assert image.row(5) == image.row(6) == "...####..."
    assert Counter(image.pixels()) == {RED_PIXEL: 8, WHITE_PIXEL: 92}


def test_half_a_pixel_is_half_covered() -> None:
    image = replayed(FillRect(Rect(0, 0, 2.5, 10), 0, BLACK), width=10, height=10)
    assert image.at(2, 5) == pytest.approx((127, 127, 127), abs=1)


def test_rounded_corners_are_quarter_circles() -> None:
    image = replayed(FillRect(Rect(0, 0, 40, 40), 20, BLACK), width=40, height=40, scale=4)
    assert image.covered() / 16 == pytest.approx(pi * 400, rel=1e-3)
    assert image.darkness(80, 0) > 0.9
    assert image.at(3, 3) == WHITE_PIXEL


def test_later_operations_cover_earlier_ones() -> None:
    image = replayed(FillRect(Rect(0, 0, 20, 20), 0, BLUE), FillRect(Rect(0, 0, 20, 20), 0, RED))
    assert set(image.pixels()) == {RED_PIXEL}


def test_colours_are_mixed_as_css_does() -> None:
    image = replayed(FillRect(Rect(0, 0, 20, 20), 0, BLUE), FillRect(Rect(0, 0, 20, 20), 0, RED.faded(0.25)))
    assert image.at(5, 5) == pytest.approx((64, 0, 191), abs=1)


@pytest.mark.parametrize("width", [1, 1.5, 2, 3])
def test_a_border_lies_inside_its_box_on_whole_device_pixels(width: float) -> None:
    image = replayed(StrokeRect(Rect(2, 2, 10, 10), 0, width, "solid", RED), width=14, height=14, scale=2)
    line = "#" * round(2 * width)
    across = "...." + line + "." * (20 - 2 * len(line)) + line + "...."
    assert image.column(14) == image.row(14) == across
    assert image.ink() == (4, 4, 24, 24)
    assert "?" not in "".join(image.row(y) for y in range(28))


def test_the_rounded_corner_of_a_border_follows_the_box() -> None:
    border = StrokeRect(Rect(0, 0, 40, 40), 20, 2, "solid", BLACK)
    image = replayed(border, width=40, height=40, scale=4)
    assert image.covered() / 16 == pytest.approx(pi * (20**2 - 18**2), rel=1e-3)


@pytest.mark.parametrize(("style", "on", "off"), [("dashed", 5, 4), ("dotted", 1, 2)])
def test_dashes_are_measured_in_border_widths(style: str, on: int, off: int) -> None:
    border = StrokeRect(Rect(0, 0, 38, 38), 0, 2, style, RED)  # type: ignore[arg-type]
    top = replayed(border, width=38, height=38).row(0)
    assert 2 * off * "." + 2 * on * "#" + 2 * off * "." in top


def test_the_edge_of_a_solid_border_is_closed() -> None:
    image = replayed(StrokeRect(Rect(0, 0, 20, 20), 0, 2, "solid", RED))
    assert image.row(0) == image.row(19) == image.column(0) == image.column(19) == "#" * 20


def test_dots_fill_their_rectangle_and_none_is_cut() -> None:
    image = replayed(Dots(Rect(3, 0, 17, 9), 5, 2, BLACK))
    assert image.ink() == (3, 0, 18, 5)  # three dots of 5 px fit into 17, one into 9
    clear = [x for x in range(20) if image.column(x) == "." * 20]
    assert clear == [0, 1, 2, 18, 19]
    assert image.at(5, 2) == (0, 0, 0)


def test_paths_are_filled_where_they_wind() -> None:
    square = (MoveTo(2, 2), LineTo(12, 2), LineTo(12, 12), LineTo(2, 12), CLOSE)
    same_way = (MoveTo(5, 5), LineTo(9, 5), LineTo(9, 9), LineTo(5, 9), CLOSE)
    hole = (MoveTo(5, 5), LineTo(5, 9), LineTo(9, 9), LineTo(9, 5), CLOSE)
    assert replayed(FillPath(Path(square + same_way), RED)).row(7) == "..##########........"
    assert replayed(FillPath(Path(square + hole), RED)).row(7) == "..###....###........"


def test_curves_are_followed() -> None:
    bow = Path((MoveTo(0, 18), CurveTo(0, -2, 20, -2, 20, 18), CLOSE))
    image = replayed(FillPath(bow, BLACK), scale=4)
    assert image.ink() == (0, 12, 80, 72)  # the curve turns at y = 18 - 60 / 4
    # The area is the integral of 60 u by 120 u, with u = t (1 - t); Cairo's chords may be 0.1 device px off.
    assert image.covered() / 16 == pytest.approx(240, rel=3e-3)


def test_lines_have_butt_ends() -> None:
    image = replayed(StrokePath(Path((MoveTo(4, 10), LineTo(16, 10))), 4, (), RED))
    assert image.row(10) == "....############...."
    assert image.column(10) == "........####........"


def test_lines_are_dashed_from_their_start_and_the_next_is_solid() -> None:
    line = Path((MoveTo(0, 2), LineTo(20, 2)))
    image = replayed(
        StrokePath(line, 2, (6.0, 4.0), RED), StrokePath(Path((MoveTo(0, 12), LineTo(20, 12))), 2, (), RED)
    )
    assert image.row(2) == "######....######...."
    assert image.row(12) == "#" * 20


# -- text ---------------------------------------------------------------------------------------


def shaped(text: str, size: float = 20) -> GlyphRun:
    """A run in the tests' text face."""
    style = TextStyle(family="text", weight=400, size=size, line_height=1.5 * size)
    block = renderer().typesetter.paragraph((StyledSpan(text, style),)).set(10000)
    return block.lines[0].runs[0].glyphs


def expected_ink(run: GlyphRun, x: float, y: float) -> tuple[float, float, float, float]:
    """Where the outlines of a run reach."""
    boxes = []
    for glyph, dx, dy in zip(run.glyph_ids, run.xs, run.ys, strict=True):
        box = Path(run.face.outline(glyph)).scaled(run.size).moved(x + dx, y + dy).control_box()
        if box is not None:
            boxes.append(box)
    return (
        min(b.x for b in boxes), min(b.y for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["H", "Hamburg", "fi", "Ax É"])
@pytest.mark.parametrize("scale", [1, 2])
def test_glyphs_are_painted_where_their_outlines_are(text: str, scale: int) -> None:
    run = shaped(text)
    found = replayed(Glyphs(5, 30, run, BLACK), width=run.width + 20, height=40, scale=scale).ink()
    for side, expected in zip(found, expected_ink(run, 5, 30), strict=True):
        assert side == pytest.approx(expected * scale, abs=1.01)


def test_glyphs_stand_on_the_baseline_within_their_advance() -> None:
    run = shaped("HEH")
    left, top, right, bottom = replayed(Glyphs(5, 30, run, BLACK), width=100, height=40).ink()
    assert bottom == 30
    assert top == floor(30 - 20 * run.face.cap_height)
    assert 5 <= left < right <= 5 + run.width


def test_glyphs_lie_between_pixels() -> None:
    left = replayed(Glyphs(5, 30, shaped("l"), BLACK), height=40)
    between = replayed(Glyphs(5.5, 30, shaped("l"), BLACK), height=40)
    assert left.rgb != between.rgb
    assert abs(left.ink()[0] - between.ink()[0]) <= 1
    assert left.covered() == pytest.approx(between.covered(), rel=0.01)


def test_text_has_its_colour() -> None:
    image = replayed(Glyphs(0, 30, shaped("H", 30), RED), height=40)
    assert RED_PIXEL in image.pixels()
    assert all(red == 255 and green == blue for red, green, blue in image.pixels())


def test_the_shape_of_a_glyph_does_not_depend_on_its_neighbours() -> None:
    alone = replayed(Glyphs(0, 30, shaped("H"), BLACK), width=60, height=40)
    together = replayed(Glyphs(0, 30, shaped("HH"), BLACK), width=60, height=40)
    first = range(int(shaped("H").width))
    assert [alone.column(x) for x in first] == [together.column(x) for x in first]
    assert [alone.at(x, 20) for x in first] == [together.at(x, 20) for x in first]


def test_a_space_leaves_no_ink() -> None:
    run = shaped("H H")
    image = replayed(Glyphs(0, 30, run, BLACK), width=60, height=40)
    middle = int(run.xs[1] + (run.xs[2] - run.xs[1]) / 2)
    assert image.column(middle) == "." * 40


def test_a_gradient_runs_from_its_first_to_its_last_colour_and_on_beyond_them() -> None:
    ramp = LinearGradient(5, 0, 15, 0, ((0, RED), (1, BLUE)))
    image = replayed(FillRect(Rect(0, 0, 20, 20), 0, ramp))
    assert image.at(2, 10) == RED_PIXEL
    assert image.at(9, 3) == pytest.approx((140, 0, 115), abs=2)  # the middle of the pixel lies at 0.45
    assert image.at(9, 3) == image.at(9, 17)
    assert image.at(17, 10) == (0, 0, 255)


def test_a_path_may_be_filled_by_the_even_odd_rule() -> None:
    square = (MoveTo(2, 2), LineTo(12, 2), LineTo(12, 12), LineTo(2, 12), CLOSE)
    same_way = (MoveTo(5, 5), LineTo(9, 5), LineTo(9, 9), LineTo(5, 9), CLOSE)
    ring = Path(square + same_way)
    image = replayed(FillPath(ring, RED, "evenodd"))
    assert image.row(7) == "..###....###........"
    assert replayed(FillPath(ring, BLUE, "evenodd"), FillPath(ring, RED)).row(7) == "..##########........"


@pytest.mark.parametrize(("cap", "longer"), [("butt", 0), ("square", 2)])
def test_caps_make_a_line_longer(cap: Literal["butt", "square"], longer: int) -> None:
    line = Path((MoveTo(6, 10), LineTo(14, 10)))
    other = StrokePath(Path((MoveTo(6, 2), LineTo(14, 2))), 4, (), RED)
    image = replayed(StrokePath(line, 4, (), RED, cap), other)
    assert image.row(10).strip(".") == "#" * (8 + 2 * longer)
    assert image.row(2).strip(".") == "########"  # the next line has its own


def test_round_caps_are_half_circles() -> None:
    image = replayed(StrokePath(Path((MoveTo(6, 10), LineTo(14, 10))), 4, (), BLACK, "round"), scale=4)
    assert image.covered() / 16 == pytest.approx(8 * 4 + pi * 4, rel=5e-3)


def test_joins_differ_at_the_outer_corner() -> None:
    corner = Path((MoveTo(2, 6), LineTo(14, 6), LineTo(14, 18)))
    inks = [
        replayed(StrokePath(corner, 4, (), BLACK, "butt", join), scale=4).covered() / 16
        for join in ("miter", "round", "bevel")
    ]
    square = 12 * 4 * 2 - 4 + 4
    assert inks == pytest.approx([square, square - (4 - pi), square - 2], abs=0.1)


def test_a_clip_holds_until_it_is_taken_away() -> None:
    everywhere = FillRect(Rect(0, 0, 20, 20), 0, RED)
    clipped = replayed(Clip(Rect(4, 2, 10, 20), 0), Clip(Rect(0, 0, 10, 5), 0), everywhere, Unclip(), Unclip())
    assert clipped.ink() == (4, 2, 10, 5)
    assert replayed(Clip(Rect(4, 2, 10, 10), 0), Unclip(), everywhere).ink() == (0, 0, 20, 20)


def test_a_clip_has_round_corners() -> None:
    ink = FillRect(Rect(0, 0, 40, 40), 0, BLACK)
    image = replayed(Clip(Rect(0, 0, 40, 40), 20), ink, Unclip(), width=40, height=40, scale=4)
    assert image.covered() / 16 == pytest.approx(pi * 400, rel=1e-3)


def test_a_picture_fills_its_rectangle_to_the_edges() -> None:
    image = replayed(DrawPicture(Rect(3, 5, 8, 4), chequered()))
    assert image.ink() == (3, 5, 11, 9)
    assert image.at(4, 6) == RED_PIXEL
    assert image.at(9, 6) == (0, 0, 255)
    assert image.at(3, 5) == RED_PIXEL
    assert image.at(10, 8) == (0, 0, 255)


def test_a_transparent_picture_lets_through_what_is_below() -> None:
    below = FillRect(Rect(0, 0, 20, 20), 0, BLUE)
    image = replayed(below, DrawPicture(Rect(0, 0, 20, 20), chequered(alpha=128)))
    assert image.at(2, 2) == pytest.approx((128, 0, 127), abs=1)


def chequered(alpha: int = 255) -> Picture:
    """A PNG file of two pixels, red and blue."""
    file = io.BytesIO()
    image = Image.new("RGBA", (2, 1), (255, 0, 0, alpha))
    image.putpixel((1, 0), (0, 0, 255, alpha))
    image.resize((8, 4), Image.Resampling.NEAREST).save(file, "PNG")
    return Picture(8, 4, "png", file.getvalue())
