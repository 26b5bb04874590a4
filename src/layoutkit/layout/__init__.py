"""Boxes in, rectangles out: CSS layout by the specification.

Everything is in px, y down, and unrounded until ``snap``.
"""

from layoutkit.layout.engine import layout
from layoutkit.layout.tree import Box, LayoutBox, PlacedBox

__all__ = ["Box", "LayoutBox", "PlacedBox", "layout"]
