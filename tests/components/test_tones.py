"""Tones are open: any name with four colours is one, and what is none is reported at the author's line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from layoutkit.diagnostics import Diagnostic, LayoutkitError
from layoutkit.loading import load_figures
from layoutkit.renderer import Renderer
from layoutkit.style.values import Values
from layoutkit.tokens import load_theme
from layoutkit.tokens.stub import stub
from layoutkit.tokens.tones import OfTone
from tests.tokens.merged import overriding

if TYPE_CHECKING:
    from pathlib import Path

BRAND = {"brand": "#7A2E8E", "brand_ink": "#5A1F6B", "brand_line": "#C79AD3", "brand_tint": "#F5EAF8"}
EVERYWHERE = (
    'Pill("a", tone={0!r})',
    "Badge(1, tone={0!r})",
    'Card(Text("a"), label="b", header="c", tone={0!r})',
    'Card(Text("a"), tone={0!r}, kind="tinted")',
    'Card(Text("a"), tone={0!r}, kind="optional")',
    'IconCircle("check", tone={0!r})',
    'Cell("1", tone={0!r})',
    "Matrix([[0.5, 0.1]], tone={0!r}, marked=[(0, 0)])",
    "Matrix([[-0.5, 0.1]], below={0!r})",
    "Vector([0.5], tone={0!r})",
    'TokenStrip({{"T": ["a"]}}, [StripGroup("g", 1, {0!r})])',
    "Meter(0.5, tone={0!r})",
    'Bars([Bar("a", 1, "1", {0!r})])',
    'Legend([("a", {0!r}, "solid")])',
    'Brace(label="a", tone={0!r})',
    'Bracket(label="a", tone={0!r})',
)


def renderer(folder: Path, colors: dict[str, str]) -> Renderer:
    path = folder / "tokens.toml"
    values: dict[tuple[str, ...], str] = {("color", name): f'"{value}"' for name, value in colors.items()}
    path.write_text(overriding(values, contracts=False), encoding="utf-8")
    return Renderer(load_theme(path))


def place(look: Renderer, folder: Path, node: str) -> None:
    path = folder / "01-example.py"
    path.write_text(
        "from layoutkit import *\nfrom layoutkit.components import *\n\n"
        '@figure(title="A", alt="B", language="en")\n'
        "def example(t: Theme) -> Node:\n"
        f"    return Column({node})\n",
        encoding="utf-8",
    )
    (named,), failed = load_figures([path])
    assert not failed
    look.place(named)


def refused(look: Renderer, folder: Path, node: str) -> Diagnostic:
    with pytest.raises(LayoutkitError) as raised:
        place(look, folder, node)
    (found,) = raised.value.diagnostics
    return found


@pytest.mark.parametrize("node", EVERYWHERE)
def test_any_name_with_its_colours_is_a_tone(node: str, tmp_path: Path) -> None:
    look = renderer(tmp_path, BRAND)
    assert look.theme.tones[0] == "brand"
    place(look, tmp_path, node.format("brand"))


@pytest.mark.parametrize("node", EVERYWHERE)
def test_a_misspelt_tone_is_reported_at_the_authors_line(node: str, tmp_path: Path) -> None:
    found = refused(renderer(tmp_path, BRAND), tmp_path, node.format("brnad"))
    assert found.rule == "unknown-token"
    assert found.message.startswith("there is no tone 'brnad'")
    assert found.hint == "did you mean 'brand'?"
    assert (found.places[0].path.name, found.places[0].line) == ("01-example.py", 6)


@pytest.mark.parametrize("tone", [5, 0.5, ["brand"], ("brand",)])
@pytest.mark.parametrize("node", EVERYWHERE)
def test_what_is_no_name_is_no_tone(node: str, tone: object, tmp_path: Path) -> None:
    found = refused(renderer(tmp_path, BRAND), tmp_path, node.format(tone))
    assert (found.rule, found.message) == ("bad-value", f"tone is {tone!r}; expected the name of a tone")
    assert found.hint.startswith("write one of brand, ")
    assert found.places[0].line == 6


def test_without_a_near_name_the_tones_are_listed(tmp_path: Path) -> None:
    found = refused(renderer(tmp_path, {}), tmp_path, 'Pill("a", tone="blue")')
    assert found.hint == "known here: accent, caution, instruction, negative, neutral, positive, response, wrong"


@pytest.mark.parametrize("part", ["", "_ink", "_line", "_tint"])
@pytest.mark.parametrize("node", ['Badge(1, tone="brand")', 'Pill("a", tone="brand")', 'Matrix([[1]], tone="brand")'])
def test_a_tone_with_a_part_missing_is_refused_with_its_name(part: str, node: str, tmp_path: Path) -> None:
    """Whether or not the component paints that part."""
    look = renderer(tmp_path, {name: value for name, value in BRAND.items() if name != f"brand{part}"})
    assert "brand" not in look.theme.tones
    found = refused(look, tmp_path, node)
    assert (found.rule, found.message) == ("missing-token", f"the tone 'brand' lacks color.brand{part}")
    assert found.hint.startswith(f"add brand{part} under [color]")
    assert found.places[0].line == 6


def test_a_matrix_takes_the_table_of_its_tone_or_else_a_share_of_its_colour(tmp_path: Path) -> None:
    theme = renderer(tmp_path, BRAND).theme
    with_table = OfTone("{matrix_below.border}", "negative", otherwise="{color.ink}")
    without = OfTone("{matrix_brand.border}", "brand", otherwise="{color.brand} / 24%")
    values = Values(theme, ())
    assert values.color(with_table, "border") == theme.color.caution
    assert values.color(without, "border") == replace(theme.color.brand, alpha=0.24)


def test_a_stub_exports_the_names_of_the_tones(tmp_path: Path) -> None:
    text = stub(renderer(tmp_path, BRAND).theme)
    names = '"brand", "accent", "positive", "negative", "caution", "neutral", "instruction", "response", "wrong"'
    assert f"\nTone: _TypeAlias = _Literal[{names}]\n" in text
