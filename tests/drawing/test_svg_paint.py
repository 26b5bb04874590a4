"""SVG files: gradients, patterns, clips, groups, markers and what is drawn by reference."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from layoutkit.color import Color
from layoutkit.drawing.shapes import (
    CURRENT,
    CurrentColor,
    LinearPaint,
    RadialPaint,
    VectorClip,
    VectorClose,
    VectorFade,
    VectorImage,
    VectorPicture,
)
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.geometry import Rect

RED, BLUE = Color(1, 0, 0), Color(0, 0, 1)
STOPS = '<stop offset="0" stop-color="#f00"/><stop offset="1" stop-color="#00f"/>'


def svg(inside: str, attributes: str = 'viewBox="0 0 100 50"') -> VectorImage:
    return parse_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>')


def boxes(image: VectorImage) -> list[tuple[float, ...]]:
    found = [shape.path.bounds() for shape in image.shapes]
    return [(box.x, box.y, box.width, box.height) for box in found if box is not None]


def linear(attributes: str, shape: str = '<rect x="10" y="10" width="40" height="20" fill="url(#a)"/>') -> LinearPaint:
    (drawn,) = svg(f'<linearGradient id="a" {attributes}>{STOPS}</linearGradient>{shape}').shapes
    assert isinstance(drawn.fill, LinearPaint)
    return drawn.fill


def test_a_gradient_lies_in_the_box_of_its_shape() -> None:
    found = linear("")
    assert (found.x1, found.y1, found.x2, found.y2) == (10, 10, 50, 10)
    assert found.stops == ((0, RED), (1, BLUE))


def test_a_gradient_in_user_space_knows_no_shape() -> None:
    found = linear('gradientUnits="userSpaceOnUse" x1="10%" x2="90" y2="1mm" gradientTransform="translate(1)"')
    assert (found.x1, found.y1, found.x2) == (11, 0, 91)
    assert found.y2 == pytest.approx(96 / 25.4)


def test_the_lines_of_one_colour_follow_a_stretched_box() -> None:
    """In a box twice as wide as high, the colour in the middle runs from corner to corner."""
    found = linear('x2="1" y2="1"')

    def place(x: float, y: float) -> float:
        dx, dy = found.x2 - found.x1, found.y2 - found.y1
        return ((x - found.x1) * dx + (y - found.y1) * dy) / (dx * dx + dy * dy)

    assert [place(*corner) for corner in ((10, 10), (50, 10), (10, 30), (50, 30))] == pytest.approx([0, 0.5, 0.5, 1])


@pytest.mark.parametrize(("spread", "middle"), [("repeat", BLUE), ("reflect", BLUE)])
def test_a_gradient_that_repeats_reaches_over_the_shape(spread: str, middle: Color) -> None:
    found = linear(f'x2="0.5" spreadMethod="{spread}"')
    assert (found.x1, found.x2) == (10, 50)
    assert [at for at, _ in found.stops] == [0, 0.5, 0.5, 1]
    assert found.stops[1][1] == middle
    assert found.stops[2][1] == (RED if spread == "repeat" else BLUE)


def test_a_gradient_takes_over_from_another() -> None:
    other = f'<linearGradient id="b" x2="0.5">{STOPS}</linearGradient>'
    (drawn,) = svg(f'{other}<linearGradient id="a" href="#b"/><rect width="8" height="8" fill="url(#a)"/>').shapes
    assert isinstance(drawn.fill, LinearPaint)
    assert drawn.fill.x2 == 4


def test_a_radial_gradient_has_a_focus_and_becomes_an_ellipse() -> None:
    gradient = f'<radialGradient id="a" fx="0.4">{STOPS}</radialGradient>'
    (drawn,) = svg(f'{gradient}<rect width="40" height="20" fill="url(#a)" fill-opacity="0.5"/>').shapes
    assert isinstance(drawn.fill, RadialPaint)
    assert (drawn.fill.fx, drawn.fill.cx, drawn.fill.r, drawn.fill.matrix[:4]) == (0.4, 0.5, 0.5, (40, 0, 0, 20))
    assert drawn.fill.stops[0][1] == Color(1, 0, 0, 0.5)


@pytest.mark.parametrize(
    ("gradient", "message"),
    [
        ('<radialGradient id="a" fx="2">{}</radialGradient>', "a focal circle that is not inside its circle"),
        ('<linearGradient id="a" gradientTransform="scale(0)">{}</linearGradient>', "that leaves it no area"),
        ('<linearGradient id="a" x2="0.001" spreadMethod="repeat">{}</linearGradient>', "at most 200 are drawn"),
        ('<pattern id="a" width="1e-3" height="1e-3"/>', "a pattern of 1,000,000 tiles"),
    ],
)
def test_gradients_that_viewers_do_not_read_alike_are_refused(gradient: str, message: str) -> None:
    with pytest.raises(SvgError, match=message):
        svg(f'{gradient.format(STOPS)}<rect width="8" height="8" fill="url(#a)"/>')


def test_a_paint_that_is_not_there_leaves_its_fallback() -> None:
    first, second = svg('<rect width="8" height="8" fill="url(#no) #f00"/><path d="M0 0H9V9" fill="url(#no)"/>').shapes
    assert (first.fill, second.fill) == (RED, None)


def test_a_pattern_is_drawn_tile_by_tile_inside_the_shape() -> None:
    attributes = 'id="a" patternUnits="userSpaceOnUse" x="1" width="10" height="10"'
    pattern = f'<pattern {attributes}><rect width="4" height="4"/></pattern>'
    drawn = svg(f'{pattern}<rect width="20" height="10" fill="url(#a)"/>')
    assert isinstance(drawn.items[0], VectorClip)
    assert boxes(drawn) == [(-9, 0, 4, 4), (1, 0, 4, 4), (11, 0, 4, 4)]


def test_a_group_is_seen_through_as_a_whole() -> None:
    fade, first, second, close = svg('<g opacity="0.5"><path d="M0 0H9V9"/><path d="M1 1H9V9"/></g>').items
    assert (fade, close) == (VectorFade(0.5), VectorClose())
    assert [one.fill for one in (first, second)] == [Color(0, 0, 0)] * 2  # type: ignore[union-attr]
    (alone,) = svg('<g opacity="0.5"><path d="M0 0H9V9" opacity="0.5"/></g>').items
    assert alone.fill == Color(0, 0, 0, 0.25)  # type: ignore[union-attr]


def test_a_stroke_is_not_seen_through_its_own_opacity() -> None:
    drawn = svg('<rect width="8" height="8" stroke="#f00" opacity="0.5"/>').items
    assert [type(item) for item in drawn][::2] == [VectorFade, VectorClose]


def test_colours_are_mixed_inside_the_picture_alone() -> None:
    drawn = svg('<rect width="8" height="8"/><rect width="4" height="4" style="mix-blend-mode:multiply"/>').items
    assert [item for item in drawn if isinstance(item, VectorFade)] == [VectorFade(1), VectorFade(1, "multiply")]


def test_a_clip_path_of_one_shape_keeps_its_rule() -> None:
    clip = '<clipPath id="a"><path clip-rule="evenodd" d="M0 0H9V9H0Z"/></clipPath>'
    opened, _, _ = svg(f'{clip}<g clip-path="url(#a)" transform="scale(2)"><rect width="50" height="50"/></g>').items
    assert isinstance(opened, VectorClip)
    assert opened.rule == "evenodd"
    assert opened.path.bounds() == Rect(0, 0, 18, 18)


def test_a_clip_path_in_shares_of_its_shape() -> None:
    clip = '<clipPath id="a" clipPathUnits="objectBoundingBox"><rect x="0.5" width="0.5" height="1"/></clipPath>'
    opened = svg(f'{clip}<g clip-path="url(#a)"><rect x="10" width="20" height="5"/></g>').items[0]
    assert isinstance(opened, VectorClip)
    assert opened.path.bounds() == Rect(20, 0, 10, 5)


def test_a_clip_path_without_shapes_hides_all() -> None:
    assert svg('<clipPath id="a"/><rect width="8" height="8" clip-path="url(#a)"/>').items == ()


def test_a_clip_path_of_several_shapes_is_their_union() -> None:
    pytest.importorskip("pathops", reason="the extra svg")
    clip = '<clipPath id="a"><rect width="6" height="6"/><rect x="4" width="6" height="6"/></clipPath>'
    opened = svg(f'{clip}<rect width="50" height="50" clip-path="url(#a)"/>').items[0]
    assert isinstance(opened, VectorClip)
    assert opened.path.bounds() == Rect(0, 0, 10, 6)


def test_a_stroke_that_is_stretched_becomes_an_outline() -> None:
    pytest.importorskip("pathops", reason="the extra svg")
    (drawn,) = svg('<path d="M10 10H20" transform="scale(1 3)" stroke="#f00" stroke-width="2" fill="none"/>').shapes
    assert (drawn.fill, drawn.stroke) == (RED, None)
    box = drawn.path.bounds()
    assert box is not None
    assert (box.x, box.y, box.width, box.height) == pytest.approx((10, 27, 10, 6), abs=0.01)


def test_a_stroke_with_a_gradient_becomes_an_outline() -> None:
    pytest.importorskip("pathops", reason="the extra svg")
    gradient = f'<linearGradient id="a" gradientUnits="userSpaceOnUse" x2="50">{STOPS}</linearGradient>'
    (drawn,) = svg(f'{gradient}<path d="M0 10H50" stroke="url(#a)" stroke-dasharray="5" fill="none"/>').shapes
    assert isinstance(drawn.fill, LinearPaint)


def test_dashes_have_units_and_grow_with_their_transform() -> None:
    line = '<path d="M0 0H90" stroke="#f00" stroke-dasharray="1mm, 2%, 3" stroke-dashoffset="1" transform="scale(2)"/>'
    (drawn,) = svg(line).shapes
    once = (2 * 96 / 25.4, 0.04 * (12500 / 2) ** 0.5, 6)
    assert drawn.dash == pytest.approx((*once, *once))
    assert drawn.dash_offset == 2


def test_use_moves_and_hands_down_its_style() -> None:
    inside = '<defs><rect id="a" width="5" height="5"/></defs><use href="#a" x="10" y="20" fill="#f00"/>'
    (drawn,) = svg(inside).shapes
    assert (drawn.fill, boxes(svg(inside))) == (RED, [(10, 20, 5, 5)])


def test_a_symbol_fills_the_size_of_its_use() -> None:
    symbol = '<symbol id="a" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>'
    assert boxes(svg(f'{symbol}<use href="#a" x="5" width="20" height="20"/>')) == [(5, 0, 20, 20)]
    assert svg(symbol).items == ()


@pytest.mark.parametrize(
    ("attributes", "box"),
    [
        ('transform="rotate(90)" transform-origin="20 20"', (10, 20, 10, 20)),
        ('transform="scale(2)" transform-origin="right bottom"', (-60, -10, 40, 20)),
        ('style="transform: scale(2); transform-box: fill-box; transform-origin: 0% 100%"', (20, 10, 40, 20)),
        ('style="transform: translate(1in, 50%) rotate(0.25turn)"', (66, 45, 10, 20)),
        ('style="transform: translateX(10px) scaleY(2)"', (30, 40, 20, 20)),
    ],
)
def test_transforms_have_units_and_origins(attributes: str, box: tuple[float, ...]) -> None:
    (found,) = boxes(svg(f'<rect x="20" y="20" width="20" height="10" {attributes}/>'))
    assert found == pytest.approx(box)


def test_a_marker_stands_at_each_point_turned_with_the_line() -> None:
    size = 'markerWidth="4" markerHeight="4" markerUnits="userSpaceOnUse" overflow="visible"'
    marker = f'<marker id="a" orient="auto" refX="1" {size}><rect width="4" height="1"/></marker>'
    line = '<path d="M10 10H30V40" fill="none" marker-start="url(#a)" marker-end="url(#a)"/>'
    first, second = boxes(svg(marker + line))[1:]
    assert first == pytest.approx((9, 10, 4, 1))
    assert second == pytest.approx((29, 39, 1, 4))


def test_current_color_is_that_around_the_picture_unless_the_file_says_another() -> None:
    first, second, third = svg(
        '<rect width="8" height="8" fill="currentColor"/><rect width="8" height="8" fill="currentColor" opacity="0.5"/>'
        '<g fill="currentColor"><rect width="8" height="8" color="#f00"/></g>'
    ).shapes
    assert (first.fill, second.fill, third.fill) == (CURRENT, CurrentColor(0.5), RED)


def test_style_sheets_are_read_in_the_order_of_css() -> None:
    pytest.importorskip("cssselect2", reason="the extra svg")
    sheet = "<style>rect { fill: #f00 } .b { fill: #00f !important } #c > rect:first-child { fill: none }</style>"
    drawn = svg(
        f'{sheet}<rect width="8" height="8" fill="#000"/><rect class="b" width="8" height="8" style="fill: #000"/>'
        '<g id="c"><rect width="8" height="8"/></g><rect width="8" height="8" style="fill: #000"/>'
    )
    assert [shape.fill for shape in drawn.shapes] == [RED, BLUE, None, Color(0, 0, 0)]


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ("@import url(other.css);", "the rule @import"),
        ("@media print { rect { fill: red } }", "the rule @media"),
        ("rect { filter: blur(1px) }", "its <rect> has the filter 'blur(1px)'"),
        ("rect:unheard-of { fill: red }", "the selector 'rect:unheard-of'"),
    ],
)
def test_rules_that_are_not_understood_are_refused(sheet: str, message: str) -> None:
    pytest.importorskip("cssselect2", reason="the extra svg")
    with pytest.raises(SvgError, match=message.replace("(", r"\(").replace(")", r"\)")):
        svg(f'<style>{sheet}</style><rect width="8" height="8"/>')


def test_html_gives_way_to_what_a_switch_has_for_others() -> None:
    feature = "http://www.w3.org/TR/SVG11/feature#Extensibility"
    html = f'<foreignObject requiredFeatures="{feature}"><p/></foreignObject>'
    assert len(svg(f'<switch>{html}<rect width="8" height="8"/><circle r="9"/></switch>').shapes) == 1


def picture(attributes: str) -> VectorImage:
    file = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(file, "PNG")
    data = base64.b64encode(file.getvalue()).decode()
    return svg(f'<image href="data:image/png;base64,{data}" {attributes}/>')


def test_a_file_inside_the_file_knows_nothing_of_what_is_around_it() -> None:
    inner = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
    data = base64.b64encode(inner.encode()).decode()
    place = 'x="5" width="40" height="20" transform="translate(30) rotate(90)"'
    image = f'<image href="data:image/svg+xml;base64,{data}" {place}/>'
    drawn = svg(f'<g fill="#f00" id="a">{image}</g>')
    assert [shape.fill for shape in drawn.shapes] == [Color(0, 0, 0)]
    assert boxes(drawn)[0] == pytest.approx((10, 15, 20, 20))


def test_a_picture_inside_the_file_keeps_its_proportions() -> None:
    (drawn,) = picture('x="5" width="40" height="40"').items
    assert isinstance(drawn, VectorPicture)
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (5, 10, 40, 20)
    with pytest.raises(SvgError, match="its <image> is turned or mirrored"):
        picture('width="40" transform="rotate(10)"')
