"""How far an input comes."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["Stage"]


class Stage(IntEnum):
    """The stages, each behind the one before it."""

    REFUSED = 0
    """A message, and no layout."""
    LAYOUT = 1
    """Every box has its place."""
    OUTPUT = 2
    """A file was made."""
    SOUND = 3
    """A file was made, and no rule found an error, so that ``layoutkit render`` publishes it."""
