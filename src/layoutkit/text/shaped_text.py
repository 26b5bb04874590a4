"""The words of a paragraph, shaped and broken into lines; they have no colour, so all looks of a figure share them.

    spans -> text, style ranges -> items (a face and a script each) -> shaped once -> break opportunities
    measure(request) and set(width): choose breaks, stack line boxes on a common baseline grid

A text whose letters run from right to left starts at its right edge and is broken into lines as any other.
White space is kept as it is written (CSS ``white-space: pre-line`` without collapsing); spaces at a
line's end hang: they take no room and are not drawn.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from layoutkit.languages import language_for
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit, Measured
from layoutkit.text.acceptance import check_characters
from layoutkit.text.characters import ELLIPSIS, only_digits, without_ligatures
from layoutkit.text.direction import visual_order
from layoutkit.text.ellipsis import cut, shortened
from layoutkit.text.fill import FILLERS, SLACK, Break, Filler, HardLine, greedy
from layoutkit.text.hanging import hang
from layoutkit.text.hard_lines import NO_ENDS, hard_bounds, hard_lines, line_ends
from layoutkit.text.items import StyleRange, TextItem, directed, itemise, missing_glyphs
from layoutkit.text.justify import justified
from layoutkit.text.linebox import LineBox, line_box, tallest
from layoutkit.text.lines import TextBlock, TextLine, TextRun
from layoutkit.text.loose_marks import loose_marks
from layoutkit.text.ruler import Ruler
from layoutkit.text.shape import split
from layoutkit.text.style_ranges import StyleRanges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.keywords import TextWrap
    from layoutkit.origin import Origin
    from layoutkit.sizing import Request
    from layoutkit.text.fonts import FontLibrary
    from layoutkit.text.shape import GlyphRun, Shaped
    from layoutkit.text.style import TextStyle

__all__ = ["Align", "BlockOptions", "ShapedText", "Trim"]

Align = Literal["start", "center", "end", "justify"]
Trim = Literal["none", "cap"]

_ALIGNMENT = {"start": 0.0, "center": 0.5, "end": 1.0, "justify": 0.0}
"""The share of a line's free space that goes before it."""
_FLUSH_LEFT = ("start", "justify")
"""Where lines have an edge in common that a quotation mark can hang from."""


@dataclass(frozen=True, slots=True)
class BlockOptions:
    """How lines are chosen and placed; see :meth:`layoutkit.text.paragraph.Typesetter.paragraph`."""

    align: Align
    wrap: TextWrap
    max_lines: int | None
    ellipsis: bool
    trim: Trim
    room: float


