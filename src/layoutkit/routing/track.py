"""A route while it is moved: its coordinates may change, its turns stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.geometry import Point
from layoutkit.routing.ends import tip

if TYPE_CHECKING:
    from layoutkit.geometry import Size
    from layoutkit.routing.model import Block
    from layoutkit.routing.search import Way
    from layoutkit.routing.space import RoutingSpace

__all__ = ["RoutingTrack"]


class RoutingTrack:
    """The coordinates of one wire: x of vertical segments, y of horizontal ones, in turns."""

    __slots__ = ("at", "end", "first", "label", "number", "second", "space", "start", "upright")

    def __init__(  # noqa: PLR0913, PLR0917 - what a wire is, and where it runs
        self, number: int, way: Way, space: RoutingSpace, first: Block, second: Block, label: Size
    ) -> None:
        self.number = number
        """Of the wire, in source order."""
        self.start = way.start
        self.end = way.end
        self.at = list(way.coordinates)
        self.upright = way.start.vertical
        """Whether the first segment is vertical."""
        self.space = space
        self.first = first
        self.second = second
        self.label = label
        """What stands on the wire, with the room around it; 0 × 0 where nothing does."""

    def vertical(self, i: int) -> bool:
        """Whether a segment is vertical."""
        return self.upright is (i % 2 == 0)

    def ends(self, i: int) -> tuple[float, float]:
        """Where a segment begins and ends, along itself."""
        return (
            self.at[i - 1] if i else self.start.edge,
            self.at[i + 1] if i + 1 < len(self.at) else self.end.edge,
        )

    def span(self, i: int) -> tuple[float, float]:
        """The same in rising order."""
        one, other = self.ends(i)
        return (one, other) if one <= other else (other, one)

    def room(self, i: int) -> float:
        """How far the label reaches to each side of a segment, where the middle of the wire lies on it; else 0."""
        if not self.label.width:
            return 0.0
        lengths = [high - low for low, high in map(self.span, range(len(self.at)))]
        if not sum(lengths[:i]) <= sum(lengths) / 2 <= sum(lengths[: i + 1]):
            return 0.0
        return (self.label.width if self.vertical(i) else self.label.height) / 2

    def turn(self, i: int, *, forward: bool) -> int:
        """Where the wire goes beyond one end of a segment: -1 to smaller coordinates, 1 to larger, 0 into its block."""
        j = i + 1 if forward else i - 1
        if not 0 <= j < len(self.at):
            return 0
        one, other = self.ends(j)
        return _sign(other - one if forward else one - other)

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners from border to border."""
        corners = [tip(self.first, self.start.port.side, self.at[0])]
        for i in range(len(self.at) - 1):
            one, other = self.at[i], self.at[i + 1]
            corners.append(Point(one, other) if self.vertical(i) else Point(other, one))
        corners.append(tip(self.second, self.end.port.side, self.at[-1]))
        return tuple(corners)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
