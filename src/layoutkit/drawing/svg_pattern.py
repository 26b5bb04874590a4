"""Patterns of SVG files (SVG 2, 14.3): their tiles are drawn one by one, inside the shape that they fill."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from layoutkit.color import Color
from layoutkit.drawing.polygon import common, corners, rectangle_of
from layoutkit.drawing.shapes import CurrentColor, VectorClip, VectorClose, VectorFade, VectorShape
from layoutkit.drawing.svg_error import SvgError
from layoutkit.drawing.svg_gradient import linked, replace_attributes, units_matrix
from layoutkit.drawing.svg_outlines import Lengths
from layoutkit.drawing.svg_transform import css_transform, transform
from layoutkit.drawing.svg_values import fitting, inverse, mapped, product, view_box
from layoutkit.geometry import Point, Rect, Size
from layoutkit.path import ClosePath, CurveTo

if TYPE_CHECKING:
    from layoutkit.drawing.outline import Matrix
    from layoutkit.drawing.shapes import VectorItem
    from layoutkit.drawing.svg_context import Context, Walker
    from layoutkit.drawing.svg_tree import Element
    from layoutkit.path import Path

__all__ = ["pattern_items"]

_MOST_TILES = 10_000
_EDGE = 1e-6
"""Tiles that a shape reaches into by less are left out."""


@dataclass(frozen=True, slots=True)
class PatternArea:
    """What a pattern fills."""

    path: Path
    """In px of the canvas."""
    rule: Literal["nonzero", "evenodd"]
    opacity: float


@dataclass(frozen=True, slots=True)
class _Tiles:
    """A pattern with all that it takes over."""

    own: Element
    """Its attributes."""
    source: Element
    """Whose children are drawn."""
    tile: Rect
    """The first tile, in the coordinates of the shape."""
    view: Rect | None
    content: Matrix
    """From the coordinates of its content to those of the tile."""
    hidden: bool
    """Whether nothing is seen outside of the tiles."""


def pattern_items(
    element: Element, box: Rect | None, area: PatternArea, context: Context, walker: Walker
) -> list[VectorItem]:
    """What a pattern paints inside an outline; nothing where its box has no area.

    Args:
        element: the pattern.
        box: around the shape, in its own coordinates.
        area: what it fills.
        context: of the shape.
        walker: draws a tile.

    Raises:
        SvgError: it is not understood.
    """
    if element in context.inside:
        raise SvgError("its <pattern> is filled with itself", line=element.line)
    tiles, reach = _tiles(element, box, context, walker), area.path.control_box()
    if tiles is None or reach is None:
        return []
    space = context.under(_transform(tiles.own, context))
    back = inverse(space.matrix)
    if back is None:
        raise SvgError("its <pattern> has a transform that leaves it no area", line=element.line)
    rows, columns = _covering(tiles.tile, reach, back)
    many = len(rows) * len(columns)
    if many > _MOST_TILES:
        raise SvgError(f"it has a pattern of {many:,} tiles; at most {_MOST_TILES:,} are drawn", line=element.line)
    viewport = Size(tiles.view.width, tiles.view.height) if tiles.view else context.viewport
    style = walker.computed(tiles.source)
    space = replace(space, style=style, viewport=viewport, inside=context.inside | {element})
    drawn: list[list[VectorItem]] = []
    for row in rows:
        for column in columns:
            walker.count()
            drawn.append(_one(tiles, column * tiles.tile.width, row * tiles.tile.height, space, walker))
    ground = [first for tile in drawn if tile and (first := _ground(tile[0])) is not None]
    found: list[VectorItem] = []
    if ground and len(ground) == len(drawn):  # painted once, so that no seam shows between tiles
        found.append(replace(ground[0], path=area.path, rule=area.rule, clip=context.clip))
        drawn = [tile[1:] for tile in drawn]
    found += [item for tile in drawn for item in tile]
    if not found:
        return []
    found = [VectorClip(area.path, area.rule), *found, VectorClose()]
    return [VectorFade(area.opacity), *found, VectorClose()] if area.opacity < 1 else found


def _ground(item: VectorItem) -> VectorShape | None:
    """What a tile begins with, where that is one colour all over it."""
    if not isinstance(item, VectorShape) or item.stroke is not None or item.clip is None:
        return None
    points = tuple(Point(op.x, op.y) for op in item.path.ops if not isinstance(op, ClosePath))
    flat = isinstance(item.fill, Color | CurrentColor) and not any(isinstance(op, CurveTo) for op in item.path.ops)
    shape, tile = rectangle_of(points) if points else None, rectangle_of(item.clip)
    return item if flat and shape is not None and tile is not None and shape.contains(tile, _EDGE) else None


def _tiles(element: Element, box: Rect | None, context: Context, walker: Walker) -> _Tiles | None:
    """What a pattern consists of; None where it has no area."""
    chain = linked(element, walker, ("pattern",))
    given: dict[str, str] = {}
    for one in reversed(chain):
        given.update(one.attributes)
        values = walker.values(one)
        given.update({name: values[name] for name in ("css-transform", "overflow") if name in values})
        if "transform-origin" in values:
            raise SvgError("its <pattern> has a transform-origin, which viewers do not read alike", line=one.line)
    own = replace_attributes(element, given)
    of_tile = units_matrix(given.get("patternUnits", ""), box, "objectBoundingBox")
    content = units_matrix(given.get("patternContentUnits", ""), box, "userSpaceOnUse")
    tile = None if of_tile is None else _tile(own, of_tile, context)
    view = view_box(own.get("viewBox"))
    if tile is None or content is None or (view is not None and not (view.width and view.height)):
        return None
    hidden = given.get("overflow", "hidden").split()[0] in ("hidden", "scroll", "clip")
    scale: Matrix = (content[0], 0.0, 0.0, content[3], 0.0, 0.0)
    return _Tiles(own, next((one for one in chain if one.children), element), tile, view, scale, hidden)


def _transform(own: Element, context: Context) -> Matrix:
    css = own.get("css-transform", "none")
    if css == "none":
        return transform(own.get("patternTransform"))
    return css_transform(css, Rect(0, 0, context.viewport.width, context.viewport.height), context.style.font_size)


def _one(tiles: _Tiles, dx: float, dy: float, space: Context, walker: Walker) -> list[VectorItem]:
    """What one tile paints, so far from the first."""
    place = Rect(tiles.tile.x + dx, tiles.tile.y + dy, tiles.tile.width, tiles.tile.height)
    if tiles.hidden:
        edge = tuple(Point(*mapped(space.matrix, corner.x, corner.y)) for corner in corners(place))
        clip = common(space.clip, edge)
        if not clip:
            return []
        space = replace(space, clip=clip)
    inner = tiles.content
    if tiles.view is not None:
        inner = fitting(tiles.view, Size(place.width, place.height), tiles.own.get("preserveAspectRatio"))
    return walker.items(tiles.source.children, space.under(product((1, 0, 0, 1, place.x, place.y), inner)))


def _tile(own: Element, units: tuple[float, ...], context: Context) -> Rect | None:
    """The first tile, in the coordinates of the shape; None where it has no area."""
    if units == (1.0, 0.0, 0.0, 1.0, 0.0, 0.0) and own.get("patternUnits") == "userSpaceOnUse":
        lengths = context.lengths
    else:
        lengths = Lengths(Size(1.0, 1.0), context.style.font_size)
    x, y = lengths.across(own, "x"), lengths.down(own, "y")
    width, height = lengths.across(own, "width"), lengths.down(own, "height")
    if width <= 0 or height <= 0:
        return None
    a, _, _, d, e, f = units
    return Rect(a * x + e, d * y + f, a * width, d * height)


def _covering(tile: Rect, reach: Rect, back: tuple[float, float, float, float, float, float]) -> tuple[range, range]:
    """The rows and the columns of tiles that a rectangle of the canvas touches; tile (0, 0) is the first."""
    places = [mapped(back, corner.x, corner.y) for corner in corners(reach)]
    xs, ys = [x for x, _ in places], [y for _, y in places]

    def between(low: float, high: float, start: float, size: float) -> range:
        return range(math.floor((low - start) / size + _EDGE), math.ceil((high - start) / size - _EDGE))

    return between(min(ys), max(ys), tile.y, tile.height), between(min(xs), max(xs), tile.x, tile.width)
