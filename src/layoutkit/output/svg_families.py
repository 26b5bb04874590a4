"""Which fonts stand in for one that a program does not load: the real family, then one of like width.

Programs that ignore the fonts inside an SVG file choose by these names. Like widths keep words inside their boxes.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from layoutkit.text.face import Face

__all__ = ["is_bold", "stand_ins"]

_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
"""Numbers of names in a font file (OpenType, table ``name``)."""
_OWN_NAME = re.compile(r"(?:layoutkit )?(.+?)(?: \d{3})?(?: Italic)?")
"""The fonts that come with the package name their weight as well, and who cut them down."""
_SAMPLE = "The quick brown fox jumps over the lazy dog; avaliação de respostas em português, 0123456789."
_BOLD = 600
_SERIF_SHARE, _SLANTED_SERIF_SHARE = 0.3, 0.5
"""How much of their height capital I and small l are wide at least in upright faces with serifs, and I in italic ones:
few font files say whether they have serifs. Measured on 60 faces."""
_STYLE_AT, _ITALIC = 44, 1 << 1
"""Where the table ``head`` has the style, and what says italic there."""


class _Known(NamedTuple):
    """Families of equal widths that come with systems: the mean advance of the sample's characters, in em."""

    families: tuple[str, ...]
    regular: float
    bold: float


_SANS = (
    _Known(("Arial Narrow", "Liberation Sans Narrow"), 0.382, 0.408),
    _Known(("Arial", "Helvetica", "Liberation Sans"), 0.466, 0.497),
    _Known(("Verdana", "DejaVu Sans"), 0.530, 0.594),
)
_SERIF = (
    _Known(("Times New Roman", "Times", "Liberation Serif"), 0.420, 0.443),
    _Known(("DejaVu Serif Condensed", "Georgia", "Liberation Serif"), 0.479, 0.527),
    _Known(("DejaVu Serif", "Georgia", "Liberation Serif"), 0.533, 0.586),
)
_MONO = (_Known(("Menlo", "Consolas", "DejaVu Sans Mono", "Liberation Mono"), 0.602, 0.602),)


def stand_ins(face: Face, *, monospace: bool, bold: bool) -> str:
    """Families in the words of CSS, best first; the last is a generic one.

    Args:
        face: the font that may not be loaded.
        monospace: whether all its glyphs are equally wide.
        bold: whether it is set in bold, and so the others are as well.
    """
    serif = not monospace and _has_serifs(face)
    width = sum(face.advance(face.glyph_id(c) or 0) for c in _SAMPLE) / len(_SAMPLE)
    known = min(
        _MONO if monospace else _SERIF if serif else _SANS,
        key=lambda one: abs((one.bold if bold else one.regular) - width),
    )
    generic = "monospace" if monospace else "serif" if serif else "sans-serif"
    names = dict.fromkeys(filter(None, (_real_name(face), *known.families)))
    return ", ".join([*(f"'{name}'" if " " in name else name for name in names), generic])


def is_bold(weight: float) -> bool:
    """Whether programs take a bold face for a weight."""
    return weight >= _BOLD


def _real_name(face: Face) -> str:
    """The family as a font that is installed calls it; empty where it has no name, or one that CSS would misread."""
    its = face.hb_font.face
    name = str(its.get_name(_TYPOGRAPHIC_FAMILY) or its.get_name(_FAMILY) or "")
    match = _OWN_NAME.fullmatch(name)
    return match[1] if match and not set(name) & set("'\"\\,;<>&") else ""


def _has_serifs(face: Face) -> bool:
    font = face.hb_font
    inks = [font.get_glyph_extents(face.glyph_id(letter) or 0) for letter in "Il"]
    capital, small = (ink.width / abs(ink.height) if ink and ink.height else 0.0 for ink in inks)
    (style,) = struct.unpack_from(">H", font.face.reference_table("head").data, _STYLE_AT)
    return capital > _SLANTED_SERIF_SHARE if style & _ITALIC else min(capital, small) > _SERIF_SHARE
