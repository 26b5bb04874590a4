"""The author's tree with every token and default applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from layoutkit.color import Color
    from layoutkit.drawing.shapes import Drawing
    from layoutkit.geometry import Side
    from layoutkit.nodes.arrow import HeadShape, RouteShape
    from layoutkit.nodes.node import Anchor, Node
    from layoutkit.origin import Origin
    from layoutkit.picture import Picture
    from layoutkit.style.box import BoxStyle
    from layoutkit.style.gradient import Gradient
    from layoutkit.text.paragraph import Paragraph
    from layoutkit.tokens import ShadowTokens

__all__ = ["Art", "Bracing", "Connector", "DotGrid", "Look", "Styled"]


@dataclass(frozen=True, slots=True)
class DotGrid:
    """A background of dots at equal distances, from the box's top-left corner."""

    color: Color
    pitch: float
    """Distance of two centres, in px, in both directions."""
    radius: float
    """In px."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is painted of a box besides its content."""

    background: Color | None = None
    gradient: Gradient | None = None
    """Over the background."""
    border: Color | None = None
    border_width: float = 0.0
    """In px, inside the box's edge; 0 where there is no border."""
    border_style: Literal["solid", "dashed", "dotted"] = "solid"
    radius: float = 0.0
    """Corner radius in px; painting limits it to half of the shorter side."""
    shadow: ShadowTokens | None = None
    dots: DotGrid | None = None

    @property
    def is_frame(self) -> bool:
        """Whether the eye sees a box: it is filled or has a border."""
        filled = self.background is not None or self.gradient is not None
        return filled or (self.border is not None and self.border_width > 0)


@dataclass(frozen=True, slots=True)
class Bracing:
    """A brace or bracket, drawn along the side of its box that faces the run; all lengths are px."""

    shape: Literal["brace", "bracket"]
    side: Side
    """Of the run on which it stands."""
    color: Color
    width: float
    """Of the stroke."""
    size: float
    """From the ends to the tip."""
    clearance: float
    """From the run."""
    length: float | None = None
    """In the middle of the box; None is the whole of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Connector:
    """An arrow whose two ends are known; the path is found once the boxes are placed. Two that are alike are two."""

    start: Anchor | Node
    end: Anchor | Node
    color: Color
    width: float
    """Stroke width in px."""
    radius: float
    """Radius of the bends in px."""
    dashed: bool
    head: HeadShape
    tail: HeadShape
    head_length: float
    """Length of a head along the path, in px."""
    clearance: float
    """Distance of the line from its label, in px."""
    margin: float
    """Distance from boxes that the arrow passes, and of its first bend from its own box, in px."""
    spacing: float
    """Distance from other arrows that run beside it, in px."""
    route: RouteShape = "orthogonal"


@dataclass(frozen=True, slots=True)
class Art:
    """What an icon or an image shows inside its content box."""

    source: Drawing | Picture
    fit: Literal["contain", "cover"]
    alt: str
    """Empty where it is decoration."""
    color: Color
    """What ``currentColor`` stands for."""
    stroke: float | None = None
    """Weight of an icon's strokes in px; None keeps the drawing's own."""


@dataclass(frozen=True, slots=True, eq=False)
class Styled:
    """One box, complete: nothing is inherited any more. It is what the layout engine calls a box."""

    node: Node
    style: BoxStyle
    look: Look
    children: tuple[Styled, ...] = ()
    content: Paragraph | None = None
    art: Art | None = None
    connector: Connector | None = None
    bracing: Bracing | None = None
    name: str = ""
    """The component, or the type role of a text; empty for a plain box."""
    text: str = ""
    """What a text says, in the language of the figure and before ``text-transform``; empty for anything else."""

    @property
    def origin(self) -> Origin:
        """Where the author made the node."""
        return self.node.origin
