"""What is wrong with the TOML of a token file, in the words of this package; and the file without its repetitions."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic
from layoutkit.origin import Location
from layoutkit.tokens.locate import layout
from layoutkit.tokens.scanner import is_toml

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.tokens.locate import FileLayout
    from layoutkit.tokens.scanner import Repeated, SyntaxFault

__all__ = ["TomlError", "parse"]


def parse(path: Path, text: str) -> tuple[dict[str, object], tuple[Diagnostic, ...]]:
    """The tables of a TOML text, and the keys in it that are written twice; the first of each is taken.

    Raises:
        TomlError: it is not TOML.
    """
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as cause:
        first = cause
    found = layout(text)
    told = [_written_twice(path, one) for one in found.repeated]
    if found.fault is not None:
        raise TomlError(*told, _no_toml(Location(path, *_one_character(found.fault)), found.fault.reason))
    if not told:
        raise TomlError(_clash(path, text, found, first))
    mended = _mended(text, found)
    try:
        return tomllib.loads(mended), tuple(told)
    except tomllib.TOMLDecodeError as cause:
        if not any(one.is_header for one in found.repeated):  # else places are others
            told.append(_clash(path, mended, layout(mended), cause))
    raise TomlError(*sorted(told, key=lambda one: (one.places[0].line, one.places[0].column)))


class TomlError(Exception):
    """A text is not TOML."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def _clash(path: Path, text: str, found: FileLayout, cause: tomllib.TOMLDecodeError) -> Diagnostic:
    """The first key that cannot stand below what is written above it; the grammar is kept.

    A text that ends with a key has a clash if a shorter one has, so the key is found by bisection.
    """
    at = bisect_left(found.keys, True, key=lambda one: not is_toml(text[: one.end] + one.rest))  # noqa: FBT003 - sorted by it
    if at == len(found.keys):  # a rule that is not known here
        return _no_toml(Location(path, 1, 1, 1, 2), str(cause))
    key = found.keys[at]
    line = text.count("\n", 0, key.start) + 1
    column = key.start - text.rfind("\n", 0, key.start)
    place = Location(path, line, column, line, column + key.end - key.start)
    return _no_toml(place, "this key is written twice")


def _one_character(fault: SyntaxFault) -> tuple[int, int, int, int]:
    return fault.line, fault.column, fault.line, fault.column + 1


def _no_toml(place: Location, reason: str) -> Diagnostic:
    return Diagnostic("toml-syntax", f"not valid TOML: {reason}", (place,))


def _written_twice(path: Path, found: Repeated) -> Diagnostic:
    place = Location(path, found.again.line, found.again.key_column, found.again.line, found.again.key_end)
    message = f"{'.'.join(found.path)} is written twice; first in line {found.first.line}"
    return Diagnostic("duplicate-key", message, (place,), "keep one of them")


def _mended(text: str, found: FileLayout) -> str:
    """The text without the keys that are written twice; what stands below a header again is moved to the first one."""
    for one in found.repeated:
        if not one.is_header:
            start = one.start
            before = text[:start].rstrip()
            if before.endswith(","):  # inside a table in one line
                start = len(before) - 1
            text = _blanked(text, start, one.end)
    bodies: dict[tuple[str, ...], str] = {}
    starts = [at for _, at in found.headers]
    for (path, start), end in zip(found.headers, [*starts, len(text)][1:], strict=True):
        chunk = text[start:end].rstrip() + "\n"
        if path in bodies and not text.startswith("[[", start):
            chunk = chunk.partition("\n")[2]
        bodies[path] = bodies.get(path, "") + chunk
    return text[: starts[0] if starts else len(text)] + "".join(bodies.values())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
