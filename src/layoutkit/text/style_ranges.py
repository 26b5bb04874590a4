"""Which style a paragraph's text has where: stretches in order, found by an index."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.text.items import StyleRange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.text.style import TextStyle

__all__ = ["StyleRanges"]


@dataclass(frozen=True, slots=True)
class StyleRanges:
    """Stretches that together cover a text, at least one; neighbours have different styles."""

    stretches: Sequence[StyleRange]
    _starts: Sequence[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note where the stretches start."""
        object.__setattr__(self, "_starts", [stretch.start for stretch in self.stretches])

    @classmethod
    def of(cls, starts: Sequence[int], styles: Sequence[TextStyle]) -> StyleRanges:
        """The stretches of spans: neighbours of one style are joined, empty spans left out unless all are empty.

        Args:
            starts: where each span starts, and the length of the whole text.
            styles: of each span.
        """
        found: list[StyleRange] = []
        for style, (start, end) in zip(styles, pairwise(starts), strict=True):
            if start == end:
                continue
            begin = found.pop().start if found and found[-1].style == style else start
            found.append(StyleRange(begin, end, style))
        return cls(found or [StyleRange(0, 0, styles[0])])

    def __iter__(self) -> Iterator[StyleRange]:
        """The stretches in order."""
        return iter(self.stretches)

    def within(self, start: int, end: int) -> Sequence[StyleRange]:
        """The stretches that another stretch touches; for an empty one, that in which it lies."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first + 1, bisect_left(self._starts, end))
        return self.stretches[first:last]

    def at(self, index: int) -> TextStyle:
        """The style of a character."""
        return self.within(index, index)[0].style
