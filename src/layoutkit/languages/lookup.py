"""From a language tag to what is known of the language: the lookup of RFC 4647, section 3.4.

The tag loses its subtags from the end until a file fits: for ``es-MX`` that is ``es_mx.py``, for ``zh-Hant-TW`` the
first of ``zh_hant_tw.py``, ``zh_hant.py`` and ``zh.py``. Where none does, and where the text is not a tag, the language
is ``NEUTRAL``; no language stands in for another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from layoutkit.languages.language import NEUTRAL, Language

__all__ = ["known_tags", "language_for"]

_NAMED_AFTER_A_TAG = re.compile(r"[a-z]{2,3}(_[a-z0-9]{2,8})*")
"""The names of the files of languages: primary subtags have two or three letters, all other modules longer names."""


@lru_cache(maxsize=128)
def language_for(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag, in any case: its own file, else that of a wider tag, else none.

    Equal tags give the same object.
    """
    names = _names()
    subtags = tag.lower().split("-")
    while subtags:
        name = "_".join(subtags)
        if name in names:
            return _load(name)
        subtags.pop()
    return NEUTRAL


def known_tags() -> list[str]:
    """The tags of the languages that have a file, in the order of the alphabet."""
    return sorted(_load(name).tag for name in _names())


def _names() -> frozenset[str]:
    """The modules of languages."""
    folder = import_module(__package__).__path__
    return frozenset(module.name for module in iter_modules(folder) if _NAMED_AFTER_A_TAG.fullmatch(module.name))


def _load(name: str) -> Language:
    """The record of a language's module."""
    language = import_module(f"{__package__}.{name}").LANGUAGE
    assert isinstance(language, Language), f"{name}.py has no LANGUAGE"  # noqa: S101 - a file of the package
    return language
