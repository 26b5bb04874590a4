"""Where each key of a TOML file stands, and where it is not TOML.

``tomllib`` gives values but not positions, so the text is scanned as well.
Left out: the positions of items inside arrays of tables (tokens have none).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.tokens.scanner import Scanner

if TYPE_CHECKING:
    from layoutkit.tokens.scanner import Extent, KeySpan, Repeated, SyntaxFault, WrittenKey

__all__ = ["FileLayout", "layout", "locate"]


@dataclass(frozen=True, slots=True)
class FileLayout:
    """What is needed to tell why a text is not TOML, to take keys out of it and to put values into it."""

    headers: tuple[tuple[tuple[str, ...], int], ...]
    """The path of each header and the index of its bracket, in the order of the text."""
    repeated: tuple[Repeated, ...]
    keys: tuple[WrittenKey, ...]
    """All of them, in the order of the text."""
    extents: dict[tuple[str, ...], Extent]
    """What each key and its value take up, by its full path."""
    fault: SyntaxFault | None
    """The first one; None where the grammar is kept, though a key may clash with what is written above it."""


@lru_cache(maxsize=8)  # a file and what is made of it have one text
def locate(text: str) -> dict[tuple[str, ...], KeySpan]:
    """The span of each key, by its full path: ``("type", "body", "size")``; of an item, ``(…, "features", "[0]")``."""
    scanner = Scanner(text)
    scanner.document()
    return scanner.spans


def layout(text: str) -> FileLayout:
    """The headers and keys of a text, those that are written twice up to its first fault, and this fault."""
    scanner = Scanner(text)
    scanner.document()
    fault = scanner.fault
    repeated = tuple(one for one in scanner.repeated if fault is None or one.start < fault.at)
    return FileLayout(tuple(scanner.headers), repeated, tuple(scanner.keys), scanner.extents, fault)
