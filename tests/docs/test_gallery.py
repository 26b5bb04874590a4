"""The figures in docs/gallery are drawn as their pictures beside them show, and nothing is wrong with them."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from layoutkit.cli import main
from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.goldens.comparing import compared, side_by_side

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


def small(picture: Image.Image) -> Image.Image:
    return picture.convert("RGB").reduce(SMALLER)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_figure_looks_as_its_picture(script: Path) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    (named,), failed = load_figures([script])
    assert failed == []
    placed = renderer().place(named)
    assert [fault.diagnostic.message for fault in check(renderer(), named, placed)] == []
    with Image.open(io.BytesIO(renderer().picture(named, placed, renderer().theme.output.page))) as drawn:
        now = small(drawn)
    with Image.open(script.with_suffix(".png")) as kept:
        before = small(kept)
    change = compared(before, now)
    if change.counts:
        shown = ROOT / "out" / "goldens" / f"{script.stem}.png"
        shown.parent.mkdir(parents=True, exist_ok=True)
        side_by_side(before, now, script.stem).save(shown)
        pytest.fail(f"{script.stem} {change}. See {shown.relative_to(ROOT)}; if it is meant, run `make docs`")


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
