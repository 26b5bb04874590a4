"""Short ways to examine a figure that is given as text."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.loading import load_figures
from layoutkit.policy import check
from layoutkit.renderer import Renderer
from layoutkit.tokens import load_theme
from tests.tokens.test_changes import changed

if TYPE_CHECKING:
    from layoutkit.check.examine import OpenFinding

ROOT = Path(__file__).parents[2]
IMPORTS = "from layoutkit import *\n\n\n"


@functools.cache
def renderer() -> Renderer:
    """The series' own look."""
    return Renderer(load_theme(ROOT / "tokens.toml"))


def theme_with(folder: Path, tokens: tuple[tuple[str, str], ...]) -> Renderer:
    """The series' look with other tokens, without contracts."""
    path = folder / "tokens.toml"
    path.write_text(changed(dict(tokens), contracts=False))
    return Renderer(load_theme(path))


def faults(
    script: str, folder: Path, *, allowed: frozenset[str] = frozenset(), look: Renderer | None = None
) -> list[OpenFinding]:
    """All faults of a script's only figure, in the series' own look or another."""
    path = folder / "01-example.py"
    path.write_text(IMPORTS + script, encoding="utf-8")
    (named,), failed = load_figures([path])
    assert not failed
    look = look or renderer()
    placed = look.place(named)
    return check(look, named, placed, allowed=allowed)


def rules(script: str, folder: Path) -> list[str]:
    """The ids of all faults."""
    return [fault.diagnostic.rule for fault in faults(script, folder)]
