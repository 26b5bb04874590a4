"""Images and icons, fitted into their boxes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.drawing.polygon import rectangle_of
from layoutkit.geometry import Point, Rect
from layoutkit.paint.display import Begin, Clip, ClipPath, DrawPicture, End, FillPath, StrokePath, Unclip
from layoutkit.path import CLOSE, LineTo, MoveTo, Path
from layoutkit.picture import Picture
from layoutkit.style.content import IconContent, PictureContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.shapes import Current, VectorImage, VectorShape
    from layoutkit.origin import Origin
    from layoutkit.paint.display import Operation

    Art = PictureContent | IconContent

__all__ = ["paint_art"]

_SQUARE_CAP = math.sqrt(2)
"""How far the corner of a square cap reaches, in halves of the stroke's width."""
_UNSEEN = 1e-3
"""Px that a shape may reach out of its clip without being cut."""


def paint_art(art: Art, box: Rect, radius: float, origin: Origin) -> Iterator[Operation]:
    """A picture in its content box, in the middle of it.

    Args:
        art: what is shown.
        box: the content box, in px from the figure's top-left corner.
        radius: corner radius of the content box, in px.
        origin: where the author made it.
    """
    if not box.width or not box.height:
        return
    place = _fitted(art, box)
    clipped = radius > 0 or _covers(art)
    yield Begin("picture", "", text=art.alt, origin=origin)
    if clipped:
        yield Clip(box, radius)
    if isinstance(art.source, Picture):
        yield DrawPicture(place, art.source)
    else:
        yield from _shapes(art, art.source, place)
    if clipped:
        yield Unclip()
    yield End()


def _fitted(art: Art, box: Rect) -> Rect:
    """The rectangle of the whole picture: as large as goes into the box, or as small as covers it."""
    across, down = box.width / art.source.width, box.height / art.source.height
    scale = max(across, down) if _covers(art) else min(across, down)
    width, height = art.source.width * scale, art.source.height * scale
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def _covers(art: Art) -> bool:
    return isinstance(art, PictureContent) and art.fit == "cover"


def _shapes(art: Art, drawing: VectorImage, place: Rect) -> Iterator[Operation]:
    """The drawing's canvas fills the place, which has its proportions; neighbours with one clip share it."""
    scale = place.width / drawing.width
    opened: Clip | ClipPath | None = None
    for shape in drawing.shapes:
        inks = list(_shape(art, shape, shape.path.scaled(scale).moved(place.x, place.y), scale))
        clip = _clip(shape, scale, place)
        if not any(_may_cut(clip, ink) for ink in inks):
            clip = None
        if opened is not None and opened != clip:
            yield Unclip()
        if clip is not None and opened != clip:
            yield clip
        opened = clip
        yield from inks
    if opened is not None:
        yield Unclip()


def _shape(art: Art, shape: VectorShape, path: Path, scale: float) -> Iterator[FillPath | StrokePath]:
    if shape.fill is not None:
        yield FillPath(path, _color(art, shape.fill), shape.rule)
    own = art.stroke_width if isinstance(art, IconContent) else None
    width = shape.width * scale if own is None else own
    if shape.stroke is not None and width:
        color = _color(art, shape.stroke)
        yield StrokePath(path, width, (), color, shape.cap, shape.join, shape.miter_limit)


def _clip(shape: VectorShape, scale: float, place: Rect) -> Clip | ClipPath | None:
    """Where a shape is seen, on the page."""
    if shape.clip is None:
        return None
    corners = tuple(Point(place.x + scale * corner.x, place.y + scale * corner.y) for corner in shape.clip)
    rect = rectangle_of(corners)
    if rect is not None:
        return Clip(rect, 0.0)
    first, *others = corners
    return ClipPath(Path((MoveTo(first.x, first.y), *(LineTo(corner.x, corner.y) for corner in others), CLOSE)))


def _may_cut(clip: Clip | ClipPath | None, ink: FillPath | StrokePath) -> bool:
    """Whether some of the ink may lie outside; slanting clips always count."""
    box = ink.path.control_box()
    if box is None or not isinstance(clip, Clip):
        return box is not None and clip is not None
    if isinstance(ink, StrokePath):
        box = box.grown(ink.width / 2 * max(_SQUARE_CAP, ink.miter_limit if ink.join == "miter" else 1.0))
    return not clip.rect.contains(box, _UNSEEN)


def _color(art: Art, paint: Color | Current) -> Color:
    return paint if isinstance(paint, Color) else art.color
