"""The example of docs/arrows.md works as it is printed; the sheet's routes are as they were looked at."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from docs.page_pictures import DOCS, PICTURES, run_blocks
from layoutkit.cli import main
from layoutkit.loading import load_figures
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.docs.kept_pictures import assert_looks_as
from tests.tokens.merged import tables

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "arrows.md").read_text(encoding="utf-8")
ROUTES = Path(__file__).with_name("routes.txt")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_examples_look_as_their_pictures() -> None:
    """``make docs`` draws the pictures anew; look at them."""
    theme, made = load_theme(), run_blocks("arrows.md")
    for name, file in PICTURES["arrows.md"].items():
        assert [finding.message for finding in made[name].check(theme)] == []
        assert_looks_as(DOCS / file, made[name].render(theme, scale=1), 2)


def test_the_example_renders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "01-exemplo.py"
    script.write_text(block("python"), encoding="utf-8")
    arguments = ["render", str(script), "--tokens", str(ROOT / "tokens.toml"), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--target", "web"]) == 0, capsys.readouterr().err


def test_the_tokens_are_those_of_the_series() -> None:
    assert tomllib.loads(block("toml"))["arrow"] == tables()["arrow"]


def test_the_sheet_has_the_routes_that_were_looked_at() -> None:
    """A line each: corners in px. Where they change, look at the sheet before you write the new ones."""
    (named,), failed = load_figures([ROOT / "docs" / "sheets" / "03-routing.py"])
    assert failed == []
    placed = Renderer(load_theme(ROOT / "tokens.toml")).place(named)
    assert placed.faults == ()
    routes = [" ".join(f"{p.x:.0f},{p.y:.0f}" for p in route.points) for route in placed.routes]
    assert routes == ROUTES.read_text(encoding="utf-8").splitlines()
