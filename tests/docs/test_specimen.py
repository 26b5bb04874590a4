"""The specimen sheet shows every type role, and the pictures in the repository are what it shows now."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from layoutkit import Text
from layoutkit.loading import load_figures
from layoutkit.tokens import load_theme
from tests.docs.kept_pictures import small
from tests.goldens.comparing import compared, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit import Node

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "specimen"
SERIES = load_theme(ROOT / "tokens.toml")
OWN = load_theme(FOLDER / "tokens.toml")


@cache
def rendered() -> tuple[Path, str]:
    """A folder with fresh pictures, and what was said meanwhile."""
    folder = Path(mkdtemp())
    command = [sys.executable, str(FOLDER / "render.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return folder, done.stderr


@pytest.mark.parametrize("name", ["specimen.png", "specimen@2x.png"])
def test_the_picture_is_what_the_sheet_shows_now(name: str) -> None:
    """``make docs`` draws the pictures anew; look at them."""
    with Image.open(rendered()[0] / name) as drawn, Image.open(FOLDER / name) as kept:
        assert drawn.size == kept.size, f"{name} is of another size; run `make docs`"
        assert drawn.getpixel((5, 5)) == kept.getpixel((5, 5))
        now, before = small(drawn), small(kept)
    change = compared(before, now)
    if change.counts:
        shown = ROOT / "out" / "goldens" / name
        shown.parent.mkdir(parents=True, exist_ok=True)
        side_by_side(before, now, name).save(shown)
        pytest.fail(f"{name} {change}. See {shown.relative_to(ROOT)}; if it is meant, run `make docs`")


def test_the_page_has_the_colour_of_the_tokens() -> None:
    page = SERIES.color.page
    with Image.open(FOLDER / "specimen.png") as picture:
        assert picture.convert("RGB").crop((5, 5, 6, 6)).tobytes().hex() == page.hex[1:7].lower()


def test_the_sheet_keeps_the_rules() -> None:
    assert rendered()[1] == ""


def test_every_type_role_is_shown() -> None:
    (named,), failed = load_figures([FOLDER / "01-specimen.py"])
    assert failed == []
    root = named.figure.build(OWN)
    texts = [node for node in below(root) if isinstance(node, Text)]
    roles = {text.props.get("role") for text in texts} | {span.role for text in texts for span in text.spans}
    assert set(OWN.type) <= roles
    samples = [text.plain for text in texts if text.props.get("role") in SERIES.type]
    assert "" not in samples


def below(node: Node) -> Iterator[Node]:
    """A node and all that is inside it."""
    yield node
    for child in node.children:
        yield from below(child)
