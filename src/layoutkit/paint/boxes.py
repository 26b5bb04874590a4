"""Placed -> display list: boxes in tree order, then the connectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from layoutkit.color import Color
from layoutkit.paint.art import paint_art
from layoutkit.paint.borders import paint_sides
from layoutkit.paint.braces import paint_brace
from layoutkit.paint.connectors import paint_route
from layoutkit.paint.crisp import crisp_border, crisp_edges, crisp_grid, crisp_route, crisp_side
from layoutkit.paint.display import (
    Begin,
    Clip,
    ClipPath,
    DisplayList,
    DropShadow,
    End,
    FillPath,
    FillRect,
    Glyphs,
    GridLines,
    LinearGradient,
    Operation,
    StrokeRect,
    Unclip,
)
from layoutkit.paint.gap_rules import paint_gap_rules
from layoutkit.paint.pattern import bare_texts, paint_pattern
from layoutkit.paint.rounded import inner_corners, quarters, round_corners, rounded_path, spread_radius
from layoutkit.paint.rows import parts, spans
from layoutkit.paint.shapes import paint_shape
from layoutkit.style.content import (
    BraceContent,
    ConnectorContent,
    IconContent,
    OutlineContent,
    PictureContent,
    ShapeContent,
    TextContent,
    WordsContent,
)
from layoutkit.style.styled import BorderSide
from layoutkit.text.characters import HYPHEN, SOFT_HYPHEN

Radii = tuple[float, float, float, float]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from layoutkit.geometry import Edges, Rect
    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.connectors import Route
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.origin import Origin
    from layoutkit.paint.display import Fill
    from layoutkit.style.styled import Look, Styled
    from layoutkit.text.lines import TextLine

__all__ = ["paint"]

_TITLE = "title"
"""The type role of the figure's own title."""
_HYPHENS = (HYPHEN, "-")
"""What ends the line of a broken word; the second in faces that lack the first."""


def paint(placed: Placed, scale: float | None = None) -> DisplayList:
    """Flatten a placed figure into operations, back to front.

    Args:
        placed: the figure; for a target of pixels, one whose edges lie on them.
        scale: device pixels for one px, where lines are to be on device pixels too; None leaves them as they are.
    """
    labels = {box.box.connector: box for box in _connectors(placed.root)}
    operations = list(_box(placed.root, 0.0, 0.0, scale, _texts(placed, labels)))
    for route in placed.routes:
        box = labels[route.connector]
        operations.append(Begin("connector", box.box.name, origin=box.box.origin))
        operations += paint_route(route if scale is None else crisp_route(route, scale))
        for label in box.children:
            operations += _box(label, *_corner(label, route), scale)
        operations.append(End())
    if scale is not None:
        operations = [_crisp(one, scale) for one in operations]
    return DisplayList(placed.root.rect.width, placed.root.rect.height, tuple(operations))


def _crisp(operation: Operation, scale: float) -> Operation:
    match operation:
        case StrokeRect():
            return crisp_border(operation, scale)
        case GridLines():
            return crisp_grid(operation, scale)
        case _:
            return operation


def _texts(placed: Placed, labels: Mapping[ConnectorContent | None, PlacedBox[Styled]]) -> Iterator[Rect]:
    """The lines of all texts that stand on the page itself."""
    yield from bare_texts(placed.root, 0.0, 0.0)
    for route in placed.routes:
        for label in labels[route.connector].children:
            yield from bare_texts(label, *_corner(label, route))


