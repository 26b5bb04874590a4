"""A drawing: filled and stroked outlines in the order they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.path import Path

__all__ = ["CURRENT", "Current", "Drawing", "Shape"]


class Current(Enum):
    """SVG's ``currentColor``: the colour of the text around the drawing."""

    COLOR = "currentColor"


CURRENT = Current.COLOR


@dataclass(frozen=True, slots=True)
class Shape:
    """One outline; lengths are in the drawing's own units."""

    path: Path
    fill: Color | Current | None
    stroke: Color | Current | None = None
    width: float = 1.0
    """Of the stroke."""
    rule: Literal["nonzero", "evenodd"] = "nonzero"
    cap: Literal["butt", "round", "square"] = "butt"
    join: Literal["miter", "round", "bevel"] = "miter"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes on a canvas."""

    view: Rect
    """The part of the drawing's plane that is the canvas, in the drawing's own units."""
    shapes: tuple[Shape, ...]
    width: float
    """Width in px where nobody asks for another."""
    height: float
