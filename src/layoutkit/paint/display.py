"""The display list: everything that is painted, in order, as a closed set of operations.

All lengths are px from the figure's top-left corner, y down. An operation knows nothing of the
node it came from, and nothing of the target it will be replayed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.path import Path
    from layoutkit.text.shape import GlyphRun

__all__ = [
    "DisplayList",
    "Dots",
    "DropShadow",
    "FillPath",
    "FillRect",
    "Glyphs",
    "Operation",
    "StrokePath",
    "StrokeRect",
]


@dataclass(frozen=True, slots=True)
class FillRect:
    """A filled rectangle with rounded corners."""

    rect: Rect
    radius: float
    color: Color


@dataclass(frozen=True, slots=True)
class StrokeRect:
    """A border: its outer edge is the rectangle, its whole width lies inside."""

    rect: Rect
    radius: float
    """Corner radius of the outer edge."""
    width: float
    style: Literal["solid", "dashed", "dotted"]
    color: Color


@dataclass(frozen=True, slots=True)
class DropShadow:
    """The shadow of a rounded rectangle, blurred by a Gaussian."""

    rect: Rect
    """The shadow's own rectangle: the box, moved by the shadow's offset."""
    radius: float
    sigma: float
    """Standard deviation in px."""
    color: Color


@dataclass(frozen=True, slots=True)
class Dots:
    """A grid of dots that fills a rectangle; only dots that lie inside as a whole."""

    rect: Rect
    pitch: float
    """Distance of two centres; the first lies half a pitch from the left and the top."""
    radius: float
    color: Color


@dataclass(frozen=True, slots=True)
class FillPath:
    """A filled outline (non-zero winding)."""

    path: Path
    color: Color


@dataclass(frozen=True, slots=True)
class StrokePath:
    """A line of constant width with butt ends and round joins."""

    path: Path
    width: float
    dash: tuple[float, ...]
    """Lengths on and off; empty for a solid line."""
    color: Color


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A run of shaped text."""

    x: float
    """Where the pen starts."""
    y: float
    """The baseline."""
    run: GlyphRun
    color: Color


Operation = FillRect | StrokeRect | DropShadow | Dots | FillPath | StrokePath | Glyphs


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A figure, ready to be replayed."""

    width: float
    height: float
    operations: tuple[Operation, ...]
