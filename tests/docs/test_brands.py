"""Brands: short token files whose colours stay as they are, and with which nothing is wrong in any mode."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit import check_figures
from layoutkit.color import parse_hex
from layoutkit.color.spaces import oklch
from layoutkit.tokens import Themes, load_all
from tests.base.test_base_theme import findings
from tests.docs.test_sheets import small
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


def test_dracula_is_dark_where_nothing_else_is_said() -> None:
    assert themes("dracula").default.color.page.hex == "#282a36"


@every_brand
def test_nothing_is_wrong_with_a_figure(brand: str) -> None:
    for modes in MODES:
        theme = themes(brand).theme(modes)
        assert findings(FIGURE, theme) == [], str(theme.selection)


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
