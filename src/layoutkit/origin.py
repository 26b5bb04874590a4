"""Where in the author's scripts a value was made.

A node remembers the call frames of the author as ``(code, instruction)`` pairs, which is cheap;
the exact line and columns are looked up (PEP 657) only when a message is printed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import CodeType, TracebackType

__all__ = ["Origin", "Place", "caller_origin", "places_of_traceback"]

_NOT_THE_AUTHOR = (str(Path(__file__).parent), "<frozen")
"""How the files of this package and of the interpreter's own modules begin: `python -m` starts in one of those."""
_DEEPEST = 8
"""Frames kept for one node: a helper that calls a helper rarely goes deeper."""


@dataclass(frozen=True, slots=True)
class Place:
    """A span of source text."""

    path: Path
    """The file, as the interpreter or the loader names it."""
    line: int
    """First line, counted from 1."""
    column: int
    """First column, in characters counted from 1; 0 where only the line is known."""
    end_line: int
    """Last line, counted from 1."""
    end_column: int
    """One past the last column, in characters counted from 1; 0 where only the line is known."""


Origin = tuple[tuple["CodeType", int], ...]
"""The author's frames, innermost first, as code object and index of its last instruction."""


def caller_origin() -> Origin:
    """The frames outside this package that led here, innermost first; empty if there are none."""
    frame = sys._getframe(1)  # noqa: SLF001 - the inspect module takes 40 times as long
    while frame is not None and frame.f_code.co_filename.startswith(_NOT_THE_AUTHOR):
        frame = frame.f_back  # type: ignore[assignment]  # None ends the loop
    found: list[tuple[CodeType, int]] = []
    while frame is not None and len(found) < _DEEPEST and not frame.f_code.co_filename.startswith(_NOT_THE_AUTHOR):
        found.append((frame.f_code, frame.f_lasti))
        frame = frame.f_back  # type: ignore[assignment]  # None ends the loop
    return tuple(found)


def places(origin: Origin) -> tuple[Place, ...]:
    """The source spans of an origin, innermost first."""
    return tuple(_place(code, lasti) for code, lasti in origin)


def places_of_traceback(traceback: TracebackType | None) -> tuple[Place, ...]:
    """The author's part of a traceback, innermost first: the frames outside this package."""
    found: list[Place] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if not code.co_filename.startswith(_NOT_THE_AUTHOR):
            found.append(_place(code, traceback.tb_lasti))
        traceback = traceback.tb_next
    return tuple(reversed(found))


def _place(code: CodeType, lasti: int) -> Place:
    line, end_line, column, end_column = next(islice(code.co_positions(), lasti // 2, None), (None, None, None, None))
    path = Path(code.co_filename)
    if line is None:
        return Place(path, code.co_firstlineno, 0, code.co_firstlineno, 0)
    if end_line is None or column is None or end_column is None:
        return Place(path, line, 0, line, 0)
    return Place(path, line, _characters(path, line, column) + 1, end_line, _characters(path, end_line, end_column) + 1)


def _characters(path: Path, line: int, byte_column: int) -> int:
    """Characters before a column that the interpreter counts in UTF-8 bytes."""
    text = source_line(path, line)
    return byte_column if text is None else len(text.encode()[:byte_column].decode(errors="replace"))


def source_line(path: Path, line: int) -> str | None:
    """One line of a source file without its line end, or None where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as file:
            text = next(islice(file, line - 1, None), None)
    except (OSError, UnicodeDecodeError):
        return None
    return None if text is None else text.rstrip("\r\n")
