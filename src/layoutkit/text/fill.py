"""Choosing where lines end: one function for each mode, all with the same signature.

A function gets one hard line (the text between two hard line breaks) with its break
opportunities, and returns the breaks taken, the hard line's end among them as the last. All
modes take equally many lines, so the height of a text does not depend on its mode.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.languages import language_for

if TYPE_CHECKING:
    from layoutkit.text.ruler import Ruler

__all__ = [
    "BROKEN_WORD",
    "FILLERS",
    "LEEWAY",
    "LONE_WORD",
    "SHORT_LAST_LINE",
    "SLACK",
    "WEAK_END",
    "Break",
    "Filler",
    "HardLine",
    "balance",
    "greedy",
    "is_weak",
    "pretty",
]

SLACK = 1 / 64
"""A line may be this much wider than its box, in px: sums of widths are not exact (browsers count in 1/64 px)."""
WEAK_END = 0.25
"""Demerits of a line that ends in a function word: those of a line that is half empty."""
BROKEN_WORD = 0.03
"""Demerits of a line that ends inside a word: those of a line 17 % empty."""
LONE_WORD = 0.25
"""Demerits of a last line that is a single word."""
SHORT_LAST_LINE = 0.25
"""Demerits of a last line under half the width: so much times the share of that half that it leaves empty."""
LEEWAY = 0.2
"""The share by which balanced lines may be wider than they need to be, so that none ends in a function word."""

_OVERFULL = 1e6
"""Demerits of a piece that is wider than the line: such a line is taken only where there is no other way."""
_SHORT = 1 / 2
_FINEST = 0.25
"""Bisection stops when the width is known to so many px."""


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end; indexes are into the paragraph's text."""

    end: int
    """After the last character that is shown: spaces before the break hang."""
    next: int
    """The first character of the next line."""
    tail: str = ""
    """What is shown behind the end: a hyphen, or an ellipsis where the text is cut off."""


@dataclass(frozen=True, slots=True)
class HardLine:
    """The text between two hard line breaks."""

    start: int
    """Index of the first character."""
    breaks: tuple[Break, ...]
    """The opportunities, in order; the last is the hard line's own end."""
    pens: tuple[float, ...]
    """The pen position in px at each break's ``end``, in the unbroken text."""
    language: str = "und"
    """BCP 47 language tag; decides which words are better not left at a line's end."""


Filler = Callable[[HardLine, "Ruler", float], list[Break]]


def greedy(line: HardLine, ruler: Ruler, width: float) -> list[Break]:
    """Put as much on each line as fits: CSS ``text-wrap-style: auto`` in browsers.

    A piece that is wider than the line gets a line of its own and sticks out.
    """
    return [line.breaks[k] for k in _greedy_ends(line, ruler, width)]


def _greedy_ends(line: HardLine, ruler: Ruler, width: float) -> list[int]:
    """The indexes of the breaks that greedy takes."""
    taken: list[int] = []
    start, first, last = line.start, 0, len(line.breaks) - 1

    def fits(k: int) -> bool:
        chosen = line.breaks[k]
        return ruler.width(start, chosen.end, chosen.tail) <= width + SLACK

    while True:
        k = max(first, bisect_right(line.pens, ruler.pen(start) + width + SLACK, first) - 1)
        # The guess comes from the unbroken text; the line on its own may be a little wider or narrower.
        while k > first and not fits(k):
            k -= 1
        while k < last and fits(k + 1):
            k += 1
        taken.append(k)
        if k == last:
            return taken
        start, first = line.breaks[k].next, k + 1


def balance(line: HardLine, ruler: Ruler, width: float) -> list[Break]:
    """Make the lines about equally long: the smallest width at which greedy takes no more lines than at ``width``.

    CSS ``text-wrap-style: balance``, for headings and labels. Where that leaves a weak word at a line's end and
    lines up to ``LEEWAY`` wider do not, those are taken: the fewest weak ends, and among those the narrowest.
    """
    best = _greedy_ends(line, ruler, width)
    count = len(best)
    low, high = 0.0, min(width, line.pens[-1] - ruler.pen(line.start))
    while count > 1 and high - low > _FINEST:
        middle = (low + high) / 2
        found = _greedy_ends(line, ruler, middle)
        if len(found) == count:
            best, high = found, middle
        else:
            low = middle
    chosen = [line.breaks[k] for k in best]
    if any(is_weak(line, ruler.text, end) for end in chosen[:-1]):
        starts = (line.start, *(end.next for end in chosen))
        widest = max(ruler.width(start, end.end, end.tail) for start, end in zip(starts, chosen, strict=False))
        return _steadier(line, ruler, min(width, widest * (1 + LEEWAY)))
    return chosen


