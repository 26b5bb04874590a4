"""Combining marks: whether a face sets them at their letter.

A font says where a mark goes by anchors (OpenType, GPOS ``mark`` and ``mkmk``). Without them the mark stands where the
letter ends, or where its designer drew it for a letter of common width. HarfBuzz does not tell which it was, so the
cluster is shaped twice, the second time with wider advances: a mark at an anchor does not move.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import uharfbuzz as hb

from layoutkit.text.characters import is_ignorable

__all__ = ["has_marks", "sets_marks"]

_WIDER = 0.1
"""Of the em, added to each advance."""
_OFF_CENTRE = 0.04
"""Of the em: how far a mark may stand beside the middle of its letter."""
_FIRST_MARK = "\u0300"
_OVERLAY = 1
"""The combining class of marks that are drawn through their letter."""


def has_marks(text: str) -> bool:
    """Whether any character is a mark that goes above, below or through the one before it."""
    return max(text, default="") >= _FIRST_MARK and any(map(_is_mark, text))


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0 and not is_ignorable(character)


def sets_marks(font: Any, cluster: str) -> bool:  # noqa: ANN401 - hb.Font has no types
    """Whether each mark of a cluster is at an anchor, or all the same above or below the middle of its letter."""
    cluster = unicodedata.normalize("NFD", cluster)  # which HarfBuzz undoes where the font has the letter as one
    if not has_marks(cluster[1:]):
        return True
    wider = hb.Font(font)
    wider.synthetic_bold = (_WIDER, 0.0, False)
    glyphs = _positions(font, cluster)
    marks = [
        (glyph, glyph[1] == moved[1])
        for glyph, moved in zip(glyphs, _positions(wider, cluster), strict=True)
        if glyph[0] and _is_mark(cluster[glyph[0]])
    ]
    return all(anchored or _is_clear(font, cluster, glyphs[0], glyph) for glyph, anchored in marks)


_Glyph = tuple[int, tuple[int, int], int]
"""The index of its character in the cluster, its origin in font units (y up), its number."""


def _positions(font: Any, cluster: str) -> list[_Glyph]:  # noqa: ANN401
    """The glyphs of a cluster; from left to right, so that marks stand behind their letter in every script."""
    buffer = hb.Buffer()
    buffer.add_str(cluster)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font, buffer)
    pen = 0
    found: list[_Glyph] = []
    for info, position in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        x, y, advance, _ = position.position
        found.append((info.cluster, (pen + x, y), info.codepoint))
        pen += advance
    return found


def _is_clear(font: Any, cluster: str, base: _Glyph, mark: _Glyph) -> bool:  # noqa: ANN401
    """Whether a mark without an anchor has the middle of its letter, and does not touch it."""
    letter, sign = font.get_glyph_extents(base[2]), font.get_glyph_extents(mark[2])
    if not letter or not sign or not sign.width:
        return False
    middle = base[1][0] + letter.x_bearing + letter.width / 2
    centred = abs(mark[1][0] + sign.x_bearing + sign.width / 2 - middle) <= _OFF_CENTRE * font.face.upem
    top, bottom = mark[1][1] + sign.y_bearing, mark[1][1] + sign.y_bearing + sign.height
    apart = bottom >= letter.y_bearing or top <= letter.y_bearing + letter.height
    return bool(centred and (apart or unicodedata.combining(cluster[mark[0]]) == _OVERLAY))
