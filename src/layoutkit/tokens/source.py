"""Reading tokens.toml: the raw values and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from layoutkit.diagnostics import Diagnostic, TokensError
from layoutkit.origin import Location
from layoutkit.tokens.layers import with_layers
from layoutkit.tokens.locate import locate
from layoutkit.tokens.scanner import KeySpan
from layoutkit.tokens.syntax import TomlError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["TokenSource", "parse_source", "read_source"]


@dataclass(frozen=True)
class TokenSource:
    """A token file as parsed, before any reference is followed.

    Where it extends another one, ``tables`` are those of both (``inheritance.py`` merges them), and a place is one in
    the file that holds the value.
    """

    path: Path
    text: str
    tables: dict[str, object]
    repeated: tuple[Diagnostic, ...] = ()
    """Keys that are written twice; the first of each is the one in ``tables``."""
    base: TokenSource | None = None
    """The token file that this one extends."""
    written_at: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    """Where the values of tokens stand that are not written under their own names (``derive.py``)."""

    def said(self, path: tuple[str, ...]) -> str:
        """The name of a token as its author wrote it: the seed of a tone may stand in ``[color]``."""
        return ".".join(self.written_at.get(path, path) if path[0] == "tone" else path)

    @property
    def chain(self) -> Iterator[TokenSource]:
        """This file, the one that it extends, the one that this one extends, and so on."""
        one: TokenSource | None = self
        while one is not None:
            yield one
            one = one.base

    def holder(self, path: tuple[str, ...]) -> TokenSource:
        """The file that says the value of a key (or the nearest table around it): this one, or one that it extends."""
        path = self.written_at.get(path, path)
        while path and self.base is not None:
            for one in self.chain:
                if path in one.spans or path in one.first_inside:
                    return one
            path = path[:-1]
        return self

    def is_inherited(self, path: tuple[str, ...]) -> bool:
        """Whether another file says the value of a key."""
        return self.holder(path) is not self

    def overridden(self, path: tuple[str, ...]) -> tuple[object, Location] | None:
        """What the file that this one extends has for a key, and where; None where it has nothing."""
        if self.base is None:
            return None
        found: object = self.base.tables
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return None if found is None else (found, self.base.value_place(path))

    def place_to_write(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The key in this file that gives a token another value, whether the file has it or not.

        A seed may stand among the colours. What a formula makes gets a value of its own, and the formula stays.
        """
        return self.written_at.get(path, path) if path[0] == "tone" else path

    @cached_property
    def spans(self) -> dict[tuple[str, ...], KeySpan]:
        """Where the keys of this very file stand."""
        try:
            return locate(self.text)
        except RecursionError:  # it goes deeper than tomllib, by some frames a level
            return {}

    @cached_property
    def first_inside(self) -> dict[tuple[str, ...], KeySpan]:
        """The span of the first key below each path."""
        found: dict[tuple[str, ...], KeySpan] = {}
        for key, span in self.spans.items():
            table = key[:-1]
            while table and table not in found:
                found[table] = span
                table = table[:-1]
        return found

    @cached_property
    def lines(self) -> list[str]:
        """The lines of this very file."""
        return self.text.split("\n")

    def key_place(self, path: tuple[str, ...]) -> Location:
        """Where a key stands (or the nearest table around it)."""
        holder = self.holder(path)
        span = holder.nearest(self.written_at.get(path, path))
        return Location(holder.path, span.line, span.key_column, span.line, span.key_end)

    def value_place(self, path: tuple[str, ...]) -> Location:
        """Where the value of a key stands; the key itself where it is a table's header."""
        return self.holder(path).own_value(self.written_at.get(path, path))

    def own_value(self, path: tuple[str, ...]) -> Location:
        """The same in this very file."""
        span = self.nearest(path)
        if span.value_end == span.value_column:
            return Location(self.path, span.line, span.key_column, span.line, span.key_end)
        return Location(self.path, span.value_line, span.value_column, span.value_line, span.value_end)

    def item_place(self, path: tuple[str, ...], number: int) -> Location:
        """Where an item of a list stands, counted from 0; the whole list where it holds no single values."""
        return self.holder(path).own_value((*path, f"[{number}]"))

    def part_place(self, path: tuple[str, ...], value: str, span: tuple[int, int]) -> Location:
        """Where some characters of a text value stand; the whole of it where it has escapes or several lines."""
        holder = self.holder(path)
        whole = holder.own_value(self.written_at.get(path, path))
        written = holder.lines[whole.line - 1][whole.column - 1 : whole.end_column - 1]
        if written[1:-1] != value:
            return whole
        start, end = (whole.column + 1 + index for index in span)
        return Location(holder.path, whole.line, start, whole.line, max(end, start + 1))

    def nearest(self, path: tuple[str, ...]) -> KeySpan:
        """The span of a key here; of the first one in it, where no line has its name alone; or of the table around."""
        while path:
            span = self.spans.get(path) or self.first_inside.get(path)
            if span is not None:
                return span
            path = path[:-1]
        return KeySpan(1, 1, 2, 1, 1, 1)


def read_source(path: Path) -> TokenSource:
    """Read a token file.

    Raises:
        LayoutkitError: the file is missing or unreadable (``tokens-file``), or is not TOML (``toml-syntax``).
    """
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        hint = "name another one with --tokens FILE, or begin a series: layoutkit new DIR"
        raise TokensError(Diagnostic("tokens-file", f"there is no token file {path}", hint=hint)) from None
    except OSError as cause:
        reason = cause.strerror or type(cause).__name__
        raise TokensError(Diagnostic("tokens-file", f"cannot read {path}: {reason}")) from None
    except UnicodeDecodeError as cause:
        message = f"{path} is not UTF-8 text: byte {cause.start} cannot be decoded"
        raise TokensError(Diagnostic("tokens-file", message)) from None
    return parse_source(path, text)


@lru_cache(maxsize=8)  # a file that others extend is read once
def parse_source(path: Path, text: str) -> TokenSource:
    """A token file from its text, whose lines end in a line feed.

    Raises:
        LayoutkitError: it is not TOML (``toml-syntax``).
    """
    try:
        tables, repeated = parse(path, text)
        return TokenSource(path, text, with_layers(tables), repeated)
    except TomlError as cause:
        raise TokensError(*cause.diagnostics) from None
    except ValueError:  # Python reads no numbers of several thousand digits
        raise TokensError(Diagnostic("toml-syntax", f"{path} contains a number with too many digits")) from None
    except RecursionError:
        raise TokensError(Diagnostic("toml-syntax", f"{path} nests tables or arrays too deeply")) from None
