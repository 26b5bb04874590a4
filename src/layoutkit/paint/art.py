"""Images and icons, fitted into their boxes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.drawing.polygon import rectangle_of
from layoutkit.drawing.shapes import (
    CurrentColor,
    LinearPaint,
    RadialPaint,
    VectorClip,
    VectorClose,
    VectorFade,
    VectorPicture,
    VectorShape,
)
from layoutkit.geometry import Point, Rect
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    DrawPicture,
    End,
    Fade,
    FillPath,
    LinearGradient,
    RadialGradient,
    StrokePath,
    Unclip,
    Unfade,
)
from layoutkit.path import CLOSE, LineTo, MoveTo, Path
from layoutkit.picture import Picture
from layoutkit.style.content import IconContent, PictureContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.polygon import Polygon
    from layoutkit.drawing.shapes import Matrix, VectorImage, VectorItem
    from layoutkit.origin import Origin
    from layoutkit.paint.display import Fill, Operation

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
    place = Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)
    return place.moved(art.shift[0] * width, art.shift[1] * height) if isinstance(art, IconContent) else place


def _covers(art: Art) -> bool:
    return isinstance(art, PictureContent) and art.fit == "cover"


def _shapes(art: Art, drawing: VectorImage, place: Rect) -> Iterator[Operation]:
    """The drawing's canvas fills the place, which has its proportions; neighbours with one clip share it."""
    scale = place.width / drawing.width
    opened: Clip | ClipPath | None = None
    groups: list[Unclip | Unfade] = []
    for item in drawing.items:
        inks = _inks(art, item, place, scale)
        clip = _clip(item.clip, scale, place) if isinstance(item, VectorShape | VectorPicture) else None
        if not any(_may_cut(clip, ink) for ink in inks):
            clip = None
        if opened is not None and opened != clip:
            yield Unclip()
        if clip is not None and opened != clip:
            yield clip
        opened = clip
        match item:
            case VectorClip(path, rule):
                yield ClipPath(path.scaled(scale).moved(place.x, place.y), rule)
                groups.append(Unclip())
            case VectorFade(opacity, blend):
                yield Fade(opacity, blend)
                groups.append(Unfade())
            case VectorClose():
                yield groups.pop()
            case _:
                yield from inks
    if opened is not None:
        yield Unclip()


def _inks(art: Art, item: VectorItem, place: Rect, scale: float) -> list[FillPath | StrokePath | DrawPicture]:
    """What is painted of a part of a drawing."""
    if isinstance(item, VectorShape):
        return list(_shape(art, item, place, scale))
    if isinstance(item, VectorPicture):
        rect = Rect(place.x + scale * item.x, place.y + scale * item.y, scale * item.width, scale * item.height)
        return [DrawPicture(rect, item.picture)]
    return []


def _shape(art: Art, shape: VectorShape, place: Rect, scale: float) -> Iterator[FillPath | StrokePath]:
    path = shape.path.scaled(scale).moved(place.x, place.y)
    if shape.fill is not None:
        yield FillPath(path, _fill(art, shape.fill, scale, place), shape.rule)
    own = art.stroke_width if isinstance(art, IconContent) else None
    width = shape.width * scale if own is None else own
    if shape.stroke is not None and width:
        color = _color(art, shape.stroke)
        dash = tuple(length * scale for length in shape.dash)
        offset = shape.dash_offset * scale
        yield StrokePath(path, width, dash, color, shape.cap, shape.join, shape.miter_limit, offset)


def _clip(clip: Polygon | None, scale: float, place: Rect) -> Clip | ClipPath | None:
    """Where a shape is seen, on the page."""
    if clip is None:
        return None
    corners = tuple(Point(place.x + scale * corner.x, place.y + scale * corner.y) for corner in clip)
    rect = rectangle_of(corners)
    if rect is not None:
        return Clip(rect, 0.0)
    first, *others = corners
    return ClipPath(Path((MoveTo(first.x, first.y), *(LineTo(corner.x, corner.y) for corner in others), CLOSE)))


def _may_cut(clip: Clip | ClipPath | None, ink: FillPath | StrokePath | DrawPicture) -> bool:
    """Whether some of the ink may lie outside; slanting clips always count."""
    box = ink.rect if isinstance(ink, DrawPicture) else ink.path.control_box()
    if box is None or not isinstance(clip, Clip):
        return box is not None and clip is not None
    if isinstance(ink, StrokePath):
        box = box.grown(ink.width / 2 * max(_SQUARE_CAP, ink.miter_limit if ink.join == "miter" else 1.0))
    return not clip.rect.contains(box, _UNSEEN)


def _color(art: Art, paint: Color | CurrentColor) -> Color:
    if isinstance(paint, Color):
        return paint
    return art.color if paint.alpha == 1 else art.color.faded(paint.alpha)


def _fill(art: Art, paint: Color | CurrentColor | LinearPaint | RadialPaint, scale: float, place: Rect) -> Fill:
    """A paint on the page, where the drawing is so many times as large and begins at a corner of the place."""
    if isinstance(paint, Color | CurrentColor):
        return _color(art, paint)
    stops = tuple((at, _color(art, ink)) for at, ink in paint.stops)
    if isinstance(paint, LinearPaint):
        x1, y1, x2, y2 = (scale * value for value in (paint.x1, paint.y1, paint.x2, paint.y2))
        return LinearGradient(place.x + x1, place.y + y1, place.x + x2, place.y + y2, stops)
    a, b, c, d, e, f = (scale * value for value in paint.matrix)
    matrix: Matrix = (a, b, c, d, place.x + e, place.y + f)
    return RadialGradient(paint.fx, paint.fy, paint.fr, paint.cx, paint.cy, paint.r, matrix, stops)
