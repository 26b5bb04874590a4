"""The figures in docs/gallery are drawn as their pictures beside them show, and nothing is wrong with them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from layoutkit.cli import main
from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.docs.kept_pictures import assert_looks_as

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "docs" / "gallery"
PAGE = (GALLERY / "README.md").read_text(encoding="utf-8")
SCRIPTS = sorted(GALLERY.glob("*.py"))
MOST_LINES = 75
MOST_BYTES = 150_000
SMALLER = 2
"""Device pixels along the side of a square whose mean is compared."""


@cache
def renderer() -> Renderer:
    return Renderer(load_theme(GALLERY / "tokens.toml"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_figure_looks_as_its_picture(script: Path) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    (named,), failed = load_figures([script])
    assert failed == []
    placed = renderer().place(named)
    assert [fault.diagnostic.message for fault in check(renderer(), named, placed)] == []
    picture = renderer().picture(named, placed, renderer().theme.output.page)
    assert_looks_as(script.with_suffix(".png"), picture, SMALLER)


@pytest.mark.slow
def test_nothing_is_wrong_with_the_gallery_in_any_mode(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(GALLERY), "--tokens", str(GALLERY / "tokens.toml")]) == 0
    assert capsys.readouterr().out.endswith(": 0 errors, 0 warnings\n")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_script_is_short_and_its_picture_small(script: Path) -> None:
    lines = [line for line in script.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len([line for line in lines if not line.lstrip().startswith("#")]) <= MOST_LINES
    assert script.with_suffix(".png").stat().st_size < MOST_BYTES


def test_the_page_shows_each_picture_with_its_script() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\.png\)", PAGE)
    linked = re.findall(r"\[([^\]]+\.py)\]\(\1\)", PAGE)
    assert shown == [script.stem for script in SCRIPTS]
    assert linked == [script.name for script in SCRIPTS]
