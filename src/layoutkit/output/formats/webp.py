"""WebP: pixels for the web, without loss, in files half as large as PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.format import OutputFormat
from layoutkit.output.target import raster
from layoutkit.tokens.schema import DPI, SCALE, WIDTH

if TYPE_CHECKING:
    from layoutkit.output.artwork import Artwork
    from layoutkit.tokens import OutputTokens

__all__ = ["WEBP"]


def _pixels(output: OutputTokens, width: float) -> float:
    return raster(output, width).scale


def _write(artwork: Artwork, output: OutputTokens) -> bytes:
    from layoutkit.output.webp import webp  # noqa: PLC0415 - Cairo

    return webp(artwork.display, raster(output, artwork.display.width).scale, artwork.metadata)


WEBP = OutputFormat(
    name="webp",
    keys={"scale": SCALE, "width": WIDTH, "dpi": DPI},
    sizes=(("scale",), ("width", "dpi")),
    media_type="image/webp",
    write=_write,
    pixels=_pixels,
)
"""Exactly as large as ``scale`` says, or as ``width`` on paper with ``dpi``."""
