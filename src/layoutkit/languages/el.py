"""Greek: so far only its capitals, which lose the accent of their word, and its quotation marks."""

from __future__ import annotations

import unicodedata

from layoutkit.languages.language import Language

__all__ = ["LANGUAGE"]

_TONOS = "\u0301"


def _uppercase(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(_TONOS, "")).upper()


LANGUAGE = Language("el", quotes=(("«", "»"), ("“", "”")), decimal=",", uppercase=_uppercase)