def _steadier(line: HardLine, ruler: Ruler, width: float) -> list[Break]:
    """The lines with the fewest weak ends, and among those the narrowest, in as many lines as greedy takes."""
    known: dict[int, tuple[int, float, int]] = {-1: (0, 0.0, -1)}
    starts = [*(b.next for b in line.breaks), line.start]
    last = len(line.breaks) - 1
    for previous, candidates in _windows(_greedy_ends(line, ruler, width)):
        for k in candidates:
            end = line.breaks[k]
            weak = k != last and is_weak(line, ruler.text, end)
            best = (last + 1, math.inf, -1)  # worse than any way there is
            for j in reversed(previous):
                used = ruler.width(starts[j], end.end, end.tail)
                if used > width + SLACK and j + 1 < k:
                    break
                best = min(best, (known[j][0] + weak, max(known[j][1], used), j))
            known[k] = best
    taken = []
    while last >= 0:
        taken.append(line.breaks[last])
        last = known[last][2]
    return taken[::-1]


def _windows(ends: list[int]) -> Iterator[tuple[range, range]]:
    """Where each line of any way in as few lines as greedy may begin and end, as indexes of breaks.

    Greedy reaches each break in the fewest lines. A way of the fewest lines therefore ends its line n after
    greedy's line n - 1 and not after greedy's line n: every break is a candidate for one line only, and time
    grows with the length of the text, not with its square.
    """
    previous = range(-1, 0)
    for end in ends[:-1]:
        candidates = range(previous.stop, end + 1)
        yield previous, candidates
        previous = candidates
    yield previous, range(ends[-1], ends[-1] + 1)


def is_weak(line: HardLine, text: str, end: Break) -> bool:
    """Whether a line that ends there ends in a function word, or inside a word."""
    if end.tail:
        return True
    language = language_for(line.language)
    # One character more than there may be; the last space may be as far away as the start of the text.
    tip = text[max(line.start, end.end - language.longest_function_word - 1) : end.end]
    return tip.rpartition(" ")[2].lower() in language.function_words


def pretty(line: HardLine, ruler: Ruler, width: float) -> list[Break]:
    """Choose all line ends together: the least demerits among all ways that take as many lines as greedy.

    The total-fit method of Knuth and Plass ("Breaking Paragraphs into Lines", 1981) without stretch and shrink.
    The demerits of a line are the square of its free share of the width, for every line but the last, and what
    ``WEAK_END``, ``BROKEN_WORD``, ``LONE_WORD`` and ``SHORT_LAST_LINE`` add; those of a text are the sum over its
    lines. So the squares alone add up to no more than greedy's, unless fewer lines end in weak words or the last
    line is better.
    """
    ends = _greedy_ends(line, ruler, width)
    if len(ends) == 1:
        return [line.breaks[ends[0]]]
    ways = _Ways(line, ruler, width)
    for previous, candidates in _windows(ends):
        for k in candidates:
            ways.extend(previous, k)
    return ways.best(ends[-1])


class _Ways:
    """The best way to each break, as far as it is known; -1 stands for the start of the text."""

    def __init__(self, line: HardLine, ruler: Ruler, width: float) -> None:
        self.line, self.ruler, self.width = line, ruler, width
        self.starts = [*(b.next for b in line.breaks), line.start]
        self.demerits = [math.inf] * len(line.breaks) + [0.0]
        self.before = [-1] * len(line.breaks)

    def extend(self, previous: range, k: int) -> None:
        """Find the best line that ends at break ``k`` and begins at one of the breaks ``previous``."""
        chosen, breadth = self.line.breaks[k], self.ruler.width
        end, tail, width = chosen.end, chosen.tail, self.width
        is_last = k == len(self.line.breaks) - 1
        least, best = math.inf, previous[-1]
        for j in reversed(previous):
            start = self.starts[j]
            used = breadth(start, end, tail)
            fits = used <= width + SLACK
            if not fits and j + 1 < k:
                break
            free = max(0.0, width - used)
            cost = self.last_line(start, end, used) if is_last else (free / width) ** 2 if free else 0.0
            cost += self.demerits[j] if fits else self.demerits[j] + _OVERFULL
            if cost < least:
                least, best = cost, j
        self.demerits[k] = least if is_last else least + self.weakness(chosen)
        self.before[k] = best

    def last_line(self, start: int, end: int, used: float) -> float:
        lone = len(self.ruler.text[start:end].split()) < 2  # noqa: PLR2004 - a pair
        missing = max(0.0, 1 - used / (self.width * _SHORT)) if self.width else 0.0
        return (LONE_WORD if lone else 0.0) + SHORT_LAST_LINE * missing

    def weakness(self, chosen: Break) -> float:
        if chosen.tail:
            return BROKEN_WORD
        return WEAK_END if is_weak(self.line, self.ruler.text, chosen) else 0.0

    def best(self, k: int) -> list[Break]:
        taken = []
        while k >= 0:
            taken.append(self.line.breaks[k])
            k = self.before[k]
        return taken[::-1]


FILLERS: dict[str, Filler] = {"nowrap": greedy, "wrap": greedy, "balance": balance, "pretty": pretty}
"""The modes by name."""
