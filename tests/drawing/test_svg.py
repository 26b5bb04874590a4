"""SVG files: what is read, and what is refused rather than left out."""

from __future__ import annotations

import re

import pytest
from PIL import ImageColor

from layoutkit.color import Color
from layoutkit.drawing.shapes import CURRENT, VectorImage
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.drawing.svg_colors import parse_color
from layoutkit.geometry import Rect
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo

BOX = 'viewBox="0 0 100 50"'


def svg(inside: str, attributes: str = BOX) -> VectorImage:
    return parse_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>')


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        (BOX, (100, 50)),
        (f'{BOX} width="40"', (40, 20)),
        (f'{BOX} height="10px"', (20, 10)),
        (f'{BOX} width="100%" height="100%"', (100, 50)),
        ('width="30" height="20"', (30, 20)),
    ],
)
def test_the_natural_size(attributes: str, size: tuple[float, float]) -> None:
    found = svg("", attributes)
    assert (found.width, found.height) == size


def test_the_view_box_fills_the_canvas() -> None:
    found = svg('<rect x="-5" y="-6" width="10" height="6"/>', 'viewBox="-5,-6 10 12" width="20"')
    assert (found.width, found.height) == (20, 24)
    assert found.shapes[0].path.control_box() == Rect(0, 0, 20, 12)


@pytest.mark.parametrize(
    ("element", "box"),
    [
        ('<rect x="1" y="2" width="3" height="4"/>', (1, 2, 3, 4)),
        ('<rect x="10" y="20" width="30" height="20" rx="5"/>', (10, 20, 30, 20)),
        ('<rect x="10" y="20" width="30" height="20" rx="50"/>', (10, 20, 30, 20)),
        ('<circle cx="50" cy="40" r="10"/>', (40, 30, 20, 20)),
        ('<ellipse cx="50" cy="40" rx="10" ry="5"/>', (40, 35, 20, 10)),
        ('<line x1="1" y1="2" x2="5" y2="9"/>', (1, 2, 4, 7)),
        ('<polygon points="0,0 10,0 10,5"/>', (0, 0, 10, 5)),
        ('<path d="m1 1h4v4z"/>', (1, 1, 4, 4)),
    ],
)
def test_shapes_become_outlines(element: str, box: tuple[float, ...]) -> None:
    (shape,) = svg(element).shapes
    found = shape.path.control_box()
    assert found is not None
    assert (found.x, found.y, found.width, found.height) == pytest.approx(box, abs=0.01)


def test_a_quadratic_curve_is_raised_to_a_cubic() -> None:
    (shape,) = svg('<path d="M0 0Q3 3 6 0Z"/>').shapes
    assert shape.path.ops[:2] == (MoveTo(0, 0), CurveTo(2, 2, 4, 2, 6, 0))
    assert shape.path.ops[-1] == CLOSE


def test_looks_are_inherited_and_style_goes_before_attributes() -> None:
    inside = (
        '<g fill="none" stroke="#f00" stroke-width="3" stroke-linecap="round" fill-rule="evenodd">'
        '<path d="M0 0H9"/><path d="M0 0H9" stroke="#000" style="stroke: currentColor; fill: rgb(0, 0, 255)"/></g>'
        '<path d="M0 0H9" opacity="0.5"/>'
    )
    first, second, third = svg(inside).shapes
    assert (first.fill, first.stroke, first.width, first.cap, first.rule) == (
        None,
        Color(1, 0, 0),
        3,
        "round",
        "evenodd",
    )
    assert (second.fill, second.stroke) == (Color(0, 0, 1), CURRENT)
    assert (third.fill, third.stroke) == (Color(0, 0, 0, 0.5), None)


@pytest.mark.parametrize(
    ("transform", "end"),
    [
        ("translate(10)", (11, 2)),
        ("translate(10, 20) scale(2)", (12, 24)),
        ("rotate(90)", (-2, 1)),
        ("rotate(180 5 5)", (9, 8)),
        ("matrix(1 0 0 1 3 4)", (4, 6)),
        ("skewX(45)", (3, 2)),
    ],
)
def test_transforms_move_points(transform: str, end: tuple[float, float]) -> None:
    (shape,) = svg(f'<g transform="{transform}"><path d="M0 0L1 2"/></g>').shapes
    line = shape.path.ops[1]
    assert isinstance(line, LineTo)
    assert (line.x, line.y) == pytest.approx(end)


