"""Pictures of pixels on Cairo: decoded once, stretched over their rectangle."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from layoutkit.cache import ByteCache
from layoutkit.output.cairo_binding import cairo
from layoutkit.output.canvas import SHARED

if TYPE_CHECKING:
    from layoutkit.output.canvas import Canvas
    from layoutkit.paint.display import DrawPicture
    from layoutkit.picture import Picture

__all__ = ["draw_picture"]

_KEPT = 256_000_000
"""Bytes of decoded pictures that are kept, so that a figure with several targets decodes each once."""
_BYTES = 4
"""Of a pixel."""
_LONGEST = 16_384
"""Pixels of a side: Cairo refuses surfaces beyond 32,767, and its filters paint nothing from some that are shorter."""
_BAND = 1_000_000
"""Pixels that are put into Cairo's order at a time."""
_cache: ByteCache[Picture, cairo.ImageSurface] = ByteCache(_KEPT)


def draw_picture(operation: DrawPicture, context: Canvas) -> None:
    """Draw the picture; its edges are those of the rectangle, however it is scaled."""
    rect, picture = operation.rect, operation.picture
    width, height = (min(side, _LONGEST) for side in (picture.width, picture.height))
    surface = _cache.get(picture, _BYTES * width * height, lambda: _decoded(picture, width, height))
    context.save()
    context.rectangle(rect.x, rect.y, rect.width, rect.height)
    context.clip()
    context.translate(rect.x, rect.y)
    context.scale(rect.width / width, rect.height / height)
    with SHARED:
        context.set_source_surface(surface)
        source = context.get_source()
        source.set_extend(cairo.Extend.PAD)  # without it the filter mixes nothing into the outermost pixels
        source.set_filter(cairo.Filter.GOOD)
        context.paint()
        context.restore()


def _decoded(picture: Picture, width: int, height: int) -> cairo.ImageSurface:
    """The pixels on a surface of a size, which is the picture's but where a side would be too long."""
    from PIL import Image  # noqa: PLC0415 - only figures with pictures need it

    pixels = bytearray(_BYTES * width * height)
    rows = max(1, _BAND // width)
    with Image.open(io.BytesIO(picture.data), formats=("PNG", "JPEG")) as opened:
        image: Image.Image = opened
        if opened.mode not in ("L", "RGB") or "transparency" in opened.info:
            image = opened.convert("RGBA").convert("RGBa")  # Cairo's pixels are premultiplied
        if (width, height) != opened.size:
            image = image.resize((width, height), Image.Resampling.BOX)
        for top in range(0, height, rows):
            band = image.crop((0, top, width, min(top + rows, height)))
            band = band if band.mode == "RGBa" else band.convert("RGBA").convert("RGBa")
            data, start = band.tobytes("raw", "BGRa"), _BYTES * width * top
            pixels[start : start + len(data)] = data
    return cairo.ImageSurface.create_for_data(memoryview(pixels), cairo.Format.ARGB32, width, height)
