"""The properties of text that decide its glyphs and its lines; colour is not one of them."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["TextStyle"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """The used font and line properties of one piece of text; nothing is inherited."""

    family: str
    """Name of a family in the font library."""
    weight: int = 400
    """CSS ``font-weight``, 1 to 1000; the nearest file is used (CSS Fonts 4, section 5.2)."""
    italic: bool = False
    size: float = 16.0
    """Font size (the em) in px."""
    line_height: float = 24.0
    """CSS ``line-height`` in px: from one baseline to the next."""
    letter_spacing: float = 0.0
    """Space in px added after each character; other than 0, it turns optional ligatures off."""
    features: tuple[tuple[str, int], ...] = ()
    """OpenType features as (tag, value): ``("tnum", 1)``."""
    uppercase: bool = False
    """CSS ``text-transform: uppercase``, by the rules of the language."""
    language: str = "und"
    """BCP 47 language tag: chooses localised glyphs, capitals and what holds together at a line's end."""
    hyphenate: bool = False
    """CSS ``hyphens: auto``: words may be broken with a hyphen, by the patterns of the language."""
    line_of: TextStyle | None = None
    """The style whose line box this text takes, so that it leaves the lines of the text around it as they are; None
    for its own."""
