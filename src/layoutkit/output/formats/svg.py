"""SVG: vector drawing with real text, for web pages and for editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.format import OutputFormat
from layoutkit.tokens.schema import SCALE, Field, ValueKind

if TYPE_CHECKING:
    from layoutkit.output.artwork import Artwork
    from layoutkit.tokens import OutputTokens

__all__ = ["SVG"]

TEXTS = ("live", "outlines")
"""How texts are set: in the fonts inside the file, or as outlines, which need none."""
_FINENESS = 2.0
"""Device pixels for one CSS px on most screens; edges fall on them there."""


def _pixels(output: OutputTokens, _width: float) -> float:
    return _FINENESS * (output.scale or 1.0)


def _write(artwork: Artwork, output: OutputTokens) -> bytes:
    from layoutkit.output.svg import svg  # noqa: PLC0415
    from layoutkit.output.svg_fonts import web_font  # noqa: PLC0415

    font = None if output.keys["text"] == "outlines" else web_font
    return svg(artwork.display, artwork.metadata, artwork.dark, output.scale or 1.0, font)


SVG = OutputFormat(
    name="svg",
    keys={
        "scale": SCALE,
        "dark": Field(ValueKind.MODES),
        "text": Field(ValueKind.WORD, words=TEXTS, default=TEXTS[0]),
    },
    sizes=((), ("scale",)),
    media_type="image/svg+xml",
    write=_write,
    pixels=_pixels,
)
"""``dark`` names the modes that the file shows readers who prefer dark; ``text`` says how texts are set."""
