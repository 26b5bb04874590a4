"""Display list -> PNG bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import cairo
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from layoutkit.diagnostics import error
from layoutkit.output.cairo_replay import replay

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["png"]

_CAIRO_LIMIT = 32767
"""Device pixels that a Cairo image may be wide or high."""
_SRGB_PERCEPTUAL = b"\0"
_COMPRESSION = 6


def png(display: DisplayList, scale: float, dpi: float, metadata: Metadata) -> bytes:
    """Rasterise a display list.

    Args:
        display: what to draw, in px.
        scale: device pixels for one px.
        dpi: device pixels per inch, written as ``pHYs``.
        metadata: written as ``iTXt``.

    Raises:
        LayoutkitError: the picture is too large for Cairo (``too-large``) or has no pixel (``empty-picture``).
    """
    width, height = round(display.width * scale), round(display.height * scale)
    if width < 1 or height < 1:
        message = f"the picture would be {width} × {height} device pixels"
        raise error("empty-picture", message, hint="put something into the figure")
    if width > _CAIRO_LIMIT or height > _CAIRO_LIMIT:
        message = f"the picture would be {width} × {height} device pixels; at most {_CAIRO_LIMIT} are possible"
        raise error("too-large", message, hint="lower the scale or dpi of this output in tokens.toml")
    surface = cairo.ImageSurface(cairo.Format.RGB24, width, height)
    context = cairo.Context(surface)
    context.set_source_rgb(1, 1, 1)
    context.paint()
    context.scale(scale, scale)
    replay(display, context)
    surface.flush()
    image = Image.frombuffer("RGB", (width, height), bytes(surface.get_data()), "raw", "BGRX", surface.get_stride(), 1)
    info = PngInfo()
    info.add(b"sRGB", _SRGB_PERCEPTUAL)
    info.add_itxt("Title", metadata.title, lang=metadata.language)
    info.add_itxt("Description", metadata.alt, lang=metadata.language)
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(dpi, dpi), pnginfo=info, compress_level=_COMPRESSION)
    return file.getvalue()
