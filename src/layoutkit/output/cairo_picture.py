"""Pictures of pixels on Cairo: decoded once, stretched over their rectangle."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

import cairo

if TYPE_CHECKING:
    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DrawPicture
    from layoutkit.picture import Picture

__all__ = ["draw_picture"]

_KEPT = 32
"""Decoded pictures kept, so that a figure with several targets decodes each once."""


def draw_picture(operation: DrawPicture, context: Canvas) -> None:
    """Draw the picture; its edges are those of the rectangle, however it is scaled."""
    rect, picture = operation.rect, operation.picture
    context.save()
    context.rectangle(rect.x, rect.y, rect.width, rect.height)
    context.clip()
    context.translate(rect.x, rect.y)
    context.scale(rect.width / picture.width, rect.height / picture.height)
    context.set_source_surface(_decoded(picture))
    source = context.get_source()
    source.set_extend(cairo.Extend.PAD)  # without it the filter mixes nothing into the outermost pixels
    source.set_filter(cairo.Filter.GOOD)
    context.paint()
    context.restore()


@lru_cache(maxsize=_KEPT)
def _decoded(picture: Picture) -> cairo.ImageSurface:
    from PIL import Image, ImageChops  # noqa: PLC0415 - only figures with pictures need it

    with Image.open(io.BytesIO(picture.data)) as image:
        red, green, blue, alpha = image.convert("RGBA").split()
    red, green, blue = (ImageChops.multiply(channel, alpha) for channel in (red, green, blue))
    pixels = bytearray(Image.merge("RGBA", (blue, green, red, alpha)).tobytes())  # Cairo: premultiplied BGRA
    return cairo.ImageSurface.create_for_data(memoryview(pixels), cairo.Format.ARGB32, picture.width, picture.height)
