"""The hard lines of a text, and where their lines may end.

Unicode's opportunities, but for those that a language holds together, and the points where a word may be broken
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from layoutkit.text.breaking import opportunities
from layoutkit.text.characters import HANGING_SPACES, HARD_BREAKS, HYPHEN, SOFT_HYPHEN
from layoutkit.text.fill import Break, HardLine
from layoutkit.text.glue import glued
from layoutkit.text.hyphenation import hyphenation_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from layoutkit.origin import Origin
    from layoutkit.text.style_ranges import StyleRanges

__all__ = ["NO_ENDS", "Ends", "hard_bounds", "hard_lines", "line_ends"]

Ends = tuple[list[int], set[int]]
"""The indexes before which a line may begin, rising; and those of them inside words, where a hyphen is added."""
NO_ENDS: Ends = ([], set())
"""Of a text whose lines end at hard line breaks alone."""


def hard_bounds(text: str) -> list[tuple[int, int, int]]:
    """Start and end of each hard line, and where the next begins."""
    bounds: list[tuple[int, int, int]] = []
    start = 0
    for found in re.finditer(f"[{HARD_BREAKS}]", text):
        bounds.append((start, found.start(), found.end()))
        start = found.end()
    return [*bounds, (start, len(text), len(text))]


def line_ends(text: str, ranges: StyleRanges, origin: Origin | None) -> Ends:
    """Where the lines of a text may end.

    Raises:
        LayoutkitError: ``hyphenation``, where words are to be broken and cannot be.
    """
    places = list(opportunities(text))
    if places:
        held = _held(text, ranges)
        places = [index for index in places if index not in held]
    inside_words = {
        stretch.start + point
        for stretch in ranges
        if stretch.style.hyphenate
        for point in hyphenation_points(text[stretch.start : stretch.end], stretch.style.language, origin)
    }
    return (sorted(inside_words.union(places)) if inside_words else places), inside_words


def hard_lines(text: str, ranges: StyleRanges, pen: Callable[[int], float], ends: Ends) -> list[HardLine]:
    """The hard lines of a text with the breaks that its lines may take.

    Args:
        text: the paragraph's text.
        ranges: its styles.
        pen: the pen position in px before a character, in the unbroken text.
        ends: where lines may end besides at hard line breaks.
    """
    places, inside_words = ends
    lines = []
    for start, end, following in hard_bounds(text):
        breaks = [
            Break(
                _content_end(text, start, index),
                index,
                HYPHEN if index in inside_words or text[index - 1] == SOFT_HYPHEN else "",
            )
            for index in places[bisect_right(places, start) : bisect_left(places, end)]
        ]
        breaks.append(Break(_content_end(text, start, end), following))
        pens = tuple(pen(b.end) for b in breaks)
        lines.append(HardLine(start, tuple(breaks), pens, ranges.at(start).language))
    return lines


def _held(text: str, ranges: StyleRanges) -> frozenset[int]:
    """The indexes before which no line may begin, each by the table of the language that is spoken there."""
    languages = {stretch.style.language for stretch in ranges}
    if len(languages) == 1:
        return glued(text, *languages)
    return frozenset(
        index for language in languages for index in glued(text, language) if ranges.at(index).language == language
    )


def _content_end(text: str, start: int, end: int) -> int:
    """The end of ``text[start:end]`` without the spaces that hang there."""
    while end > start and text[end - 1] in HANGING_SPACES:
        end -= 1
    return end
