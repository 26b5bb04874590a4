"""The boxes that the layout takes and the placed boxes that it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.geometry import Rect
    from layoutkit.origin import Origin
    from layoutkit.sizing import Measurable
    from layoutkit.style.box import BoxStyle

__all__ = ["Box", "Gutters", "LayoutBox", "PlacedBox"]


class Box(Protocol):
    """What the layout reads of a box; it may carry anything else."""

    @property
    def style(self) -> BoxStyle:
        """The CSS of the box."""
        ...

    @property
    def children(self) -> Sequence[Self]:
        """The boxes inside, in source order; empty where there is a content."""
        ...

    @property
    def measurable(self) -> Measurable | None:
        """What a leaf holds, for instance a paragraph; None for containers and empty boxes."""
        ...

    @property
    def origin(self) -> Origin:
        """Where the author made the box, for messages; empty where unknown."""
        ...


@dataclass(frozen=True, slots=True)
class LayoutBox:
    """A box that is nothing but a box."""

    style: BoxStyle
    """The CSS of the box."""
    children: tuple[LayoutBox, ...] = ()
    """The boxes inside, in source order."""
    measurable: Measurable | None = None
    """What a leaf holds."""
    origin: Origin = ()
    """Where the author made the box."""


B = TypeVar("B", bound=Box)


@dataclass(frozen=True, slots=True)
class Gutters:
    """What lies between the tracks of a container, or between its items; a rule is drawn in the middle of each."""

    columns: tuple[Rect, ...] = ()
    """Between what stands side by side."""
    rows: tuple[Rect, ...] = ()
    """Between what stands one below the other."""

    def moved(self, dx: float, dy: float) -> Gutters:
        """The same so much further right and down, in px."""
        return Gutters(*(tuple(rect.moved(dx, dy) for rect in rects) for rects in (self.columns, self.rows)))


@dataclass(frozen=True, slots=True)
class PlacedBox(Generic[B]):
    """A box with its place; everything is in px and unrounded."""

    box: B
    """The box that was laid out."""
    rect: Rect
    """The border box; the origin is the top-left of the parent's border box (of the root's own, for the root)."""
    content: Rect
    """The content box, inside padding and border; the origin is the top-left of this box's own border box."""
    baseline: float | None
    """The first baseline, in px below the top of the border box; None where nothing in the box has one."""
    children: tuple[PlacedBox[B], ...] = ()
    """The boxes inside, in source order."""
    gutters: Gutters | None = None
    """Where its rules are, from the top-left of its border box; None where its style has none."""
    hidden: bool = False
    """Whether the box or one around it has ``display: none``; its rectangles are zero then."""
