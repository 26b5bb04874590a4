"""Gradients as backgrounds: what authors write, and what is painted."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PIL import Image as PillowImage

from layoutkit import Card, Column, Row, Text
from layoutkit.geometry import Rect
from layoutkit.output.metadata import Metadata
from layoutkit.output.pdf import Sheet, pdf
from layoutkit.output.svg import svg
from layoutkit.paint import paint
from layoutkit.paint.display import Clip, DrawPicture, FillRect, LinearGradient
from layoutkit.tokens import load_theme
from layoutkit.tokens.image import Gradient
from tests.nodes.faults import fault
from tests.output.documents import rasterised
from tests.output.operations import pixels
from tests.style.resolving import arranged, styled
from tests.tokens.small import faults, loaded, small_theme, written

if TYPE_CHECKING:
    from pathlib import Path

TO_RIGHT = "linear-gradient(to right, {color.ink}, {color.accent})"


def gradient(text: str) -> Gradient:
    found = styled(Row(background_image=text, width=10)).look.gradient
    assert found is not None
    return found


def test_the_token_file_has_them_too(tmp_path: Path) -> None:
    theme = loaded(tmp_path, ('shadow = "soft"', f'background_image = "{TO_RIGHT}"'))
    (card,) = styled(Column(Card()), theme).children
    assert card.look.gradient == gradient(TO_RIGHT)
    (plain,) = styled(Column(Card(background_image="none")), theme).children
    assert plain.look.gradient is None


def test_a_gradient_follows_the_modes(tmp_path: Path) -> None:
    modes = f"""
background_image = "{TO_RIGHT}"
[modes]
theme = ["light", "dark"]
[mode.theme.dark.color]
ink = "#00FF00"
"""
    (_, ink), _ = load_theme(written(tmp_path, add=f"[box]{modes}"), {"theme": "dark"}).box.background_image.stops
    assert (ink.hex, ink.token) == ("#00ff00", "color.ink")


@pytest.mark.parametrize(
    ("image", "rule", "message", "hint"),
    [
        ("{color.ink}", "token-type",
         ("box.background_image is '{color.ink}'; expected a gradient of at least two color tokens, such as "
          '"linear-gradient(to right, {color.a}, {color.b} 60%)"'), "colours are references to tokens, in braces"),
        ("linear-gradient({color.ink}, {color.incc})", "unknown-token",
         "box.background_image refers to 'color.incc', which does not exist", "did you mean 'color.ink'?"),
        ("linear-gradient({color.ink}, {space.m})", "token-type",
         "box.background_image refers to space.m, which is a length; expected a colour", ""),
        ("linear-gradient({color.ink}, {palette.red})", "token-layer",
         "box.background_image refers to palette.red, which is in another layer",
         "give palette.red a meaning in [color] and refer to that"),
        ("url(none.png)", "picture-file", "there is no picture file {}/none.png",
         "paths are looked up from the folder of the token file"),
    ],
)  # fmt: skip
def test_a_faulty_image_is_reported(tmp_path: Path, image: str, rule: str, message: str, hint: str) -> None:
    (found,) = faults(written(tmp_path, add=f'[box]\nbackground_image = "{image}"\n'))
    assert (found.rule, found.message, found.hint) == (rule, message.replace("{}", str(tmp_path)), hint)


def test_a_picture_covers_its_box(tmp_path: Path) -> None:
    PillowImage.new("RGB", (20, 10), "red").save(tmp_path / "red.png")
    theme = loaded(tmp_path, ('shadow = "soft"', 'background_image = "url(red.png)"'))
    display = paint(arranged(Column(Card(height=100, width=100)), theme))
    (picture,) = (one for one in display.operations if isinstance(one, DrawPicture))
    (clip,) = (one for one in display.operations if isinstance(one, Clip))
    assert (picture.rect, clip) == (Rect(-50, 0, 200, 100), Clip(Rect(0, 0, 100, 100), 6))


def test_a_broken_picture_is_reported_where_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "red.png").write_bytes(b"none")
    theme = loaded(tmp_path, ('shadow = "soft"', 'background_image = "url(red.png)"'))
    with fault("picture-file") as found:
        styled(Column(Card()), theme)
    assert found.marked == '"url(red.png)"'


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
