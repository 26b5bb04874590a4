"""Where each key of a TOML file stands.

``tomllib`` tells values but not positions, so this scans the text for table headers and keys.
It needs no error handling of its own: the text is one that ``tomllib`` has accepted, or is only searched for keys that
are written twice.
Left out: the positions of items inside arrays of tables (tokens have none).
"""

from __future__ import annotations

import contextlib
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["KeySpan", "Layout", "Repeated", "layout", "locate"]


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
    start: int
    """The first character of the key when it is written again, as an index of the text."""
    end: int
    """One past the last character of its value; one past the key, where it is a header."""
    is_header: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """What is needed to take keys out of a text."""

    headers: tuple[tuple[tuple[str, ...], int], ...]
    """The path of each header and the index of its bracket, in the order of the text."""
    repeated: tuple[Repeated, ...]


_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACES = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG_BASIC = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''.*?'{3,5}", re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\s#]+(?: [^,\]}\s#]+)*")


def locate(text: str) -> dict[tuple[str, ...], KeySpan]:
    """The span of each key, by its full path: ``("type", "body", "size")``; of an item, ``(…, "features", "[0]")``."""
    scanner = _Scanner(text)
    scanner.document()
    return scanner.spans


def layout(text: str) -> Layout:
    """The headers of a text, and the keys and headers that are written twice; nothing after its first fault counts."""
    scanner = _Scanner(text)
    with contextlib.suppress(IndexError):  # it ends inside a value
        scanner.document()
    return Layout(tuple(scanner.headers), tuple(scanner.repeated))


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spans: dict[tuple[str, ...], KeySpan] = {}
        self.repeated: list[Repeated] = []
        self.headers: list[tuple[tuple[str, ...], int]] = []
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
        bracket = self.at
        while self.text[self.at] == "[":
            self.at += 1
        is_single = self.at == bracket + 1
        self.skip(_SPACES)
        start = self.at
        path = self.key()
        self.headers.append((path, bracket))
        self.record(path, start, self.at, self.at, self.at, may_repeat=not is_single)
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
            numbers = count()
            self.inside("]", lambda: self.item(path, next(numbers)))
        elif self.text.startswith('"""', self.at):
            self.skip(_LONG_BASIC)
        elif self.text.startswith("'''", self.at):
            self.skip(_LONG_LITERAL)
        elif head in "\"'":
            self.skip(_BASIC if head == '"' else _LITERAL)
        else:
            self.skip(_SCALAR)

    def item(self, path: tuple[str, ...], number: int) -> None:
        """A value in a list; the span of a single one is that of its key as well."""
        start, is_single = self.at, self.text[self.at] not in "[{"
        self.value((*path, "[]"))
        if is_single:
            self.record((*path, f"[{number}]"), start, self.at, start, self.at, may_repeat=True)

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

    def record(  # noqa: PLR0913 - where a key and its value begin and end
        self, path: tuple[str, ...], start: int, end: int, value: int, value_end: int, *, may_repeat: bool = False
    ) -> None:
        line, column = self.position(start)
        value_line, value_column = self.position(value)
        line_end = self.text.find("\n", value)
        shown_end = min(value_end, len(self.text) if line_end < 0 else line_end)
        end_column = value_column + shown_end - value
        span = KeySpan(line, column, column + end - start, value_line, value_column, end_column)
        first = self.spans.setdefault(path, span)
        if first is not span and not may_repeat and "[]" not in path:
            self.repeated.append(Repeated(path, first, span, start, value_end, is_header=value == value_end == end))

    def position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def _unescaped(quoted: str) -> str:
    """The text of a basic string."""
    return str(tomllib.loads(f"key = {quoted}")["key"]) if "\\" in quoted else quoted[1:-1]
