"""The lines of source files, as messages show them; a file is read once, however many findings lie in it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from layoutkit.cells import cell_source

__all__ = ["source_bytes", "source_line"]

_FILES = 64
"""Files kept in memory; a series has a script for each figure and a few helpers."""


def source_line(path: Path, line: int) -> str | None:
    """One line of a source file without its line end, counted from 1; None where it cannot be read."""
    state = _state(path)
    lines = _lines(*state) if state else _split(cell_source(str(path)) or "")
    return lines[line - 1] if 0 < line <= len(lines) else None


def source_bytes(path: Path) -> bytes | None:
    """A whole source file, or the cell of a notebook; None where it cannot be read."""
    state = _state(path)
    if state:
        return _bytes(*state)
    source = cell_source(str(path))
    return None if source is None else source.encode()


def _state(path: Path) -> tuple[str, int, int] | None:
    """The name, time and size of a file, which change where its text does; None where there is no such file."""
    try:
        name = os.path.abspath(path)  # noqa: PTH100 - symbolic links stay
        state = os.stat(name)  # noqa: PTH116 - a Path costs more than the call
    except (OSError, ValueError):  # no such file or folder, or a null byte in the name
        return None
    return name, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=_FILES)
def _bytes(name: str, _changed: int, _size: int) -> bytes | None:
    try:
        return Path(name).read_bytes()
    except OSError:
        return None


@lru_cache(maxsize=_FILES)
def _lines(name: str, changed: int, size: int) -> tuple[str, ...]:
    """All lines, as the interpreter counts them; none where the file is not UTF-8 text."""
    source = _bytes(name, changed, size)
    if source is None:
        return ()
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError:
        return ()
    return _split(text)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
