"""A drawing: filled and stroked outlines in the order they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.drawing.polygon import Polygon
    from layoutkit.path import Path

__all__ = ["CURRENT", "Current", "VectorImage", "VectorShape"]


class Current(Enum):
    """SVG's ``currentColor``: the colour of the text around the drawing."""

    COLOR = "currentColor"


CURRENT = Current.COLOR


@dataclass(frozen=True, slots=True)
class VectorShape:
    """One outline; lengths are in the drawing's own units, from the canvas' top-left corner."""

    path: Path
    fill: Color | Current | None
    stroke: Color | Current | None = None
    width: float = 1.0
    """Of the stroke."""
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"
    miter_limit: float = 4.0
    """A miter longer than so many widths is a bevel."""
    clip: Polygon | None = None
    """Where it is seen; None where nothing cuts it off."""


@dataclass(frozen=True, slots=True)
class VectorImage:
    """Shapes on a canvas."""

    shapes: tuple[VectorShape, ...]
    width: float
    """Of the canvas, in the drawing's own units: px where nobody asks for another size."""
    height: float
