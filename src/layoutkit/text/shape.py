"""Shaping: one run of text in one face becomes positioned glyphs, by HarfBuzz.

Shaping is done in font units and scaled afterwards, so advances are unhinted and positions are
sub-pixel: a run at 32 px is exactly twice the run at 16 px.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from layoutkit.text.characters import is_ignorable
from layoutkit.text.memoized import memoized

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.fonts import Face
    from layoutkit.text.style import TextStyle

__all__ = ["COMMON_SCRIPT", "GlyphRun", "Shaped", "part", "shape", "split"]

COMMON_SCRIPT = "Zyyy"
_UNSAFE_TO_BREAK = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
_OPTIONAL_LIGATURES = ("liga", "clig", "dlig", "hlig")


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Positioned glyphs of one face and size, in reading order."""

    face: Face
    size: float
    """Font size in px."""
    text: str
    """The characters shown, in order."""
    glyph_ids: tuple[int, ...]
    xs: tuple[float, ...]
    """Origin of each glyph in px to the right of the run's left end."""
    ys: tuple[float, ...]
    """Origin of each glyph in px below the baseline; 0 for all but some marks."""
    clusters: tuple[int, ...]
    """For each glyph, the index in ``text`` of the first character that it belongs to; never falls."""
    width: float
    """Where the next run begins, in px to the right of the run's left end."""
    features: tuple[tuple[str, int], ...] = ()
    """The OpenType features that the style asked for, as (tag, value)."""
    letter_spacing: float = 0.0
    """Space in px that stands behind each cluster; it is in ``xs`` and ``width`` already."""
    rtl: bool = False
    """Whether the run reads from right to left; then the first glyph is the rightmost."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run together with what only measuring needs."""

    run: GlyphRun
    pens: tuple[float, ...]
    """How far in px the pen has come before each glyph, in reading direction."""
    safe: tuple[bool, ...]
    """For each glyph, whether the text may be cut before its cluster without changing any glyph."""


@memoized
def shape(text: str, face: Face, style: TextStyle, script: str = COMMON_SCRIPT, *, rtl: bool = False) -> Shaped:
    """Shape a text with one face.

    The text is taken as it is, but for hyphens that the face lacks: capitals, fallback and line breaks are the
    caller's.

    Args:
        text: characters of one script, without hard line breaks.
        face: the font; its glyph 0 stands for what it lacks.
        style: gives size, letter spacing, features and language.
        script: ISO 15924 code; chooses the font's rules.
        rtl: whether the text runs from right to left; brackets are mirrored then.
    """
    text = face.spelt(text)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    buffer.language = style.language
    hb.shape(face.hb_font, buffer, _features(style.features, style.letter_spacing != 0))
    return _positioned(text, face, style, buffer, rtl=rtl)


@lru_cache(maxsize=256)
def _features(features: tuple[tuple[str, int], ...], spaced: bool) -> dict[str, int]:  # noqa: FBT001 - a cache key
    """HarfBuzz's feature settings; the style's own features win over what letter spacing turns off."""
    return {**(dict.fromkeys(_OPTIONAL_LIGATURES, 0) if spaced else {}), **dict(features)}


def _positioned(
    text: str,
    face: Face,
    style: TextStyle,
    buffer: Any,  # noqa: ANN401 - hb.Buffer has no types
    *,
    rtl: bool,
) -> Shaped:
    scale, spacing = style.size / face.units_per_em, style.letter_spacing
    infos, positions = buffer.glyph_infos or (), buffer.glyph_positions or ()
    if rtl:  # HarfBuzz gives glyphs from left to right
        infos, positions = infos[::-1], positions[::-1]
    clusters = [info.cluster for info in infos]
    pens: list[float] = []
    xs: list[float] = []
    ys: list[float] = []
    pen = 0.0
    for i, glyph in enumerate(positions):
        x_offset, y_offset, x_advance, _ = glyph.position
        pens.append(pen)
        xs.append(pen + x_offset * scale)
        ys.append(0.0 - y_offset * scale)
        pen += x_advance * scale
        if spacing:
            last_of_cluster = i + 1 == len(clusters) or clusters[i + 1] != clusters[i]
            if last_of_cluster and not is_ignorable(text[clusters[i]]):
                pen += spacing
    ids = tuple([info.codepoint for info in infos])
    if rtl:  # so far as if each glyph stood behind its pen
        ends = [pen - at - glyph.position[2] * scale for at, glyph in zip(pens, positions, strict=True)]
        xs = [end + (x - at) for end, x, at in zip(ends, xs, pens, strict=True)]
    run = GlyphRun(
        face, style.size, text, ids, tuple(xs), tuple(ys), tuple(clusters), pen, style.features, spacing, rtl
    )
    return Shaped(run, tuple(pens), tuple([not int(info.flags) & _UNSAFE_TO_BREAK for info in infos]))


def part(shaped: Shaped, start: int, end: int) -> Shaped:
    """A stretch of a run as a run of its own, without shaping it again; indexes are into the run's text.

    The glyphs are those of the stretch on a line of its own only where the text may be cut at both ends
    (``Shaped.safe``). An index inside a cluster (a ligature, a letter and its accent) counts as the cluster's end.
    """
    run = shaped.run
    if start == 0 and end == len(run.text):
        return shaped
    first, after = bisect_left(run.clusters, start), bisect_left(run.clusters, end)
    begun, ended = _at(shaped, first), _at(shaped, after)
    left = run.width - ended if run.rtl else begun
    begin = run.clusters[first] if first < len(run.clusters) else len(run.text)
    stop = run.clusters[after] if after < len(run.clusters) else len(run.text)
    return Shaped(
        GlyphRun(
            run.face,
            run.size,
            run.text[begin:stop],
            run.glyph_ids[first:after],
            tuple([x - left for x in run.xs[first:after]]),
            run.ys[first:after],
            tuple([cluster - begin for cluster in run.clusters[first:after]]),
            ended - begun,
            run.features,
            run.letter_spacing,
            run.rtl,
        ),
        tuple([pen - begun for pen in shaped.pens[first:after]]),
        shaped.safe[first:after],
    )


def _at(shaped: Shaped, glyph: int) -> float:
    return shaped.pens[glyph] if glyph < len(shaped.pens) else shaped.run.width


def split(shaped: Shaped, cuts: Sequence[int]) -> list[GlyphRun]:
    """A run cut at character indexes, for what changes no glyph, such as colour; see :func:`part`.

    The widths of the parts add up to the run's; a part that would hold no glyph is left out.
    """
    if not cuts:
        return [shaped.run]
    bounds = [0, *cuts, len(shaped.run.text)]
    parts = [part(shaped, start, end).run for start, end in pairwise(bounds)]
    return [run for run in parts if run.glyph_ids]
