"""Design tokens: tokens.toml -> Theme. What reads token files is imported when it is first needed."""

from typing import TYPE_CHECKING

from layoutkit.lazily import names_from

if TYPE_CHECKING:
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

if not TYPE_CHECKING:
    __getattr__ = names_from(
        __name__,
        {
            **dict.fromkeys(("Themes", "load_all", "load_theme"), "layoutkit.tokens.load"),
            "Section": "layoutkit.tokens.section",
            "Theme": "layoutkit.tokens.theme",
            **dict.fromkeys(
                ("FontTokens", "Length", "MarkTokens", "OutputTokens", "ShadowTokens", "TypeTokens"),
                "layoutkit.tokens.values",
            ),
        },
    )
