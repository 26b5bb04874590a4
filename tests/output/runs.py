"""Glyph runs in the tests' text face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layoutkit.text.paragraph import StyledSpan
from layoutkit.text.style import TextStyle
from tests.style.resolving import renderer

if TYPE_CHECKING:
    from layoutkit.text.shape import GlyphRun

__all__ = ["shaped"]


def shaped(text: str, size: float = 20, **style: Any) -> GlyphRun:  # noqa: ANN401 - the fields of a TextStyle
    """The first run of a text on one line."""
    whole = TextStyle(**{"family": "text", "weight": 400, "size": size, "line_height": 1.5 * size, **style})
    return renderer().typesetter.paragraph((StyledSpan(text, whole),)).set(10000).lines[0].runs[0].glyphs
