"""Dots and shadows are ground that words are read on; corners and icons have room for what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from layoutkit.check.decoration import dot_at, dots_among, shadow_at
from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.loading import load_figures
from layoutkit.output.pixels import rasterise
from layoutkit.paint.display import DisplayList, Dots, DropShadow, FillRect
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.tokens.test_changes import ROOT, changed

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

BLACK, WHITE = Color(0, 0, 0), Color(1, 1, 1)
SHADOW = {"shadow.card.color": '"#202124"', "shadow.card.blur": "60", "shadow.card.offset_y": "-40"}
"""A dark blur that reaches over the words above a card."""
UNDER_TEXT = {"page.pattern_under_text": "true"}
PAGE = Rect(0.0, 0.0, 120.0, 100.0)


def found(what: dict[str, str], name: str, folder: Path) -> set[str]:
    """The rules that a figure breaks with other tokens; contracts do not matter here."""
    path = folder / "tokens.toml"
    path.write_text(changed(what, contracts=False))
    renderer = Renderer(load_theme(path))
    (named,), _ = load_figures(list((ROOT / "figures").glob(f"{name}-*.py")))
    return {fault.diagnostic.rule for fault in check(renderer, named, renderer.place(named))}


@pytest.mark.parametrize(
    ("what", "name", "rule"),
    [
        ({"icon.stroke_width": "24"}, "05", "heavy-icon"),
        ({"icon.stroke_width": "5"}, "05", "heavy-icon"),
        ({"icon.size": "10"}, "05", "heavy-icon"),
        ({"card.radius": "160", "card_inverse.radius": "160"}, "05", "outside-corner"),
        ({"radius.l": "100"}, "01", "outside-corner"),
        ({**UNDER_TEXT, "color.dots": '"#202124"', "page.pattern_size": "36"}, "05", "contrast"),
        ({**UNDER_TEXT, "color.dots": '"#5F6368"', "page.pattern_size": "12"}, "05", "contrast"),
        (SHADOW, "02", "contrast"),
    ],
)
def test_what_tokens_do_to_words_and_icons_is_told(what: dict[str, str], name: str, rule: str, tmp_path: Path) -> None:
    assert rule in found(what, name, tmp_path)


@pytest.mark.parametrize(
    "what",
    [{}, {"icon.stroke_width": "3"}, {"radius.l": "0"}, {"radius.l": "32"}, {"page.pattern_size": "2.4"},
     {**UNDER_TEXT, "color.dots": '"#F1F3F4"', "page.pattern_size": "22"}, {"shadow.card.blur": "80"}],
)  # fmt: skip
def test_what_does_no_harm_is_not_told(what: dict[str, str], tmp_path: Path) -> None:
    assert found(what, "05", tmp_path) & {"heavy-icon", "outside-corner", "contrast"} == set()


@pytest.mark.parametrize("sigma", [0.0, 1.0, 6.0, 30.0])
def test_a_shadow_is_as_dark_as_it_is_painted(sigma: float) -> None:
    shadow = DropShadow(Rect(30.0, 20.0, 60.0, 50.0), 10.0, sigma, Color(0, 0, 0, 0.8))
    picture = rasterise(DisplayList(120.0, 100.0, (FillRect(PAGE, 0.0, WHITE), shadow)), 1.0, 120, 100).image()
    for x in range(2, 120, 9):
        for y in range(2, 100, 7):
            seen = shadow_at(shadow, x + 0.5, y + 0.5)
            light = 1 - (seen.alpha if seen else 0)
            if sigma or not near_the_edge(shadow.rect, x, y):
                assert red(picture, x, y) / 255 == pytest.approx(light, abs=0.03)


def red(picture: Image.Image, x: int, y: int) -> int:
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return pixel[0]


def near_the_edge(rect: Rect, x: float, y: float) -> bool:
    return rect.grown(2).contains(Rect(x, y, 0, 0)) and not rect.grown(-8).contains(Rect(x, y, 0, 0))


def test_dots_are_where_they_are_painted() -> None:
    dots = Dots(Rect(5.0, 3.0, 100.0, 90.0), 24.0, 7.0, BLACK, (Rect(40.0, 30.0, 20.0, 5.0),))
    picture = rasterise(DisplayList(120.0, 100.0, (FillRect(PAGE, 0.0, WHITE), dots)), 4.0, 480, 400).image()
    wrong = [
        (x, y)
        for x in range(0, 120, 2)
        for y in range(0, 100, 2)
        if (dot_at(dots, x + 0.125, y + 0.125) is not None) != (red(picture, 4 * x, 4 * y) < 128)
    ]
    assert wrong == []


def test_the_places_among_letters_are_those_of_their_dots() -> None:
    dots = Dots(Rect(0.0, 0.0, 120.0, 100.0), 24.0, 5.0, BLACK)
    assert list(dots_among(dots, Rect(20.0, 30.0, 30.0, 10.0))) == [(36.0, 36.0)]
    assert list(dots_among(dots, Rect(0.0, 20.0, 30.0, 14.0))) == [(12.0, 34.0)]
