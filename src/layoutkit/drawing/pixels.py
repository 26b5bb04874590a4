"""PNG and JPEG files -> pictures that every target can take in: sRGB or grey, upright, without metadata."""

from __future__ import annotations

import contextlib
import io
from typing import TYPE_CHECKING

from layoutkit.drawing.picture_tags import read_tags
from layoutkit.drawing.private import without_metadata
from layoutkit.drawing.segments import JPEG, PNG, png_chunks
from layoutkit.drawing.srgb_pixels import UnknownColorsError, to_srgb
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["LARGEST", "PixelsError", "read_pixels"]

LARGEST = 50_000_000
"""Pixels that a picture may have: 200 MB once it is decoded."""
_QUALITY = 95
"""Of a JPEG file that has to be written again: turned upright, or in other colours."""
_DEPTH_AT, _EIGHT = 24, 8
"""Where a PNG file has the bits of a channel."""
_LENGTH = 4
"""Bytes of the length before the name of a chunk, of the name, and of the checksum after the data."""
_PLAIN = {"png": ("1", "L", "LA", "P", "RGB", "RGBA"), "jpeg": ("L", "RGB")}
"""Modes that every target can embed as they are."""


class PixelsError(ValueError):
    """Why a picture cannot be used; ``str()`` of it is a clause for a message."""


def read_pixels(data: bytes) -> Picture:
    """Read a PNG or JPEG file; of several pictures in it, the first one.

    Raises:
        PixelsError: it is too large, broken, or of another format.
    """
    if not data.startswith((PNG, JPEG)):
        raise PixelsError("it is not a PNG, JPEG or SVG file")
    tags = read_tags(data)
    bare = without_metadata(data)
    image = _opened(_still(data) if bare is None else bare)
    kind = "png" if image.format == "PNG" else "jpeg"
    if image.mode == "P":
        _check_palette(data, image)
    pixels = _in_eight_bits(image) if kind == "jpeg" else _keyed(data, image)
    try:
        converted = to_srgb(pixels, tags)
    except UnknownColorsError as cause:
        raise PixelsError(str(cause)) from None
    as_it_is = bare is not None and converted is None and pixels is image and tags.orientation == 1
    if bare is not None and as_it_is and image.mode in _PLAIN[kind]:
        return Picture(image.width, image.height, "png" if kind == "png" else "jpeg", bare)
    return _written(_upright(pixels if converted is None else converted, tags.orientation), kind)


def _opened(data: bytes) -> Image:
    """The decoded pixels. The formats' own classes are called, as ``Image.open`` looks for further pictures first."""
    from PIL import JpegImagePlugin, PngImagePlugin  # noqa: PLC0415 - only figures with pictures need it

    kind = PngImagePlugin.PngImageFile if data.startswith(PNG) else JpegImagePlugin.JpegImageFile
    try:
        image = kind(io.BytesIO(data))
        if image.width * image.height <= LARGEST:
            image.load()
    except Exception as cause:  # noqa: BLE001 - decoders raise whatever damaged bytes lead to
        raise PixelsError(f"it is broken: {cause}") from None
    if image.width * image.height > LARGEST:
        raise PixelsError(f"it has {image.width} × {image.height} pixels; at most {LARGEST:,} are read")
    return image


def _still(data: bytes) -> bytes:
    """A damaged file without the chunks that announce an animation, as Pillow warns the whole process of theirs."""
    while (at := data.find(b"acTL")) >= _LENGTH:
        data = data[: at - _LENGTH] + data[at + 2 * _LENGTH + int.from_bytes(data[at - _LENGTH : at]) :]
    return data


def _upright(image: Image, orientation: int) -> Image:
    """The picture turned and mirrored as its orientation says (Exif 2.32, 4.6.4)."""
    from PIL.Image import Transpose  # noqa: PLC0415 - only figures with pictures need it

    ways = (
        None,
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    way = ways[orientation - 1]
    return image if way is None else image.transpose(way)


def _written(image: Image, kind: str) -> Picture:
    clear = image.info.get("transparency")
    if image.mode not in _PLAIN[kind]:
        image = image.convert("RGB")
    image.info = {} if clear is None or image.mode in ("LA", "RGBA") else {"transparency": clear}
    file = io.BytesIO()
    if kind == "png":
        image.save(file, "PNG")
    else:
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return Picture(image.width, image.height, "png" if kind == "png" else "jpeg", file.getvalue())


def _check_palette(data: bytes, image: Image) -> None:
    """Refuse colours that are not in the palette, which viewers do not read alike."""
    entries = 0
    with contextlib.suppress(ValueError):  # a file without an end may have a palette
        entries = next((len(chunk[8:-4]) // 3 for name, chunk in png_chunks(data) if name == b"PLTE"), 0)
    _, highest = image.getextrema()
    if isinstance(highest, (int, float)) and highest >= entries:
        raise PixelsError(f"it has a pixel of the colour {highest}, but a palette of {entries}, counted from 0")


def _keyed(data: bytes, image: Image) -> Image:
    """A PNG with the grey or colour that its tRNS chunk makes transparent, in 8 bits; as it is where that says so.

    Of the numbers in the chunk, as many bits count as a channel has (11.3.1.1). Pillow gives them as they are, while
    it gives the pixels in 8 bits.
    """
    depth, clear = data[_DEPTH_AT], image.info.get("transparency")
    most = (1 << depth) - 1
    if isinstance(clear, int) and image.mode in ("1", "L") and depth <= _EIGHT:
        scaled = (clear & most) * 255 // most
        if scaled == clear:
            return image
        image = image.copy()
        image.info["transparency"] = scaled
        return image
    if isinstance(clear, tuple) and image.mode == "RGB":
        if depth > _EIGHT:
            return _keyed_in_sixteen_bits(data, image, clear)
        masked = tuple(value & most for value in clear)
        if masked != clear:
            image = image.copy()
            image.info["transparency"] = masked
        return image
    return _in_eight_bits(image)


def _keyed_in_sixteen_bits(data: bytes, image: Image, clear: tuple[int, ...]) -> Image:
    """Colours of 16 bits in 8, those that equal one in all bits transparent."""
    from PIL import ImageChops, PngImagePlugin  # noqa: PLC0415 - only figures with pictures need it

    low = PngImagePlugin.PngImageFile(io.BytesIO(data))
    low.tile = [tile._replace(args="RGB;16L") for tile in low.tile]  # the second byte of each number, not the first
    low.load()
    bytes_of = [value >> 8 for value in clear] + [value & 255 for value in clear]
    differs = [
        channel.point([0 if level == wanted else 255 for level in range(256)])
        for channel, wanted in zip((*image.split(), *low.split()), bytes_of, strict=True)
    ]
    alpha = differs[0]
    for other in differs[1:]:
        alpha = ImageChops.lighter(alpha, other)
    keyed = image.copy()
    keyed.info = {}
    keyed.putalpha(alpha)
    return keyed


def _in_eight_bits(image: Image) -> Image:
    """Grey of 16 bits rounded to 8, its transparent grey as an alpha channel; any other picture as it is."""
    if not image.mode.startswith("I"):
        return image
    wide = image.convert("I")
    grey = wide.point([round(level * 255 / 65535) for level in range(65536)], "L")
    clear = image.info.get("transparency")
    if clear is not None:
        grey.putalpha(wide.point([0 if level == clear else 255 for level in range(65536)], "L"))
    grey.info = {}
    return grey