def test_a_stroke_grows_with_its_transform() -> None:
    (shape,) = svg('<path transform="rotate(30) scale(3)" d="M0 0L1 2" stroke="#000" stroke-width="2"/>').shapes
    assert shape.width == pytest.approx(6)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<foreignObject/>", "it has a <foreignObject>, which is not understood"),
        ("<mesh/>", "it has a <mesh>, which is not understood"),
        ('<rect fill="url(other.svg#a)"/>', "it has the fill 'url(other.svg#a)', which leads out of the file"),
        ('<use href="other.svg#a"/>', "its <use> has href='other.svg#a', which leads out of the file"),
        ('<image width="5" href="photo.png"/>', "its <image> has href='photo.png', which leads out of the file"),
        ('<rect mask="url(#a)"/>', "its <rect> has the mask 'url(#a)'"),
        ('<g style="filter: blur(2px)"/>', "its <g> has the filter 'blur(2px)'"),
        ('<rect clip-path="circle()"/>', "it has the clip-path 'circle()'; only url(#id) is understood"),
        ('<rect fill="gren"/>', "it has the fill 'gren', which is not a colour that is understood"),
        ('<rect fill="oklch(50% 0.1 20)"/>', "it has the fill 'oklch(50% 0.1 20)', which is not a colour"),
        ('<rect width="5q"/>', "its <rect> has width='5q', which is not a length"),
        ('<rect corner-radius="5"/>', "its <rect> has the attribute corner-radius='5', which is not understood"),
        ('<rect style="corner-shape: bevel"/>', "its <rect> has the property corner-shape: bevel"),
        ('<rect systemLanguage="en"/>', "its <rect> has a systemLanguage"),
        ('<rect onclick="f()"/>', "its <rect> has the script onclick; scripts are not run"),
        ("<script>f()</script>", "it has a <script>; scripts are not run"),
        ('<rect><animate attributeName="x"/></rect>', "it has an <animate>; pictures stand still"),
        ('<path d="M0 0L1 2" transform="turn(1)"/>', "it has the transform turn with 1 numbers"),
        ('<path d="M0 0L1 2" vector-effect="non-scaling-stroke"/>', "its <path> has the vector-effect"),
        ('<rect mix-blend-mode="multiply"/>', "the attribute mix-blend-mode, which browsers read in a style alone"),
        ('<rect style="width: 5px" height="5"/>', "its <rect> has the width in its style"),
        ('<svg style="x: 5px"/>', "its <svg> has the x in its style"),
        ('<g style="d\\69splay: none"/>', "with a backslash, which is not understood"),
        ('<g display="contents"/>', "it has a <g> with the display 'contents'"),
        ('<svg overflow="inherit"/>', "it has an inner <svg> with the overflow 'inherit'"),
        ('<svg style="overflow-x: visible"/>', "its <svg> has the overflow-x 'visible'"),
        ('<g transform="translate(1,,2)"/>', "it has the transform 'translate(1,,2)'"),
        ('<svg width="2vw"/>', "its <svg> has width='2vw', which is not a length"),
    ],
)
def test_what_is_not_understood_is_refused(inside: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        svg(inside)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ('<rect opacity="nan"/>', "it has the opacity 'nan', which is not a number"),
        ('<g opacity="infinity"/>', "it has the opacity 'infinity', which is not a number"),
        ('<rect fill-opacity="1e999"/>', "it has the opacity '1e999', which is not a number"),
        ('<path d="M0 0L1e999 0"/>', "the path data 'M0 0L1e999 0' cannot be read"),
        ('<path d="M0 0L1e200 0" transform="scale(1e200)"/>', "it has the transform 'scale(1e200)'"),
        ('<path d="M0 0H1e29"/>', "leads further than 100000 px from the canvas"),
        ('<polygon points="0,0 1e39,5"/>', "cannot be read"),
        ('<circle r="1e308"/>', "its <circle> has r='1e308', which is not a length"),
        ('<rect width="nan" height="5"/>', "its <rect> has width='nan', which is not a length"),
        ('<path d="M0 0H9" stroke="#000" stroke-width="1e300"/>', "it has the stroke-width '1e300'"),
        ('<path d="M0 0H9" stroke="#000" stroke-width="1e9"/>', "it has a stroke 1e+09 px wide"),
        ('<g transform="scale(1e29)"><g transform="scale(1e29)"/></g>', "it has transforms that lead beyond"),
    ],
)  # fmt: skip
def test_numbers_that_nothing_can_be_drawn_with_are_refused(inside: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        svg(inside)


def test_numbers_of_any_length_are_read_in_no_time() -> None:
    digits = "9" * 8000
    for attributes in (f'{BOX} width="{digits}"', f'width="5" height="{digits}px"'):
        with pytest.raises(SvgError, match=r"its (width|height) is '9{39}, which is too large a number"):
            svg("", attributes)
    for inside in (
        f'<rect width="{digits}" height="1"/>',
        f'<path d="M0 0L{digits} 0"/>',
        f'<rect opacity="{digits}x"/>',
    ):
        with pytest.raises(SvgError) as caught:
            svg(inside)
        assert len(str(caught.value)) < 200
    found = svg(f'<path d="M0 0L1.{digits} 0"/>').shapes[0].path.ops[1]
    assert found == LineTo(2.0, 0.0)


def test_long_values_are_read_in_time_that_grows_with_their_length() -> None:
    gap = " " * 200_000
    for inside in (
        f'<rect style="fill:a{gap}b"/>',
        f'<rect style="fill:#000{gap}!{gap}no"/>',
        f'<g transform="translate(1){gap}x"/>',
        f'<rect width="1{gap}x"/>',
        f'<rect fill="rgb({gap}1"/>',
        f'<rect opacity="1{gap}x"/>',
        f'<g transform="translate({"1 " * 50_000}x)"/>',
        f'<g style="{"/*" * 50_000};fill:x"/><rect fill="x"/>',
        f'<g style="{"(" * 100_000};fill:x"/><rect fill="x"/>',
        f'<g style="{"a:url(" * 50_000}"/><rect fill="x"/>',
    ):
        with pytest.raises(SvgError):
            svg(inside)
    assert svg(f'<path d="M0 0{gap}x"/><polygon points="0{gap}x"/>').shapes != ()
    (shape,) = svg(f'<rect style="fill: #f00{gap}!{gap}IMPORTANT{gap}" width="1" height="1"/>').shapes
    assert shape.fill == Color(1, 0, 0)


@pytest.mark.parametrize(
    ("inside", "end"),
    [
        ('<path d="M0 0H9V5x7"/>', (9, 5)),
        ('<path d="M0 0H9V5L7"/>', (9, 5)),
        ('<path d="M0 0L9 5A1 1 0 2 1 5 5"/>', (9, 5)),
        ('<polyline points="0,0 9,5 7"/>', (9, 5)),
        ('<polyline points="0 0 9 5 x"/>', (9, 5)),
    ],
)
def test_a_line_is_drawn_up_to_its_first_error(inside: str, end: tuple[float, float]) -> None:
    (shape,) = svg(inside).shapes
    last = shape.path.ops[-1]
    assert isinstance(last, LineTo)
    assert (last.x, last.y) == end


@pytest.mark.parametrize(
    "attributes",
    [
        'stroke-miterlimit="0"',
        'stroke-linecap="miter"',
        'stroke-dasharray="5 -1"',
        'paint-order="stroke stroke"',
        'opacity="5mm"',
    ],
)
def test_what_a_property_cannot_have_counts_for_nothing(attributes: str) -> None:
    plain = '<path d="M0 0H9" stroke="#000"{}/>'
    assert svg(plain.format(f" {attributes}")) == svg(plain.format(""))


def test_what_leads_to_itself_is_not_drawn() -> None:
    found = svg(
        '<g id="a"><use href="#a"/><rect width="1" height="1"/></g><use id="b" href="#c"/><use id="c" href="#b"/>'
    )
    assert len(found.shapes) == 1


def test_an_error_has_the_line_of_its_element_and_a_hint() -> None:
    with pytest.raises(SvgError) as caught:
        svg('<g>\n<rect\n fill="red"/>\n<foreignObject/></g>')
    assert caught.value.line == 4
    assert "export it without HTML" in caught.value.hint


def test_entities_are_refused_before_they_grow() -> None:
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">\n' for n in range(1, 10))
    with pytest.raises(SvgError, match="it declares the entity 'a0'; entities are not read") as caught:
        parse_svg(f'<!DOCTYPE svg [\n<!ENTITY a0 "ha">\n{lines}]><svg viewBox="0 0 5 5">&a9;</svg>')
    assert caught.value.line == 2
    with pytest.raises(SvgError, match="it declares the entity 'x'"):
        parse_svg('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg viewBox="0 0 5 5">&x;</svg>')


def test_uses_of_uses_end() -> None:
    doubled = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 60))
    with pytest.raises(SvgError, match="it draws more than 20,000 elements"):
        svg(f'<defs><rect id="a0" width="1" height="1"/>{doubled}</defs><use href="#a59"/>')


