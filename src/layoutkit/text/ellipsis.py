"""Cutting a text off with an ellipsis: CSS ``line-clamp`` with ``block-ellipsis: auto`` (CSS Overflow 4, section 5)."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from layoutkit.text.characters import ELLIPSIS, HANGING_SPACES, clusters
from layoutkit.text.fill import SLACK, Break

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.text.fill import HardLine
    from layoutkit.text.ruler import Ruler

__all__ = ["cut"]

_BEFORE_ELLIPSIS = HANGING_SPACES + ",;:–—-/"
"""What does not stand before an ellipsis."""


def cut(line: HardLine, start: int, ruler: Ruler, width: float) -> Break:
    """The end of a text's last line, which begins at ``start``: as late as the ellipsis still fits.

    The line ends at a break opportunity, or, where not even the first piece fits, at a character; where not even
    that fits, it holds the ellipsis alone. All that is left of the text belongs to this line.
    """
    for end in _ends(line, start, ruler, width):
        shown = start + len(ruler.text[start:end].rstrip(_BEFORE_ELLIPSIS))
        if shown > start and ruler.width(start, shown, ELLIPSIS) <= width + SLACK:
            return Break(shown, len(ruler.text), ELLIPSIS)
    return Break(start, len(ruler.text), ELLIPSIS)


def _ends(line: HardLine, start: int, ruler: Ruler, width: float) -> Iterator[int]:
    """Where the line may end, the most welcome first."""
    last = bisect_right(line.pens, ruler.pen(start) + width + SLACK)
    yield from (chosen.end for chosen in reversed(line.breaks[:last]) if chosen.end > start)
    first = next(chosen.end for chosen in line.breaks if chosen.end > start or chosen is line.breaks[-1])
    yield from (end for _, end in reversed(clusters(ruler.text, start, first)))
