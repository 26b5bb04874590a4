"""The display list: everything that is painted, in order, as a closed set of operations.

All lengths are px from the figure's top-left corner, y down. An operation knows nothing of the
node it came from, and nothing of the target it will be replayed on; groups tell what belongs together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.origin import Origin
    from layoutkit.path import Path
    from layoutkit.text.shape import GlyphRun

__all__ = [
    "Begin",
    "DisplayList",
    "Dots",
    "DropShadow",
    "End",
    "FillPath",
    "FillRect",
    "Glyphs",
    "Ink",
    "Operation",
    "StrokePath",
    "StrokeRect",
]


@dataclass(frozen=True, slots=True)
class Begin:
    """Opens a group of operations that mean something together; its ``End`` closes it. Nothing is painted by it."""

    kind: Literal["box", "heading", "paragraph", "connector"]
    """What a reader would call it. Texts are never nested in each other."""
    name: str
    """The component, such as ``card``, or the type role of a text, such as ``title``; may be empty."""
    level: int = 0
    """Of a heading: 1 for the figure's title, 2 for those below it."""
    text: str = ""
    """Of a heading or paragraph: all its characters, as the author wrote them."""
    origin: Origin = field(default=(), compare=False, repr=False)
    """Where the author made it, for messages."""


@dataclass(frozen=True, slots=True)
class End:
    """Closes the group opened last."""


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


Ink = FillRect | StrokeRect | DropShadow | Dots | FillPath | StrokePath | Glyphs
"""What paints."""
Operation = Begin | End | Ink


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A figure, ready to be replayed."""

    width: float
    height: float
    operations: tuple[Operation, ...]

    @property
    def ink(self) -> tuple[Ink, ...]:
        """The operations that paint, without the groups around them."""
        return tuple(operation for operation in self.operations if not isinstance(operation, Begin | End))
