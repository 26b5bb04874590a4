"""Words that lean on the next one, so that a line which ends in one reads badly: articles, prepositions, conjunctions.

A line may still end there; what may never be parted stands in :mod:`layoutkit.text.glue`.
"""

from __future__ import annotations

__all__ = ["LONGEST", "function_words"]

_PORTUGUESE = (
    "a à ao aos as às até cada com como da das de do dos e é em entre mas na nas nem no nos não o os ou para pela "
    "pelas pelo pelos por que se sem sob sobre um uma umas uns"
)
_ENGLISH = "a an and as at but by for from if in is no nor not of on or that the to with"
_TABLES = {"pt": frozenset(_PORTUGUESE.split()), "en": frozenset(_ENGLISH.split())}
_NONE: frozenset[str] = frozenset()

LONGEST = max(len(word) for words in _TABLES.values() for word in words)
"""Letters of the longest function word of any language."""


def function_words(language: str) -> frozenset[str]:
    """The function words of a language (BCP 47 tag), in small letters; none for a language without a table."""
    return _TABLES.get(language.split("-", 1)[0].lower(), _NONE)