def test_groups_may_be_nested_deeply() -> None:
    deep = 3000
    (shape,) = svg('<g transform="translate(0.01)">' * deep + '<rect width="1" height="1"/>' + "</g>" * deep).shapes
    start = shape.path.ops[0]
    assert isinstance(start, MoveTo)
    assert (start.x, start.y) == pytest.approx((30, 0))
    views = '<svg viewBox="0 0 100 50">' * deep + '<rect width="1" height="1"/>' + "</svg>" * deep
    assert len(svg(views).shapes) == 1


def test_a_transform_on_the_outermost_element_is_refused() -> None:
    with pytest.raises(SvgError, match="its outermost <svg> has a transform"):
        svg("", BOX + ' transform="rotate(30)"')


def test_what_is_not_displayed_need_not_be_understood() -> None:
    assert svg('<text display="none">a</text><defs style="display:none"><mask/></defs>').shapes == ()
    assert svg('<g visibility="hidden"><path d="M0 0H9"/></g>').shapes == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is not XML"),
        ("<html/>", "its root is <html>, not <svg>"),
        ("<svg/>", "it has neither a viewBox nor a width and height"),
        ('<svg viewBox="0 0 0 5"/>', "its viewBox is '0 0 0 5', which has no area"),
        ('<svg viewBox="0 0 0 5" width="9" height="9"/>', "its viewBox is '0 0 0 5', which has no area"),
        ('<svg viewBox="0 0 -5 5"/>', "it has neither a viewBox"),
        ('<svg viewBox="0 0 5 5" display="none"/>', "its outermost <svg> has the display 'none'"),
    ],
)
def test_what_is_no_svg_is_refused(text: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        parse_svg(text)


HIDDEN = (
    'style="display: none !important; display: inline"',
    'style="/* why */ display: none /* because */"',
    'style="display:/**/none"',
    'style="fill: red; DISPLAY : None"',
    "style=\"font-family: 'a;display:inline'; display: none\"",
    'style="display: none; display: no-such-word"',
    'style="display: none; /* display: inline"',
    'display="none" style="display: no-such-word"',
    'display="none" style="--a: url(data:x;display:inline)"',
    'visibility="hidden" style="visibility: no-such-word"',
    'style="visibility: hidden; visibility: inherit"',
    'style="visibility:hidden;visibility:unset"',
)
SHOWN = (
    'display="none" style="display: inline"',
    'display="none" style="display: initial"',
    'display="none" style="display: inherit"',
    'display="no-such-word"',
    "style=\"font-family: 'a;display:none;b'\"",
    'style="--a: url(x;display:none)"',
    'style="display: inline !important; display: none"',
    'style="/* display: none */"',
    'style="dis/**/play: none"',
    'style="display: no/**/ne"',
    'visibility="hidden" style="visibility: visible"',
    'visibility="hidden" style="visibility: initial"',
)


@pytest.mark.parametrize("attributes", HIDDEN)
def test_what_a_browser_hides_is_hidden_in_whatever_way_it_says_so(attributes: str) -> None:
    parent = "hidden" if "inherit" in attributes or "unset" in attributes else "visible"
    shape = f'<rect width="5" height="5" {attributes}/>'
    assert svg(f'<g visibility="{parent}">{shape}</g>').shapes == ()
    assert svg(f'<g visibility="{parent}"><g {attributes}>{shape.replace(attributes, "")}</g></g>').shapes == ()


@pytest.mark.parametrize("attributes", SHOWN)
def test_what_a_browser_shows_is_shown(attributes: str) -> None:
    assert len(svg(f'<rect width="5" height="5" {attributes}/>').shapes) == 1
    assert (
        len(
            svg(
                f'<g visibility="hidden"><g visibility="visible"><rect width="5" height="5" {attributes}/></g></g>'
            ).shapes
        )
        == 1
    )


def test_what_stands_in_another_namespace_is_not_painted() -> None:
    drawn = svg(
        '<x:rect width="5" height="5"/><x:text>a</x:text><rect width="1" height="1"/>', f'{BOX} xmlns:x="urn:x"'
    )
    assert len(drawn.shapes) == 1


@pytest.mark.parametrize("box", ["a b c d", "0 0 50", "0 0 -5 5", "0,0,,50 25", "0 0 50 25,", ""])
def test_a_damaged_view_box_counts_for_nothing(box: str) -> None:
    (drawn,) = svg(f'<svg width="20" height="20" viewBox="{box}"><rect width="10" height="10"/></svg>').shapes
    assert drawn.path.bounds() == Rect(0, 0, 10, 10)


def test_numbers_need_nothing_between_them_where_they_cannot_be_read_otherwise() -> None:
    (drawn,) = svg('<svg width="20" height="20" viewBox="-5-5.5.5 10"><rect width="1" height="1"/></svg>').shapes
    assert drawn.path.bounds() is not None
    (drawn,) = svg('<path d="M0 0" transform="translate(1-2)"/>').shapes
    assert drawn.path.ops[0] == MoveTo(1, -2)


def test_a_named_colour_is_known_after_another_program_looked_it_up() -> None:
    ImageColor.getrgb("red")  # Pillow keeps it as numbers from now on
    assert parse_color("red") == Color(1.0, 0.0, 0.0)
