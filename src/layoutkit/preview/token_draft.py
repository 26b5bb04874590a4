"""A token file with edits that are not saved yet: its themes, its text, and the values of the solver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import LayoutkitError, error
from layoutkit.tokens.faults import Faults
from layoutkit.tokens.load import load_all, themes_of
from layoutkit.tokens.rewrite import rewritten
from layoutkit.tokens.solve import solve
from layoutkit.tokens.source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from layoutkit.preview.frames import Message
    from layoutkit.tokens import Themes
    from layoutkit.tokens.rewrite import Path as KeyPath
    from layoutkit.tokens.rewrite import Value

__all__ = ["Edits", "edited_themes", "raw_at", "rewriting", "solved"]

Edits = dict["KeyPath", "Value"]


def edited_themes(path: Path, edits: Mapping[KeyPath, Value]) -> Themes:
    """The themes of a token file with some edits.

    Raises:
        LayoutkitError: the file, or an edit, has errors.
    """
    if not edits:
        return load_all(path)
    faults = Faults()
    themes = themes_of(parse_source(path, _plain(_edited(_bytes(path), edits))), faults)
    themes.check_names(faults)
    faults.stop()
    return themes


def rewriting(path: Path, edits: Mapping[KeyPath, Value]) -> Message:
    """What the file has now, and what it would have; both as texts that stand for its very bytes.

    Raises:
        LayoutkitError: the file cannot be read, or would have errors.
    """
    before = _bytes(path)
    after = _edited(before, edits)
    tables = parse_source(path, _plain(before)).tables
    faults = Faults()
    themes_of(parse_source(path, _plain(after)), faults).check_names(faults)
    faults.stop()
    return {
        "before": before.decode("utf-8", "surrogateescape"),
        "after": after.decode("utf-8", "surrogateescape"),
        "now": [[list(key), raw_at(tables, key)] for key in edits],
    }


def raw_at(tables: Mapping[str, object], path: Iterable[str]) -> object:
    """What a file has for a key; None where it has nothing."""
    found: Any = tables
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found


def solved(themes: Themes) -> Message:
    """The changes of colours that keep every contract; or why there are none."""
    plan = solve(themes, set())
    return {
        "changes": [
            {
                "path": list(one.path),
                "token": one.token,
                "value": one.value,
                "before": one.before.hex,
                "after": one.after.hex,
                "modes": one.modes,
                "contracts": list(one.contracts),
            }
            for one in plan.changes
        ],
        "conflicts": [one.diagnostic().message for one in plan.conflicts],
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise error("tokens-file", f"cannot read {path}: {cause.strerror}") from None


def _plain(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as cause:
        raise error("tokens-file", f"the token file is not UTF-8 text: byte {cause.start} cannot be decoded") from None


def _edited(data: bytes, edits: Mapping[KeyPath, Value]) -> bytes:
    mark = b"\xef\xbb\xbf"
    begins = mark if data.startswith(mark) else b""
    text = data.removeprefix(mark).decode("utf-8", "surrogateescape")
    try:
        return begins + rewritten(text, edits).encode("utf-8", "surrogateescape")
    except (ValueError, IndexError):
        raise LayoutkitError(*error("toml-syntax", "the token file is not TOML; fix it first").diagnostics) from None
