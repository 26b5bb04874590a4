"""Optical alignment at the left edge: what opens a line hangs into the margin, so that the first letter stands flush.

As CSS ``hanging-punctuation: first`` and the protrusion of pdfTeX, for every line of a text that starts at its left
edge, justified or not. Left out: the right edge, where commas and hyphens could hang; ragged lines have no use for
it, and texts that share a grid keep its right edge. A face whose letters are all equally wide does not hang: what
stands below one another in code keeps its columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.fonts import Face
    from layoutkit.text.shape import Shaped

__all__ = ["DEEPEST", "hang"]

_QUOTES = dict.fromkeys("“‘„\u201a\"'", 1.0) | dict.fromkeys("«\u2039", 0.6)
_ALL_QUOTES = "".join(_QUOTES)
_DASHES = dict.fromkeys("—–―", 0.2)
"""The dash that opens speech is long and light: a little of it is enough."""
_PROBES = "iM"

DEEPEST = 0.75
"""The most that a line hangs, in em; two quotation marks come close."""


def hang(pieces: Sequence[Shaped]) -> float:
    """How far in px a line of these pieces reaches beyond its left edge.

    All quotation marks that open the line hang, or a dash; a line of nothing else does not.
    """
    if not pieces or _is_monospaced(pieces[0].run.face):
        return 0.0
    text = pieces[0].run.text
    quotes = len(text) - len(text.lstrip(_ALL_QUOTES))
    signs, table = (quotes, _QUOTES) if quotes else (1, _DASHES)
    if text[:1] not in table or (len(text) <= signs and len(pieces) == 1):
        return 0.0
    ends = _ends(pieces[0], signs)
    depth = sum(table[text[i]] * (ends[i + 1] - ends[i]) for i in range(signs))
    return min(depth, DEEPEST * pieces[0].run.size)


def _ends(piece: Shaped, count: int) -> list[float]:
    """The pen in px before each of the first characters and behind the last, which a ligature belongs to."""
    pens = dict(zip(reversed(piece.run.clusters), reversed(piece.pens), strict=True))
    pens[len(piece.run.text)] = piece.run.width
    found = [0.0]
    for index in range(1, count + 1):
        found.append(pens.get(index, found[-1]))
    return found


def _is_monospaced(face: Face) -> bool:
    narrow, wide = (face.glyph_id(letter) for letter in _PROBES)
    return narrow is not None and wide is not None and face.advance(narrow) == face.advance(wide)
