"""Tones: families of colour roles that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.tokens.schema import TONE_PARTS
from layoutkit.tokens.tables import TONE
from layoutkit.tokens.tones import OfTone

if TYPE_CHECKING:
    # The names of a project's own tones, where it has a stub (`layoutkit tokens stub`); else any text.
    from layoutkit_tokens import Tone
else:
    Tone = str

__all__ = ["READS", "Tone", "edge", "ink", "line", "on", "solid", "tint"]

READS = (*(f"color.{TONE}{part}" for part in TONE_PARTS), f"color.{TONE}_edge", f"color.on_{TONE}")
"""The tokens that a component with a tone reads."""


def solid(tone: Tone) -> OfTone:
    """The full colour, for shapes and for backgrounds of light text."""
    return OfTone(f"{{color.{tone}}}", tone)


def ink(tone: Tone) -> OfTone:
    """The colour of text on the tint or on the page."""
    return OfTone(f"{{color.{tone}_ink}}", tone)


def line(tone: Tone) -> OfTone:
    """The colour of outlines around the tint."""
    return OfTone(f"{{color.{tone}_line}}", tone)


def tint(tone: Tone) -> OfTone:
    """The light background."""
    return OfTone(f"{{color.{tone}_tint}}", tone)


def edge(tone: Tone) -> OfTone:
    """The full colour, for lines and outlines of shapes: seen on the page even where the shape's own would not be."""
    return OfTone(f"{{color.{tone}_edge}}", tone, otherwise=f"{{color.{tone}}}")


def on(tone: Tone) -> OfTone:
    """The colour of text on the full colour."""
    return OfTone(f"{{color.on_{tone}}}", tone, otherwise="{color.on_solid}")
