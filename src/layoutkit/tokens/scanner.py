"""The grammar of TOML 1.0: a text is read from end to end, for the places of its keys and of its first fault.

What is expected at a fault is said without a word of ``tomllib``, whose messages change from one Python to the next.
The scan goes on behind it, so a text with what only a later TOML allows has its positions as well.
Left out: which keys clash, but for those that are written twice; ``tomllib`` knows.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Extent", "KeySpan", "Repeated", "Scanner", "SyntaxFault", "WrittenKey", "is_toml"]


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
class WrittenKey:
    """A key where it is written, a header included."""

    start: int
    """Its first character, as an index of the text."""
    end: int
    """One past its last character."""
    rest: str
    """What makes a whole document of the text up to there."""


class Extent(NamedTuple):
    """What a key and its value take up: indices of the text."""

    key: int
    """The key's first character; of a header, the first one of its name."""
    value: int
    """The value's first character; one past the key's last one where it is a header."""
    end: int
    """One past the value's last character; equal to ``value`` for a header."""


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """Where a text breaks the grammar of TOML."""

    at: int
    """An index of the text."""
    line: int
    """From 1, as the column."""
    column: int
    reason: str
    """What is expected there, or what is wrong."""


_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*+")
_SPACES = re.compile(r"[ \t]*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_KEY_START = re.compile(r"[A-Za-z0-9_\"'-]")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*+"')
_LITERAL = re.compile(r"'[^'\n]*'")
_LONG_BASIC = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL)
_LONG_LITERAL = re.compile(r"'''.*?'{3,5}", re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\s#]+(?: [^,\]}\s#]+)*")
_TIME = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
_DIGITS = "[0-9](?:_?[0-9])*"
_BARE_COLOR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\b")
"""A colour without quotes, which TOML takes for a comment."""
_VALUE = re.compile(
    rf"""true|false|[+-]?(?:inf|nan)
    |(?P<moment>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[Tt ]{_TIME}(?:[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?|{_TIME})
    |0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0o[0-7](?:_?[0-7])*|0b[01](?:_?[01])*
    |[+-]?(?:0|[1-9](?:_?[0-9])*)(?:\.{_DIGITS})?(?:[eE][+-]?{_DIGITS})?""",
    re.VERBOSE,
)
"""A value without quotes, as far as one can be read; a moment may be one that no calendar or clock has."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPECIAL = re.compile(rf"\\(?:u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|[ \t]*\n|.)|{_CONTROL.pattern}", re.DOTALL)
_ESCAPES = 'btnfr"\\'
_SURROGATES, _LAST_CHARACTER = (0xD800, 0xDFFF), 0x10FFFF
_NO_KEY = "expected a key of a-z, 0-9, _ and -, or one in quotes"


def is_toml(text: str) -> bool:
    """Whether ``tomllib`` reads a text."""
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return True


class Scanner:
    """Reads a text from end to end, whatever it holds: ``fault`` is the first place where it is not TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spans: dict[tuple[str, ...], KeySpan] = {}
        self.extents: dict[tuple[str, ...], Extent] = {}
        self.repeated: list[Repeated] = []
        self.headers: list[tuple[tuple[str, ...], int]] = []
        self.keys: list[WrittenKey] = []
        self.fault: SyntaxFault | None = None
        self.closers: list[str] = []
        """Of the lists and tables in braces around this place, outermost first."""
        self.line_starts = [0, *(m.end() for m in re.finditer("\n", text))]

    def document(self) -> None:
        """Read all of it."""
        table: tuple[str, ...] = ()
        while self._blank():
            if self._peek() == "[":
                table = self._header()
                self._line_end("name of the section")
            else:
                if not _KEY_START.match(self.text, self.at):
                    self._refuse(self.at, "expected a key or a [section]")
                self._pair(table)
                self._line_end("value")

    def _refuse(self, at: int, reason: str) -> None:
        """Note a fault; all that is found behind the first one counts for nothing."""
        if self.fault is None:
            self.fault = SyntaxFault(at, *self._position(at), reason)

    def _peek(self) -> str:
        """The next character; empty at the end."""
        return self.text[self.at : self.at + 1]

    def _skip(self, pattern: re.Pattern[str]) -> str:
        """Take what matches; a single character where nothing does, so that all loops end."""
        match = pattern.match(self.text, self.at)
        if match is None:
            self.at = min(self.at + 1, len(self.text))
            return ""
        self.at = match.end()
        return match[0]

    def _blank(self) -> bool:
        """Skip spaces, line ends and comments; whether there is more behind them."""
        start = self.at
        skipped = self._skip(_BLANK)
        control = _CONTROL.search(skipped)
        if control is not None:
            self._refuse(start + control.start(), f"a comment cannot hold the character {control[0]!r}")
        return self.at < len(self.text)

    def _line_end(self, after: str) -> None:
        self._skip(_SPACES)
        if self._peek() not in "\n#":
            self._refuse(self.at, f"expected the end of the line after the {after}")
            self._skip(_REST_OF_LINE)

    def _header(self) -> tuple[str, ...]:
        bracket = self.at
        closing = "]]" if self.text.startswith("[[", bracket) else "]"
        self.at += len(closing)
        self._skip(_SPACES)
        start = self.at
        path = self._key()
        self.headers.append((path, bracket))
        self.keys.append(WrittenKey(start, self.at, closing))
        self._record(path, start, self.at, self.at, self.at, may_repeat=closing == "]]")
        self._skip(_SPACES)
        if self.text.startswith(closing, self.at):
            self.at += len(closing)
        else:
            self._refuse(self.at, f'expected "{closing}" after the name of the section')
        return path

    def _key(self) -> tuple[str, ...]:
        parts = []
        while True:
            self._skip(_SPACES)
            if not _KEY_START.match(self.text, self.at):
                self._refuse(self.at, _NO_KEY)
            quote = self._peek()
            if quote == '"':
                parts.append(_unescaped(self._quoted(_BASIC)))
            elif quote == "'":
                parts.append(self._quoted(_LITERAL)[1:-1])
            else:
                parts.append(self._skip(_BARE))
            end = self.at
            self._skip(_SPACES)
            if self._peek() != ".":
                self.at = end
                return tuple(parts)
            self.at += 1

    def _pair(self, table: tuple[str, ...]) -> None:
        start = self.at
        path = table + self._key()
        end = self.at
        self.keys.append(WrittenKey(start, end, " = 0" + "".join(reversed(self.closers))))
        self._skip(_SPACES)
        if self._peek() != "=":
            self._refuse(self.at, 'expected "=" after the key')
            return
        self.at += 1
        self._skip(_SPACES)
        value = self.at
        self._value(path)
        self._record(path, start, end, value, self.at)

    def _value(self, path: tuple[str, ...]) -> None:
        head = self._peek()
        if head == "{":
            self._inside("}", lambda: self._pair(path))
        elif head == "[":
            numbers = count()
            self._inside("]", lambda: self._item(path, next(numbers)))
        elif self.text.startswith('"""', self.at):
            self._quoted(_LONG_BASIC)
        elif self.text.startswith("'''", self.at):
            self._quoted(_LONG_LITERAL)
        elif head == '"':
            self._quoted(_BASIC)
        elif head == "'":
            self._quoted(_LITERAL)
        else:
            self._bare_value()

    def _bare_value(self) -> None:
        found = _VALUE.match(self.text, self.at)
        if found is None:
            color = _BARE_COLOR.match(self.text, self.at)
            quoted = f'a colour stands in quotes: "{color[0]}"' if color else ""
            self._refuse(self.at, quoted or 'expected a value, such as 16, "2mm" or "{space.m}"')
            self._skip(_SCALAR)
            return
        moment = found["moment"]
        if moment and not is_toml(f"key = {moment}"):
            self._refuse(self.at, f"there is no such {'date' if '-' in moment else 'time'}")
        self.at = found.end()

    def _quoted(self, pattern: re.Pattern[str]) -> str:
        """A text with its quotes; empty where it has no closing one."""
        start = self.at
        is_long = pattern in (_LONG_BASIC, _LONG_LITERAL)
        written = self._skip(pattern)
        if written:
            for found in (_SPECIAL if pattern in (_BASIC, _LONG_BASIC) else _CONTROL).finditer(written):
                reason = _wrong(found[0], is_long=is_long)
                if reason:
                    self._refuse(start + found.start(), reason)
        elif is_long:
            self._refuse(start, "the text has no closing quotes")
            self.at = len(self.text)
        else:
            self._skip(_REST_OF_LINE)
            self._refuse(self.at, "the text has no closing quote in this line")
        return written

    def _item(self, path: tuple[str, ...], number: int) -> None:
        """A value in a list; the span of a single one is that of its key as well."""
        start, is_single = self.at, self._peek() not in "[{"
        self._value((*path, f"[{number}]"))
        if is_single:
            self._record((*path, f"[{number}]"), start, self.at, start, self.at, may_repeat=True)

    def _inside(self, closer: str, item: Callable[[], None]) -> None:
        """A list or a table in braces."""
        what = "list" if closer == "]" else "table"
        opener = self.at
        self.at += 1
        self.closers.append(closer)
        self._between(closer)
        while self._peek() != closer:
            if not self._peek():
                self._refuse(opener, f'the {what} has no closing "{closer}"')
                break
            item()
            self._between(closer)
            if self._peek() == ",":
                self.at += 1
                self._between(closer)
                if self._peek() == closer == "}":
                    self._refuse(self.at, _NO_KEY)
            elif self._peek() not in ("", closer):
                self._refuse(self.at, f'expected "," or "{closer}" in the {what}')
        self.at += len(self._peek())
        self.closers.pop()

    def _between(self, closer: str) -> None:
        """Skip what may stand between two items."""
        start = self.at
        self._skip(_SPACES)
        if closer == "}" and self._peek() and self._peek() in "\n#":
            self._refuse(self.at, "a table in braces ends in the line in which it begins")
        self.at = start
        self._blank()

    def _record(  # noqa: PLR0913 - where a key and its value begin and end
        self, path: tuple[str, ...], start: int, end: int, value: int, value_end: int, *, may_repeat: bool = False
    ) -> None:
        line, column = self._position(start)
        value_line, value_column = self._position(value)
        line_end = self.text.find("\n", value)
        shown_end = min(value_end, len(self.text) if line_end < 0 else line_end)
        end_column = value_column + shown_end - value
        span = KeySpan(line, column, column + end - start, value_line, value_column, end_column)
        first = self.spans.setdefault(path, span)
        self.extents.setdefault(path, Extent(start, value, value_end))
        if first is not span and not may_repeat and not any(part.startswith("[") for part in path):
            self.repeated.append(Repeated(path, first, span, start, value_end, is_header=value == value_end == end))

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def _unescaped(quoted: str) -> str:
    """The text of a basic string; as it is written, where it has an escape that there is not."""
    escapes = "\\" in quoted and is_toml(f"key = {quoted}")
    return str(tomllib.loads(f"key = {quoted}")["key"]) if escapes else quoted[1:-1]


def _wrong(sign: str, *, is_long: bool) -> str:
    """Why a control character or an escape cannot stand in a text; empty where it can."""
    if not sign.startswith("\\"):
        return f"a text cannot hold the character {sign!r}"
    kind, code = sign[1], sign[2:]
    if kind in "uU":
        return "" if code and _is_character(int(code, 16)) else "the escape stands for no character"
    goes_on = is_long and sign.endswith("\n")
    return "" if kind in _ESCAPES or goes_on else "a backslash in a text is written twice"


def _is_character(code: int) -> bool:
    """Whether a number is that of a Unicode scalar value."""
    return code <= _LAST_CHARACTER and not _SURROGATES[0] <= code <= _SURROGATES[1]
