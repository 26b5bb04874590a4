"""Placed -> display list: boxes in tree order, then the connectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from layoutkit.color import Color
from layoutkit.geometry import Edges, Rect
from layoutkit.paint.art import paint_art
from layoutkit.paint.braces import paint_brace
from layoutkit.paint.connectors import paint_route
from layoutkit.paint.crisp import crisp_border, crisp_grid, crisp_route
from layoutkit.paint.display import (
    Begin,
    Clip,
    DisplayList,
    DropShadow,
    End,
    FillRect,
    Glyphs,
    GridLines,
    LinearGradient,
    Operation,
    StrokeRect,
    Unclip,
)
from layoutkit.paint.pattern import bare_texts, paint_pattern
from layoutkit.paint.shapes import paint_shape
from layoutkit.style.content import (
    BraceContent,
    ConnectorContent,
    IconContent,
    OutlineContent,
    PictureContent,
    ShapeContent,
    TextContent,
)
from layoutkit.text.characters import HYPHEN, SOFT_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from layoutkit.layout.arrange import Placed
    from layoutkit.layout.connectors import Route
    from layoutkit.layout.tree import PlacedBox
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
    operations = list(_box(placed.root, 0.0, 0.0, _texts(placed, labels)))
    for route in placed.routes:
        box = labels[route.connector]
        operations.append(Begin("connector", box.box.name, origin=box.box.origin))
        operations += paint_route(route if scale is None else crisp_route(route, scale))
        for label in box.children:
            operations += _box(label, *_corner(label, route))
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


def _box(placed: PlacedBox[Styled], x: float, y: float, texts: Iterable[Rect] = ()) -> Iterator[Operation]:
    """One box and all inside it; (x, y) is the parent's top-left corner. A pattern keeps clear of ``texts``."""
    if placed.hidden or placed.box.connector is not None:
        return
    rect = placed.rect.moved(x, y)
    group = _group(placed.box)
    if group is not None:
        yield group
    yield from _look(placed.box.look, rect, texts)
    clip = _clip(placed.box, rect)
    if clip is not None:
        yield clip
    yield from _content(placed, rect)
    for child in placed.children:
        yield from _box(child, rect.x, rect.y)
    if clip is not None:
        yield Unclip()
    if group is not None:
        yield End()


def _group(box: Styled) -> Begin | None:
    """Texts and components are groups; plain boxes only hold them together."""
    if isinstance(box.content, TextContent):
        if not box.content.heading:
            return Begin("paragraph", box.name, text=box.text, origin=box.origin)
        level = 1 if box.name == _TITLE else 2
        return Begin("heading", box.name, level, box.text, box.origin)
    return Begin("box", box.name, origin=box.origin) if box.name else None


def _clip(box: Styled, rect: Rect) -> Clip | None:
    """The padding box, where what is inside is seen only there; its corners are the inner edge of the border's."""
    if box.style.overflow != "hidden":
        return None
    border = box.look.border_width
    radius = min(box.look.radius, rect.width / 2, rect.height / 2)
    return Clip(rect.inset(Edges.all(border)), max(0.0, radius - border))


def _look(look: Look, rect: Rect, texts: Iterable[Rect]) -> Iterator[Operation]:
    radius = min(look.radius, rect.width / 2, rect.height / 2)
    if look.shadow is not None:
        shadow = look.shadow
        x, y, sigma = float(shadow.offset_x), float(shadow.offset_y), shadow.sigma
        yield DropShadow(rect.moved(x, y), radius, sigma, shadow.color)
    if look.background is not None:
        yield FillRect(rect, radius, look.background)
    if look.gradient is not None:
        x1, y1, x2, y2 = look.gradient.line(rect.width, rect.height)
        fill = LinearGradient(rect.x + x1, rect.y + y1, rect.x + x2, rect.y + y2, look.gradient.stops)
        yield FillRect(rect, radius, fill)
    if look.picture is not None:
        yield from paint_art(look.picture, rect, radius, ())
    if look.pattern is not None:
        yield paint_pattern(look.pattern, rect, texts)
    if look.border is not None and look.border_width:
        yield StrokeRect(rect, radius, look.border_width, look.border_style, look.border)


def _content(placed: PlacedBox[Styled], rect: Rect) -> Iterator[Operation]:
    shown = placed.content.moved(rect.x, rect.y)
    match placed.box.content:
        case TextContent() as text:
            yield from _text(text, shown)
        case PictureContent() | IconContent() as art:
            radius = max(0.0, min(placed.box.look.radius, rect.width / 2, rect.height / 2) - placed.content.x)
            yield from paint_art(art, shown, radius, placed.box.origin)
        case BraceContent() as brace:
            yield paint_brace(brace, rect)
        case ShapeContent() as shape:
            yield from paint_shape(shape, rect)
        case OutlineContent() | ConnectorContent() | None:
            pass  # an outline is the box's border; connectors are painted over all boxes
        case _ as unknown:
            assert_never(unknown)


def _text(text: TextContent, shown: Rect) -> Iterator[Operation]:
    left, top = shown.x, shown.y
    block = text.block(shown.width)
    for line in block.lines:
        for run in line.runs:
            assert isinstance(run.color, Color)  # noqa: S101 - the style pass gives each span its colour
            joint = _joint(line) if run is line.runs[-1] and line is not block.lines[-1] else ""
            yield Glyphs(left + run.x, top + line.baseline, run.glyphs, run.color, joint)


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
