"""Display list -> PNG bytes."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

from layoutkit.color import Color
from layoutkit.diagnostics import error
from layoutkit.output.cairo_binding import cairo
from layoutkit.output.cairo_replay import replay
from layoutkit.output.xml_text import storable
from layoutkit.output.xmp import xmp_packet
from layoutkit.paint.display import FillRect

if TYPE_CHECKING:
    from layoutkit.output.metadata import Metadata
    from layoutkit.paint.display import DisplayList

__all__ = ["png"]

_TILE = 16384
"""Device pixels that are painted at once in each direction; a Cairo image may have 32,767."""
_MOST_PIXELS = 250_000_000
"""Device pixels of a picture: 1 GB while it is painted, at three or four bytes each."""
_SRGB_PERCEPTUAL = b"\0"
_COMPRESSION = 6
"""Of zlib. Level 1 takes 70 % of the time for a file 19 % larger, level 9 four times as long for one 3 % smaller
(benchmarks/output.py)."""
_STRATEGY = 0
"""Z_DEFAULT_STRATEGY of zlib: 2 to 3 % smaller than Z_FILTERED, which Pillow takes otherwise, in the same time. The
filter of each row is Pillow's choice."""
_PALETTE = 256


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
    return encode(rasterise(display, scale, width, height), dpi, metadata)


def rasterise(display: DisplayList, scale: float, width: int, height: int) -> Image.Image:
    """The pixels, painted in tiles where the picture is larger than one; in mode RGB or, with transparency, RGBA."""
    opaque = _opaque(display)
    if max(width, height) <= _TILE:
        return _tile(display, scale, (0, 0, width, height), opaque=opaque)
    image = Image.new("RGB" if opaque else "RGBA", (width, height))
    for top in range(0, height, _TILE):
        for left in range(0, width, _TILE):
            box = left, top, min(left + _TILE, width), min(top + _TILE, height)
            image.paste(_tile(display, scale, box, opaque=opaque), box)
    return image


def _opaque(display: DisplayList) -> bool:
    """Whether the page is: a background that covers it in a transparent colour says that it is not."""
    page = next(iter(display.ink), None)
    if not isinstance(page, FillRect) or not isinstance(page.fill, Color):
        return True
    covers = page.rect.width >= display.width and page.rect.height >= display.height
    return page.fill.opaque or not covers


def _tile(display: DisplayList, scale: float, box: tuple[int, int, int, int], *, opaque: bool) -> Image.Image:
    left, top, right, bottom = box
    size = right - left, bottom - top
    surface = cairo.ImageSurface(cairo.Format.RGB24 if opaque else cairo.Format.ARGB32, *size)
    context = cairo.Context(surface)
    if opaque:
        context.set_source_rgb(1, 1, 1)
        context.paint()
    context.translate(-left, -top)
    context.scale(scale, scale)
    replay(display, context)
    surface.flush()
    mode, raw = ("RGB", "BGRX") if opaque else ("RGBA", "BGRa")
    return Image.frombuffer(mode, size, bytes(surface.get_data()), "raw", raw, surface.get_stride(), 1)


def encode(image: Image.Image, dpi: float, metadata: Metadata) -> bytes:
    """The file of a picture."""
    info = PngInfo()
    info.add(b"sRGB", _SRGB_PERCEPTUAL)
    for keyword, text in _words(metadata).items():
        info.add_itxt(keyword, storable(text), lang=metadata.language)
    for keyword, name in (("Author", metadata.author), ("Copyright", metadata.licence)):
        if name:
            info.add_itxt(keyword, storable(name))
    info.add_itxt("XML:com.adobe.xmp", xmp_packet(metadata))
    file = io.BytesIO()
    how = {"compress_level": _COMPRESSION, "compress_type": _STRATEGY}
    _with_palette(image).save(file, "PNG", dpi=(dpi, dpi), pnginfo=info, **how)
    return file.getvalue()


def _words(metadata: Metadata) -> dict[str, str]:
    """By keywords: those of the PNG specification where it has them (section 11.3.4.2), then our own."""
    description = metadata.description or metadata.alt
    return {
        "Title": metadata.title,
        "Description": description,
        "Alt Text": metadata.alt,
        "Language": metadata.language,
    }


def _with_palette(image: Image.Image) -> Image.Image:
    """The picture with a palette, where that leaves every pixel as it is."""
    if image.getcolors(_PALETTE) is None:
        return image
    if image.mode == "RGBA":
        return _with_transparent_palette(image)
    reduced = image.quantize(_PALETTE, dither=Image.Dither.NONE)
    same = ImageChops.difference(reduced.convert("RGB"), image).getbbox() is None
    return reduced if same else image


def _with_transparent_palette(image: Image.Image) -> Image.Image:
    """A picture of few colours, some of them transparent; those come first, as only they are in the ``tRNS`` chunk."""
    pixels = memoryview(image.tobytes()).cast("I")
    colors = [(color, color.to_bytes(4, sys.byteorder)) for color in set(pixels)]
    colors.sort(key=lambda pair: pair[1][::-1])  # by alpha, then by the other channels
    places = {color: place for place, (color, _) in enumerate(colors)}
    reduced = Image.frombytes("P", image.size, bytes(map(places.__getitem__, pixels)))
    reduced.putpalette(b"".join(rgba[:3] for _, rgba in colors))
    alphas = bytes(rgba[3] for _, rgba in colors).rstrip(b"\xff")
    if alphas:
        reduced.info["transparency"] = alphas
    return reduced
