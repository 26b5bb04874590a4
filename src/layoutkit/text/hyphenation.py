"""Where words may be broken with a hyphen: the patterns of pyphen, an optional package, and the words they get wrong.

The patterns are those of LibreOffice, made for one language each: in a Portuguese text they would break ``hardwa-re``
and ``da-ta-set``. Such words stay whole, as do names with capitals inside, and what is part of a file name, an address
or a compound with a hyphen. Patterns that change the spelling at the break (``Schiff-fahrt``) are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from layoutkit.diagnostics import error
from layoutkit.languages import language_for

if TYPE_CHECKING:
    from layoutkit.languages import Language
    from layoutkit.origin import Origin

__all__ = ["hyphenation_points"]

_WORD = re.compile(r"(?<![\w@./\\#<-])(?<!\u00ad)[^\W\d_]{6,}(?![\w@/\\>\u00ad-])(?!\.\w)")
"""A word of six letters or more that stands by itself; shorter ones are better not broken."""
_LEAST_BEFORE, _LEAST_AFTER = 2, 3
"""Letters that stay before and after the hyphen."""


def hyphenation_points(text: str, language: str, origin: Origin | None = None) -> list[int]:
    """The indexes in ``text`` before which a word may be broken, rising.

    Args:
        text: running text.
        language: BCP 47 tag; chooses the patterns.
        origin: where the author made the text, for messages.

    Raises:
        LayoutkitError: ``hyphenation``, where pyphen is not installed or has no patterns for the language.
    """
    patterns = _patterns(language, origin)
    known = language_for(language)
    return [
        found.start() + position
        for found in _WORD.finditer(text)
        if _is_common(found.group()) and not _is_foreign(found.group().lower(), known)
        for position in _positions(patterns, found.group().lower())
        if _LEAST_BEFORE <= position <= len(found.group()) - _LEAST_AFTER
    ]


def _positions(patterns: Any, word: str) -> list[int]:  # noqa: ANN401 - pyphen has no types
    return [int(position) for position in patterns.positions(word) if position.data is None]


def _is_common(word: str) -> bool:
    """Whether a word is written without capitals inside, or in capitals throughout."""
    return word[1:].islower() or word.isupper()


def _is_foreign(word: str, language: Language) -> bool:
    """Whether the patterns of the language do not fit a word in small letters."""
    if word in language.loanwords or word.removesuffix("s") in language.loanwords:
        return True
    return bool(language.foreign_spelling) and re.search(language.foreign_spelling, word) is not None


def _patterns(language: str, origin: Origin | None) -> Any:  # noqa: ANN401 - pyphen has no types
    try:
        found = _loaded(language.replace("-", "_"))
    except ImportError:
        raise error(
            "hyphenation",
            "a type role sets hyphenate = true, but the package pyphen is not installed",
            origin=origin,
            hint='pip install "layoutkit[hyphenation]", or leave hyphenate out',
        ) from None
    if found is None:
        raise error(
            "hyphenation",
            f"there are no hyphenation patterns for the language {language!r}",
            origin=origin,
            hint="leave hyphenate out of the type role, or write soft hyphens (U+00AD) where words may break",
        )
    return found


@lru_cache(maxsize=8)
def _loaded(language: str) -> Any:  # noqa: ANN401 - pyphen has no types
    """The patterns for a language, or for the language without its region; None where there are none."""
    import pyphen  # noqa: PLC0415 - an optional package, loaded only where a role asks for it

    known = pyphen.language_fallback(language)
    return None if known is None else pyphen.Pyphen(lang=known)
