"""Azerbaijani: so far only its capitals, which are those of Turkish."""

from __future__ import annotations

from layoutkit.languages.language import Language
from layoutkit.languages.tr import uppercase

__all__ = ["LANGUAGE"]

LANGUAGE = Language("az", decimal=",", uppercase=uppercase)
