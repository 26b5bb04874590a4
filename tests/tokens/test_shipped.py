"""The look of the series in every combination of its modes."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from layoutkit.base import TOKENS as BASE
from layoutkit.color import Color, contrast, luminance, over
from layoutkit.color.difference import difference
from layoutkit.color.spaces import oklch
from layoutkit.loading import load_figures
from layoutkit.paint import paint
from layoutkit.renderer import Renderer
from layoutkit.tokens import Theme, load_all
from layoutkit.tokens.contracts import measure
from tests.tokens.merged import merged

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
TONES = ("accent", "positive", "negative", "caution", "neutral", "instruction", "response", "wrong")
"""Those of the base theme, which this series colours anew, and the meanings of its chapter."""
LOOKS = [
    {"theme": theme, "medium": medium, "contrast": strength, "width": width}
    for theme in ("light", "dark")
    for medium in ("screen", "print")
    for strength in ("normal", "high")
    for width in ("wide", "narrow")
]
every_look = pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(look.values()))


@cache
def themes() -> dict[tuple[str, ...], Theme]:
    return {tuple(theme.selection.values.values()): theme for theme in load_all(ROOT / "tokens.toml")}


def theme(look: dict[str, str]) -> Theme:
    return themes()[tuple({**LOOKS[0], **look}.values())]


def colors(t: Theme) -> list[Color]:
    """All colours of the sections that figures read, and of shadows."""
    single = [value for tokens in t.sections().values() for _, value in tokens.items() if isinstance(value, Color)]
    return [*single, *(shadow.color for _, shadow in t.shadow.items())]


def test_there_are_sixteen_looks() -> None:
    assert {tuple(look.values()) for look in LOOKS} == set(themes())


@every_look
def test_every_contract_is_kept(look: dict[str, str]) -> None:
    assert [found.sentence for found in measure(theme(look)) if not found.kept] == []


def test_the_series_promises_all_that_the_base_theme_does() -> None:
    """Its outlines may be paler: the contract `shapes` asks that of the shapes themselves."""
    for theme, base in zip(load_all(ROOT / "tokens.toml"), load_all(BASE), strict=True):
        differing = {name for name, contract in base.contract.items() if theme.contract.get(name) != contract}
        assert differing == {"shapes"}


def test_the_token_file_says_only_what_differs() -> None:
    """So that its author finds what is worth changing; all else is in the base theme."""
    source = merged()
    own = {key: table for key, table in tomllib.loads(source.text).items() if key != "font"}  # a family comes whole
    found = [(path, value, source.overridden(path)) for path, value in single_values(own)]
    assert [path for path, value, other in found if other is not None and other[0] == value] == []
    assert len(source.lines) <= 350


def single_values(table: dict[str, Any], *path: str) -> Iterator[tuple[tuple[str, ...], object]]:
    """All that is not a table, by the path of its key."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from single_values(value, *path, key)
        else:
            yield (*path, key), value


@every_look
def test_text_of_every_tone_can_be_read_on_its_tint(look: dict[str, str]) -> None:
    c = theme(look).color
    least = 7 if look["contrast"] == "high" else 4.5
    for tone in TONES:
        for ink in (f"{tone}_ink", "ink", "ink_soft"):
            assert contrast(c.get(ink), c.get(f"{tone}_tint")) >= least  # type: ignore[arg-type]  # both exist


@every_look
def test_the_inverse_card_stands_out(look: dict[str, str]) -> None:
    c = theme(look).color
    assert min(difference(c.inverse, c.page), difference(c.inverse, c.surface)) >= 8


@pytest.mark.parametrize("strength", ["normal", "high"])
def test_the_dark_theme_is_dark_with_quiet_tints(strength: str) -> None:
    c = theme({"theme": "dark", "medium": "screen", "contrast": strength}).color
    assert luminance(c.page) < luminance(c.surface) < luminance(c.sunken) < luminance(c.inverse_raised) < 0.1
    for tone in TONES:
        tint, solid = oklch(c.get(f"{tone}_tint") or c.page), oklch(c.get(tone) or c.page)
        assert tint.lightness < 0.32
        assert tint.chroma < 0.05
        assert solid.chroma > 0.05 or tone == "neutral"
    assert difference(c.dots, c.page) < difference(c.line, c.page) < difference(c.line_strong, c.page)


@every_look
def test_numbers_can_be_read_on_every_tint_of_a_matrix(look: dict[str, str]) -> None:
    t = theme(look)
    least = 7 if look["contrast"] == "high" else 4.5
    tints = [t.color.get(f"{tone}_fill") or t.color.page for tone in TONES]
    grounds = [over(tint, ground) for tint in tints for ground in (t.color.page, t.color.surface)]
    assert min(contrast(t.matrix.color, ground) for ground in grounds) >= least


@every_look
def test_print_needs_black_ink_only(look: dict[str, str]) -> None:
    grey = all(max(c.red, c.green, c.blue) - min(c.red, c.green, c.blue) < 1e-3 for c in colors(theme(look)))
    assert grey == (look["medium"] == "print")
    if grey:
        assert theme(look).color.page == Color(1, 1, 1)


def test_print_does_not_depend_on_the_theme() -> None:
    for strength in ("normal", "high"):
        light, dark = (theme({"theme": t, "medium": "print", "contrast": strength}) for t in ("light", "dark"))
        assert colors(light) == colors(dark)


def test_the_dark_theme_moves_nothing() -> None:
    """So one SVG can follow the reader's setting."""
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    light, dark = (Renderer(theme({**LOOKS[0], "theme": t})) for t in ("light", "dark"))
    for named in found:
        one, other = paint(light.place(named)), paint(dark.place(named))
        assert (one.width, one.height) == (other.width, other.height)
        assert [type(operation) for operation in one.operations] == [type(operation) for operation in other.operations]
