"""The series itself, in every combination of modes: no error, and no fault that had to be allowed."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layoutkit.build import Studio, load_figures
from layoutkit.nodes.node import descendants
from layoutkit.tokens import load_all

if TYPE_CHECKING:
    from layoutkit.discover import NamedFigure
    from layoutkit.tokens import Themes

ROOT = Path(__file__).parents[2]
NAMES = tuple(sorted(path.stem for path in (ROOT / "figures").glob("[0-9]*.py")))


@functools.cache
def themes() -> Themes:
    return load_all(ROOT / "tokens.toml")


@functools.cache
def figures() -> dict[str, NamedFigure]:
    found, failed = load_figures([ROOT / "figures"])
    assert failed == []
    return {named.name: named for named in found}


@pytest.mark.parametrize("name", NAMES)
def test_no_error_in_any_mode(name: str) -> None:
    for theme in themes():
        studio = Studio.open(theme)
        placed = studio.place(figures()[name])
        errors = [f.diagnostic.message for f in studio.check(figures()[name], placed) if f.is_error]
        assert errors == [], theme.selection
        assert all("allow" not in node.props for node in descendants(placed.root.box.node))
