"""Pieces composed from nodes; each is a plain function, styled by component tokens.

Authors import them from ``layoutkit``, which is their only home: ``from layoutkit import Card``.
"""

from typing import TYPE_CHECKING

MODULES = (
    "layoutkit.components.annotation",
    "layoutkit.components.bars",
    "layoutkit.components.card",
    "layoutkit.components.cell",
    "layoutkit.components.chart_tokens",
    "layoutkit.components.chat",
    "layoutkit.components.code",
    "layoutkit.components.divider",
    "layoutkit.components.icon_circle",
    "layoutkit.components.legend",
    "layoutkit.components.pill",
    "layoutkit.components.quote",
    "layoutkit.components.stepper",
    "layoutkit.components.table",
    "layoutkit.components.token_strip",
    "layoutkit.components.tone",
)
"""Those that declare components; all are imported before a token file is read."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Say where a component is imported from; ``from layoutkit.components import Card`` was right once."""
        if name[:1].isupper():
            raise ImportError(f"there is no {name} in layoutkit.components; write: from layoutkit import {name}")
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
