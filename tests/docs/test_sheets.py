"""The sheets in docs/sheets are drawn as their pictures beside them show."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from layoutkit.cli import main
from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.components.declared import COMPONENTS
from tests.docs.kept_pictures import assert_looks_as

ROOT = Path(__file__).parents[2]
SHEETS = sorted((ROOT / "docs" / "sheets").glob("*.py"))


@pytest.mark.parametrize("script", SHEETS, ids=lambda script: script.stem)
def test_a_sheet_looks_as_its_picture(script: Path) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    (named,), failed = load_figures([script])
    assert failed == []
    renderer = Renderer(load_theme(ROOT / "tokens.toml"))
    placed = renderer.place(named)
    assert [fault.diagnostic.message for fault in check(renderer, named, placed)] == []
    picture = renderer.picture(named, placed, renderer.theme.output.web)
    assert_looks_as(script.with_suffix(".png"), picture)


def test_there_is_a_sheet_of_components_and_one_of_arrows() -> None:
    assert [script.stem for script in SHEETS] == ["02-components", "03-routing"]


def test_the_sheet_shows_every_component() -> None:
    names = {*COMPONENTS, "Arrow", "Icon"}
    source = ast.parse((ROOT / "docs" / "sheets" / "02-components.py").read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(source) if isinstance(node, ast.Name)}
    assert names <= used


@pytest.mark.parametrize("script", SHEETS, ids=lambda script: script.stem)
def test_nothing_is_wrong_with_a_sheet_in_any_mode(script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(script), "--tokens", str(ROOT / "tokens.toml")]) == 0
    assert capsys.readouterr().out.endswith(": 0 errors, 0 warnings\n")
