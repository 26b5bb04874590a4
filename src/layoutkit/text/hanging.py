"""Optical alignment at the left edge: what opens a line hangs into the margin, so that the first letter stands flush.

As CSS ``hanging-punctuation: first`` and the protrusion of pdfTeX, for every line of a text that starts at its left
edge, justified or not. Left out: the right edge, where commas and hyphens could hang; ragged lines have no use for
it, and texts that share a grid keep its right edge. A face whose letters are all equally wide does not hang: what
stands below one another in code keeps its columns.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.languages import language_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.text.fonts import Face
    from layoutkit.text.shape import Shaped

__all__ = ["DEEPEST", "hang"]

_QUOTES = "“‘„\u201a\"'«\u2039"
"""Those that open a line only where they open a quotation, whatever the language around it: a text may quote another
language, or use a typewriter's marks. ``Language.quotes`` adds what closes a quotation elsewhere, such as ``»``."""
_GUILLEMETS = "«\u2039»\u203a"
_SHARE_OF_GUILLEMETS = 0.6
_DASHES = dict.fromkeys("—–―", 0.2)
"""The dash that opens speech is long and light: a little of it is enough."""
_PROBES = "iM"

DEEPEST = 0.75
"""The most that a line hangs, in em; two quotation marks come close."""


def hang(pieces: Sequence[Shaped], language: str) -> float:
    """How far in px a line of these pieces reaches beyond its left edge.

    All quotation marks that open the line hang, or a dash; a line of nothing else does not.

    Args:
        pieces: the line, in reading order.
        language: BCP 47 tag of its beginning.
    """
    if not pieces or _is_monospaced(pieces[0].run.face):
        return 0.0
    text = pieces[0].run.text
    shares = _shares(language)
    quotes = len(text) - len(text.lstrip("".join(shares)))
    signs, table = (quotes, shares) if quotes else (1, _DASHES)
    if text[:1] not in table or (len(text) <= signs and len(pieces) == 1):
        return 0.0
    ends = _ends(pieces[0], signs)
    depth = sum(table[text[i]] * (ends[i + 1] - ends[i]) for i in range(signs))
    return min(depth, DEEPEST * pieces[0].run.size)


@lru_cache(maxsize=32)
def _shares(language: str) -> dict[str, float]:
    """How much of its width each quotation mark hangs that may open a line."""
    opening = _QUOTES + "".join(mark for mark, _ in language_for(language).quotes)
    return {mark: _SHARE_OF_GUILLEMETS if mark in _GUILLEMETS else 1.0 for mark in opening}


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
