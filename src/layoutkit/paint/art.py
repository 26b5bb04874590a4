"""Images and icons, fitted into their boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.paint.display import Begin, Clip, DrawPicture, End, FillPath, StrokePath, Unclip
from layoutkit.picture import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.drawing.shapes import Current, Drawing, Shape
    from layoutkit.origin import Origin
    from layoutkit.paint.display import Operation
    from layoutkit.path import Path
    from layoutkit.style.styled import Art

__all__ = ["paint_art"]


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
    clipped = radius > 0 or art.fit == "cover"
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
    scale = min(across, down) if art.fit == "contain" else max(across, down)
    width, height = art.source.width * scale, art.source.height * scale
    return Rect(box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width, height)


def _shapes(art: Art, drawing: Drawing, place: Rect) -> Iterator[Operation]:
    """The drawing's view box fills the place, in the middle where their proportions differ (SVG 2, 8.6)."""
    view = drawing.view
    scale = min(place.width / view.width, place.height / view.height)
    x = place.x + (place.width - scale * view.width) / 2 - scale * view.x
    y = place.y + (place.height - scale * view.height) / 2 - scale * view.y
    for shape in drawing.shapes:
        yield from _shape(art, shape, shape.path.scaled(scale).moved(x, y), scale)


def _shape(art: Art, shape: Shape, path: Path, scale: float) -> Iterator[Operation]:
    if shape.fill is not None:
        yield FillPath(path, _color(art, shape.fill), shape.rule)
    width = shape.width * scale if art.stroke is None else art.stroke
    if shape.stroke is not None and width:
        yield StrokePath(path, width, (), _color(art, shape.stroke), shape.cap, shape.join)


def _color(art: Art, paint: Color | Current) -> Color:
    return paint if isinstance(paint, Color) else art.color
