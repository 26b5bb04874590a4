"""The base theme: complete in every mode, and the package's components look well in it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import layoutkit.components  # noqa: F401 - declares all tables
from layoutkit.base import TOKENS
from layoutkit.color import Color, contrast, luminance, over
from layoutkit.color.difference import difference
from layoutkit.color.spaces import oklch
from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import Theme, Themes, load_all, load_theme
from layoutkit.tokens.contracts import measure
from layoutkit.tokens.tables import TONE, registry
from tests.check.figures import faults

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((Path(__file__).parent / "figures").glob("*.py"))
SHEETS = sorted((ROOT / "docs" / "sheets").glob("*.py"))
PACKAGE = tuple(registry)
"""The components of the package, before any test declares one of its own."""
TONES = ("accent", "positive", "negative", "caution", "neutral")
AXES = {
    "theme": ("light", "dark"),
    "medium": ("screen", "print"),
    "contrast": ("normal", "high"),
    "width": ("wide", "narrow"),
}


@cache
def themes() -> Themes:
    return load_all(TOKENS)


def series() -> Theme:
    return load_theme(ROOT / "tokens.toml")


def test_it_has_every_mode_and_output_of_the_series() -> None:
    assert len(list(themes())) == 16
    assert {axis: {theme.selection.values[axis] for theme in themes()} for axis in AXES} == {
        axis: set(values) for axis, values in AXES.items()
    }
    assert list(themes().default.output) == list(series().output) == ["web", "phone", "print", "pdf", "svg"]


def test_its_tones_are_general() -> None:
    assert themes().default.tones == TONES


def test_every_declared_table_is_there() -> None:
    names = {table.name for one in PACKAGE for table in one.tables}
    assert "card" in names
    for theme in themes():  # a table of a tone may be left out: its colours are derived
        assert {name for name in names if TONE not in name} - set(theme.components) == set()


def test_everything_that_components_read_is_there_in_every_mode() -> None:
    for theme in themes():
        read = {name.replace(TONE, tone) for one in PACKAGE for name in one.reads for tone in theme.tones}
        sections = {**theme.tables}
        missing = [name for name in read if name.partition(".")[0] not in sections]
        missing += [name for name in read if "." in name and name.partition(".")[2] not in sections[name.split(".")[0]]]
        assert missing == []


def test_no_corner_is_round_without_radii(tmp_path: Path) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text('extends = "layoutkit"\n[radius]\ns = 0\nm = 0\nl = 0\n')
    components = load_theme(path).components
    radii = {name: tokens.get("radius") for name, tokens in components.items() if "radius" in tokens}
    assert {"arrow", "badge", "pill", "step", "swatch"} <= radii.keys()
    assert set(radii.values()) == {0.0}


def test_every_promise_is_kept_in_every_mode() -> None:
    for theme in themes():
        assert [found.sentence for found in measure(theme) if not found.kept] == []


def test_it_is_not_the_series_in_disguise() -> None:
    base, other = themes().default, series()
    assert difference(base.color.accent, other.color.instruction) > 20
    assert base.radius.l != other.radius.l
    assert base.type.title.size != other.type.title.size
    assert not {file.name for file in (TOKENS.parent / "fonts").glob("*.ttf")} & {
        "google-sans-700.ttf",
        "roboto-400.ttf",
    }


@pytest.mark.parametrize("strength", ["normal", "high"])
def test_the_dark_theme_is_dark_with_quiet_tints(strength: str) -> None:
    wanted = {"theme": "dark", "medium": "screen", "contrast": strength, "width": "wide"}
    c = next(theme for theme in themes() if theme.selection.values == wanted).color
    assert luminance(c.page) < luminance(c.surface) < luminance(c.sunken) < luminance(c.inverse_raised) < 0.1
    for tone in TONES[:4]:
        tint, solid = oklch(c.get(f"{tone}_tint") or c.page), oklch(c.get(tone) or c.page)
        assert tint.lightness < 0.32
        assert tint.chroma < 0.05 < solid.chroma


def test_print_needs_black_ink_only() -> None:
    for theme in themes():
        values = [value for tokens in theme.sections().values() for _, value in tokens.items()]
        colors = [value for value in values if isinstance(value, Color)]
        colors += [shadow.color for _, shadow in theme.shadow.items()]
        grey = all(max(c.red, c.green, c.blue) - min(c.red, c.green, c.blue) < 1e-3 for c in colors)
        assert grey == (theme.selection.values["medium"] == "print")


def test_numbers_can_be_read_on_every_tint_of_a_matrix() -> None:
    for t in themes():
        least = 7 if t.selection.values["contrast"] == "high" else 4.5
        tints = [t.color.get(f"{tone}_fill") or t.color.ink for tone in TONES]
        tints += [t.matrix_above.background, t.matrix_below.background]
        grounds = [over(tint, ground) for tint in tints for ground in (t.color.page, t.color.surface)]
        assert min(contrast(t.matrix.color, ground) for ground in grounds) >= least


def findings(script: Path, theme: Theme) -> list[str]:
    """What the rules say of a script's only figure."""
    (named,), failed = load_figures([script])
    assert failed == []
    renderer = Renderer(theme)
    return [fault.diagnostic.message for fault in check(renderer, named, renderer.place(named))]


@pytest.mark.parametrize("script", SHEETS, ids=lambda script: script.stem)
def test_nothing_is_wrong_with_a_sheet(script: Path) -> None:
    for look in ({"theme": "light"}, {"theme": "dark", "contrast": "high"}, {"medium": "print"}):
        theme = next(theme for theme in themes() if look.items() <= theme.selection.values.items())
        assert findings(script, theme) == [], str(theme.selection)


@pytest.mark.parametrize("script", EXAMPLES, ids=lambda script: script.stem)
def test_nothing_is_wrong_with_an_example_in_any_look(script: Path) -> None:
    """Cards and arrows, numbers, code and steps, speech: on wide and on narrow pages."""
    assert len(EXAMPLES) == 4
    for theme in themes():
        assert findings(script, theme) == [], str(theme.selection)


LATIN_OF_EUROPE = (
    "Größe Übermaß ação œuvre naïve Ærø Þórr ŷ ŵ ġ ħ ŀ ŋ đ łódź žluť ő ű ș ț ğ İ ķ ļ š č ř ě ů ą ę ė į ų ū ñ ¿¡ „“ «»",
    "θ̂ x̄ σ² ∑ ∏ √ ∞ ≈ ≠ ≤ ≥ ∂ ∇ ∈ × ÷ − ± → ← ↑ ↓ ⇒ ✓ ✗ ★ ☆ ☐ ☑ ● ○ ■ □ ▲ ▼ ◆ € £ % ‰ № § © ™ …",
)


@pytest.mark.parametrize("role", ["title", "body", "code", "label"])
@pytest.mark.parametrize("text", LATIN_OF_EUROPE, ids=["letters", "signs"])
def test_every_sign_is_there(text: str, role: str, tmp_path: Path) -> None:
    script = f"""@figure(title="Signs", alt="Letters and signs of every kind.", language="en")
def signs(t: Theme) -> Node:
    return Column(Text({text!r}, role={role!r}))
"""
    found = [fault.diagnostic for fault in faults(script, tmp_path, look=Renderer(themes().default))]
    assert [each.message for each in found if each.rule == "missing-glyph"] == []
