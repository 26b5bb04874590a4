"""Pictures made of pixels: a JPEG file goes in as it is, all else pixel by pixel without loss."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from layoutkit.output.pdf_objects import Name

if TYPE_CHECKING:
    from PIL.Image import Image

    from layoutkit.output.pdf_colors import ColorSpace
    from layoutkit.output.pdf_objects import Dictionary, PdfFile, Ref
    from layoutkit.picture import Picture

__all__ = ["put_picture"]


def put_picture(file: PdfFile, picture: Picture) -> tuple[Ref, ColorSpace]:
    """Put in an image; its transparency is a soft mask (ISO 32000-1, section 11.6.5.3).

    Returns:
        The image, and the space of its colours: grey pixels are DeviceGray, in whatever way the file holds them.
    """
    from PIL import Image as Pillow  # noqa: PLC0415 - only figures with pictures need it

    if picture.format == "jpeg" and (space := _jpeg_space(picture)):
        head = _head(picture, space) | {"Filter": Name("DCTDecode")}
        return file.stream(picture.data, head, compress=False), space
    with Pillow.open(io.BytesIO(picture.data)) as image:
        pixels = image.convert("RGBA")
    space = "DeviceGray" if _is_grey(pixels) else "DeviceRGB"
    head = _head(picture, space)
    alpha = pixels.getchannel("A")
    if alpha.getextrema() != (255, 255):
        head["SMask"] = file.stream(alpha.tobytes(), _head(picture, "DeviceGray"))
    colors = pixels.getchannel("R") if space == "DeviceGray" else pixels.convert("RGB")
    return file.stream(colors.tobytes(), head), space


def _jpeg_space(picture: Picture) -> ColorSpace | None:
    """The space in which the JPEG file itself can go in; None for grey pixels that it holds as colours."""
    from PIL import Image as Pillow  # noqa: PLC0415 - only figures with pictures need it

    with Pillow.open(io.BytesIO(picture.data)) as image:
        if image.mode == "L":
            return "DeviceGray"
        image.draft("RGB", (1, 1))  # an eighth of its size, which tells most colour pictures at little cost
        if not _is_grey(image):
            return "DeviceRGB"
    with Pillow.open(io.BytesIO(picture.data)) as image:
        return None if _is_grey(image) else "DeviceRGB"


def _is_grey(image: Image) -> bool:
    """Whether red, green and blue of each pixel are equal."""
    from PIL import ImageChops  # noqa: PLC0415 - only figures with pictures need it

    red, green, blue, *_ = image.split()
    return not any(ImageChops.difference(red, other).getbbox() for other in (green, blue))


def _head(picture: Picture, space: ColorSpace) -> Dictionary:
    return {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": Name(space),
        "BitsPerComponent": 8,
        "Interpolate": True,
    }