def _box(
    placed: PlacedBox[Styled], x: float, y: float, scale: float | None, texts: Iterable[Rect] = ()
) -> Iterator[Operation]:
    """One box and all inside it; (x, y) is the parent's top-left corner. A pattern keeps clear of ``texts``."""
    if placed.hidden or placed.box.connector is not None:
        yield from _place_in_reading(placed)
        return
    rect = placed.rect.moved(x, y)
    group = _group(placed.box)
    if group is not None:
        yield group
    yield from _look(placed.box.look, rect, texts, scale)
    clip = _clip(placed.box, rect, scale)
    if clip is not None:
        yield clip
    yield from _content(placed, rect)
    if placed.gutters is not None:
        yield from paint_gap_rules(placed.box.look, placed.gutters.moved(rect.x, rect.y), scale)
    for part in parts(placed):
        if isinstance(part, Begin | End):
            yield part
        else:
            yield from _box(part, rect.x, rect.y, scale)
    if clip is not None:
        yield Unclip()
    if group is not None:
        yield End()


def _place_in_reading(placed: PlacedBox[Styled]) -> Iterator[Operation]:
    """An empty group where the label of an arrow belongs; it is painted later, over all boxes."""
    if placed.children and not placed.hidden:
        yield Begin("connector", placed.box.name, origin=placed.box.origin)
        yield End()


def _group(box: Styled) -> Begin | None:
    """Texts, components and what is something to those who listen are groups; plain boxes only hold them together."""
    role = None if box.semantics == "none" else box.semantics
    covers = spans(box.style)
    if isinstance(box.content, TextContent):
        if not box.content.heading:
            return Begin("paragraph", box.name, 0, box.text, "", role, covers, box.origin)
        level = 1 if box.name == _TITLE else 2
        return Begin("heading", box.name, level, box.text, "", role, covers, box.origin)
    if box.said is not None:
        return Begin("chart", box.name, 0, box.said.alt, box.said.description, role, covers, box.origin)
    return Begin("box", box.name, 0, "", "", role, covers, box.origin) if box.name or role else None


def _clip(box: Styled, rect: Rect, scale: float | None) -> Clip | ClipPath | None:
    """The padding box, where what is inside is seen only there; its corners are the inner edge of the border's."""
    if box.style.overflow != "hidden":
        return None
    edges, radii = _edges(box.look, scale), box.look.radii(rect)
    inner, corners = rect.inset(edges), inner_corners(round_corners(radii), edges)
    if box.look.sides is None and box.look.corners is None:
        return Clip(inner, corners[0][0])
    return ClipPath(rounded_path(inner, corners))


def _edges(look: Look, scale: float | None) -> Edges:
    """The widths of a border; where its sides differ, whole device pixels on a target of those."""
    return look.edges if scale is None or look.sides is None else crisp_edges(look.edges, scale)


def _look(look: Look, rect: Rect, texts: Iterable[Rect], scale: float | None) -> Iterator[Operation]:
    radii = look.radii(rect)
    yield from _shadow(look, rect, radii, scale)
    if look.background is not None:
        yield _filled(rect, radii, look.background)
    if look.gradient is not None:
        x1, y1, x2, y2 = look.gradient.line(rect.width, rect.height)
        fill = LinearGradient(rect.x + x1, rect.y + y1, rect.x + x2, rect.y + y2, look.gradient.stops)
        yield _filled(rect, radii, fill)
    if look.picture is not None:
        yield from _rounded_art(look.picture, rect, radii, ())
    if look.pattern is not None:
        yield paint_pattern(look.pattern, rect, texts)
    yield from _border(look, rect, radii, scale)


def _smaller(radii: Radii, by: float) -> Radii:
    """The radii of a box that lies so far inside another."""
    first, second, third, last = (max(0.0, radius - by) for radius in radii)
    return first, second, third, last


def _filled(rect: Rect, radii: Radii, fill: Fill) -> FillRect | FillPath:
    if len(set(radii)) == 1:
        return FillRect(rect, radii[0], fill)
    return FillPath(rounded_path(rect, round_corners(radii)), fill)


