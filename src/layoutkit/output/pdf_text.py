"""Glyph runs -> text operators: every glyph where the run has it, and every character readable.

The position of a glyph is exact to a ten-thousandth of the em, whatever the length of the run: each adjustment is
reckoned from where the pen of a PDF reader stands, not from the last glyph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.output.pdf_objects import number, serialised
from layoutkit.text.characters import falls_back_to_space, is_ignorable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.output.pdf_fonts import PdfFont
    from layoutkit.paint.display import Glyphs

__all__ = ["text_operators"]

_SPACE = " "
_TURNED = {0: "1 0 0 -1", 1: "0 1 1 0", -1: "0 -1 -1 0"}
"""Where the text matrix takes a step along the line and one up, by the quarter of a turn."""


def text_operators(glyphs: Glyphs, font: PdfFont) -> list[str]:
    """The text object of a run; user space is px with y down."""
    writer = _RunWriter(glyphs, font)
    clusters = list(_clusters(glyphs))
    for index, (first, after, text) in enumerate(clusters):
        last = index == len(clusters) - 1
        writer.cluster(first, after, text, glyphs.joint if last else "")
    writer.finish()
    start = f"{_TURNED[glyphs.quarter]} {number(glyphs.x)} {number(glyphs.y)} Tm"
    return ["BT", f"/{font.name} {number(glyphs.run.size)} Tf", start, *writer.operators, "ET"]


def _clusters(glyphs: Glyphs) -> Iterator[tuple[int, int, str]]:
    """First glyph, the one after the last, and the text of each cluster that says something."""
    run = glyphs.run
    starts = [i for i, cluster in enumerate(run.clusters) if i == 0 or cluster != run.clusters[i - 1]]
    for first, after in pairwise([*starts, len(run.clusters)]):
        end = run.clusters[after] if after < len(run.clusters) else len(run.text)
        text = _readable(run.text[run.clusters[first] : end])
        if text:
            yield first, after, text


def _readable(text: str) -> str:
    """Characters that are shown as nothing left out, spaces of any width as plain ones."""
    return "".join(_SPACE if falls_back_to_space(c) else c for c in text if not is_ignorable(c))


class _RunWriter:
    """Gathers the strings and adjustments of one run."""

    def __init__(self, glyphs: Glyphs, font: PdfFont) -> None:
        self.operators: list[str] = []
        self._run = glyphs.run
        self._font = font
        self._unit = glyphs.run.size / 1000
        self._pen = 0.0
        self._rise = 0.0
        self._array: list[str] = []
        self._codes = ""

    def cluster(self, first: int, after: int, text: str, joint: str) -> None:
        """Show the glyphs of a cluster; what joins it to the next line is read, not seen."""
        ids = self._run.glyph_ids
        space = self._font.face.glyph_id(_SPACE)
        if joint == _SPACE and space is not None:
            joint = ""
        elif joint:
            text, space = (text if joint == _SPACE else "") + joint, None
        else:
            space = None
        plain = after == first + 1 and not joint and self._font.says(ids[first], text)
        if not plain:
            self.flush()
            self.operators.append(f"/Span <</ActualText {serialised(text).decode('ascii')}>> BDC")
        for i in range(first, after):
            if not plain:
                self._font.uses(ids[i])
            self._show(ids[i], self._run.xs[i], self._run.ys[i])
        if not plain:
            self.flush()
            self.operators.append("EMC")
        if space is not None:
            self._font.says(space, _SPACE)
            self._show(space, self._pen, 0.0)

    def _show(self, glyph: int, x: float, y: float) -> None:
        rise = 0.0 - y
        if rise != self._rise:
            self.flush()
            self.operators.append(f"{number(rise)} Ts")
            self._rise = rise
        adjustment = round((self._pen - x) / self._unit, 1)
        if adjustment:
            self._close_string()
            self._array.append(number(adjustment))
            self._pen -= adjustment * self._unit
        self._codes += f"{glyph:04X}"
        self._pen += self._font.width(glyph) * self._unit

    def _close_string(self) -> None:
        if self._codes:
            self._array.append(f"<{self._codes}>")
            self._codes = ""

    def finish(self) -> None:
        """Write the rest; the text rise, which would outlive the text object, ends here."""
        self.flush()
        if self._rise:
            self.operators.append("0 Ts")

    def flush(self) -> None:
        """Write what has been gathered."""
        self._close_string()
        if self._array:
            self.operators.append(f"[{' '.join(self._array)}] TJ")
            self._array = []
