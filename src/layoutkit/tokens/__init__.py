"""Design tokens: tokens.toml -> Theme."""

from layoutkit.tokens.load import load_theme
from layoutkit.tokens.theme import Section, Theme
from layoutkit.tokens.values import FontTokens, Length, MarkTokens, OutputTokens, ShadowTokens, TypeTokens

__all__ = [
    "FontTokens",
    "Length",
    "MarkTokens",
    "OutputTokens",
    "Section",
    "ShadowTokens",
    "Theme",
    "TypeTokens",
    "load_theme",
]
