"""Where each key of a TOML file stands.

``tomllib`` tells values but not positions, so this scans the text for table headers and keys.
It is only used on text that ``tomllib`` has accepted, and so needs no error handling of its own.
Left out: the positions of items inside arrays of tables (tokens have none).
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KeySpan", "Repeated", "locate", "repeated"]


@dataclass(frozen=True, slots=True)
class KeySpan:
    """Where a key and its value stand; lines and columns count characters from 1."""

    line: int
    key_column: int
    key_end: int
    """One past the key's last character."""
    value_line: int
    value_column: int
    value_end: int
    """One past the value's last character on ``value_line``; equal to ``value_column`` for a table header."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A key that is written twice."""

    path: tuple[str, ...]
    first: KeySpan
    again: KeySpan


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACES = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG_BASIC = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''.*?'{3,5}", re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\s#]+(?: [^,\]}\s#]+)*")


def locate(text: str) -> dict[tuple[str, ...], KeySpan]:
    """The span of each key, by its full path: ``("type", "body", "size")``."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.spans


def repeated(text: str) -> Repeated | None:
    """The first key or header of a text that is written twice; the text may end anywhere after it."""
    scanner = _Scanner(text)
    with contextlib.suppress(IndexError):  # it ends inside a value
        scanner.document()
    return next(iter(scanner.repeated), None)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spans: dict[tuple[str, ...], KeySpan] = {}
        self.repeated: list[Repeated] = []
        self.line_starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def document(self) -> None:
        table: tuple[str, ...] = ()
        while True:
            self.skip(_BLANK)
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:  # pragma: no cover - tomllib accepted the text
            self.at += 1
            return ""
        self.at = match.end()
        return match[0]

    def header(self) -> tuple[str, ...]:
        while self.text[self.at] == "[":
            self.at += 1
        self.skip(_SPACES)
        start = self.at
        path = self.key()
        self.record(path, start, self.at, self.at, self.at)
        self.skip(_SPACES)
        while self.at < len(self.text) and self.text[self.at] == "]":
            self.at += 1
        return path

    def key(self) -> tuple[str, ...]:
        parts = []
        while True:
            self.skip(_SPACES)
            quote = self.text[self.at]
            if quote == '"':
                parts.append(_unescaped(self.skip(_BASIC)))
            elif quote == "'":
                parts.append(self.skip(_LITERAL)[1:-1])
            else:
                parts.append(self.skip(_BARE))
            end = self.at
            self.skip(_SPACES)
            if self.at >= len(self.text) or self.text[self.at] != ".":
                self.at = end
                return tuple(parts)
            self.at += 1

    def pair(self, table: tuple[str, ...]) -> None:
        start = self.at
        path = table + self.key()
        end = self.at
        self.skip(_SPACES)
        self.at += 1  # the equals sign
        self.skip(_SPACES)
        value = self.at
        self.value(path)
        self.record(path, start, end, value, self.at)

    def value(self, path: tuple[str, ...]) -> None:
        head = self.text[self.at]
        if head == "{":
            self.inside("}", lambda: self.pair(path))
        elif head == "[":
            self.inside("]", lambda: self.value((*path, "[]")))
        elif self.text.startswith('"""', self.at):
            self.skip(_LONG_BASIC)
        elif self.text.startswith("'''", self.at):
            self.skip(_LONG_LITERAL)
        elif head in "\"'":
            self.skip(_BASIC if head == '"' else _LITERAL)
        else:
            self.skip(_SCALAR)

    def inside(self, closer: str, item: Callable[[], None]) -> None:
        self.at += 1
        while True:
            self.skip(_BLANK)
            if self.text[self.at] == closer:
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
            else:
                item()

    def record(self, path: tuple[str, ...], start: int, end: int, value: int, value_end: int) -> None:
        line, column = self.position(start)
        value_line, value_column = self.position(value)
        line_end = self.text.find("\n", value)
        value_end = min(value_end, len(self.text) if line_end < 0 else line_end)
        end_column = value_column + value_end - value
        span = KeySpan(line, column, column + end - start, value_line, value_column, end_column)
        first = self.spans.setdefault(path, span)
        if first is not span and path[-1] != "[]":
            self.repeated.append(Repeated(path, first, span))

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def _unescaped(quoted: str) -> str:
    """The text of a basic string."""
    return str(tomllib.loads(f"key = {quoted}")["key"]) if "\\" in quoted else quoted[1:-1]
