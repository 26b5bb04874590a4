"""Pixels -> the bytes of a PNG file (PNG specification, third edition)."""

from __future__ import annotations

import io
import sys
import zlib
from typing import TYPE_CHECKING

from PIL import Image

from layoutkit.output.deflated import packed
from layoutkit.output.pixels import scanlines
from layoutkit.output.xml_text import storable
from layoutkit.output.xmp import xmp_packet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.output.metadata import Metadata
    from layoutkit.output.pixels import Pixels

__all__ = ["encode"]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SRGB_PERCEPTUAL = b"\0"
_COLOR_TYPES = {"RGB": 2, "RGBA": 6}
_DEPTH, _DEFLATE, _ADAPTIVE, _NOT_INTERLACED = 8, 0, 0, 0
_METRE = 0.0254
"""Of which an inch has so many."""
_COMPRESSION = 7
"""Of libdeflate: half the time of zlib's level 6, for smaller files. Level 6 takes 80 % of it and makes them 2 to 8 %
larger, level 8 takes 160 % and makes them 2 to 4 % smaller (benchmarks/output.py)."""
_FILTERED = 6
"""Level of zlib, for what Pillow encodes."""
_STRATEGY = 0
"""Z_DEFAULT_STRATEGY of zlib, for what Pillow encodes: 2 to 3 % smaller than Z_FILTERED, which it takes otherwise."""
_PALETTE = 256


def encode(pixels: Pixels, dpi: float, metadata: Metadata, *, filtered: bool = False, merged: bool = False) -> bytes:
    """The file of a picture.

    Figures have flat areas, equal rows and many equal letters. Their rows are written as they are: filters take the
    difference to the neighbours, which hides what is equal from deflate, for a larger file in twice the time. A
    photograph is smaller with filters.

    Args:
        pixels: what was painted; its memory is used up.
        dpi: device pixels per inch.
        metadata: what the file says of itself.
        filtered: whether Pillow chooses a filter for each row.
        merged: whether colours that hardly differ become one, so that there may be few enough for a palette.
    """
    facts = [(b"sRGB", _SRGB_PERCEPTUAL), *_words(metadata)]
    is_simple = _has_few_colours(pixels.bands())
    image = pixels.image() if is_simple or filtered or merged else None
    if image is not None and merged and not is_simple:
        from layoutkit.output.merged_colors import with_merged_colors  # noqa: PLC0415 - few files ask for it

        image = with_merged_colors(image)
    image = None if image is None else _with_palette(image)
    if image is None or not (filtered or image.mode == "P"):
        lines = pixels.scanlines() if image is None else scanlines(image)
        return b"".join(_chunks(pixels, lines, dpi, facts))
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 - few pictures are written by Pillow

    info = PngInfo()
    for name, data in facts:
        info.add(name, data)
    file = io.BytesIO()
    how = {"compress_level": _FILTERED, "compress_type": _STRATEGY}
    image.save(file, "PNG", dpi=(dpi, dpi), pnginfo=info, **how)
    return file.getvalue()


def _chunks(pixels: Pixels, lines: memoryview, dpi: float, facts: Iterable[tuple[bytes, bytes]]) -> Iterator[bytes]:
    """Signature and chunks of a picture without a palette, whose rows have no filter."""
    size = pixels.width.to_bytes(4, "big") + pixels.height.to_bytes(4, "big")
    kind = bytes((_DEPTH, _COLOR_TYPES[pixels.mode], _DEFLATE, _ADAPTIVE, _NOT_INTERLACED))
    yield _SIGNATURE
    yield _chunk(b"IHDR", size + kind)
    for name, data in facts:
        yield _chunk(name, data)
    per_metre = round(dpi / _METRE).to_bytes(4, "big")
    yield _chunk(b"pHYs", per_metre + per_metre + b"\x01")
    yield _chunk(b"IDAT", packed(lines, _COMPRESSION))
    yield _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    """Length, name, data and checksum (section 5.3)."""
    return b"".join((len(data).to_bytes(4, "big"), name, data, zlib.crc32(data, zlib.crc32(name)).to_bytes(4, "big")))


def _words(metadata: Metadata) -> Iterator[tuple[bytes, bytes]]:
    """``iTXt`` chunks, by keywords: those of the specification where it has them (section 11.3.3.2), then our own."""
    words = (
        ("Title", metadata.title),
        ("Description", metadata.description or metadata.alt),
        ("Alt Text", metadata.alt),
        ("Language", metadata.language),
    )
    for keyword, text in words:
        yield _text(keyword, storable(text), metadata.language)
    for keyword, name in (("Author", metadata.author), ("Copyright", metadata.licence)):
        if name:
            yield _text(keyword, storable(name))
    yield _text("XML:com.adobe.xmp", xmp_packet(metadata))


def _text(keyword: str, text: str, language: str = "") -> tuple[bytes, bytes]:
    """An ``iTXt`` chunk that is not compressed, without a translated keyword (section 11.3.3.4)."""
    return b"iTXt", b"".join((keyword.encode(), b"\0\0\0", language.encode(), b"\0\0", text.encode()))


def _has_few_colours(bands: Iterable[Image.Image]) -> bool:
    """Whether there are at most as many as a palette has room for."""
    colors: set[object] = set()
    for band in bands:
        its = band.getcolors(_PALETTE)
        colors.update(color for _, color in its or ())
        if its is None or len(colors) > _PALETTE:
            return False
    return True


def _with_palette(image: Image.Image) -> Image.Image:
    """The picture with a palette, where that leaves every pixel as it is."""
    if image.getcolors(_PALETTE) is None:
        return image
    if image.mode == "RGBA":
        return _with_transparent_palette(image)
    from PIL import ImageChops  # noqa: PLC0415 - few pictures have a palette

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
