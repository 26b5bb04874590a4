"""How high a line is and where its baseline lies (CSS Inline 3, section 5; CSS 2.1, section 10.8.1)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.text.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.text.fonts import Face
    from layoutkit.text.style import TextStyle

__all__ = ["LineBox", "line_box", "tallest"]

_FLAT_DIGIT = "1"


@dataclass(frozen=True, slots=True)
class LineBox:
    """The extents of a line, in px from its baseline."""

    above: float
    """From the baseline up to the top of the line box, half-leading included."""
    below: float
    """From the baseline down to the bottom of the line box, half-leading included."""
    ascent: float
    """Ascent of the face, without leading."""
    cap_height: float
    """From the baseline up to the top of the letters that decide where the middle of the text seems to be."""

    @property
    def height(self) -> float:
        """Height of the line box in px."""
        return self.above + self.below


def line_box(face: Face, style: TextStyle, *, digits: bool = False) -> LineBox:
    """The box of a line in one style: the face's extents with half the leading on either side.

    Its cap height is that of the digits in ``style`` where the text is made of ``digits``: old-style figures, for
    one, are lower than capitals.

    As in browsers, ascent and descent are rounded to whole px and the upper half of the leading
    is rounded down, so that baselines fall on whole px where the block's top does.
    """
    ascent, descent = _rounded(face.ascent * style.size), _rounded(face.descent * style.size)
    leading = style.line_height - (ascent + descent)
    above = ascent + math.floor(leading / 2)
    top = _digit_height(face, style) if digits else face.cap_height
    return LineBox(above, style.line_height - above, face.ascent * style.size, top * style.size)


def _digit_height(face: Face, style: TextStyle) -> float:
    """The height of a flat digit with the style's features, as a fraction of the em."""
    if not face.shows(_FLAT_DIGIT):
        return face.cap_height
    return face.top(shape(_FLAT_DIGIT, face, style).run.glyph_ids[0])


def _rounded(length: float) -> int:
    return math.floor(length + 0.5)


def tallest(boxes: Iterable[LineBox]) -> LineBox:
    """The box around all boxes, which share one baseline.

    Raises:
        ValueError: there is no box.
    """
    all_boxes = list(boxes)
    return LineBox(
        max(box.above for box in all_boxes),
        max(box.below for box in all_boxes),
        max(box.ascent for box in all_boxes),
        max(box.cap_height for box in all_boxes),
    )
