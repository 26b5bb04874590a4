"""Greek: so far only its capitals, which lose the accent of their word, and its quotation marks."""

from __future__ import annotations

import re
import unicodedata

from layoutkit.languages.language import Language

__all__ = ["LANGUAGE"]

_TONOS = "\u0301"
_LETTER = re.compile("[\u0370-\u03ff\u1f00-\u1fff][\u0300-\u036f]*")
"""A Greek letter and its marks: words in other letters, as of a quoted name, keep their accents."""


def _uppercase(text: str) -> str:
    return _LETTER.sub(_without_accent, text).upper()


def _without_accent(letter: re.Match[str]) -> str:
    signs = unicodedata.normalize("NFD", letter[0])
    if not signs[0].isalpha():  # the accent itself as a character
        return letter[0]
    return unicodedata.normalize("NFC", signs.replace(_TONOS, ""))


LANGUAGE = Language("el", quotes=(("«", "»"), ("“", "”")), decimal=",", uppercase=_uppercase)
