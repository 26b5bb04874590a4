"""``text-transform: uppercase`` by the rules of the language (CSS Text 3, section 2.1.1).

Left out: the Lithuanian rule about dots, which no figure has needed.
"""

from __future__ import annotations

import unicodedata

__all__ = ["uppercase"]

_TURKIC = ("tr", "az")
_GREEK = "el"
_TONOS = "\u0301"


def uppercase(text: str, language: str) -> str:
    """The text in capitals; its length may grow (German ``ß`` becomes ``SS``)."""
    primary = language.split("-", 1)[0].lower()
    if primary in _TURKIC:
        text = text.replace("i", "\u0130")
    if primary == _GREEK:
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(_TONOS, ""))
    return text.upper()
