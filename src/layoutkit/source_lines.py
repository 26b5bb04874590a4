"""The lines of source files, as messages show them; a file is read once, however many findings lie in it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

__all__ = ["source_line"]

_FILES = 64
"""Files kept in memory; a series has a script for each figure and a few helpers."""


def source_line(path: Path, line: int) -> str | None:
    """One line of a source file without its line end, counted from 1; None where it cannot be read."""
    try:
        name = os.path.abspath(path)  # noqa: PTH100 - symbolic links stay
        state = os.stat(name)  # noqa: PTH116 - a Path costs more than the call
    except (OSError, ValueError):  # no such file or folder, or a null byte in the name
        return None
    lines = _lines(name, state.st_mtime_ns, state.st_size)
    return lines[line - 1] if 0 < line <= len(lines) else None


@lru_cache(maxsize=_FILES)
def _lines(name: str, _changed: int, _size: int) -> tuple[str, ...]:
    """All lines of a file in the state that its time and size tell; none where it is no UTF-8 text."""
    try:
        text = Path(name).read_text(encoding="utf-8")  # with universal newlines, as the interpreter counts lines
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(text.split("\n"))
