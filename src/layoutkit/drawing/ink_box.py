"""Where a drawing has ink on its canvas, and how far it has to be moved to stand in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.drawing.shapes import VectorPicture, VectorShape
from layoutkit.geometry import Rect, union

if TYPE_CHECKING:
    from layoutkit.drawing.shapes import VectorImage

__all__ = ["centring", "ink_box"]

_BY_EYE = 0.05
"""Shares of the canvas by which ink may stand off its middle on purpose: a triangle that points to the right looks
centred where its box is a little right of the middle, and those who draw icons place it there."""


def ink_box(drawing: VectorImage, stroke_width: float | None = None) -> Rect:
    """What encloses the ink, in the drawing's own units from the canvas' top-left corner; without ink, the canvas.

    Args:
        drawing: the drawing.
        stroke_width: of all its lines, in its own units; None keeps those that they have.
    """
    canvas = Rect(0.0, 0.0, drawing.width, drawing.height)
    inks = []
    for item in drawing.items:
        if isinstance(item, VectorPicture):
            inks.append(Rect(item.x, item.y, item.width, item.height))
        elif isinstance(item, VectorShape):
            bounds = item.path.bounds()
            if bounds is not None and (item.fill is not None or item.stroke is not None):
                width = item.width if stroke_width is None else stroke_width
                inks.append(bounds if item.stroke is None else bounds.grown(width / 2))
    seen = [ink.common(canvas) for ink in inks]
    return union(seen) if seen else canvas


def centring(drawing: VectorImage) -> tuple[float, float]:
    """How far right and down the ink has to be moved to stand in the middle of the canvas, in shares of its sides.

    Zero where it stands there, or a little off it by the eye of those who drew it.
    """
    ink = ink_box(drawing).center
    across, down = 0.5 - ink.x / drawing.width, 0.5 - ink.y / drawing.height
    return across if abs(across) > _BY_EYE else 0.0, down if abs(down) > _BY_EYE else 0.0
