"""Placed -> display list."""

from layoutkit.paint.boxes import paint

__all__ = ["paint"]
