"""The token file of the tests: as it is, changed, and refused."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from layoutkit.check.broken_contracts import broken_contracts
from layoutkit.diagnostics import LayoutkitError
from layoutkit.tokens import Theme, load_all, load_theme

if TYPE_CHECKING:
    from layoutkit.diagnostics import Diagnostic

__all__ = ["SMALL", "faults", "loaded", "small_theme", "told", "written"]

FOLDER = Path(__file__).parent
SMALL = (FOLDER / "small.toml").read_text()


@cache
def small_theme() -> Theme:
    """The theme as it is."""
    return load_theme(FOLDER / "small.toml")


def written(folder: Path, *changes: tuple[str, str], add: str = "") -> Path:
    """A changed copy in another folder; its fonts are still found."""
    text = SMALL.replace("../../fonts", str(FOLDER.parents[1] / "fonts"))
    for old, new in changes:
        assert old in text, f"{old!r} does not occur in small.toml"
        text = text.replace(old, new, 1)
    path = folder / "tokens.toml"
    path.write_text(text + add)
    return path


def loaded(folder: Path, *changes: tuple[str, str], add: str = "") -> Theme:
    """The theme of a changed copy."""
    return load_theme(written(folder, *changes, add=add))


def faults(path: Path) -> tuple[Diagnostic, ...]:
    """What is wrong with a token file, as ``layoutkit tokens check`` reports it."""
    found = told(path)
    assert found
    return found


def told(path: Path) -> tuple[Diagnostic, ...]:
    """The same of a file with which nothing may be wrong."""
    try:
        return broken_contracts([*load_all(path)]).findings
    except LayoutkitError as raised:
        return raised.diagnostics
