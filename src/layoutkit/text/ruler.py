"""How wide any stretch of a paragraph is when it stands on a line of its own.

The text is shaped once, unbroken. Where HarfBuzz says that a text may be cut without changing a
glyph, a stretch is as wide as the difference of two pen positions; elsewhere (kerning with a
space, a broken ligature, a hyphen added) the stretch is shaped again from there to the next place where
it may be cut, once.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.text.characters import ELLIPSIS, HYPHEN, SOFT_HYPHEN
from layoutkit.text.shape import part, shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.items import TextItem
    from layoutkit.text.shape import Shaped

__all__ = ["Ruler"]

_PLAIN = {HYPHEN: "-", ELLIPSIS: "..."}
"""What stands for a tail that the face lacks."""
_REACH = 4
"""Characters before a tail that may look otherwise because of it, as a kerned pair or a ligature would."""


class Ruler:
    """Measures stretches of a text, and gives the shaped pieces of a line."""

    def __init__(self, text: str, items: Sequence[TextItem]) -> None:
        """Shape every item.

        Args:
            text: the paragraph's text.
            items: in order; together they cover the text but for its hard line breaks.
        """
        self.text = text
        self.rtl = any(item.rtl for item in items)
        """Whether the text reads from right to left."""
        self._items = items
        self._starts = [item.start for item in items]
        self._pieces: dict[tuple[int, int, str], Shaped] = {}
        self._pens = [0.0] * (len(text) + 1)
        self._safe = bytearray(b"\1" * (len(text) + 1))
        self._walk()

    def _walk(self) -> None:
        """Note the pen position before every character, and whether a line may be cut there."""
        pen, done = 0.0, 0
        for item in self._items:
            shaped = self._piece(item, item.start, item.end)
            self._pens[done : item.start + 1] = [pen] * (item.start + 1 - done)
            done = item.start
            for glyph, cluster in enumerate(shaped.run.clusters):
                index = item.start + cluster
                if index > done:
                    self._fill(done, index, pen + shaped.pens[glyph])
                    done = index
                if cluster and not shaped.safe[glyph]:
                    self._safe[index] = 0
            pen += shaped.run.width
            self._fill(done, item.end, pen)
            done = item.end
        self._pens[done:] = [pen] * (len(self.text) + 1 - done)

    def _fill(self, start: int, end: int, pen: float) -> None:
        """Set the pen at ``end``; the characters inside the cluster before it cannot be cut apart."""
        self._pens[end] = pen
        for inside in range(start + 1, end):
            self._pens[inside] = pen
            self._safe[inside] = 0

    def unshown(self) -> list[tuple[TextItem, str]]:
        """What shaping could not show after all: each cluster that became the glyph 0, or a colour picture."""
        found: list[tuple[TextItem, str]] = []
        for item in self._items:
            run = self._piece(item, item.start, item.end).run
            bad = {glyph for glyph in set(run.glyph_ids) if glyph == 0 or item.face.color_table(glyph)}
            if bad:
                following = dict(pairwise(sorted({*run.clusters, len(run.text)})))
                starts = {c for glyph, c in zip(run.glyph_ids, run.clusters, strict=True) if glyph in bad}
                found += [(item, run.text[c : following[c]]) for c in sorted(starts)]
        return found

    def pen(self, index: int) -> float:
        """The pen position in px before a character, in the unbroken text."""
        return self._pens[index]

    def width(self, start: int, end: int, tail: str = "") -> float:
        """The advance width in px of ``text[start:end]`` on a line of its own.

        Args:
            start: index of the first character.
            end: index after the last character, spaces at the line's end left out.
            tail: shown behind the end, in place of a soft hyphen if there is one: a hyphen, an ellipsis or nothing.
        """
        safe, pens = self._safe, self._pens
        if safe[start] and safe[end] and not tail:
            return pens[end] - pens[start]
        # Only what is near the ends is shaped again, so that all stretches that share an end share the work.
        first, last = start, end - _REACH if tail else end
        while first < last and not safe[first]:
            first += 1
        while first < last and not safe[last]:
            last -= 1
        if first >= last:
            return self._shaped_width(start, end, tail)
        before = self._shaped_width(start, first) if start < first else 0.0
        behind = self._shaped_width(last, end, tail) if last < end else 0.0
        return before + (pens[last] - pens[first]) + behind

    def _shaped_width(self, start: int, end: int, tail: str = "") -> float:
        return math.fsum(piece.run.width for _, piece in self.pieces(start, end, tail))

    def widest_tail(self, tail: str) -> float:
        """The advance width in px of a tail alone, where the text's style makes it widest."""
        return max((self.width(start, start, tail) for start in self._starts), default=0.0)

    def pieces(self, start: int, end: int, tail: str = "") -> list[tuple[int, Shaped]]:
        """The shaped pieces of a line: for each its first character's index and its glyphs."""
        found: list[tuple[int, Shaped]] = []
        k = max(0, bisect_right(self._starts, start) - 1)
        while k < len(self._items) and self._items[k].start < end:
            item = self._items[k]
            first, last = max(start, item.start), min(end, item.end)
            own_tail = tail if last == end and item.rtl == self.rtl else ""
            if first < last:
                found.append((first, self._piece(item, first, last, own_tail)))
            if tail and last == end and not own_tail:  # a number, which runs the other way
                found.append((last, self._piece(replace(item, rtl=self.rtl), last, last, tail)))
            k += 1
        if tail and not found and self._items:
            item = self._items[max(0, min(k, len(self._items)) - 1)]
            found.append((start, self._piece(replace(item, rtl=self.rtl), start, start, tail)))
        return found

    def _piece(self, item: TextItem, start: int, end: int, tail: str = "") -> Shaped:
        key = (start, end, tail)
        try:
            return self._pieces[key]
        except KeyError:
            shaped = self._pieces[key] = self._shaped(item, start, end, tail)
            return shaped

    def _shaped(self, item: TextItem, start: int, end: int, tail: str) -> Shaped:
        text = self.text[start:end]
        if tail:
            text = text.removesuffix(SOFT_HYPHEN) + (tail if item.face.shows(tail) else _PLAIN[tail])
        elif (start, end) != (item.start, item.end) and self._safe[start] and self._safe[end]:
            whole = self._piece(item, item.start, item.end)
            return part(whole, start - item.start, end - item.start)
        return shape(text, item.face, item.style, item.script, rtl=item.rtl)
