"""Cutting a text off with an ellipsis.

Below its last line as CSS ``line-clamp`` with ``block-ellipsis: auto`` (CSS Overflow 4, section 5), and sideways as
``text-overflow: ellipsis`` (section 4).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from layoutkit.text.characters import ELLIPSIS, HANGING_SPACES, clusters
from layoutkit.text.fill import SLACK, Break

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.text.fill import HardLine
    from layoutkit.text.ruler import Ruler

__all__ = ["cut", "shortened"]

_BEFORE_ELLIPSIS = HANGING_SPACES + ",;:–—-/"
"""What does not stand before an ellipsis."""


def cut(line: HardLine, start: int, ruler: Ruler, width: float) -> Break:
    """The end of a text's last line, which begins at ``start``: as late as the ellipsis still fits.

    The line ends at a break opportunity, or, where not even the first piece fits, at a character; where not even
    that fits, it holds the ellipsis alone. All that is left of the text belongs to this line.
    """
    last = bisect_right(line.pens, ruler.pen(start) + width + SLACK)
    first = next(chosen.end for chosen in line.breaks if chosen.end > start or chosen is line.breaks[-1])
    ends = chain(
        (line.breaks[k].end for k in range(last - 1, -1, -1) if line.breaks[k].end > start),
        _characters(start, first, ruler, width),
    )
    return _first_that_fits(ends, start, len(ruler.text), ruler, width)


def shortened(start: int, taken: Break, ruler: Ruler, width: float) -> Break:
    """The end of a line that is too wide by itself (CSS ``text-overflow: ellipsis``): at a character.

    The next line begins where it would have.
    """
    return _first_that_fits(_characters(start, taken.end, ruler, width), start, taken.next, ruler, width)


def _characters(start: int, end: int, ruler: Ruler, width: float) -> Iterator[int]:
    """The ends of the characters that may fit without the ellipsis, from the last to the first."""
    ends = [stop for _, stop in clusters(ruler.text, start, end)]
    count = bisect_right(ends, ruler.pen(start) + width + SLACK, key=ruler.pen)
    return reversed(ends[:count])


def _first_that_fits(ends: Iterable[int], start: int, following: int, ruler: Ruler, width: float) -> Break:
    for end in ends:
        shown = start + len(ruler.text[start:end].rstrip(_BEFORE_ELLIPSIS))
        if shown > start and ruler.width(start, shown, ELLIPSIS) <= width + SLACK:
            return Break(shown, following, ELLIPSIS)
    return Break(start, following, ELLIPSIS)
