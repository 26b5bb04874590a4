"""Display list -> PNG bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.output.pixels import rasterise
from layoutkit.output.png_file import encode
from layoutkit.paint.display import DrawPicture

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["png"]

_MOST_PIXELS = 250_000_000
"""Device pixels of a picture: 1 GB while it is painted, at four bytes each."""


def png(display: DisplayList, scale: float, dpi: float, metadata: Metadata) -> bytes:
    """Rasterise a display list.

    A page whose background is not opaque keeps its transparency; any other is painted on white and has no alpha
    channel. A picture of at most 256 colours has a palette, transparent ones included.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        dpi: device pixels per inch, written as ``pHYs``.
        metadata: written as ``iTXt`` and XMP.

    Raises:
        LayoutkitError: the picture has more than 250 million pixels (``too-large``) or none (``empty-picture``).
    """
    width, height = round(display.width * scale), round(display.height * scale)
    if width < 1 or height < 1:
        message = f"the picture would be {width} × {height} device pixels"
        is_small = min(display.width, display.height) >= 1
        hint = "raise the scale or dpi of this output in tokens.toml" if is_small else "put something into the figure"
        raise error("empty-picture", message, hint=hint)
    if width * height > _MOST_PIXELS:
        pixels = f"{width} × {height} = {width * height:,} device pixels"
        message = f"the picture would be {pixels}; at most {_MOST_PIXELS:,} are possible"
        raise error("too-large", message, hint="lower the scale or dpi of this output in tokens.toml")
    photographs = any(isinstance(operation, DrawPicture) for operation in display.operations)
    return encode(rasterise(display, scale, width, height), dpi, metadata, filtered=photographs)
