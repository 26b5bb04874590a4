"""All that ``layoutkit explain`` can explain: the rules, what concerns a whole series, and what passes raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.check import (
    allow,
    arrow_ends,
    font_glyphs,
    font_weight,
    missing_glyph,
    placed_twice,
    unknown_token,
    unused_token,
)
from layoutkit.check.rules import RULES

if TYPE_CHECKING:
    from layoutkit.check.rule import Topic

__all__ = ["ALLOWABLE", "BUILDING", "TOPICS"]

_SERIES = (allow, unused_token, font_weight, font_glyphs)
_RAISED = (missing_glyph, placed_twice, unknown_token, arrow_ends)

TOPICS: dict[str, Topic] = {**RULES, **{module.TOPIC.id: module.TOPIC for module in (*_SERIES, *_RAISED)}}
"""By id, in the order in which they are listed."""

BUILDING = frozenset(module.TOPIC.id for module in _RAISED)
"""Errors that keep a figure from being built, so that no rule looks at it."""

ALLOWABLE = frozenset((*RULES, unused_token.TOPIC.id, font_weight.TOPIC.id))
"""What ``--allow`` may name."""
