"""PNG and JPEG files -> pictures that every target can take in: sRGB or grey, upright, without metadata."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from layoutkit.drawing.picture_tags import read_tags
from layoutkit.drawing.private import without_metadata
from layoutkit.drawing.segments import JPEG, PNG
from layoutkit.drawing.srgb_pixels import UnknownColorsError, to_srgb
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["LARGEST", "PixelsError", "read_pixels"]

LARGEST = 50_000_000
"""Pixels that a picture may have: 200 MB once it is decoded."""
_QUALITY = 95
"""Of a JPEG file that has to be written anew: turned upright, or in other colours."""
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
        raise PixelsError("it is no PNG, JPEG or SVG file")
    tags = read_tags(data)
    bare = without_metadata(data)
    image = _opened(data if bare is None else bare)
    kind = "png" if image.format == "PNG" else "jpeg"
    pixels = _in_eight_bits(image)
    try:
        converted = to_srgb(pixels, tags)
    except UnknownColorsError as cause:
        raise PixelsError(str(cause)) from None
    if bare is not None and converted is None and tags.orientation == 1 and image.mode in _PLAIN[kind]:
        return Picture(image.width, image.height, "png" if kind == "png" else "jpeg", bare)
    return _written(_upright(pixels if converted is None else converted, tags.orientation), kind)


def _opened(data: bytes) -> Image:
    """The decoded pixels. The formats' own classes are called, as ``Image.open`` looks for further pictures first."""
    from PIL import JpegImagePlugin, PngImagePlugin  # noqa: PLC0415 - only figures with pictures need it

    kind = PngImagePlugin.PngImageFile if data.startswith(PNG) else JpegImagePlugin.JpegImageFile
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = kind(io.BytesIO(data))
            if image.width * image.height <= LARGEST:
                image.load()
    except Exception as cause:  # noqa: BLE001 - decoders raise whatever damaged bytes lead to
        raise PixelsError(f"it is broken: {cause}") from None
    if image.width * image.height > LARGEST:
        raise PixelsError(f"it has {image.width} × {image.height} pixels; at most {LARGEST:,} are read")
    return image


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
