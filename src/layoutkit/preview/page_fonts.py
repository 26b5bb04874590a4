"""Fonts that the page loads once: a picture names them, and holds none itself.

The page has whole font files, so the text is shaped with the very font that placed it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from layoutkit.output.svg_fonts import WebFont

if TYPE_CHECKING:
    from pathlib import Path

    from layoutkit.output.svg_fonts import Usage

__all__ = ["PageFonts"]

_REGULAR = 400


class PageFonts:
    """The faces that pictures of one worker name."""

    def __init__(self) -> None:
        self.files: dict[str, Path] = {}
        """By the name that pictures use: the font file."""
        self._fonts: dict[tuple[str, float | None], WebFont] = {}
        self._used: set[str] = set()

    def font(self, usage: Usage) -> WebFont:
        """What a picture says of a face."""
        face = usage.face
        key = str(face.path), face.weight
        if key not in self._fonts:
            family = f"page-{hashlib.blake2b(repr(key).encode(), digest_size=6).hexdigest()}"
            weight = _REGULAR if face.weight is None else int(face.weight)
            glyphs = range(face.hb_font.face.glyph_count)
            self._fonts[key] = WebFont(family, weight, False, "sans-serif", "", face.hb_font, glyphs)  # noqa: FBT003 - upright: the file says the rest
            self.files[family] = face.path
        font = self._fonts[key]
        self._used.add(f"{font.family} {font.weight}")
        return font

    def face(self, path: Path) -> str:
        """The name of a whole font file, for a sample of it."""
        family = f"face-{hashlib.blake2b(str(path).encode(), digest_size=6).hexdigest()}"
        self.files[family] = path
        return family

    def used(self) -> list[str]:
        """The families and weights that were asked for since the last call."""
        used = sorted(self._used)
        self._used.clear()
        return used
