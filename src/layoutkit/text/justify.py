"""Justified lines: free space goes into the word spaces, within a bound (CSS Text 3, section 6.4, inter-word).

Left out: shrinking spaces, and space between letters. A line that would need wider spaces than the bound allows
stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.shape import GlyphRun

__all__ = ["WIDEST", "justified"]

WIDEST = 2.0
"""How many times its own width a word space may become; on average, where a line has several styles."""
_WORD_SPACES = " \u00a0"


def justified(runs: Sequence[GlyphRun], width: float) -> Sequence[GlyphRun]:
    """The runs of a line, in reading order, with wider word spaces, so that the line is ``width`` px wide.

    Spaces that begin the line are an indent and stay. The runs come back as they are where there is no word space,
    no room left, or so much of it that the spaces would be wider than ``WIDEST`` allows.
    """
    spaces = _word_spaces(runs)
    count = sum(map(sum, spaces))
    free = width - sum(run.width for run in runs)
    natural = sum(sum(marks) * _space_width(run) for run, marks in zip(runs, spaces, strict=True))
    if not count or not 0 < free <= natural * (WIDEST - 1):
        return runs
    return [_stretched(run, marks, free / count) for run, marks in zip(runs, spaces, strict=True)]


def _word_spaces(runs: Sequence[GlyphRun]) -> list[list[bool]]:
    """For every character of each run, whether it is a word space behind the line's first word."""
    found: list[list[bool]] = []
    seen_word = False
    for run in runs:
        marks: list[bool] = []
        for character in run.text:
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
    if run.rtl:  # what stands left of a glyph is behind it
        moved = [before[-1] - before[cluster + 1] for cluster in run.clusters]
    else:
        moved = [before[cluster] for cluster in run.clusters]
    xs = tuple([x + extra * count for x, count in zip(run.xs, moved, strict=True)])
    return replace(run, xs=xs, width=run.width + extra * before[-1])
