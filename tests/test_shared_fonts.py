"""Renderers of several modes share their fonts, so that a text is read and shaped once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz

from layoutkit.loading import load_figures
from layoutkit.renderer import Renderer
from layoutkit.series import Series
from layoutkit.tokens import load_all
from layoutkit.tokens.section import AnySection

ROOT = Path(__file__).parents[1]
THEMES = load_all(ROOT / "tokens.toml")
LIGHT, DARK = THEMES.theme({"theme": "light"}), THEMES.theme({"theme": "dark"})
FIGURES, _ = load_figures([ROOT / "figures"], ["01"])


@pytest.fixture
def shaped(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kind of script of each text that HarfBuzz is given, one for each call."""
    given: list[str] = []
    shape = uharfbuzz.shape

    def counting(font: Any, buffer: Any, *rest: Any) -> None:  # noqa: ANN401 - uharfbuzz has no types
        given.append(buffer.script)
        shape(font, buffer, *rest)

    monkeypatch.setattr(uharfbuzz, "shape", counting)
    return given


def test_words_are_shaped_once_for_two_modes(shaped: list[str]) -> None:
    light, dark = Renderer.open_all([(LIGHT, {}), (DARK, {})])
    light.place(FIGURES[0])
    once = len(shaped)
    dark.place(FIGURES[0])
    assert len(shaped) == once > 0


def test_a_check_of_two_modes_shapes_no_more_than_that_of_one(shaped: list[str]) -> None:
    counts = []
    for chosen in ([LIGHT], [LIGHT, DARK]):
        shaped.clear()
        Series(FIGURES, (), THEMES, chosen).check()
        counts.append(len(shaped))
    assert counts[0] == counts[1] > 0


def test_the_look_for_readers_who_prefer_dark_shares_them_too(shaped: list[str]) -> None:
    renderer = Renderer(LIGHT, {"svg": DARK})
    renderer.place(FIGURES[0])
    once = len(shaped)
    renderer.dark["svg"].place(FIGURES[0])
    assert len(shaped) == once > 0


def test_a_theme_with_other_fonts_has_its_own() -> None:
    fonts = dict(LIGHT.font.items())
    name, family = next(iter(fonts.items()))
    fewer = {**fonts, name: replace(family, files=family.files[:1])}
    same, other = (replace(DARK, tables={**DARK.tables, "font": AnySection("font", its)}) for its in (fonts, fewer))
    renderers = Renderer.open_all([(LIGHT, {}), (other, {}), (same, {})])
    first, second, third = (renderer.typesetter for renderer in renderers)
    assert first is third
    assert first is not second
