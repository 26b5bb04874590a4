"""Where in the author's scripts a value was made.

A node remembers the call frames of the author as ``(code, instruction)`` pairs, which is cheap;
the exact line and columns are looked up (PEP 657) only when a message is printed.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

from layoutkit.source_lines import source_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType, TracebackType

__all__ = [
    "Location",
    "Origin",
    "called_by_author",
    "caller_origin",
    "instruction_positions",
    "is_authors",
    "is_authors_file",
    "is_importing",
    "locations",
    "locations_of_traceback",
]

_PACKAGE = str(Path(__file__).parent) + os.sep
_INTERPRETER = "<frozen"
"""How the names of the interpreter's own modules begin: ``python -m`` starts in one of those."""
_CELL = "<ipython-input-"
"""How the names of cells begin in a terminal; a kernel gives them names of files that do not exist."""
_STANDARD = str(Path(os.__file__).parent) + os.sep
"""The standard library's folder."""
_INSTALLED = (f"{os.sep}site-packages{os.sep}", f"{os.sep}dist-packages{os.sep}")
"""Folders of installed packages."""
_DEEPEST = 8
"""Frames kept for one node: a helper that calls a helper rarely goes deeper."""


@dataclass(frozen=True, slots=True)
class Location:
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


Origin = tuple[tuple[CodeType, int], ...]
"""The author's frames, innermost first, as code object and index of its last instruction."""


class _Owner(Enum):
    """Whose code a frame runs."""

    AUTHOR = 1
    LIBRARY = 2
    """Installed packages; figures may be one."""
    STANDARD = 3
    """The standard library, and code without a file, such as what a dataclass generates."""
    INTERPRETER = 4
    PACKAGE = 5
    """Layoutkit's own."""


@lru_cache(maxsize=4096)
def _owner(file: str) -> _Owner:
    if file.startswith(_PACKAGE):
        return _Owner.PACKAGE
    if file.startswith(_INTERPRETER):
        return _Owner.INTERPRETER
    if any(part in file for part in _INSTALLED):
        return _Owner.LIBRARY
    if file.startswith(("<", _STANDARD)) and not file.startswith(_CELL):
        return _Owner.STANDARD
    return _Owner.AUTHOR


def is_authors_file(file: str) -> bool:
    """Whether a file is the author's: no part of the interpreter, of this package, or of an installed one."""
    return _owner(file) is _Owner.AUTHOR


def caller_origin() -> Origin:
    """The author's frames that led here, innermost first.

    Where no frame is the author's, those of libraries are taken; empty where there are none either.
    """
    start = sys._getframe(1)  # noqa: SLF001 - the inspect module takes 40 times as long
    return _frames(start, _Owner.AUTHOR) or _frames(start, _Owner.LIBRARY) or _frames(start, _Owner.STANDARD)


def called_by_author(class_name: str) -> tuple[str, tuple[str, ...]]:
    """What the author called in this package, and the parameters that it has by name.

    Args:
        class_name: what to call it where it is a class, whose ``__init__`` may be inherited.
    """
    frame = sys._getframe(1)  # noqa: SLF001 - as above
    while frame.f_back is not None and _owner(frame.f_back.f_code.co_filename) is _Owner.PACKAGE:
        frame = frame.f_back
    code = frame.f_code
    own = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return (class_name, own[1:]) if code.co_name == "__init__" else (code.co_name, own)


def is_importing() -> bool:
    """Whether the author's code that led here runs because other code of the author's imports it."""
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - as above
    authors = False
    while frame is not None:
        its = _owner(frame.f_code.co_filename)
        if authors and its in {_Owner.PACKAGE, _Owner.INTERPRETER}:
            return its is _Owner.INTERPRETER
        authors |= its is _Owner.AUTHOR
        frame = frame.f_back
    return False


def _frames(start: FrameType, owner: _Owner) -> Origin:
    """The frames of one owner, innermost first, up to the next ones of this package or of an import."""
    found: list[tuple[CodeType, int]] = []
    frame: FrameType | None = start
    while frame is not None and len(found) < _DEEPEST:
        its = _owner(frame.f_code.co_filename)
        if its is owner:
            found.append((frame.f_code, frame.f_lasti))
        elif found and its in {_Owner.PACKAGE, _Owner.INTERPRETER}:
            break
        frame = frame.f_back
    return tuple(found)


def locations(origin: Origin) -> tuple[Location, ...]:
    """The source spans of an origin, innermost first."""
    return tuple(_place(code, lasti) for code, lasti in origin)


def locations_of_traceback(traceback: TracebackType | None) -> tuple[Location, ...]:
    """The author's part of a traceback, innermost first; that of installed packages where the author has none."""
    found = [(code, lasti, _owner(code.co_filename)) for code, lasti in _traced(traceback)]
    for owner in (_Owner.AUTHOR, _Owner.LIBRARY):
        its = tuple(_place(code, lasti) for code, lasti, who in reversed(found) if who is owner)
        if its:
            return its
    return ()


def is_authors(traceback: TracebackType | None) -> bool:
    """Whether code of the author's has a part in a traceback."""
    return any(_owner(code.co_filename) is _Owner.AUTHOR for code, _ in _traced(traceback))


def _traced(traceback: TracebackType | None) -> Iterator[tuple[CodeType, int]]:
    while traceback is not None:
        yield traceback.tb_frame.f_code, traceback.tb_lasti
        traceback = traceback.tb_next


def _place(code: CodeType, lasti: int) -> Location:
    positions = instruction_positions(code)
    line, end_line, column, end_column = positions[lasti // 2] if lasti // 2 < len(positions) else (None,) * 4
    path = Path(code.co_filename)
    if line is None:
        return Location(path, code.co_firstlineno, 0, code.co_firstlineno, 0)
    if end_line is None or column is None or end_column is None:
        return Location(path, line, 0, line, 0)
    return Location(
        path, line, _characters(path, line, column) + 1, end_line, _characters(path, end_line, end_column) + 1
    )


def _characters(path: Path, line: int, byte_column: int) -> int:
    """Characters before a column that the interpreter counts in UTF-8 bytes."""
    text = source_line(path, line)
    return byte_column if text is None else len(text.encode()[:byte_column].decode(errors="replace"))


InstructionPositions = tuple[tuple[int | None, int | None, int | None, int | None], ...]
"""First line, last line, first column and one past the last column of each instruction."""
_MOST_CODES = 256
_known: dict[int, tuple[CodeType, InstructionPositions]] = {}
"""By identity: two files may hold equal code."""


def instruction_positions(code: CodeType) -> InstructionPositions:
    """Where each instruction stands, read once for all findings in the same function."""
    known = _known.get(id(code))
    if known is None:
        if len(_known) >= _MOST_CODES:
            _known.clear()
        known = _known[id(code)] = (code, tuple(code.co_positions()))
    return known[1]
