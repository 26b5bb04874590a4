"""Track lists as authors write them -> the track sizes of CSS Grid 1, section 7.2."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.style.box import AUTO, FitContent, Fr, MinMax, Repeat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.style.box import TrackBreadth, TrackList, TrackSize
    from layoutkit.style.values import Values

__all__ = ["track_list", "track_sizes"]

_TOKEN = re.compile(r"\s*(?:(\{[^{}]*\}(?:\s*[*/]\s*[-\d.%]+)?)|([a-z-]+)\(|([^\s(),{}]+)|([(),]))")
_KEYWORDS = {"auto": AUTO, "min-content": "min-content", "max-content": "max-content"}
_LENGTH = re.compile(r"\{.*|[\d.]+(%|px|pt|mm|cm|in)?")
_MOST = 1000
"""Tracks in one list; more are a mistake."""
_DEEPEST = 2
"""Functions in one another: ``repeat(2, minmax(0, 1fr))``."""


def track_list(value: object, word: str, values: Values) -> TrackList:
    """The tracks of a template.

    Args:
        value: a text such as ``"120 1fr"``, a sequence of lengths and texts, or a number of equal tracks.
        word: the author's keyword, for messages.
        values: reads lengths and reports faults at the node's origin.

    Raises:
        LayoutkitError: the value is not a track list (``bad-value``).
    """
    reader = _Reader(word, values)
    if isinstance(value, int) and not isinstance(value, bool):
        return (Repeat(reader.count(value), (MinMax(0.0, Fr(1.0)),)),)
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        raise reader.bad(value)
    tracks: list[TrackSize | Repeat] = []
    for part in parts:
        tracks += reader.text(part) if isinstance(part, str) else [values.px(part, word, least=0)]
    return tuple(tracks)


def track_sizes(value: object, word: str, values: Values) -> tuple[TrackSize, ...]:
    """The sizes of implicit tracks: a track list without ``repeat()``; ``auto`` where it is empty.

    Raises:
        LayoutkitError: the value is not a list of track sizes (``bad-value``).
    """
    sizes = []
    for track in track_list(value, word, values):
        if isinstance(track, Repeat):
            raise _Reader(word, values).bad(value)
        sizes.append(track)
    return tuple(sizes) or (AUTO,)


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    arguments: tuple[tuple[_Item, ...], ...]
    """Between the commas; each argument is a list of items."""


_Item = _Call | str


@dataclass(frozen=True, slots=True)
class _Reader:
    word: str
    values: Values

    def bad(self, value: object) -> Exception:
        expected = 'tracks such as "120 1fr 2fr", "auto minmax(80, 1fr)" or (t.space.xl, "1fr")'
        return error("bad-value", f"{self.word} is {value!r:.80}; expected {expected}", origin=self.values.origin)

    def count(self, value: int) -> int:
        if not 1 <= value <= _MOST:
            raise error(
                "bad-value", f"{self.word} is {value}; from 1 to {_MOST} tracks are possible", origin=self.values.origin
            )
        return value

    def text(self, text: str) -> Sequence[TrackSize | Repeat]:
        """All tracks of a text."""
        items, rest = self.items(text, text)
        if rest.strip():
            raise self.bad(text)
        return [self.track(item, text) for item in items]

    def items(self, rest: str, text: str, depth: int = 0) -> tuple[list[_Item], str]:
        """The items up to a comma or a closing parenthesis, and what follows them."""
        found: list[_Item] = []
        while rest.strip():
            match = _TOKEN.match(rest)
            if match is None:
                raise self.bad(text)
            reference, function, literal, sign = match.groups()
            if sign:
                return found, rest
            rest = rest[match.end() :]
            if function:
                call, rest = self.call(function, rest, text, depth + 1)
                found.append(call)
            else:
                found.append(reference or literal)
        return found, rest

    def call(self, name: str, rest: str, text: str, depth: int) -> tuple[_Call, str]:
        if depth > _DEEPEST:
            raise self.bad(text)
        arguments = []
        while True:
            items, rest = self.items(rest, text, depth)
            arguments.append(tuple(items))
            sign, rest = rest.lstrip()[:1], rest.lstrip()[1:]
            if sign == ")":
                return _Call(name, tuple(arguments)), rest
            if sign != ",":
                raise self.bad(text)

    def track(self, item: _Item, text: str) -> TrackSize | Repeat:
        match item:
            case _Call("repeat", ((str(count),), tracks)) if tracks:
                sizes = [self.track(track, text) for track in tracks]
                kept = tuple(size for size in sizes if not isinstance(size, Repeat))
                if len(kept) != len(sizes):
                    raise self.bad(text)
                if count in ("auto-fill", "auto-fit"):
                    return Repeat(count, kept)  # type: ignore[arg-type]  # one of the two literals
                if not count.isdecimal():
                    raise self.bad(text)
                return Repeat(self.count(int(count)), kept)
            case _Call("minmax", ((str(least),), (str(greatest),))):
                low = self.breadth(least, text)
                if isinstance(low, Fr):
                    raise self.bad(text)
                return MinMax(low, self.breadth(greatest, text))
            case _Call("fit-content", ((str(limit),),)):
                return FitContent(self.values.length(limit, self.word, least=0))
            case str():
                return self.breadth(item, text)
        raise self.bad(text)

    def breadth(self, item: str, text: str) -> TrackBreadth:
        if item in _KEYWORDS:
            return _KEYWORDS[item]  # type: ignore[return-value]  # the values are the literals of the type
        if item.endswith("fr"):
            try:
                factor = float(item.removesuffix("fr"))
            except ValueError:
                raise self.bad(text) from None
            if not 0 <= factor < float("inf"):
                raise self.bad(text)
            return Fr(factor)
        if not _LENGTH.fullmatch(item):
            raise self.bad(text)
        return self.values.length(item, self.word, least=0)
