"""Display list -> pixels, where a picture of this size can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.output.pixels import rasterise

if TYPE_CHECKING:
    from layoutkit.output.pixels import Pixels
    from layoutkit.paint.display import DisplayList

__all__ = ["painted"]

_MOST_PIXELS = 250_000_000
"""Device pixels of a picture: 1 GB while it is painted, at four bytes each."""


def painted(display: DisplayList, scale: float, longest: int | None = None) -> Pixels:
    """Rasterise a display list.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        longest: device pixels that a side may have in the file; None for any number.

    Raises:
        LayoutkitError: the picture has more than 250 million pixels or too long a side (``too-large``), or no pixels
            (``empty-picture``).
    """
    width, height = round(display.width * scale), round(display.height * scale)
    if width < 1 or height < 1:
        message = f"the picture would be {width} × {height} device pixels"
        is_small = min(display.width, display.height) >= 1
        hint = "raise the scale or dpi of this output in tokens.toml" if is_small else "put something into the figure"
        raise error("empty-picture", message, hint=hint)
    too_large = ""
    if longest is not None and max(width, height) > longest:
        too_large = f"{width} × {height} device pixels; a side may have at most {longest:,}"
    elif width * height > _MOST_PIXELS:
        pixels = f"{width} × {height} = {width * height:,} device pixels"
        too_large = f"{pixels}; at most {_MOST_PIXELS:,} are possible"
    if too_large:
        hint = "lower the scale or dpi of this output in tokens.toml"
        raise error("too-large", f"the picture would be {too_large}", hint=hint)
    return rasterise(display, scale, width, height)
