"""Display list -> PNG bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.output.painted import painted
from layoutkit.output.png_file import encode
from layoutkit.paint.display import DrawPicture

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["png"]


def png(display: DisplayList, scale: float, dpi: float, metadata: Metadata, *, merged: bool = False) -> bytes:
    """Rasterise a display list.

    A page whose background is not opaque keeps its transparency; any other is painted on white and has no alpha
    channel. A picture of at most 256 colours has a palette, transparent ones included.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        dpi: device pixels per inch, written as ``pHYs``.
        metadata: written as ``iTXt`` and XMP.
        merged: whether colours of an opaque picture that hardly differ become one.

    Raises:
        LayoutkitError: the picture has more than 250 million pixels (``too-large``) or none (``empty-picture``).
    """
    pixels = painted(display, scale)
    photographs = any(isinstance(operation, DrawPicture) for operation in display.operations)
    return encode(pixels, dpi, metadata, filtered=photographs, merged=merged)
