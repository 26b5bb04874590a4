"""The known name that an unknown one was probably meant to be.

A list of names is prepared once for any number of questions, and a question compares a few names only: those that share
the rarest three-letter pieces. So the time of a file with many faults grows with its length alone.
"""

from __future__ import annotations

import difflib
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["NearNames"]

_COMPARED = 48
"""Names that a question compares letter by letter."""
_LOOKED_AT = 8 * _COMPARED
"""Names with a piece in common that a question counts."""
_LONGEST = 80
"""Letters of a name; longer ones are no misspelt names."""
_LIKE = 0.6
"""How much of two names is the same, from 0 to 1, where one may be meant by the other."""


class NearNames:
    """Known names, and the nearest of them to others."""

    def __init__(self, names: Iterable[str]) -> None:
        self._given = names
        self._answers: dict[str, str | None] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All of them, each once, in alphabetical order."""
        return tuple(sorted(set(self._given)))

    def nearest(self, name: str) -> str | None:
        """The name that is most like another; None where none is like it."""
        if name not in self._answers:
            few = self._candidates(name) if len(name) <= _LONGEST else ()
            self._answers[name] = next(iter(difflib.get_close_matches(name, few, n=1, cutoff=_LIKE)), None)
        return self._answers[name]

    def _candidates(self, name: str) -> Iterable[str]:
        if len(self.names) <= _COMPARED:
            return [known for known in self.names if len(known) <= _LONGEST]
        found = sorted((self._places[piece] for piece in set(_pieces(name)) & self._places.keys()), key=len)
        shared: Counter[int] = Counter()
        for places in found:
            shared.update(places[:_LOOKED_AT])
            if shared.total() >= _LOOKED_AT:
                break
        return [self.names[place] for place in sorted(shared, key=lambda place: (-shared[place], place))[:_COMPARED]]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where the names stand that have a piece."""
        found: dict[str, list[int]] = {}
        for place, name in enumerate(self.names):
            if len(name) <= _LONGEST:
                for piece in set(_pieces(name)):
                    found.setdefault(piece, []).append(place)
        return found


def _pieces(name: str) -> list[str]:
    """The pieces of three letters; the first and the last letters have pieces with the ends."""
    padded = f"\x02\x02{name}\x03"
    return [padded[start : start + 3] for start in range(len(padded) - 2)]
