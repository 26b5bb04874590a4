"""Pictures inside SVG files: PNG, JPEG and SVG files written into them as ``data:`` URLs."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from layoutkit.drawing.outline import transformed
from layoutkit.drawing.pixels import PixelsError, read_pixels
from layoutkit.drawing.polygon import common, corners
from layoutkit.drawing.shapes import VectorPicture, VectorShape
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_values import fitting, length, mapped, product
from layoutkit.geometry import Point, Rect, Size
from layoutkit.outlines import rectangle
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_context import Context, Document, Walker
    from layoutkit.drawing.svg_tree import Element

__all__ = ["image_items"]

_DATA = re.compile(r"data:([^,]*),(.*)", re.DOTALL)
_HINT = "save it as PNG or JPEG inside the file, or place it with Image(…)"
_LEVEL = 1e-6
"""How far a picture may be turned, as a share of its sides, and still be upright."""


def image_items(element: Element, context: Context, walker: Walker) -> list[VectorItem]:
    """What an ``image`` paints.

    Raises:
        SvgError: it is another file, of another kind, or turned.
    """
    values = walker.values(element)
    href = values.get("href", "").strip()
    if not href or not context.style.visible:
        return []
    picture = _picture(href, walker)
    lengths = context.lengths
    sides: list[float | None] = []
    for name, whole in (("width", context.viewport.width), ("height", context.viewport.height)):
        text = values.get(name, "auto")
        side = None if text == "auto" else length(text, whole, lengths.font_size)
        if side is None and text != "auto":
            raise SvgError(f"its <image> has {name}={text!r:.60}, which is not a length")
        sides.append(side)
    ratio = picture.width / picture.height
    width, height = sides
    if width is None:
        width = float(picture.width) if height is None else height * ratio
    if height is None:
        height = width / ratio
    if width <= 0 or height <= 0:
        return []
    place = Rect(lengths.across(element, "x"), lengths.down(element, "y"), width, height)
    if context.measuring:
        return [VectorShape(transformed(rectangle(place.x, place.y, place.right, place.bottom), context.matrix), None)]
    rendering = values.get("image-rendering", "auto")
    if rendering not in ("auto", "optimizeQuality", "smooth", "high-quality"):
        raise SvgError(f"its <image> has the image-rendering {rendering!r:.60}, which is not understood")
    preserve = values.get("preserveAspectRatio", "")
    if isinstance(picture, Picture):
        return _placed(picture, place, preserve, context)
    return picture.items(context, place, preserve)


def _picture(href: str, walker: Walker) -> Picture | Document:
    match = _DATA.fullmatch(href)
    if match is None:
        raise SvgError(
            f"its <image> has href={href!r:.60}, which leads out of the file; other files are not read", hint=_HINT
        )
    try:
        body = unquote_to_bytes(match[2])
        data = base64.b64decode(b"".join(body.split()) + b"==") if ";base64" in match[1].lower() else body
        if data.lstrip()[:4] in (b"<svg", b"<?xm", b"<!DO", b"<!--"):
            return walker.embedded(data.decode("utf-8-sig"))
        return read_pixels(data)
    except (PixelsError, binascii.Error, UnicodeDecodeError) as cause:
        kind = match[1].partition(";")[0] or "no type"
        raise SvgError(f"its <image> of {kind:.40} cannot be read: {cause}", hint=_HINT) from None


def _placed(picture: Picture, place: Rect, preserve: str, context: Context) -> list[VectorItem]:
    fit = fitting(Rect(0, 0, picture.width, picture.height), Size(place.width, place.height), preserve)
    matrix = product(context.matrix, product((1, 0, 0, 1, place.x, place.y), fit))
    a, b, c, d, _, _ = matrix
    if abs(b) + abs(c) > _LEVEL * (abs(a) + abs(d)) or a <= 0 or d <= 0:
        raise SvgError("its <image> is turned or mirrored, which is not understood", hint=_HINT)
    corner, end = mapped(matrix, 0, 0), mapped(matrix, picture.width, picture.height)
    clip = context.clip
    edge = tuple(Point(*mapped(context.matrix, point.x, point.y)) for point in corners(place))
    clip = common(clip, edge)
    if not clip:
        return []
    item = VectorPicture(corner[0], corner[1], end[0] - corner[0], end[1] - corner[1], picture)
    if max(map(abs, (item.x, item.y, item.width, item.height))) > context.farthest:
        raise SvgError(f"its <image> reaches further than {context.farthest:g} px from the canvas")
    return [replace(item, clip=clip)]