class ShapedText:
    """Words that are shaped, and know where their lines may break."""

    def __init__(
        self,
        library: FontLibrary,
        spans: Sequence[tuple[str, TextStyle]],
        options: BlockOptions,
        origin: Origin | None,
    ) -> None:
        """Shape the texts of spans, each in its style, as one.

        Raises:
            LayoutkitError: see :meth:`layoutkit.text.paragraph.Typesetter.paragraph`; ``origin`` is for its message.
        """
        self._options = options
        self._breaks = options.wrap != "nowrap"
        written = [without_ligatures(text) for text, _ in spans]
        texts = [
            language_for(style.language).uppercase(text) if style.uppercase else text
            for text, (_, style) in zip(written, spans, strict=True)
        ]
        self.text = "".join(texts)
        """The text as it is shown, capitals made and ligature characters written as letters."""
        check_characters(self.text, origin)
        starts = _starts(texts)
        self.starts = starts
        """Where each span begins in :attr:`text`, and the length of the whole."""
        self._ranges = StyleRanges.of(starts, [style for _, style in spans])
        digits = options.trim == "cap" and only_digits(self.text)
        self._boxes = {
            style: _line_box(style, library, digits=digits) for style in {stretch.style for stretch in self._ranges}
        }
        items = self._itemised(library, origin)
        self.loose_marks = loose_marks(self.text, items, library)
        """Letters with combining marks that the font of their style does not set."""
        self._ruler = Ruler(self.text, items)
        for item, characters in self._ruler.unshown():
            raise missing_glyphs([characters], item.style, library, origin)
        ends = line_ends(self.text, self._ranges, origin) if self._breaks else NO_ENDS
        self._hard_lines = hard_lines(self.text, self._ranges, self._ruler.pen, ends)
        self._hard_ends = {line.breaks[-1].next for line in self._hard_lines}
        self._hard_starts = [line.start for line in self._hard_lines]
        self._measured: dict[Request, Measured] = {}
        self._filled: dict[float, list[tuple[int, Break]]] = {}
        self._set: dict[float, TextBlock] = {}
        self._min_content, self._max_content = self._intrinsic_widths()

    def _intrinsic_widths(self) -> tuple[float, float]:
        """Min-content and max-content width in px."""
        kept = self._hard_lines[: self._last_line]
        unbroken = [self._ruler.width(line.start, line.breaks[-1].end) for line in kept]
        # A piece with its hyphen may be wider than the line unbroken, which then is as narrow as it gets.
        narrowest = max(min(whole, self._widest_piece(line)) for whole, line in zip(unbroken, kept, strict=True))
        widest = max(unbroken)
        if len(kept) < len(self._hard_lines):
            widest = max(widest, self._ruler.width(kept[-1].start, kept[-1].breaks[-1].end, ELLIPSIS))
        if self._last_line is not None:  # any line may be cut down to the ellipsis
            narrowest = min(widest, self._ruler.widest_tail(ELLIPSIS))
        return narrowest, max(widest, self._options.room)

    @property
    def _last_line(self) -> int | None:
        """The number of the line that ends in an ellipsis if more would follow."""
        return self._options.max_lines if self._options.ellipsis else None

    def _widest_piece(self, line: HardLine) -> float:
        starts = (line.start, *(b.next for b in line.breaks))
        return max(self._ruler.width(start, end.end, end.tail) for start, end in zip(starts, line.breaks, strict=False))

    def _itemised(self, library: FontLibrary, origin: Origin | None) -> list[TextItem]:
        items: list[TextItem] = []
        for start, end, _ in hard_bounds(self.text):
            for stretch in self._ranges.within(start, end):
                clipped = StyleRange(max(start, stretch.start), min(end, stretch.end), stretch.style)
                if clipped.start < clipped.end:
                    items += itemise(self.text, clipped, library, origin)
        return directed(self.text, items)

    def measure(self, request: Request) -> Measured:
        """The size in answer to a request.

        A ``Fit`` gets the width offered, but not less than the min-content nor more than the max-content width.

        Raises:
            ValueError: the width of a ``Fit`` is not a number.
        """
        try:
            return self._measured[request]
        except KeyError:
            answer = self._measured[request] = self._answer(request)
            return answer

    def _answer(self, request: Request) -> Measured:
        if isinstance(request, Fit):
            width = min(max(self._min_content, _number(request.width)), self._max_content)
        else:
            width = {MIN_CONTENT: self._min_content, MAX_CONTENT: self._max_content}[request]
        boxes = self._line_boxes(self._fill(width))
        return Measured(width, self._height(boxes), self._top(boxes[0]) + boxes[0].above)

    def set(self, width: float) -> TextBlock:
        """Break the text into lines for a width in px, and position every glyph; its runs have no colour.

        A line is never narrower than the longest piece that cannot be broken; where that does not fit, the
        block says how far it sticks out.

        Raises:
            ValueError: the width is not a number.
        """
        try:
            return self._set[width]
        except KeyError:
            block = self._set[width] = self._block(_number(width))
            return block

    def _block(self, width: float) -> TextBlock:
        filled = self._fill(width)
        boxes = self._line_boxes(filled)
        shown = width if math.isfinite(width) else self._max_content
        lines: list[TextLine] = []
        top = self._top(boxes[0])
        for (start, end), box in zip(filled, boxes, strict=True):
            lines.append(self._line(start, end, box, top, shown))
            top += box.height
        overflow = max(line.x + line.width for line in lines) - shown
        limit = self._options.max_lines
        return TextBlock(
            tuple(lines),
            shown,
            self._height(boxes),
            lines[0].baseline,
            boxes[0].ascent,
            boxes[0].cap_height,
            overflow if overflow > SLACK else 0.0,
            0 if limit is None else max(0, len(lines) - limit),
        )

    def _fill(self, width: float) -> list[tuple[int, Break]]:
        """The lines for a width, as index of the first character and the break taken."""
        width = max(width, self._min_content)
        try:
            return self._filled[width]
        except KeyError:
            lines = self._filled_by(FILLERS[self._options.wrap], width)
            last = self._last_line
            if last is not None and len(lines) > last:
                # What balance and pretty weigh up, the text's own end, is not shown.
                lines = self._filled_by(greedy, width)[:last]
                start = lines[-1][0]
                hard_line = self._hard_lines[bisect_right(self._hard_starts, start) - 1]
                lines[-1] = start, cut(hard_line, start, self._ruler, width)
            if last is not None:
                lines = [(start, self._within(start, taken, width)) for start, taken in lines]
            self._filled[width] = lines
            return lines

    def _within(self, start: int, taken: Break, width: float) -> Break:
        """The end of a line, moved to where an ellipsis fits if the line is too wide."""
        if self._ruler.width(start, taken.end, taken.tail) <= width + SLACK:
            return taken
        return shortened(start, taken, self._ruler, width)

    def _filled_by(self, filler: Filler, width: float) -> list[tuple[int, Break]]:
        lines: list[tuple[int, Break]] = []
        for hard_line in self._hard_lines:
            start = hard_line.start
            for taken in filler(hard_line, self._ruler, width):
                lines.append((start, taken))
                start = taken.next
        return lines

    def _line_boxes(self, filled: list[tuple[int, Break]]) -> list[LineBox]:
        if len(self._boxes) == 1:
            return list(self._boxes.values()) * len(filled)
        return [
            tallest(self._boxes[stretch.style] for stretch in self._ranges.within(start, taken.end))
            for start, taken in filled
        ]

    def _top(self, first: LineBox) -> float:
        """Where the first line box begins, below the block's top edge."""
        return first.cap_height - first.above if self._options.trim == "cap" else 0.0

    def _height(self, boxes: list[LineBox]) -> float:
        bottom = self._top(boxes[0]) + math.fsum(box.height for box in boxes)
        return bottom - boxes[-1].below if self._options.trim == "cap" else bottom

    def _line(self, start: int, taken: Break, box: LineBox, top: float, width: float) -> TextLine:
        pieces = self._ruler.pieces(start, taken.end, taken.tail)
        rtl, align = self._ruler.rtl, self._options.align
        hung = 0.0
        if self._breaks and align in _FLUSH_LEFT and not rtl:
            hung = hang([piece for _, piece in pieces], self._ranges.at(start).language)
        runs = self._cut(pieces, taken.end)
        if align == "justify" and taken.next not in self._hard_ends:
            glyphs = justified([run for run, _ in runs], width + hung)
            runs = [(stretched, start) for stretched, (_, start) in zip(glyphs, runs, strict=True)]
        used = math.fsum(run.width for run, _ in runs)
        share = 1 - _ALIGNMENT[align] if rtl else _ALIGNMENT[align]
        left = -hung or max(0.0, width - used) * share
        text = self.text[start : taken.next]
        return TextLine(text, self._placed(runs, left), left, top + box.above, top, box.height, used)

    def _cut(self, pieces: list[tuple[int, Shaped]], end: int) -> list[tuple[GlyphRun, int]]:
        """The runs of a line in reading order, cut between spans, and where in the text each starts."""
        starts = self.starts[:-1]
        runs: list[tuple[GlyphRun, int]] = []
        for index, piece in pieces:
            first, after = bisect_right(starts, index), bisect_left(starts, min(index + len(piece.run.text), end))
            inside = starts[first:after]
            for run in split(piece, [boundary - index for boundary in inside]):
                runs.append((run, index))
                index += len(run.text)  # noqa: PLW2901 - walks along the piece
        return runs

    def _placed(self, runs: list[tuple[GlyphRun, int]], left: float) -> tuple[TextRun, ...]:
        """The runs in reading order, each at its place from left to right."""
        places, pen = [0.0] * len(runs), left
        order = visual_order(range(len(runs)), lambda i: runs[i][0].rtl, from_right=self._ruler.rtl)
        for i in order:
            places[i] = pen
            pen += runs[i][0].width
        return tuple(TextRun(x, run, None, start) for x, (run, start) in zip(places, runs, strict=True))


def _starts(texts: list[str]) -> list[int]:
    """Where each text begins in all of them joined, and the length of the whole."""
    return list(accumulate((len(text) for text in texts), initial=0))


def _line_box(style: TextStyle, library: FontLibrary, *, digits: bool) -> LineBox:
    decides = style.line_of or style
    return line_box(library.face(decides.family, decides.weight, decides.italic), decides, digits=digits)


def _number(width: float) -> float:
    if math.isnan(width):
        raise ValueError("a width must be a number, not NaN")
    return width
