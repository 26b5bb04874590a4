"""Gradients as backgrounds: what authors write, and what is painted."""

from __future__ import annotations

import math

import pytest

from layoutkit import Column, Row, Text
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.paint.display import FillRect, LinearGradient
from layoutkit.style.gradient import Gradient
from tests.nodes.faults import fault
from tests.output.documents import rasterised
from tests.output.operations import pixels
from tests.style.resolving import arranged, styled
from tests.tokens.small import small_theme

TO_RIGHT = "linear-gradient(to right, {color.ink}, {color.accent})"


def gradient(text: str) -> Gradient:
    found = styled(Row(background_image=text, width=10)).look.gradient
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("direction", "angle"),
    [("", 180), ("to top, ", 0), ("to  right,", 90), ("to left, ", 270), ("135deg, ", 135), ("-45.5deg, ", -45.5)],
)
def test_directions_are_those_of_css(direction: str, angle: float) -> None:
    assert gradient(f"linear-gradient({direction}{{color.ink}}, {{color.accent}})").angle == angle


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("", "", ""), [0, 0.5, 1]),
        (("10%", "", "60%"), [0.1, 0.35, 0.6]),
        (("50%", "20%", ""), [0.5, 0.5, 1]),
        (("", "", "", "90%"), [0, 0.3, 0.6, 0.9]),
        (("", "150%", ""), [0, 1, 1]),
    ],
)
def test_places_are_filled_in_as_css_says(places: tuple[str, ...], expected: list[float]) -> None:
    stops = ", ".join(f"{{color.ink}} {place}".strip() for place in places)
    assert [place for place, _ in gradient(f"linear-gradient({stops})").stops] == pytest.approx(expected)


def test_colours_are_tokens_and_may_be_transparent() -> None:
    (_, ink), (_, faded) = gradient("linear-gradient({color.ink}, {color.ink} / 25%)").stops
    assert ink == small_theme().color.ink
    assert ink.token == "color.ink"  # noqa: S105 - the name of a colour
    assert faded.alpha == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("angle", "line"),
    [
        (90, (0, 10, 40, 10)),
        (180, (20, 0, 20, 20)),
        (0, (20, 20, 20, 0)),
        (45, (5, 25, 35, -5)),
    ],
)
def test_the_line_reaches_as_far_as_the_corners(angle: float, line: tuple[float, ...]) -> None:
    assert Gradient(angle, ()).line(40, 20) == pytest.approx(line)
    assert math.dist(line[:2], line[2:]) == pytest.approx(
        40 * abs(math.sin(math.radians(angle))) + 20 * abs(math.cos(math.radians(angle)))
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "{color.ink}",
        "linear-gradient({color.ink})",
        "linear-gradient(#ffffff, #000000)",
        "linear-gradient(to corner, {color.ink}, {color.accent})",
        "linear-gradient({color.ink} 10px, {color.accent})",
        "radial-gradient({color.ink}, {color.accent})",
        7,
    ],
)
def test_what_is_no_gradient_of_tokens_is_refused(wrong: str) -> None:
    with fault("bad-value") as found:
        styled(Row(background_image=wrong))
    assert found.message.startswith(f"background_image is {wrong!r}; expected a gradient of at least two color tokens")
    assert found.marked == "Row(background_image=wrong)"


def test_a_token_that_does_not_exist_is_named() -> None:
    with fault("unknown-token") as found:
        styled(Row(background_image="linear-gradient({color.inc}, {color.accent})"))
    assert "'color.inc'" in found.message


def test_a_gradient_is_painted_over_the_background_and_rounded_like_it() -> None:
    box = Row(background="#FF0000", background_image=TO_RIGHT, radius=5, width=60, height=20, margin=10)
    _, below, above = paint(arranged(Column(box, align="start"))).ink  # the page comes first
    assert isinstance(below, FillRect)
    assert isinstance(above, FillRect)
    assert isinstance(above.fill, LinearGradient)
    assert (above.rect, above.radius) == (below.rect, below.radius) == (below.rect, 5)
    fill = above.fill
    assert (fill.x1, fill.y1, fill.x2, fill.y2) == pytest.approx((10, 20, 70, 20))


def test_every_target_shows_it() -> None:
    display = paint(arranged(Column(Row(background_image=TO_RIGHT, height=40))))
    about = Metadata("T", "A", "pt-BR")
    image = pixels(display)
    left, middle, right = (sum(image.getpixel((x, 20))) for x in (2, 100, 197))  # type: ignore[arg-type]
    assert left < middle < right
    drawn = rasterised(pdf(Sheet(display, about, display.width)), 4 / 3)
    for x in (2, 100, 197):
        assert drawn.getpixel((x, 20)) == pytest.approx(image.getpixel((x, 20)), abs=3)
    source = svg(display, about).decode()
    assert "<linearGradient" in source
    assert "var(--color-ink)" in source


def test_a_box_with_a_gradient_is_seen_as_a_box() -> None:
    seen = [
        Row(background_image=TO_RIGHT),
        Row(background="#FF0000"),
        Row(border="#FF0000", border_width=1),
        Row(border="#FF0000", border_width=0),
        Row(Text("a")),
    ]
    assert [box.look.is_frame for box in styled(Column(*seen)).children] == [True, True, True, False, False]


def test_none_takes_it_away() -> None:
    assert styled(Row(background_image=None)).look.gradient is None
