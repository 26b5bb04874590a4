"""Shadows with layers and spread, and shadows that are none."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator

from layoutkit import Card, Column
from layoutkit.geometry import Rect
from layoutkit.paint import paint
from layoutkit.paint.display import DropShadow
from layoutkit.paint.rounded import spread_radius
from layoutkit.tokens import load_all, load_theme
from layoutkit.tokens.json_schema import json_schema
from layoutkit.tokens.source import read_source
from tests.nodes.faults import marked
from tests.style.extended import extended, placed_in
from tests.tokens.small import faults, loaded, written

if TYPE_CHECKING:
    from pathlib import Path

TWO = 'soft = [{ offset_y = 1, blur = 2, color = "#FF0000" }, { blur = 8, spread = 4, color = "{color.ink} / 50%" }]'


def extending(folder: Path, tokens: str) -> Path:
    path = folder / "tokens.toml"
    path.write_text(f'extends = "layoutkit"\n{tokens}\n', encoding="utf-8")
    return path


def single(folder: Path) -> str:
    """The line of the shadow in the token file of the tests."""
    (line,) = (line for line in written(folder).read_text().split("\n") if line.startswith("soft = "))
    return line


def test_layers_are_shadows_the_topmost_first(tmp_path: Path) -> None:
    shadow = loaded(tmp_path, (single(tmp_path), TWO)).shadow.soft
    assert [(one.offset_y, one.blur, one.spread, one.color.hex) for one in shadow.layers] == [
        (1, 2, 0, "#ff0000"), (0, 8, 4, shadow.layers[1].color.hex),
    ]  # fmt: skip
    assert shadow.layers[1].color.alpha == pytest.approx(0.5)


def test_a_shadow_may_be_none(tmp_path: Path) -> None:
    theme = extended(tmp_path, '[shadow]\ncard = "none"')
    assert theme.shadow.card.layers == ()
    assert not [one for one in paint(placed_in(theme, Column(Card()))).ink if isinstance(one, DropShadow)]


def test_layers_are_painted_from_below(tmp_path: Path) -> None:
    layers = '{ offset_y = 1, blur = 2, color = "#FF0000" }, { offset_y = 9, blur = 8, spread = 4, color = "#0000FF" }'
    theme = extended(tmp_path, f"[shadow]\ncard = [{layers}]\n[page]\nwidth = 200\npadding_x = 20\npadding_y = 20")
    below, above = (one for one in paint(placed_in(theme, Column(Card(height=60)))).ink if isinstance(one, DropShadow))
    assert (below.color.hex, below.rect, below.radius) == ("#0000ff", Rect(16, 25, 168, 68), 16)
    assert (above.color.hex, above.rect, above.radius) == ("#ff0000", Rect(20, 21, 160, 60), 12)


@pytest.mark.parametrize(
    ("radius", "spread", "result"), [(0, 8, 0), (8, 8, 16), (12, 4, 16), (4, 8, 11), (10, -4, 6), (3, -4, 0), (5, 0, 5)]
)
def test_spread_keeps_square_corners_square(radius: float, spread: float, result: float) -> None:
    assert spread_radius(radius, spread) == pytest.approx(result)


def test_a_shadow_smaller_than_nothing_is_not_painted(tmp_path: Path) -> None:
    theme = extended(tmp_path, '[shadow]\ncard = { spread = -400, blur = 2, color = "#000" }')
    assert not [one for one in paint(placed_in(theme, Column(Card()))).ink if isinstance(one, DropShadow)]


MODES = '[modes]\ntheme = ["light", "dark"]\n[mode.theme.dark.shadow]\n'


def test_a_mode_changes_layers_one_by_one(tmp_path: Path) -> None:
    path = written(tmp_path, (single(tmp_path), TWO), add=f"{MODES}soft = [{{}}, {{ blur = 20 }}]")
    dark = load_theme(path, {"theme": "dark"}).shadow.soft
    assert [layer.blur for layer in dark.layers] == [2, 20]
    assert [layer.blur for layer in load_theme(path).shadow.soft.layers] == [2, 8]


@pytest.mark.parametrize(
    ("shadow", "change", "message", "hint"),
    [
        (TWO, "soft = [{}, {}, { blur = 3 }]", "a mode changes shadow.soft.[2], which does not exist",
         "say the same number of layers as outside [mode]: soft = [{ … }, { … }]"),
        (TWO, "soft = { blur = 3 }", "a mode changes shadow.soft.blur, which does not exist",
         "say the same number of layers as outside [mode]: soft = [{ … }, { … }]"),
        ("", "soft = [{ blur = 3 }]", "a mode changes shadow.soft.[0], which does not exist",
         "say the same number of layers as outside [mode]: soft = { … }"),
    ],
)  # fmt: skip
def test_a_mode_with_other_layers_is_refused(tmp_path: Path, shadow: str, change: str, message: str, hint: str) -> None:
    line = single(tmp_path)
    (found,) = faults(written(tmp_path, (line, shadow or line), add=f"{MODES}{change}"))
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("shadow", "message", "at"),
    [
        ("soft = [1]", "shadow.soft.[0] is not a table; expected keys such as offset_x, offset_y, blur", "1"),
        ('soft = [{ blur = 3, color = "#000" }, { blur = 3 }]', "shadow.soft.[1] lacks 'color' (a colour)", "blur"),
        ('soft = [{ blur = 3, color = "#000", x = 1 }]', "shadow.soft.[0] has no key 'x'", "x"),
        ('soft = [{ blur = -3, color = "#000" }]', "shadow.soft.[0].blur is -3; expected a length of at least 0", "-3"),
    ],
)
def test_a_faulty_layer_is_reported_at_its_place(tmp_path: Path, shadow: str, message: str, at: str) -> None:
    (found,) = faults(written(tmp_path, (single(tmp_path), shadow)))
    assert (found.message, marked(found)) == (message, at)


@pytest.mark.parametrize("shadow", ['card = [{ blur = 3, color = "#000" }]', 'card = "none"'])
def test_another_form_replaces_the_shadow_with_what_modes_change_of_it(tmp_path: Path, shadow: str) -> None:
    themes = load_all(extending(tmp_path, f"[shadow]\n{shadow}"))
    assert len({theme.shadow.card for theme in themes}) == 1


def test_the_same_form_keeps_what_modes_change(tmp_path: Path) -> None:
    themes = load_all(extending(tmp_path, "[shadow]\ncard = { spread = 3 }"))
    assert {theme.shadow.card.spread for theme in themes} == {3}
    assert len({theme.shadow.card.color for theme in themes}) > 1


@pytest.mark.parametrize(
    ("shadow", "right"),
    [
        ('card = "none"', True),
        ('card = [{ blur = 3, color = "#000" }]', True),
        ("card = { spread = 3 }", True),
        ('card = "some"', False),
        ("card = [1]", False),
    ],
)
def test_editors_know_all_forms(tmp_path: Path, shadow: str, right: bool) -> None:  # noqa: FBT001
    document = tomllib.loads(f'extends = "layoutkit"\n[shadow]\n{shadow}')
    assert (not list(Draft7Validator(json_schema()).iter_errors(document))) is right
    assert read_source(extending(tmp_path, f"[shadow]\n{shadow}")).tables
