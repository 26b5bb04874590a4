"""Texts of SVG files: how they are read, and how they are set in the fonts of a series."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from layoutkit import Column, Image
from layoutkit.diagnostics import LayoutkitError
from layoutkit.drawing.shapes import TextPiece, VectorText
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.paint import paint
from layoutkit.paint.display import Begin, FillPath
from tests.style.resolving import arranged

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.geometry import Rect

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'


def pieces(inside: str) -> tuple[TextPiece, ...]:
    (text,) = parse_svg(f"{HEAD}{inside}</svg>").items
    assert isinstance(text, VectorText)
    return text.pieces


def test_white_space_is_that_of_css() -> None:
    inside = "<text x='5' y='9'>\n  One <tspan> two</tspan>\n three\n</text>"
    assert [piece.text for piece in pieces(inside)] == ["One ", "two", " three"]
    assert [piece.text for piece in pieces('<text xml:space="preserve"> a  b </text>')] == [" a  b "]


def test_a_piece_has_its_place_and_its_look() -> None:
    first, second = pieces(
        '<g font-family="Fira Sans, sans-serif" style="font-size:10px"><text x="5" y="9" text-anchor="middle">'
        'a<tspan x="7" dy="2em" font-weight="bold" font-style="italic">b</tspan></text></g>'
    )
    assert (first.x, first.y, first.anchor, first.size) == (5, 9, "middle", 10)
    assert first.families == ("Fira Sans", "sans-serif")
    assert (second.x, second.y, second.dy, second.weight, second.italic) == (7, None, 20, 700, True)


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ('<text x="1 2 3">abc</text>', "its <text> has x='1 2 3'; only one length is understood"),
        ('<text rotate="20">abc</text>', "its <text> has the rotate '20'"),
        ('<text textLength="20">abc</text>', "its <text> has a textLength"),
        ('<text><textPath href="#a">abc</textPath></text>', "its <text> has a <textPath>"),
        ('<text text-decoration="underline">abc</text>', "its <text> has the text-decoration 'underline'"),
        ('<text writing-mode="vertical-rl">abc</text>', "its <text> has the writing-mode 'vertical-rl'"),
        ('<text><tspan baseline-shift="super">2</tspan></text>', "its <tspan> has the baseline-shift 'super'"),
        ('<linearGradient id="a"/><text fill="url(#a)">abc</text>', "it has a <text> with a gradient"),
        ('<clipPath id="a"><text>a</text></clipPath><rect clip-path="url(#a)"/>', "its <clipPath> has a <text>"),
    ],
)
def test_what_is_not_set_is_refused(inside: str, message: str) -> None:
    with pytest.raises(SvgError, match=re.escape(message)):
        parse_svg(f"{HEAD}{inside}</svg>")


def set_text(folder: Path, text: str) -> list[Rect]:
    path = folder / "text.svg"
    path.write_text(f"{HEAD}{text}</svg>", encoding="utf-8")
    display = paint(arranged(Column(Image(path, alt="", width=200, height=100), align="start", padding=0)))
    start = next(n for n, one in enumerate(display.operations) if isinstance(one, Begin) and one.kind == "picture")
    inks = [one.path.bounds() for one in display.operations[start:] if isinstance(one, FillPath)]
    return [ink for ink in inks if ink is not None]


def test_a_line_is_anchored_as_a_whole(tmp_path: Path) -> None:
    (start,) = set_text(tmp_path, '<text x="100" y="50" font-size="20">HHH</text>')
    (middle,) = set_text(tmp_path, '<text x="100" y="50" font-size="20" text-anchor="middle">HHH</text>')
    one, two = set_text(tmp_path, '<text x="100" y="50" font-size="20" text-anchor="middle">H<tspan>HH</tspan></text>')
    assert middle.width == pytest.approx(start.width)
    assert start.x - middle.x == pytest.approx(start.width / 2, abs=start.width / 20)
    assert [one.x, two.right] == pytest.approx([middle.x, middle.right])
    assert start.bottom == pytest.approx(middle.bottom)


def test_letters_grow_and_turn_with_their_transform(tmp_path: Path) -> None:
    (plain,) = set_text(tmp_path, '<text x="10" y="50" font-size="10">HHH</text>')
    (turned,) = set_text(tmp_path, '<text font-size="10" transform="translate(100 50) rotate(90) scale(2)">HHH</text>')
    assert [turned.width, turned.height] == pytest.approx([2 * plain.height, 2 * plain.width])


def test_a_font_that_the_series_lacks_is_refused_with_those_that_it_has(tmp_path: Path) -> None:
    with pytest.raises(LayoutkitError) as caught:
        set_text(tmp_path, '<text y="20" font-family="Comic Sans MS">abc</text>')
    (found,) = caught.value.diagnostics
    assert "the series has none of the fonts of its text 'abc': Comic Sans MS" in found.message
    assert found.places[0].path.name == "text.svg"
    assert "declare it under [font]" in found.hint
    assert len(set_text(tmp_path, '<text y="20" font-family="Comic Sans MS, Arial">abc</text>')) == 1
