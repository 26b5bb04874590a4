"""The record of one language; its defaults are what a language without a file gets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layoutkit.languages.dates import ENGLISH_DATES, DateWords
from layoutkit.languages.loanwords import ENGLISH_LOANWORDS

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NEUTRAL", "CatalogWords", "ChartWords", "ComponentWords", "Language"]


@dataclass(frozen=True, slots=True)
class CatalogWords:
    """The fixed words of ``layoutkit catalog``; the defaults are English."""

    title: str = "Figures"
    generated: str = "Written by {}; change the scripts instead."
    """A comment that asks not to edit the page; ``{}`` is the command."""
    figure: str = "Figure"
    file: str = "File"
    section: str = "Section"
    goal: str = "Teaching goal"
    shows: str = "Demonstrates"
    alt: str = "Alternative text"
    description: str = "Long description"


@dataclass(frozen=True, slots=True)
class ComponentWords:
    """The words that components write into a figure where the author gives none; the defaults are English."""

    yes: str = "yes"
    """A criterion of a ``Rubric`` is met."""
    no: str = "no"


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The words of a chart's description, for readers who do not see it; the defaults are English."""

    by: str = "{y} by {x}"
    """What is measured along both axes."""
    span: str = "from {first} to {last}"
    """Where a line begins and ends."""
    lowest: str = "lowest {value} at {place}"
    highest: str = "highest {value} at {place}"
    points: str = "{count} points"
    thinned: str = "{rows} rows, of which one in {every} is listed"


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """What typesetting, components, rules and the catalog need to know of a language.

    A field that a file leaves out has the neutral default: Unicode's line breaks and capitals, a decimal point, and
    English where there have to be words.
    """

    tag: str
    """BCP 47, in the usual case: ``pt``, ``es-MX``."""
    glue: tuple[str, ...] = ()
    """Regular expressions (multi-line) of gaps that no line may end in; the gap is the group ``gap``. They add to
    those of all languages in :mod:`layoutkit.text.glue`."""
    function_words: frozenset[str] = frozenset()
    """Words in small letters that lines had better not end in: articles, prepositions, conjunctions."""
    one_letter_words: str = "aàeéiouóy"
    """Those that the check ``stranded`` reports at the end of a line; by default those of all languages that are known
    here. A capital or another letter is a name, such as "modelo A" or "k"."""
    quotes: tuple[tuple[str, str], ...] = (("“", "”"), ("‘", "’"))
    """Opening and closing quotation marks, outermost first. The opening ones hang into the left margin."""
    decimal: str = "."
    """Decimal sign."""
    group: str = ""
    """Sign between groups of three digits; by default a point where the decimal sign is a comma, else a comma."""
    minus: str = "−"
    """Sign before a negative number."""
    uppercase: Callable[[str], str] = str.upper
    """CSS ``text-transform: uppercase``; the text may grow."""
    loanwords: frozenset[str] = ENGLISH_LOANWORDS
    """Foreign words in small letters that are never hyphenated; a plural ``s`` counts as well."""
    foreign_spelling: str = ""
    """A regular expression found in words, in small letters, that cannot be of this language, so that its hyphenation
    patterns do not fit them; empty finds none."""
    words: ComponentWords = ComponentWords()
    chart: ChartWords = ChartWords()
    dates: DateWords = ENGLISH_DATES
    catalog: CatalogWords | None = None
    """None where nobody has translated the catalog; it is written in English then."""
    picture_openings: str = r"(an? )?(image|picture|figure|photo|drawing|illustration) (of|that|showing)\b"
    """A regular expression of beginnings of an alt text that say what a screen reader says anyway. Case is ignored; the
    English ones are found in every language."""

    sample: str = "Why is the sky blue? 0123"
    """A short text with letters that are special to the language, by which the sheet of tokens shows typefaces."""
    longest_function_word: int = field(init=False)
    """Its letters; 0 where there is none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest_function_word", max(map(len, self.function_words), default=0))

    def numeral(self, number: str) -> str:
        """A number as this language writes it: ``-1,250.5`` becomes ``−1.250,5``.

        Args:
            number: as Python writes it, with a hyphen, a point, and commas between groups of digits.
        """
        group = self.group or ("." if self.decimal == "," else ",")
        return number.translate({ord("-"): self.minus, ord("."): self.decimal, ord(","): group})


NEUTRAL = Language("und")
"""The language of texts whose language has no file; ``und`` is the tag for an undetermined language."""
