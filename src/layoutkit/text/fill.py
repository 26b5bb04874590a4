"""Choosing where lines end: one function for each mode, all with the same signature.

A function gets one hard line (the text between two hard line breaks) with its break
opportunities, and returns the breaks taken, the hard line's end among them as the last.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.text.ruler import Ruler

__all__ = ["FILLERS", "SLACK", "Break", "Filler", "HardLine", "greedy"]

SLACK = 1 / 64
"""A line may be this much wider than its box, in px: sums of widths are not exact (browsers count in 1/64 px)."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end; indexes are into the paragraph's text."""

    end: int
    """After the last character that is shown: spaces before the break hang."""
    next: int
    """The first character of the next line."""
    hyphen: bool = False
    """Whether a hyphen is shown at the end."""


@dataclass(frozen=True, slots=True)
class HardLine:
    """The text between two hard line breaks."""

    start: int
    """Index of the first character."""
    breaks: tuple[Break, ...]
    """The opportunities, in order; the last is the hard line's own end."""
    pens: tuple[float, ...]
    """The pen position in px at each break's ``end``, in the unbroken text."""


Filler = Callable[[HardLine, "Ruler", float], list[Break]]


def greedy(line: HardLine, ruler: Ruler, width: float) -> list[Break]:
    """Put as much on each line as fits: CSS ``text-wrap-style: auto`` in browsers.

    A piece that is wider than the line gets a line of its own and sticks out.
    """
    taken: list[Break] = []
    start, first, last = line.start, 0, len(line.breaks) - 1

    def fits(k: int) -> bool:
        chosen = line.breaks[k]
        return ruler.width(start, chosen.end, hyphen=chosen.hyphen) <= width + SLACK

    while True:
        k = max(first, bisect_right(line.pens, ruler.pen(start) + width + SLACK, first) - 1)
        # The guess comes from the unbroken text; the line on its own may be a little wider or narrower.
        while k > first and not fits(k):
            k -= 1
        while k < last and fits(k + 1):
            k += 1
        taken.append(line.breaks[k])
        if k == last:
            return taken
        start, first = line.breaks[k].next, k + 1


FILLERS: dict[str, Filler] = {"greedy": greedy}
"""The modes by name."""
