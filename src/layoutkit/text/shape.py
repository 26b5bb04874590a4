"""Shaping: one run of text in one face becomes positioned glyphs, by HarfBuzz.

Shaping is done in font units and scaled afterwards, so advances are unhinted and positions are
sub-pixel: a run at 32 px is exactly twice the run at 16 px.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from layoutkit.text.characters import is_ignorable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.fonts import Face
    from layoutkit.text.style import TextStyle

__all__ = ["GlyphRun", "GlyphSlice", "shape", "split"]

COMMON_SCRIPT = "Zyyy"
_OPTIONAL_LIGATURES = ("liga", "clig", "dlig", "hlig")


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Positioned glyphs of one face and size, left to right."""

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


@dataclass(frozen=True, slots=True)
class Shaped:
    """A run together with what only measuring needs."""

    run: GlyphRun
    pens: tuple[float, ...]
    """Pen position in px before each glyph: ``GlyphRun.xs`` without the glyphs' own offsets."""
    safe: tuple[bool, ...]
    """For each glyph, whether the text may be cut before its cluster without changing any glyph."""


def shape(text: str, face: Face, style: TextStyle, script: str = COMMON_SCRIPT) -> Shaped:
    """Shape a text left to right with one face.

    The text is taken as it is: capitals, fallback and line breaks are the caller's.

    Args:
        text: characters of one script, without hard line breaks.
        face: the font; its glyph 0 stands for what it lacks.
        style: gives size, letter spacing, features and language.
        script: ISO 15924 code; chooses the font's rules.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction = "ltr"
    buffer.script = script
    buffer.language = style.language
    hb.shape(face.hb_font, buffer, _features(style.features, style.letter_spacing != 0))
    return _positioned(text, face, style, buffer)


@lru_cache(maxsize=256)
def _features(features: tuple[tuple[str, int], ...], spaced: bool) -> dict[str, int]:  # noqa: FBT001 - a cache key
    """HarfBuzz's feature settings; the style's own features win over what letter spacing turns off."""
    return {**(dict.fromkeys(_OPTIONAL_LIGATURES, 0) if spaced else {}), **dict(features)}


def _positioned(text: str, face: Face, style: TextStyle, buffer: Any) -> Shaped:  # noqa: ANN401 - hb.Buffer has no types
    scale, spacing = style.size / face.units_per_em, style.letter_spacing
    infos, positions = buffer.glyph_infos or (), buffer.glyph_positions or ()
    unsafe = hb.GlyphFlags.UNSAFE_TO_BREAK.value
    clusters = tuple(info.cluster for info in infos)
    pens: list[float] = []
    xs: list[float] = []
    ys: list[float] = []
    pen = 0.0
    for i, position in enumerate(positions):
        pens.append(pen)
        xs.append(pen + position.x_offset * scale)
        ys.append(0.0 - position.y_offset * scale)
        pen += position.x_advance * scale
        if spacing:
            last_of_cluster = i + 1 == len(clusters) or clusters[i + 1] != clusters[i]
            if last_of_cluster and not is_ignorable(text[clusters[i]]):
                pen += spacing
    run = GlyphRun(face, style.size, text, tuple(info.codepoint for info in infos), tuple(xs), tuple(ys), clusters, pen)
    return Shaped(run, tuple(pens), tuple(not info.flags & unsafe for info in infos))


@dataclass(frozen=True, slots=True)
class GlyphSlice:
    """A part of a run, as a run of its own."""

    x: float
    """Left end of the part in px to the right of the whole run's left end."""
    run: GlyphRun


def split(shaped: Shaped, cuts: Sequence[int]) -> tuple[GlyphSlice, ...]:
    """Cut a run at character indexes, without shaping anew: for what changes no glyph, such as colour.

    A cut inside a cluster (a ligature, a letter and its accent) moves to the end of the cluster.
    """
    run = shaped.run
    if not cuts:
        return (GlyphSlice(0.0, run),)
    slices: list[GlyphSlice] = []
    first_glyph = first_character = 0
    for cut in (*cuts, len(run.text)):
        glyph = bisect_left(run.clusters, cut)
        at_end = glyph == len(run.clusters)
        character = len(run.text) if at_end else run.clusters[glyph]
        if glyph == first_glyph:
            continue
        x = shaped.pens[first_glyph]
        end = run.width if at_end else shaped.pens[glyph]
        slices.append(
            GlyphSlice(
                x,
                GlyphRun(
                    run.face,
                    run.size,
                    run.text[first_character:character],
                    run.glyph_ids[first_glyph:glyph],
                    tuple(v - x for v in run.xs[first_glyph:glyph]),
                    run.ys[first_glyph:glyph],
                    tuple(c - first_character for c in run.clusters[first_glyph:glyph]),
                    end - x,
                ),
            )
        )
        first_glyph, first_character = glyph, character
    return tuple(slices)
