"""Rectangles sorted by place: which of many lie near a place is found without looking at all of them.

Each rectangle lies in a grid of squares about as large as itself, so in four of them at most, and there are as many
grids as sizes. Sorting n rectangles in takes O(n); a question takes O(log n) and what it finds, where rectangles of
one size lie apart.
"""

from __future__ import annotations

from math import floor, frexp
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.geometry import Rect

__all__ = ["Bins"]

T = TypeVar("T")
_LEAST = 1.0
"""px: squares are no smaller."""


class Bins(Generic[T]):
    """Things with a rectangle each.

    Example:
        >>> from layoutkit.geometry import Rect
        >>> bins = Bins([(Rect(0, 0, 10, 10), "a"), (Rect(90, 0, 10, 10), "b"), (Rect(0, 0, 100, 100), "page")])
        >>> bins.near(Rect(85, 5, 5, 5))
        ['b', 'page']
    """

    def __init__(self, things: Iterable[tuple[Rect, T]]) -> None:
        self._things: list[tuple[Rect, T]] = []
        self._grids: dict[float, dict[tuple[int, int], list[int]]] = {}
        for rect, thing in things:
            self._add(rect, thing)

    def _add(self, rect: Rect, thing: T) -> None:
        number = len(self._things)
        self._things.append((rect, thing))
        side = 2.0 ** frexp(max(rect.width, rect.height, _LEAST))[1]
        grid = self._grids.setdefault(side, {})
        for column in range(floor(rect.x / side), floor(rect.right / side) + 1):
            for row in range(floor(rect.y / side), floor(rect.bottom / side) + 1):
                grid.setdefault((column, row), []).append(number)

    def near(self, place: Rect) -> list[T]:
        """All things whose rectangles touch or overlap a place, in the order in which they came."""
        found: set[int] = set()
        right, bottom = place.right, place.bottom
        for side, grid in self._grids.items():
            first, last = floor(place.x / side), floor(right / side)
            top, low = floor(place.y / side), floor(bottom / side)
            if (last - first + 1) * (low - top + 1) > len(grid):  # a large place among few squares
                squares = [key for key in grid if first <= key[0] <= last and top <= key[1] <= low]
            else:
                squares = [(x, y) for x in range(first, last + 1) for y in range(top, low + 1) if (x, y) in grid]
            for square in squares:
                found.update(grid[square])
        near = []
        for number in sorted(found):
            rect, thing = self._things[number]
            if rect.x <= right and rect.right >= place.x and rect.y <= bottom and rect.bottom >= place.y:
                near.append(thing)
        return near
