"""What setting a paragraph gives: lines of positioned runs. All lengths are px, y down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect, union

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.text.shape import GlyphRun

__all__ = ["TextBlock", "TextLine", "TextRun"]


@dataclass(frozen=True, slots=True)
class TextRun:
    """Glyphs of one face, size and colour within a line."""

    x: float
    """Left end, from the block's left edge."""
    glyphs: GlyphRun
    color: object
    """The colour of the span, exactly as the span holds it."""
    start: int
    """Index of its first character in the paragraph's text; a run belongs to one span."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a block."""

    text: str
    """The characters of the paragraph that the line takes up, with the spaces and line feed at its end, and
    all that an ellipsis stands for."""
    runs: tuple[TextRun, ...]
    """In reading order; spaces at the line's end are not in it, the hyphen of a broken word is."""
    x: float
    """Left end of the line's content, from the block's left edge; below 0 where a quotation mark hangs."""
    baseline: float
    """The baseline, below the block's top edge."""
    top: float
    """Top of the line box, below the block's top edge; above it where the block is trimmed."""
    height: float
    """Height of the line box."""
    width: float
    """Advance width of the content, spaces at the end left out."""

    @property
    def box(self) -> Rect:
        """The line box as far as the content reaches, in px from the block's top-left."""
        return Rect(self.x, self.top, self.width, self.height)


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph set to a width."""

    lines: tuple[TextLine, ...]
    """At least one; the text of all lines joined is the paragraph's text."""
    width: float
    """The width that the paragraph was set to."""
    height: float
    """From the top of the first line box to the bottom of the last; less where trimmed."""
    baseline: float
    """The first baseline, below the block's top edge."""
    ascent: float
    """Ascent of the first line's tallest face, above the first baseline."""
    cap_height: float
    """Cap height of the first line's tallest face, above the first baseline; the digits' height in a trimmed text of
    digits."""
    overflow: float
    """How far lines reach beyond ``width`` at the right; 0 where all fit."""
    lines_over: int
    """How many lines there are beyond the paragraph's ``max_lines``; they are set all the same. 0 where an ellipsis
    stands for them."""

    def fragments(self, start: int, end: int) -> Iterator[Rect]:
        """The boxes of some spans, one for each line that they are on, in px from the block's top-left.

        As the boxes that ``getClientRects`` has of an inline element, they are as wide as the advances and reach from
        the ascent to the descent of the faces, but not beyond the line box.

        Args:
            start: where the first span starts in the paragraph's text.
            end: where the last one ends.
        """
        for line in self.lines:
            boxes = [
                Rect(run.x, line.baseline - above, run.glyphs.width, above + run.glyphs.face.descent * run.glyphs.size)
                for run in line.runs
                if start <= run.start < end and run.glyphs.glyph_ids
                for above in (run.glyphs.face.ascent * run.glyphs.size,)
            ]
            if boxes:
                around = union(boxes)
                yield around.common(Rect(around.x, line.top, around.width, line.height))
