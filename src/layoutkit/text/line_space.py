"""Where the lines of a text lie in a figure: level, or turned by a quarter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from layoutkit.keywords import WritingMode

__all__ = ["LineSpace", "Quarter"]

Quarter = Literal[-1, 0, 1]
"""A turn by so many times 90°, clockwise where it is above 0."""


@dataclass(frozen=True, slots=True)
class LineSpace:
    """From the coordinates of a block of lines to those around it, all in px: x runs along the lines, y across them."""

    x: float
    """Where the block's origin is, the start of its first line."""
    y: float
    quarter: Quarter

    @classmethod
    def of(cls, writing_mode: WritingMode, content: Rect) -> LineSpace:
        """The space of the lines in a content box (CSS Writing Modes 4, 3.2): where the first line starts.

        Args:
            writing_mode: how the lines run.
            content: the content box; what is found is in the same coordinates.
        """
        match writing_mode:
            case "horizontal-tb":
                return cls(content.x, content.y, 0)
            case "sideways-rl":
                return cls(content.right, content.y, 1)
            case "sideways-lr":
                return cls(content.x, content.bottom, -1)

    def point(self, along: float, across: float) -> tuple[float, float]:
        """A place so far along the lines and so far across them."""
        if not self.quarter:
            return self.x + along, self.y + across
        return self.x - self.quarter * across, self.y + self.quarter * along

    def rect(self, box: Rect) -> Rect:
        """A rectangle of the block."""
        if not self.quarter:
            return box.moved(self.x, self.y)
        one, other = self.point(box.x, box.y), self.point(box.right, box.bottom)
        return Rect(min(one[0], other[0]), min(one[1], other[1]), box.height, box.width)

    def block_rect(self, rect: Rect) -> Rect:
        """The other way: a rectangle around the block, in the block's coordinates."""
        if not self.quarter:
            return rect.moved(-self.x, -self.y)
        corners = [
            (self.quarter * (y - self.y), self.quarter * (self.x - x))
            for x, y in ((rect.x, rect.y), (rect.right, rect.bottom))
        ]
        return Rect(min(x for x, _ in corners), min(y for _, y in corners), rect.height, rect.width)
