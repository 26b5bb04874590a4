"""What a single character is: its script, whether it is seen, whether text may hold it at all."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "ELLIPSIS",
    "HANGING_SPACES",
    "HARD_BREAKS",
    "HYPHEN",
    "NON_BREAKING_HYPHEN",
    "SOFT_HYPHEN",
    "clusters",
    "describe",
    "falls_back_to_space",
    "first_control",
    "first_embedding",
    "first_left_to_right",
    "first_right_to_left",
    "is_ignorable",
    "is_spacing_sign",
    "may_be_blank",
    "only_digits",
    "script_of",
    "without_ligatures",
]

ELLIPSIS = "\u2026"
HYPHEN = "\u2010"
NON_BREAKING_HYPHEN = "\u2011"
SOFT_HYPHEN = "\u00ad"
HANGING_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Spaces that take no room at a line's end (CSS Text 3, section 4.1.2, phase II)."""
HARD_BREAKS = "\n\u2028\u2029"
"""Line feed, LINE SEPARATOR, PARAGRAPH SEPARATOR: each ends a line."""

_ZERO_WIDTH_JOINER = "\u200d"
_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are blank by definition: the Hangul fillers and the blank Braille pattern."""
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_DIGIT = re.compile("[0-9]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069\u200f\u061c"
_PERHAPS_RIGHT_TO_LEFT = re.compile(
    f"[\u0590-\u08ff{_BIDI_CONTROLS}\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks that hold such characters; the standard library's bidirectional class decides within them."""
_NAMELESS = {"Cc": "a control character", "Cs": "a lone surrogate", "Co": "a private-use character"}
_EMBEDDINGS = frozenset({"RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"}) | _EMBEDDINGS

_SCRIPTS = {
    "LATIN": "Latn", "GREEK": "Grek", "CYRILLIC": "Cyrl", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "TAMIL": "Taml", "THAI": "Thai", "HANGUL": "Hang",
    "HIRAGANA": "Hira", "KATAKANA": "Kana", "BOPOMOFO": "Bopo", "CJK": "Hani", "IDEOGRAPHIC": "Hani",
    "HEBREW": "Hebr", "ARABIC": "Arab", "SYRIAC": "Syrc", "THAANA": "Thaa", "NKO": "Nkoo",
}  # fmt: skip
"""First word of a character's Unicode name -> ISO 15924 code; the standard library has no script property."""


def is_ignorable(character: str) -> bool:
    """Whether the character is shown as nothing where no font knows it (Default_Ignorable_Code_Point)."""
    return _IGNORABLE.match(character) is not None or character in HARD_BREAKS


def may_be_blank(character: str) -> bool:
    """Whether a glyph without ink is right for the character: spaces, format characters, fillers and some marks."""
    category = unicodedata.category(character)
    return category[0] in "ZM" or category in ("Cf", "Cc") or character in _FILLERS


def is_spacing_sign(character: str) -> bool:
    """Whether the character is punctuation or a symbol, which would lie on its neighbour without a width."""
    category = unicodedata.category(character)
    return category[0] in "PS" and category != "Sk"


def falls_back_to_space(character: str) -> bool:
    """Whether shaping makes the character from the plain space where the font lacks it."""
    return character in _SPACES


def without_ligatures(text: str) -> str:
    """The text with its Latin ligature characters (U+FB00 to U+FB06), as copied text has them, written as letters.

    A font that has ligatures sets them all the same.
    """
    return _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)


def first_control(text: str) -> str | None:
    """The first control character (other than a line feed) or lone surrogate, or None."""
    found = _CONTROL.search(text)
    return found.group() if found else None


def first_right_to_left(text: str) -> str | None:
    """The first character of a right-to-left script, or that sets a direction, or None."""
    for found in _PERHAPS_RIGHT_TO_LEFT.finditer(text):
        if unicodedata.bidirectional(found.group()) in _RIGHT_TO_LEFT:
            return found.group()
    return None


def first_embedding(text: str) -> str | None:
    """The first character that sets a direction for those behind it, or None."""
    return next((c for c in text if unicodedata.bidirectional(c) in _EMBEDDINGS), None)


def first_left_to_right(text: str) -> str | None:
    """The first letter that runs from left to right, or None; digits run so in every text."""
    return next((c for c in text if unicodedata.bidirectional(c) == "L"), None)


def only_digits(text: str) -> bool:
    """Whether a text has digits and no letter: ``12``, ``−100``, ``98,65 %``."""
    return _DIGIT.search(text) is not None and not any(character.isalpha() for character in text)


def describe(character: str) -> str:
    """A character as a message names it: itself, its code and its Unicode name."""
    mark = unicodedata.category(character).startswith("M")
    shown = f"'{character}' " if character.isprintable() and not mark else ""
    name = unicodedata.name(character, "") or _NAMELESS.get(unicodedata.category(character), "an unassigned character")
    return f"{shown}U+{ord(character):04X} {name}"


@lru_cache(maxsize=4096)
def script_of(character: str) -> str | None:
    """ISO 15924 code of the character's script; None for what all scripts share (digits, signs, marks)."""
    return _SCRIPTS.get(unicodedata.name(character, "").split(" ", 1)[0])


def clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The pieces of ``text[start:end]`` that one font must show as a whole: a base with its marks and joins."""
    pieces: list[tuple[int, int]] = []
    begin = start
    for i in range(start + 1, end):
        if text[i - 1] != _ZERO_WIDTH_JOINER and not _extends(text[i]):
            pieces.append((begin, i))
            begin = i
    if end > start:
        pieces.append((begin, end))
    return pieces


def _extends(character: str) -> bool:
    if character < "\u0300":
        return False
    return (
        character == _ZERO_WIDTH_JOINER
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # emoji modifiers
    )
