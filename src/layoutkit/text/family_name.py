"""What a font is called where it is installed, and of which generic family of CSS it is."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.text.face import Face

__all__ = ["has_serifs", "is_monospace", "real_name"]

_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1
"""Numbers of names in a font file (OpenType, table ``name``)."""
_OWN_NAME = re.compile(r"(?:layoutkit )?(.+?)(?: \d{3})?(?: Italic)?")
"""The fonts that come with the package name their weight as well, and who cut them down."""
_SERIF_SHARE, _SLANTED_SERIF_SHARE = 0.3, 0.5
"""How much of their height capital I and small l are wide at least in upright faces with serifs, and I in italic ones:
few font files say whether they have serifs. Measured on 60 faces."""
_STYLE_AT, _ITALIC = 44, 1 << 1
"""Where the table ``head`` has the style, and what says italic there."""


def real_name(face: Face) -> str:
    """The family as a font that is installed calls it; empty where it has no name, or one that CSS would misread."""
    its = face.hb_font.face
    name = str(its.get_name(_TYPOGRAPHIC_FAMILY) or its.get_name(_FAMILY) or "")
    match = _OWN_NAME.fullmatch(name)
    return match[1] if match and not set(name) & set("'\"\\,;<>&") else ""


def has_serifs(face: Face) -> bool:
    """Whether its letters have serifs."""
    font = face.hb_font
    inks = [font.get_glyph_extents(face.glyph_id(letter) or 0) for letter in "Il"]
    capital, small = (ink.width / abs(ink.height) if ink and ink.height else 0.0 for ink in inks)
    (style,) = struct.unpack_from(">H", font.face.reference_table("head").data, _STYLE_AT)
    return capital > _SLANTED_SERIF_SHARE if style & _ITALIC else min(capital, small) > _SERIF_SHARE


def is_monospace(face: Face) -> bool:
    """Whether narrow and wide letters have the same width."""
    narrow, wide = (face.advance(face.glyph_id(letter) or 0) for letter in "iM")
    return narrow == wide
