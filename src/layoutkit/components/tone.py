"""Tones: families of colour roles that belong together."""

from __future__ import annotations

from typing import Literal

from layoutkit.tokens.schema import TONE_PARTS
from layoutkit.tokens.tables import TONE

__all__ = ["READS", "Tone", "ink", "line", "solid", "tint"]

Tone = Literal["instruction", "response", "wrong", "caution"]
"""A meaning with four colour tokens: ``color.response``, ``…_ink``, ``…_line`` and ``…_tint``."""

READS = tuple(f"color.{TONE}{part}" for part in TONE_PARTS)
"""The tokens that a component with a tone reads."""


def solid(tone: Tone) -> str:
    """The full colour, for shapes and for backgrounds of light text."""
    return f"{{color.{tone}}}"


def ink(tone: Tone) -> str:
    """The colour of text on the tint or on the page."""
    return f"{{color.{tone}_ink}}"


def line(tone: Tone) -> str:
    """The colour of outlines around the tint."""
    return f"{{color.{tone}_line}}"


def tint(tone: Tone) -> str:
    """The light background."""
    return f"{{color.{tone}_tint}}"
