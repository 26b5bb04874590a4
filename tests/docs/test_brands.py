"""Brands: short token files whose colours stay as they are, and with which nothing is wrong in any mode."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit import check_figures
from layoutkit.color import contrast, parse_hex
from layoutkit.color.spaces import oklch
from layoutkit.looks import LOOKS
from layoutkit.tokens import Themes, load_all
from layoutkit.tokens.essentials import DECISIONS
from tests.base.test_base_theme import findings
from tests.docs.kept_pictures import small
from tests.goldens.comparing import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.color import Color

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "brands"
FIGURE = FOLDER / "bread.py"
BRANDS = sorted(path.stem for path in FOLDER.glob("*.toml"))
MODES: tuple[dict[str, str], ...] = (
    {"theme": "light"},
    {"theme": "dark"},
    {"theme": "dark", "contrast": "high", "width": "narrow"},
)

every_brand = pytest.mark.parametrize("brand", BRANDS)


@cache
def themes(brand: str) -> Themes:
    return load_all(FOLDER / f"{brand}.toml")


@every_brand
def test_a_brand_takes_fifteen_lines(brand: str) -> None:
    lines = [line for line in (FOLDER / f"{brand}.toml").read_text("utf-8").splitlines() if line]
    assert lines[0].startswith("# ")
    assert sum(not line.startswith("#") for line in lines) <= 15
    assert max(map(len, lines)) <= 120


def said(brand: str, theme: str) -> dict[str, str]:
    """The tones that a brand names for a theme."""
    file = tomllib.loads((FOLDER / f"{brand}.toml").read_text("utf-8"))
    changed = file.get("mode", {}).get("theme", {}).get(theme, {}).get("tone", {})
    return {**file["tone"], **changed}


def solids(brand: str, theme: str) -> Iterator[tuple[Color, Color]]:
    """What a brand says of each tone, and what shapes of the tone are painted with."""
    colors = themes(brand).theme({"theme": theme}).color
    for tone, written in said(brand, theme).items():
        solid, own = colors.get(tone), parse_hex(written)
        assert solid
        assert own
        yield own, solid


@every_brand
def test_the_colours_of_a_brand_are_its_own(brand: str) -> None:
    for own, solid in solids(brand, "light"):
        assert solid.hex == own.hex


@every_brand
def test_the_dark_theme_has_the_hues_of_the_brand(brand: str) -> None:
    for own, solid in solids(brand, "dark"):
        if oklch(own).chroma > 0.03:
            assert abs((oklch(own).hue - oklch(solid).hue + 180) % 360 - 180) < 2
            assert oklch(solid).chroma > 0.6 * oklch(own).chroma


@every_brand
def test_the_inverse_card_of_a_brand_is_its_own(brand: str) -> None:
    file = tomllib.loads((FOLDER / f"{brand}.toml").read_text("utf-8"))
    inverse = file.get("color", {}).get("inverse")
    if inverse:
        assert themes(brand).theme({"theme": "light"}).color.inverse.hex == inverse.lower()


@every_brand
def test_cards_are_seen_on_white_paper(brand: str) -> None:
    for theme in themes(brand):
        if theme.selection.values["medium"] == "print":
            assert contrast(theme.card.border, theme.color.page) >= 1.25


def test_dracula_is_dark_where_nothing_else_is_said() -> None:
    assert themes("dracula").default.color.page.hex == "#282a36"


@every_brand
def test_nothing_is_wrong_with_a_figure(brand: str) -> None:
    for modes in MODES:
        theme = themes(brand).theme(modes)
        assert findings(FIGURE, theme) == [], str(theme.selection)


@pytest.mark.slow
@every_brand
def test_nothing_is_wrong_with_any_component(brand: str) -> None:
    """But that a bar without a tone is like one with a tone where all tones are black."""
    for modes in MODES[:2]:
        theme = themes(brand).theme(modes)
        found = findings(ROOT / "docs" / "sheets" / "02-components.py", theme)
        assert [message for message in found if brand != "notebook" or "has no tone" not in message] == []


@pytest.mark.slow
@every_brand
def test_nothing_is_wrong_in_any_mode(brand: str) -> None:
    report = check_figures(FIGURE, tokens=FOLDER / f"{brand}.toml")
    assert report.summary == "1 figure, 16 modes: 0 errors, 0 warnings"


@pytest.mark.slow
def test_the_picture_is_what_the_brands_show_now(tmp_path: Path) -> None:
    """``make docs`` draws it anew; look at it."""
    command = [sys.executable, str(FOLDER / "render.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr == ""
    with Image.open(tmp_path / "brands.png") as drawn, Image.open(FOLDER / "brands.png") as kept:
        assert drawn.size == kept.size, "run `make docs`"
        change = compared(small(kept), small(drawn))
    assert not change.counts, f"brands.png {change}; if it is meant, run `make docs`"


# -- the page -----------------------------------------------------------------------------------------

PAGE = (ROOT / "docs" / "brands.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_begins_with_a_whole_brand() -> None:
    assert EXAMPLES[0] == (FOLDER / "nubank.toml").read_text("utf-8")


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_the_examples_load(number: int, tmp_path: Path) -> None:
    text = EXAMPLES[number]
    path = tmp_path / "tokens.toml"
    (tmp_path / "fonts").symlink_to(ROOT / "fonts")
    path.write_text(text if "extends" in text else f'extends = "layoutkit"\n{text}', "utf-8")
    assert load_all(path).default.tones


def test_the_page_has_the_decisions_and_the_tokens_of_the_list() -> None:
    rows = re.findall(r"^\| ([a-z ]+) \| (`.*?) \| ", PAGE.partition("## What to decide")[2], re.MULTILINE)
    assert [name for name, _ in rows[: len(DECISIONS)]] == [decision.name for decision in DECISIONS]
    told = [re.findall(r"`([a-z_.]+)`", tokens) for _, tokens in rows[: len(DECISIONS)]]
    for decision, names in zip(DECISIONS, told, strict=True):
        fixed = [name for name in decision.tokens if "*" not in name and name != "color.accent"]
        assert all(any(token == name or token.startswith(name) for name in names) for token in fixed), decision.name


def test_every_look_and_brand_is_on_the_page() -> None:
    assert [look for look in LOOKS if f'"layoutkit/{look}"' not in PAGE] == []
    assert len(BRANDS) == 11
