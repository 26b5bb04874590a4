"""A paragraph: spans of styled and coloured text that can be measured and set to a width."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.text.lines import TextBlock, TextLine, TextRun
from layoutkit.text.shaped_text import Align, BlockOptions, ShapedText, Trim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.keywords import TextWrap
    from layoutkit.origin import Origin
    from layoutkit.sizing import Measured, Request
    from layoutkit.text.fonts import FontLibrary
    from layoutkit.text.loose_marks import LooseMark
    from layoutkit.text.style import TextStyle

__all__ = ["Align", "Paragraph", "StyledSpan", "Trim", "Typesetter"]

_MOST, _LONGEST = 4096, 1000
"""Texts that a typesetter keeps, and the characters that one of them may have."""


@dataclass(frozen=True, slots=True)
class StyledSpan:
    """A piece of text in one style and colour."""

    text: str
    style: TextStyle
    color: object = None
    """Carried to the runs untouched."""


class Typesetter:
    """Makes paragraphs with the fonts of one library."""

    def __init__(self, library: FontLibrary) -> None:
        """Take the fonts; none is opened yet."""
        self.library = library
        self._shaped: dict[tuple[object, BlockOptions], ShapedText] = {}

    def paragraph(  # noqa: PLR0913 - each is a CSS property of the block
        self,
        spans: Sequence[StyledSpan],
        *,
        align: Align = "start",
        wrap: TextWrap = "wrap",
        max_lines: int | None = None,
        ellipsis: bool = False,
        trim: Trim = "none",
        room: float = 0.0,
        origin: Origin | None = None,
    ) -> Paragraph:
        """Shape a paragraph.

        Args:
            spans: at least one; its texts are joined. An empty text gives one empty line.
            align: where a line stands in a block that is wider; a line that is too wide starts at the left. The start
                of a text that runs from right to left is its right edge.
                With ``start`` and ``justify``, opening quotation marks hang (:mod:`layoutkit.text.hanging`).
                ``justify`` widens word spaces, up to a bound, but not in the last line before a hard break.
            wrap: how to choose line ends: see :mod:`layoutkit.text.fill`. All but ``nowrap``, which ends lines only at
                hard breaks, take equally many lines. A label that may not break is centred by its neighbours as
                often as not, so nothing hangs from it.
            max_lines: lines beyond this number are reported in the block (they are not cut off).
            ellipsis: whether what does not fit is cut off with an ellipsis: after ``max_lines`` lines, and at the end
                of a line that is too wide by itself. The text then is as narrow as its box requires.
            trim: ``cap`` makes the block's top the first line's cap height and its bottom the last baseline
                (CSS ``text-box: trim-both cap alphabetic``); the digits' height, where the text is made of them.
            room: the least max-content width in px: what the paragraph takes where it may, even if it needs less.
            origin: where the author made the text, for messages.

        Raises:
            LayoutkitError: ``missing-glyph``, ``control-character``, ``direction``, ``font-family``,
                ``font-file`` or ``hyphenation``.
            ValueError: no span.
        """
        if not spans:
            raise ValueError("a paragraph needs at least one span, if an empty one")
        options = BlockOptions(align, wrap, max_lines, ellipsis, trim, room)
        parts = tuple((span.text, span.style) for span in spans)
        shaped = self._shaped.get((parts, options))
        if shaped is None:
            shaped = ShapedText(self.library, parts, options, origin)
            if len(shaped.text) <= _LONGEST:
                self._keep((parts, options), shaped)
        return Paragraph(shaped, tuple(span.color for span in spans), origin)

    def _keep(self, key: tuple[object, BlockOptions], shaped: ShapedText) -> None:
        """For the next paragraph of the same words: a figure in another look, or with another token."""
        while len(self._shaped) >= _MOST:
            self._shaped.pop(next(iter(self._shaped)), None)
        self._shaped[key] = shaped


class Paragraph:
    """A shaped paragraph; it implements :class:`layoutkit.sizing.Measurable`."""

    __slots__ = ("_blocks", "_colors", "origin", "shaped")

    def __init__(self, shaped: ShapedText, colors: tuple[object, ...], origin: Origin | None) -> None:
        """See :meth:`Typesetter.paragraph`."""
        self.shaped = shaped
        """What it has in common with paragraphs of the same words in other colours."""
        self.origin = origin
        self._colors = colors
        self._blocks: dict[float, TextBlock] = {}

    @property
    def text(self) -> str:
        """The text as it is shown, capitals made and ligature characters written as letters."""
        return self.shaped.text

    @property
    def color(self) -> object:
        """That of its first letters."""
        return self._colors[0]

    @property
    def loose_marks(self) -> Sequence[LooseMark]:
        """Letters with combining marks that the font of their style does not set."""
        return self.shaped.loose_marks

    def span_bounds(self, first: int, after: int) -> tuple[int, int]:
        """Where in :attr:`text` the spans from ``first`` to before ``after`` start and end."""
        return self.shaped.starts[first], self.shaped.starts[after]

    def measure(self, request: Request) -> Measured:
        """The size in answer to a request.

        A ``Fit`` gets the width offered, but not less than the min-content nor more than the max-content width.

        Raises:
            ValueError: the width of a ``Fit`` is not a number.
        """
        return self.shaped.measure(request)

    def set(self, width: float) -> TextBlock:
        """Break the paragraph into lines for a width in px, and position every glyph.

        A line is never narrower than the longest piece that cannot be broken; where that does not fit, the
        block says how far it sticks out.

        Raises:
            ValueError: the width is not a number.
        """
        block = self._blocks.get(width)
        if block is None:
            block = self._blocks[width] = self._coloured(self.shaped.set(width))
        return block

    def _coloured(self, block: TextBlock) -> TextBlock:
        lines = tuple(
            TextLine(line.text, self._runs(line), line.x, line.baseline, line.top, line.height, line.width)
            for line in block.lines
        )
        return TextBlock(
            lines,
            block.width,
            block.height,
            block.baseline,
            block.ascent,
            block.cap_height,
            block.overflow,
            block.lines_over,
        )

    def _runs(self, line: TextLine) -> tuple[TextRun, ...]:
        return tuple(TextRun(run.x, run.glyphs, self._color_at(run.start), run.start) for run in line.runs)

    def _color_at(self, index: int) -> object:
        colors = self._colors
        return colors[0] if len(colors) == 1 else colors[bisect_right(self.shaped.starts, index, 0, len(colors)) - 1]
