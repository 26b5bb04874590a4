"""Pictures made of pixels: a JPEG file goes in as it is, all else pixel by pixel without loss."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from layoutkit.output.pdf_objects import Name

if TYPE_CHECKING:
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref
    from layoutkit.picture import Picture

__all__ = ["put_picture"]


def put_picture(file: PdfFile, picture: Picture) -> Ref:
    """Put in an image; its transparency is a soft mask (ISO 32000-1, section 11.6.5.3)."""
    from PIL import Image  # noqa: PLC0415 - only figures with pictures need it

    with Image.open(io.BytesIO(picture.data)) as image:
        if picture.format == "jpeg" and image.mode in ("L", "RGB"):
            space = "DeviceGray" if image.mode == "L" else "DeviceRGB"
            head = _head(picture, space) | {"Filter": Name("DCTDecode")}
            return file.stream(picture.data, head, compress=False)
        pixels = image.convert("RGBA")
    head = _head(picture, "DeviceRGB")
    alpha = pixels.getchannel("A")
    if alpha.getextrema() != (255, 255):
        head["SMask"] = file.stream(alpha.tobytes(), _head(picture, "DeviceGray"))
    return file.stream(pixels.convert("RGB").tobytes(), head)


def _head(picture: Picture, space: str) -> Dictionary:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": Name(space),
        "BitsPerComponent": 8,
        "Interpolate": True,
    }
