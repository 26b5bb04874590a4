"""Picture files -> drawings and pictures, each read once while it stays as it is."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.drawing.private import without_metadata
from layoutkit.drawing.svg import SvgError, parse_svg
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from layoutkit.drawing.shapes import Drawing

__all__ = ["LARGEST", "FileError", "read_picture"]

LARGEST = 50_000_000
"""Pixels that a picture may have: 200 MB once it is decoded."""
_LONGEST = 64_000_000
"""Bytes that a file may have."""
_KEPT = 64
_ORIENTATION = 0x0112
"""The Exif tag; 1 is upright."""
_QUALITY = 95
"""Of a JPEG file that has to be written anew: turned upright, or from CMYK."""
_PLAIN = {"PNG": ("1", "L", "LA", "P", "RGB", "RGBA"), "JPEG": ("L", "RGB")}
"""Modes that every target can embed as they are."""


class FileError(ValueError):
    """Why a file cannot be used; ``str()`` of it is a clause for a message."""


def read_picture(path: Path) -> Drawing | Picture:
    """Read a PNG, JPEG or SVG file; its content decides which it is.

    Raises:
        FileError: it is missing, too large, broken, or of another format.
    """
    try:
        status = path.stat()
    except OSError:
        raise FileError("it does not exist") from None
    if not path.is_file():
        raise FileError("it is no file")
    if status.st_size > _LONGEST:
        raise FileError(f"it has {status.st_size:,} bytes; at most {_LONGEST:,} are read")
    return _read(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=_KEPT)
def _read(path: Path, _changed: int, _size: int) -> Drawing | Picture:
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise FileError(f"it cannot be read: {cause.strerror}") from None
    if path.suffix.lower() == ".svg" or data.lstrip()[:4] in (b"<svg", b"<?xm"):
        try:
            return parse_svg(data.decode("utf-8-sig"))
        except SvgError as cause:
            raise FileError(str(cause)) from None
        except UnicodeDecodeError:
            raise FileError("it is not written in UTF-8") from None
    return _pixels(data)


def _pixels(data: bytes) -> Picture:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only figures with pictures need it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the limit is our own
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > LARGEST:
            raise FileError(f"it has {image.width} × {image.height} pixels; at most {LARGEST:,} are read")
        image.load()
    except UnidentifiedImageError:
        raise FileError("it is no PNG, JPEG or SVG file") from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as cause:
        raise cause if isinstance(cause, FileError) else FileError(f"it is broken: {cause}") from None
    return _embeddable(image, data)


def _embeddable(image: Image, data: bytes) -> Picture:
    """The file as it is, but for metadata, where every target can take it in; else written anew."""
    from PIL import ImageOps  # noqa: PLC0415 - only figures with pictures need it

    name = str(image.format)
    turned = image.getexif().get(_ORIENTATION, 1) != 1
    foreign = "icc_profile" in image.info and b"sRGB" not in image.info["icc_profile"]
    plain = not turned and not foreign and image.mode in _PLAIN[name] and not getattr(image, "is_animated", False)
    bare = without_metadata(data) if plain else None
    if bare is not None:
        return Picture(image.width, image.height, "png" if name == "PNG" else "jpeg", bare)
    upright = ImageOps.exif_transpose(_in_eight_bits(image))
    if foreign:
        upright = _in_srgb(upright)
    elif upright.mode not in _PLAIN[name]:
        upright = upright.convert("RGB")
    file = io.BytesIO()
    for key in ("comment", "exif", "icc_profile", "xmp"):
        upright.info.pop(key, None)
    if name == "PNG":
        upright.save(file, "PNG")
    else:
        upright.save(file, "JPEG", quality=_QUALITY, subsampling=0)
    return Picture(upright.width, upright.height, "png" if name == "PNG" else "jpeg", file.getvalue())


def _in_eight_bits(image: Image) -> Image:
    """Grey of 16 bits rounded to 8, its transparent grey as an alpha channel; any other picture as it is."""
    if not image.mode.startswith("I"):
        return image
    wide = image.convert("I")
    grey = wide.point([round(level * 255 / 65535) for level in range(65536)], "L")
    clear = image.info.get("transparency")
    if clear is not None:
        grey.putalpha(wide.point([0 if level == clear else 255 for level in range(65536)], "L"))
    grey.info = {key: value for key, value in image.info.items() if key != "transparency"}
    grey.getexif().update(image.getexif())
    return grey


def _in_srgb(image: Image) -> Image:
    """The colours of the file's own profile in sRGB."""
    from PIL import ImageCms  # noqa: PLC0415 - only pictures with a profile need it

    profile = io.BytesIO(image.info["icc_profile"])
    mode = "RGBA" if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info else "RGB"
    source = image if image.mode in ("RGB", "RGBA", "CMYK", "L") else image.convert(mode)
    try:
        converted = ImageCms.profileToProfile(source, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
    except ImageCms.PyCMSError as cause:
        raise FileError(f"its colour profile cannot be used: {cause}") from None
    assert converted is not None, "only a conversion in place gives nothing"  # noqa: S101
    return converted
