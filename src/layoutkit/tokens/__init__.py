"""Design tokens: tokens.toml -> Theme."""

from layoutkit.tokens.load import Themes, load_all, load_theme
from layoutkit.tokens.section import Section
from layoutkit.tokens.theme import Theme
from layoutkit.tokens.values import FontTokens, Length, MarkTokens, OutputTokens, ShadowTokens, TypeTokens

__all__ = [
    "FontTokens",
    "Length",
    "MarkTokens",
    "OutputTokens",
    "Section",
    "ShadowTokens",
    "Theme",
    "Themes",
    "TypeTokens",
    "load_all",
    "load_theme",
]
