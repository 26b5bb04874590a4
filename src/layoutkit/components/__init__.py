"""Pieces composed from nodes; each is a plain function, styled by component tokens."""

from layoutkit.components.card import Card
from layoutkit.components.pill import Badge, Pill
from layoutkit.components.tone import Tone

__all__ = ["Badge", "Card", "Pill", "Tone"]
