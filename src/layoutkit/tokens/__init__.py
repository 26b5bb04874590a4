"""Design tokens: tokens.toml -> Theme."""

from layoutkit.tokens.load import load_theme
from layoutkit.tokens.theme import Section, Theme
from layoutkit.tokens.values import FontTokens, Length, OutputTokens, ShadowTokens, TypeTokens

__all__ = ["FontTokens", "Length", "OutputTokens", "Section", "ShadowTokens", "Theme", "TypeTokens", "load_theme"]
