"""Display list -> WebP bytes (RFC 9649), without loss."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import features

from layoutkit.diagnostics import error
from layoutkit.output.painted import painted
from layoutkit.output.xmp import xmp_packet

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["webp"]

_LONGEST = 16383
"""Pixels of a side: its length has 14 bits (section 3.4)."""
_METHOD = 4
"""Of libwebp, from 0 to 6. Method 6 takes twenty times as long for a file 5 % smaller, method 0 half as long for one
four times as large."""


def webp(display: DisplayList, scale: float, metadata: Metadata) -> bytes:
    """Rasterise a display list.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        metadata: written as XMP.

    Raises:
        LayoutkitError: the picture has more than 16,383 pixels along a side or 250 million in all (``too-large``), or
            none (``empty-picture``), or Pillow was built without WebP (``no-webp``).
    """
    if not features.check("webp"):
        raise error("no-webp", "WebP files need Pillow with WebP, which this one is not", hint="pip install -U pillow")
    image = painted(display, scale, _LONGEST).image()
    file = io.BytesIO()
    image.save(file, "WEBP", lossless=True, exact=True, method=_METHOD, xmp=xmp_packet(metadata).encode())
    return file.getvalue()
