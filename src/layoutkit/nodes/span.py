"""A part of a text that looks different from the text around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import datetime

    from layoutkit.languages import Language
    from layoutkit.nodes.props import ColorLike

__all__ = ["DateText", "Inline", "LateText", "Mark", "Numeral", "Span", "Word"]

Mark = Literal["strong", "emphasis", "code", "marker"]
"""What a stretch of text is; ``[markup]`` in tokens.toml says how it looks. A marker stands before a list item."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a component says by itself; the figure's language, which the style pass knows, has it."""

    name: Literal["yes", "no"]
    """A field of ``ComponentWords``."""

    def said_in(self, language: Language) -> str:
        """The word."""
        return language.words.yes if self.name == "yes" else language.words.no


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that is written with the signs of the figure's language: ``Numeral("-0.25")``."""

    digits: str
    """As Python writes it."""

    def said_in(self, language: Language) -> str:
        """The number."""
        return language.numeral(self.digits)


@dataclass(frozen=True, slots=True)
class DateText:
    """A date or a time in the words of the figure's language."""

    clock: datetime
    form: str
    """A ``DateForm`` such as ``month``, or a pattern of ``strftime``."""

    def said_in(self, language: Language) -> str:
        """The date."""
        return language.dates.written(self.clock, self.form)


LateText = Word | Numeral | DateText
"""What the figure's language writes, which only the style pass knows."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text with a role, a colour or marks of its own; its text is taken as it is, without markup."""

    text: str | LateText
    role: str | None = None
    """The type role, such as ``strong``; None takes that of the text around it."""
    color: ColorLike | None = None
    """None takes the colour of the text around it."""
    marks: tuple[Mark, ...] = ()
    """What markup says in a string: ``("strong",)`` for ``*…*``."""
    key: Hashable = None
    """What ``part(key)`` of the text, or of a node around it, finds these words by: an end for arrows, braces and
    callouts. Neighbours with one key are one end. None is no key."""

    def said_in(self, language: Language) -> str:
        """What is shown in a figure of a language."""
        return self.text if isinstance(self.text, str) else self.text.said_in(language)


Inline = str | Span
"""What a text is made of: a string with markup, or a span."""
