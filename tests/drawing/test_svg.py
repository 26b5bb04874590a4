"""SVG files: what is read, and what is refused rather than left out."""

from __future__ import annotations

import re

import pytest

from layoutkit.color import Color
from layoutkit.drawing.shapes import CURRENT, Drawing
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.geometry import Rect
from layoutkit.path import CLOSE, CurveTo, LineTo, MoveTo

BOX = 'viewBox="0 0 100 50"'


def svg(inside: str, attributes: str = BOX) -> Drawing:
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


def test_the_view_box_is_the_canvas() -> None:
    assert svg("", 'viewBox="-5,-6 10 12"').view == Rect(-5, -6, 10, 12)


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
        ("<text>a</text>", "it has a <text>, which is not understood"),
        ("<style>.a{}</style>", "it has a <style>"),
        ("<defs><linearGradient/></defs>", "it has a <defs>"),
        ('<rect fill="url(#a)"/>', "it has the colour 'url(#a)'"),
        ('<rect mask="url(#a)"/>', "it has a mask"),
        ('<g opacity="0.5"/>', "it has an opacity on a <g>"),
        ('<rect width="50%"/>', "its <rect> has width='50%', which is no number"),
        ('<path d="M0 0L1 2" transform="scale(1 2)" stroke="#000"/>', "it has a stroke under a transform"),
        ('<path d="M0 0L1 2" transform="turn(1)"/>', "it has the transform 'turn(1)'"),
        ('<path d="M0 x"/>', "the path data 'M0 x' cannot be read"),
    ],
)
def test_what_is_not_understood_is_refused(inside: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        svg(inside)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it is no XML"),
        ("<html/>", "its root is <html>, not <svg>"),
        ("<svg/>", "it has neither a viewBox nor a width and height"),
        ('<svg viewBox="0 0 0 5"/>', "it has neither a viewBox"),
    ],
)
def test_what_is_no_svg_is_refused(text: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        parse_svg(text)
