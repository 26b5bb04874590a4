"""PNG: pixels, for the web and for print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.format import OutputFormat
from layoutkit.output.target import raster
from layoutkit.tokens.schema import DPI, SCALE, WIDTH, Field, ValueKind

if TYPE_CHECKING:
    from layoutkit.output.artwork import Artwork
    from layoutkit.tokens import OutputTokens

__all__ = ["PNG"]

_COLOR_TYPE, _INDEXED = 25, 3
"""Where the chunk IHDR has the colour type, and that of a palette (PNG specification, 11.2.1)."""


def _pixels(output: OutputTokens, width: float) -> float:
    return raster(output, width).scale


def _write(artwork: Artwork, output: OutputTokens) -> bytes:
    from layoutkit.output.png import png  # noqa: PLC0415 - Cairo

    resolution = raster(output, artwork.display.width)
    merged = output.keys.get("palette") is True
    return png(artwork.display, resolution.scale, resolution.dpi, artwork.metadata, merged=merged)


def _remark(data: bytes, output: OutputTokens) -> str:
    if not output.keys.get("palette") or data[_COLOR_TYPE] == _INDEXED:
        return ""
    return "true colour: more than 256 colours remain"


PNG = OutputFormat(
    name="png",
    keys={"scale": SCALE, "width": WIDTH, "dpi": DPI, "palette": Field(ValueKind.BOOLEAN, default=False)},
    sizes=(("scale",), ("width", "dpi")),
    media_type="image/png",
    write=_write,
    pixels=_pixels,
    remark=_remark,
)
"""Exactly as large as ``scale`` says, or as ``width`` on paper with ``dpi``; ``palette`` merges like colours."""
