"""What icons are called in English and Portuguese: searches, and hints for names that no icon has.

The words are read when somebody searches or misspells, and at no other time.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["IconWords", "icon_words", "icons_called", "icons_found", "words_of_icons"]

_DATA = Path(__file__).with_name("lucide-words.txt")
_OFFERED = 3
"""Icons that a hint names."""


@dataclass(frozen=True, slots=True)
class IconWords:
    """An icon, and the words that it is looked up by."""

    name: str
    english: tuple[str, ...]
    portuguese: tuple[str, ...]

    @property
    def all(self) -> Iterator[tuple[int, str]]:
        """Its words without case and accents, and where they stand among those of their language; then its name's."""
        for words in (self.english, self.portuguese):
            yield from ((place, folded(word)) for place, word in enumerate(words))
        for word in self.name.split("-"):
            yield len(self.english), word


@cache
def icon_words() -> tuple[IconWords, ...]:
    """All bundled icons, in alphabetical order."""
    lines = (line.split("\t") for line in _DATA.read_text(encoding="utf-8").splitlines() if line[0] != "#")
    return tuple(IconWords(name, _listed(english), _listed(portuguese)) for name, english, portuguese in lines)


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(", ")) if words else ()


def icons_called(word: str) -> tuple[str, ...]:
    """The icons that a word means, the likeliest first, at most three: ``("trash",)`` for ``"lixeira"``."""
    wanted = folded(word)
    return _by_word().get(wanted) or _by_word().get(wanted.removesuffix("s")) or ()


def words_of_icons() -> tuple[str, ...]:
    """All words that mean an icon, without case and accents."""
    return tuple(_by_word())


def icons_found(words: str) -> tuple[IconWords, ...]:
    """The icons that have all of some words, or their beginnings, in their names and words; the likeliest first."""
    pieces = [piece for piece in re.split(r"[\s_-]+", folded(words)) if piece]
    found: list[tuple[tuple[int, int, str], IconWords]] = []
    for one in icon_words() if pieces else ():
        rank = _rank(one, pieces)
        if rank is not None:
            found.append(((rank, len(one.name), one.name), one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _rank(one: IconWords, pieces: list[str]) -> int | None:
    """How many of the pieces are no whole word of an icon; None where one is not even the beginning of a word."""
    words = set(re.split(r"[\s-]+", " ".join(word for _, word in one.all)))
    rank = 0
    for piece in pieces:
        if piece not in words:
            if not any(word.startswith(piece) for word in words):
                return None
            rank += 1
    return rank


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    """The likeliest icons of each word: that of its name, those with Portuguese words, those that begin with it."""
    found: dict[str, list[tuple[bool, bool, int, int, str]]] = defaultdict(list)
    for one in icon_words():
        for place, word in one.all:
            found[word].append((word != one.name, not one.portuguese, place, len(one.name), one.name))
    return {word: tuple(dict.fromkeys(name for *_, name in sorted(its)))[:_OFFERED] for word, its in found.items()}


def folded(word: str) -> str:
    """A word without case and accents: ``folded("Lâmpada")`` is ``"lampada"``."""
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
