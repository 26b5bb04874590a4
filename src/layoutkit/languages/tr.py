"""Turkish: so far only its capitals."""

from __future__ import annotations

from layoutkit.languages.language import Language

__all__ = ["LANGUAGE", "uppercase"]


def uppercase(text: str) -> str:
    """The small letter with a dot keeps it as a capital."""
    return text.replace("i", "\u0130").upper()


LANGUAGE = Language("tr", decimal=",", uppercase=uppercase)
