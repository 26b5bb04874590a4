"""A face cut down to some of its glyphs by HarfBuzz, a variable one to its weight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.text.fonts import Face

__all__ = ["tag_number", "wanted_of"]

_NEWER_FLAGS = ("DOWNGRADE_CFF2", "CFF_IDENTITY_CHARSET")
"""Unknown to older versions of HarfBuzz."""


def wanted_of(face: Face, glyphs: Iterable[int], flags: hb.SubsetFlags) -> Any:  # noqa: ANN401 - SubsetInput has no types
    """What a subset of a face begins with: its glyphs, at the face's weight, without hints for the pixel grid.

    Rules that no used glyph needs bring no other glyphs along. The caller says which tables, characters and features
    stay, and hands it to ``hb.subset`` or ``hb.SubsetPlan``.

    Args:
        face: the whole face.
        glyphs: the numbers of those that are used.
        flags: what else the subset is to be.
    """
    source = face.hb_font.face
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    flags |= hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    for name in _NEWER_FLAGS:
        flags |= getattr(hb.SubsetFlags, name, flags)
    wanted.flags = flags
    if source.axis_infos:
        wanted.pin_all_axes_to_default(source)
    if face.weight is not None:
        wanted.pin_axis_location(source, "wght", face.weight)
    return wanted


def tag_number(tag: str) -> int:
    """A tag of OpenType, ``GSUB``, as HarfBuzz takes it."""
    return int.from_bytes(tag.encode("ascii"), "big")
