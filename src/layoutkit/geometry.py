"""Points, sizes, rectangles and edges: the vocabulary that every pass shares.

All lengths are px (1 px = 1/96 inch); x grows to the right, y grows downward.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Edges", "Point", "Rect", "Side", "Size", "union"]


class Side(Enum):
    """A side of a rectangle; ``TOP`` is the one with the smallest y."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"

    @property
    def horizontal(self) -> bool:
        """Whether leaving the rectangle through this side is a move along x."""
        return self in (Side.LEFT, Side.RIGHT)

    @property
    def outward(self) -> tuple[int, int]:
        """The unit vector (dx, dy) that points out of the rectangle."""
        return {Side.TOP: (0, -1), Side.RIGHT: (1, 0), Side.BOTTOM: (0, 1), Side.LEFT: (-1, 0)}[self]


@dataclass(frozen=True, slots=True)
class Point:
    """A position in px; the origin is whatever the holder of the point says."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        """The point ``dx`` px further right and ``dy`` px further down."""
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in px."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Edges:
    """Four thicknesses in px (or four of anything measured from the sides inward)."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @classmethod
    def all(cls, value: float) -> Edges:
        """The same thickness on the four sides."""
        return cls(value, value, value, value)

    @property
    def horizontal(self) -> float:
        """Left and right together, in px."""
        return self.left + self.right

    @property
    def vertical(self) -> float:
        """Top and bottom together, in px."""
        return self.top + self.bottom


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in px; ``x`` and ``y`` are its top-left corner in y-down space."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge (the largest y of the rectangle)."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle of the rectangle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle ``dx`` px further right and ``dy`` px further down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def inset(self, edges: Edges) -> Rect:
        """The rectangle inside ``edges``; never less than 0 px wide or high."""
        return Rect(
            self.x + edges.left,
            self.y + edges.top,
            max(0.0, self.width - edges.horizontal),
            max(0.0, self.height - edges.vertical),
        )

    def grown(self, by: float) -> Rect:
        """The rectangle ``by`` px larger on each side (smaller where negative)."""
        return Rect(self.x - by, self.y - by, max(0.0, self.width + 2 * by), max(0.0, self.height + 2 * by))

    def on(self, side: Side, fraction: float) -> Point:
        """The point at ``fraction`` (0 to 1) along a side, from its left or top end."""
        if side is Side.TOP:
            return Point(self.x + fraction * self.width, self.y)
        if side is Side.BOTTOM:
            return Point(self.x + fraction * self.width, self.bottom)
        if side is Side.LEFT:
            return Point(self.x, self.y + fraction * self.height)
        return Point(self.right, self.y + fraction * self.height)

    def contains(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Whether ``other`` lies inside, or sticks out by no more than ``tolerance`` px."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def common(self, other: Rect) -> Rect:
        """Where the two rectangles lie on each other; without width or height where they do not."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def overlap(self, other: Rect) -> Size:
        """How far the two rectangles reach into each other; 0 × 0 where they only touch or are apart."""
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return Size(width, height) if width > 0 and height > 0 else Size(0.0, 0.0)


def union(rects: Iterable[Rect]) -> Rect:
    """The smallest rectangle around all of ``rects``.

    Raises:
        ValueError: there is no rectangle.
    """
    boxes = list(rects)
    if not boxes:
        raise ValueError("the union of no rectangles is not defined")
    x, y = min(r.x for r in boxes), min(r.y for r in boxes)
    return Rect(x, y, max(r.right for r in boxes) - x, max(r.bottom for r in boxes) - y)
