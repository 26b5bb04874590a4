"""What the package knows of each language: one file a language, named after its tag (``pt.py``, ``es_mx.py``).

    language.py    the record that every such file fills in; its defaults are the neutral language
    patterns.py    pieces of the regular expressions that the files write
    loanwords.py   English words that other languages use as they are
    lookup.py      tag -> the record: region, then primary language, then the neutral default

A new language is one new file here with a ``LANGUAGE``. Whatever it leaves out is as in the neutral default.
"""

from layoutkit.languages.language import NEUTRAL, CatalogWords, ComponentWords, Language
from layoutkit.languages.lookup import known_tags, language_for

__all__ = ["NEUTRAL", "CatalogWords", "ComponentWords", "Language", "known_tags", "language_for"]
