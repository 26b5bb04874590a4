"""What is wrong with the TOML of a token file, in the words of this package; and the file without its repetitions."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic
from layoutkit.origin import Place
from layoutkit.tokens.locate import layout

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.tokens.locate import Layout, Repeated

__all__ = ["TomlError", "parse"]

_AGAIN = re.compile(r"Cannot (?:declare|overwrite|mutate|redefine)|Duplicate inline table key|.* twice")
"""What tomllib says of keys that are written twice."""
_POSITION = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_WORDS: tuple[tuple[str, str], ...] = (
    (r"Invalid statement", "expected a key or a [section]"),
    (r"Expected newline or end of document after a statement", "expected the end of the line after the value"),
    (r"Expected '=' after a key", 'expected "=" after the key'),
    (r"Expected '\]+' at the end", 'expected "]" after the name of the section'),
    (r"Invalid initial character for a key part", "expected a key of a-z, 0-9, _ and -, or one in quotes"),
    (r"Invalid value", 'expected a value, such as 16, "2mm" or "{space.m}"'),
    (r"(?:Illegal|Found invalid) character '\\n'", "the text has no closing quote in this line"),
    (r"""Expected "'|Unterminated string""", "the text has no closing quote"),
    (r"(?:Illegal|Found invalid) character (.*)", r"a text cannot hold the character \1"),
    (r"Unclosed array", 'expected "," or "]" in the list'),
    (r"Unclosed inline table", 'expected "," or "}" in the table'),
    (r"Unescaped '\\'|Unescaped '\\\\'", "a backslash in a text is written twice"),
    (r"Invalid hex value|Escaped character", "the escape stands for no character"),
    (r"Invalid date", "there is no such date"),
    (_AGAIN.pattern, "this is written above already"),
)
"""What tomllib says, as a pattern of its beginning, and what a message says instead."""


def parse(path: Path, text: str) -> tuple[dict[str, object], tuple[Diagnostic, ...]]:
    """The tables of a TOML text, and the keys in it that are written twice; the first of each is taken.

    Raises:
        TomlError: it is not TOML.
    """
    try:
        return tomllib.loads(text), ()
    except tomllib.TOMLDecodeError as cause:
        first = str(cause)
    found = layout(text)
    told = tuple(_written_twice(path, one) for one in found.repeated)
    if not told or not _AGAIN.match(first):
        raise TomlError(_syntax_error(path, text, first))
    try:
        return tomllib.loads(_mended(text, found)), told
    except tomllib.TOMLDecodeError as cause:
        moved = any(one.is_header for one in found.repeated)  # then the places are others
        rest = () if moved else (_syntax_error(path, text, str(cause)),)
        ends = rest[0].places[0].line if rest else text.count("\n") + 1
        raise TomlError(*(one for one in told if one.places[0].line <= ends), *rest) from None


class TomlError(Exception):
    """A text is not TOML."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def _syntax_error(path: Path, text: str, message: str) -> Diagnostic:
    """Turn tomllib's "… (at line 3, column 9)" into a place, and its words into ours."""
    position = _POSITION.search(message)
    what = message[: position.start()] if position else message
    if position and position[1]:
        line, column = int(position[1]), int(position[2])
    else:  # at the end of the document
        line, column = text.count("\n") + (not text.endswith("\n")), 1
    for pattern, words in _WORDS:
        match = re.match(pattern, what)
        if match:
            what = match.expand(words) if match.groups() else words
            break
    place = Place(path, line, column, line, column + 1)
    return Diagnostic("toml-syntax", f"not valid TOML: {what[0].lower()}{what[1:]}", (place,))


def _written_twice(path: Path, found: Repeated) -> Diagnostic:
    place = Place(path, found.again.line, found.again.key_column, found.again.line, found.again.key_end)
    message = f"{'.'.join(found.path)} is written twice; first in line {found.first.line}"
    return Diagnostic("duplicate-key", message, (place,), "keep one of them")


def _mended(text: str, found: Layout) -> str:
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
    for (path, start), end in zip(found.headers, [*starts[1:], len(text)], strict=True):
        chunk = text[start:end].rstrip() + "\n"
        if path in bodies and not text.startswith("[[", start):
            chunk = chunk.partition("\n")[2]
        bodies[path] = bodies.get(path, "") + chunk
    return text[: starts[0] if starts else len(text)] + "".join(bodies.values())


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
