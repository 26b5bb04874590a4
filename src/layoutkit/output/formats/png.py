"""PNG: pixels, for the web and for print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.format import OutputFormat
from layoutkit.output.target import raster
from layoutkit.tokens.schema import DPI, SCALE, WIDTH

if TYPE_CHECKING:
    from layoutkit.output.artwork import Artwork
    from layoutkit.tokens import OutputTokens

__all__ = ["PNG"]


def _pixels(output: OutputTokens, width: float) -> float:
    return raster(output, width).scale


def _write(artwork: Artwork, output: OutputTokens) -> bytes:
    from layoutkit.output.png import png  # noqa: PLC0415 - Cairo

    resolution = raster(output, artwork.display.width)
    return png(artwork.display, resolution.scale, resolution.dpi, artwork.metadata)


PNG = OutputFormat(
    name="png",
    keys={"scale": SCALE, "width": WIDTH, "dpi": DPI},
    sizes=(("scale",), ("width", "dpi")),
    media_type="image/png",
    write=_write,
    pixels=_pixels,
)
"""Exactly as large as ``scale`` says, or as ``width`` on paper with ``dpi``."""
