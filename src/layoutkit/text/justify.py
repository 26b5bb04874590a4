"""Justified lines: free space goes into the word spaces, within a bound (CSS Text 3, section 6.4, inter-word).

Left out: shrinking spaces, and space between letters. A line that would need wider spaces than the bound allows
stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from layoutkit.text.lines import TextRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.shape import GlyphRun

__all__ = ["WIDEST", "justified"]

WIDEST = 2.0
"""How many times its own width a word space may become; on average, where a line has several styles."""
_WORD_SPACES = " \u00a0"


def justified(runs: Sequence[TextRun], width: float) -> tuple[TextRun, ...]:
    """The runs of a line with wider word spaces, so that the line is ``width`` px wide.

    Spaces that begin the line are an indent and stay. The runs come back as they are where there is no word space,
    no room left, or so much of it that the spaces would be wider than ``WIDEST`` allows.
    """
    spaces = _word_spaces(runs)
    count = sum(map(sum, spaces))
    free = width - sum(run.glyphs.width for run in runs)
    natural = sum(sum(marks) * _space_width(run.glyphs) for run, marks in zip(runs, spaces, strict=True))
    if not count or not 0 < free <= natural * (WIDEST - 1):
        return tuple(runs)
    stretched: list[TextRun] = []
    pen = runs[0].x
    for run, marks in zip(runs, spaces, strict=True):
        glyphs = _stretched(run.glyphs, marks, free / count)
        stretched.append(TextRun(pen, glyphs, run.color))
        pen += glyphs.width
    return tuple(stretched)


def _word_spaces(runs: Sequence[TextRun]) -> list[list[bool]]:
    """For every character of each run, whether it is a word space behind the line's first word."""
    found: list[list[bool]] = []
    seen_word = False
    for run in runs:
        marks: list[bool] = []
        for character in run.glyphs.text:
            is_space = character in _WORD_SPACES
            seen_word = seen_word or not is_space
            marks.append(is_space and seen_word)
        found.append(marks)
    return found


def _space_width(run: GlyphRun) -> float:
    glyph = run.face.glyph_id(" ")
    return 0.0 if glyph is None else run.face.advance(glyph) * run.size


def _stretched(run: GlyphRun, marks: list[bool], extra: float) -> GlyphRun:
    before = list(accumulate(map(int, marks), initial=0))
    xs = tuple([x + extra * before[cluster] for x, cluster in zip(run.xs, run.clusters, strict=True)])
    return replace(run, xs=xs, width=run.width + extra * before[-1])