def _shadow(look: Look, rect: Rect, radii: Radii, scale: float | None) -> Iterator[Operation]:
    """The shadow; where the radii differ, that of each corner is seen in its quarter."""
    if look.shadow is None:
        return
    for layer in reversed(look.shadow.layers):
        spread = float(layer.spread)
        place = rect.moved(float(layer.offset_x), float(layer.offset_y)).grown(spread)
        if place.width <= 0 or place.height <= 0:
            continue
        first, second, third, last = (spread_radius(radius, spread) for radius in radii)
        if first == second == third == last:
            yield DropShadow(place, first, layer.sigma, layer.color)
            continue
        parts = quarters(place, 4 * layer.sigma, scale)
        for quarter, radius in zip(parts, (first, second, third, last), strict=True):
            yield Clip(quarter, 0.0)
            yield DropShadow(place, radius, layer.sigma, layer.color)
            yield Unclip()


def _border(look: Look, rect: Rect, radii: Radii, scale: float | None) -> Iterator[Operation]:
    if look.border is None or not look.border_width:
        return
    if look.sides is None and look.corners is None:
        yield StrokeRect(rect, radii[0], look.border_width, look.border_style, look.border)
        return
    sides = look.sides
    if sides is None:
        side = BorderSide(look.border, look.border_width)
        sides = side, side, side, side
    if scale is not None:
        top, right, bottom, left = (None if side is None else crisp_side(side, scale) for side in sides)
        sides = top, right, bottom, left
    yield from paint_sides(sides, look.border_style, rect, radii)


def _rounded_art(art: PictureContent | IconContent, box: Rect, radii: Radii, origin: Origin) -> Iterator[Operation]:
    """A picture inside corners."""
    if len(set(radii)) == 1:
        yield from paint_art(art, box, radii[0], origin)
        return
    yield ClipPath(rounded_path(box, round_corners(radii)))
    yield from paint_art(art, box, 0.0, origin)
    yield Unclip()


def _content(placed: PlacedBox[Styled], rect: Rect) -> Iterator[Operation]:
    shown = placed.content.moved(rect.x, rect.y)
    match placed.box.content:
        case TextContent() as text:
            yield from _text(text, shown)
        case PictureContent() | IconContent() as art:
            radii = _smaller(placed.box.look.radii(rect), placed.content.x)
            yield from _rounded_art(art, shown, radii, placed.box.origin)
        case BraceContent() as brace:
            yield paint_brace(brace, rect)
        case ShapeContent() as shape:
            yield from paint_shape(shape, rect)
        case WordsContent() | OutlineContent() | ConnectorContent() | None:
            pass  # words are painted by their text, an outline is the box's border, connectors lie over all boxes
        case _ as unknown:
            assert_never(unknown)


def _text(text: TextContent, shown: Rect) -> Iterator[Operation]:
    space = text.space(shown)
    block = text.within(shown)
    for line in block.lines:
        for run in line.runs:
            assert isinstance(run.color, Color)  # noqa: S101 - the style pass gives each span its colour
            joint = _joint(line) if run is line.runs[-1] and line is not block.lines[-1] else ""
            yield Glyphs(*space.point(run.x, line.baseline), run.glyphs, run.color, joint, space.quarter)


def _joint(line: TextLine) -> str:
    """What stands between the last character seen on a line and the first of the next."""
    if line.text[-1:].isspace():
        return " "
    shown = line.runs[-1].glyphs.text[-1:]
    return SOFT_HYPHEN if shown in _HYPHENS and shown != line.text[-1:] else ""


def _connectors(placed: PlacedBox[Styled]) -> Iterator[PlacedBox[Styled]]:
    if placed.box.connector is not None:
        yield placed
    for child in placed.children:
        yield from _connectors(child)


def _corner(label: PlacedBox[Styled], route: Route) -> tuple[float, float]:
    """The corner from which a label is placed with its middle on its path, which is interrupted there."""
    x, y = route.label.x, route.label.y
    return x - label.rect.width / 2 - label.rect.x, y - label.rect.height / 2 - label.rect.y
