"""The author's tree with every token and default applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.geometry import Edges
from layoutkit.style.content import BraceContent, ConnectorContent, IconContent, PictureContent, TextContent

if TYPE_CHECKING:
    from collections.abc import Hashable

    from layoutkit.color import Color
    from layoutkit.geometry import Rect
    from layoutkit.keywords import BorderStyle, Semantics
    from layoutkit.nodes.described import Said
    from layoutkit.origin import Origin
    from layoutkit.sizing import Measurable
    from layoutkit.style.box import BoxStyle
    from layoutkit.style.content import Content
    from layoutkit.style.element import Element
    from layoutkit.tokens import ShadowTokens
    from layoutkit.tokens.image import Gradient

__all__ = ["BorderSide", "BorderSides", "GapRule", "Look", "Pattern", "SizeGroup", "Styled"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Dots or lines at equal distances over a background, from the box's top-left corner."""

    kind: Literal["dots", "grid"]
    color: Color
    pitch: float
    """Distance of two dots or lines, in px, in both directions."""
    size: float
    """Diameter of a dot, or width of a line, in px."""
    clearance: float | None
    """Distance in px from texts that stand on the box itself; None where it goes on below them."""


@dataclass(frozen=True, slots=True)
class BorderSide:
    """One side of a border."""

    color: Color
    width: float
    """In px; above 0."""


BorderSides = tuple[BorderSide | None, BorderSide | None, BorderSide | None, BorderSide | None]
"""Top, right, bottom, left; None where there is no border."""


@dataclass(frozen=True, slots=True)
class GapRule:
    """Lines in the middle of the gutters between columns, or between rows."""

    color: Color
    width: float
    """In px; above 0."""
    style: BorderStyle


@dataclass(frozen=True, slots=True)
class Look:
    """What is painted of a box besides its content."""

    background: Color | None = None
    gradient: Gradient | None = None
    """Over the background."""
    picture: PictureContent | None = None
    """Over the background, as large as covers the box."""
    border: Color | None = None
    """Where the sides differ, the colour of the first that is drawn."""
    border_width: float = 0.0
    """In px, inside the box's edge; 0 where there is no border. Where the sides differ, that of the widest."""
    border_style: BorderStyle = "solid"
    sides: BorderSides | None = None
    """Where not all of them are alike."""
    radius: float = 0.0
    """Corner radius in px; painting limits it to half of the shorter side. Where the corners differ, the largest."""
    corners: tuple[float, float, float, float] | None = None
    """Where not all radii are alike: top left, top right, bottom right, bottom left."""
    shadow: ShadowTokens | None = None
    pattern: Pattern | None = None
    column_rule: GapRule | None = None
    row_rule: GapRule | None = None

    @property
    def edges(self) -> Edges:
        """How wide the border is, side by side."""
        if self.sides is None:
            return Edges.all(0.0 if self.border is None else self.border_width)
        return Edges(*(0.0 if side is None else side.width for side in self.sides))

    @property
    def border_colors(self) -> tuple[Color, ...]:
        """The colours of the border, each once."""
        if self.sides is None:
            return () if self.border is None else (self.border,)
        return tuple(dict.fromkeys(side.color for side in self.sides if side is not None))

    def radii(self, rect: Rect) -> tuple[float, float, float, float]:
        """The radii that a box has: where two do not fit on a side, all are smaller (CSS Backgrounds 3, 5.5).

        Args:
            rect: its border box.
        """
        if self.corners is None:
            radius = min(self.radius, rect.width / 2, rect.height / 2)
            return radius, radius, radius, radius
        first, second, third, last = self.corners
        sums = (
            (rect.width, first + second),
            (rect.height, second + third),
            (rect.width, third + last),
            (rect.height, last + first),
        )
        share = min([1.0, *(room / needed for room, needed in sums if needed)])
        return first * share, second * share, third * share, last * share

    @property
    def is_frame(self) -> bool:
        """Whether the eye sees a box: it is filled or has a border."""
        filled = any(fill is not None for fill in (self.background, self.gradient, self.picture))
        return filled or (self.border is not None and self.border_width > 0)


@dataclass(frozen=True, slots=True)
class SizeGroup:
    """Boxes that are equally large in one dimension."""

    name: Hashable
    dimension: Literal["width", "height"]


@dataclass(frozen=True, slots=True, eq=False)
class Styled:
    """One box, complete: nothing is inherited any more. It is what the layout engine calls a box."""

    element: Element
    style: BoxStyle
    look: Look
    children: tuple[Styled, ...] = ()
    content: Content = None
    name: str = ""
    """The component, or the type role of a text; empty for a plain box."""
    stacked: bool = False
    """Whether its children lie on one another on purpose."""
    said: Said | None = None
    """What it says as one picture, in the language of the figure; None for a box whose texts speak for themselves."""
    size_group: SizeGroup | None = None
    """What it is equally large with; None for a box that is as large as it likes."""
    semantics: Semantics | None = None
    """What it is to those who listen; None for what says nothing of that."""

    @property
    def origin(self) -> Origin:
        """Where the author made the node."""
        return self.element.origin

    @property
    def measurable(self) -> Measurable | None:
        """What the layout engine asks for the size of the content; None where the style alone decides."""
        return self.content if isinstance(self.content, TextContent) else None

    @property
    def text(self) -> str:
        """What a text says, in the language of the figure and before ``text-transform``; empty for anything else."""
        return self.content.text if isinstance(self.content, TextContent) else ""

    @property
    def connector(self) -> ConnectorContent | None:
        """What there is to know of an arrow; None for anything else."""
        return self.content if isinstance(self.content, ConnectorContent) else None

    @property
    def brace(self) -> BraceContent | None:
        """What there is to know of a brace; None for anything else."""
        return self.content if isinstance(self.content, BraceContent) else None

    @property
    def art(self) -> PictureContent | IconContent | None:
        """The picture or icon that is shown; None for anything else."""
        return self.content if isinstance(self.content, PictureContent | IconContent) else None
