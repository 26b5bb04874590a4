"""Placed boxes and connectors, put as a question to the router.

A line goes around every box that paints something (a background, a border, a shadow, a text: as far as its lines
reach) and around every box that an arrow ends at. It may run inside the boxes that hold one of its ends, and crosses
their borders. Boxes that paint nothing are no obstacle, and outlines
of groups are none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.geometry import Rect, Size, union
from layoutkit.layout.words import lines_beside
from layoutkit.routing import Block, RouteEnd, Rules, Wire, find_paths
from layoutkit.routing.bends import flattened
from layoutkit.routing.labels import label_spot, point_at
from layoutkit.style.content import BraceContent, OutlineContent, TextContent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.geometry import Point
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.routing import RoutePath
    from layoutkit.routing.model import Bend
    from layoutkit.style.content import ConnectorContent, ConnectorEnd
    from layoutkit.style.element import Element
    from layoutkit.style.styled import Styled

__all__ = ["Route", "RouteFault", "find_routes"]


@dataclass(frozen=True, slots=True)
class Route:
    """The path of a connector."""

    connector: ConnectorContent
    points: tuple[Point, ...]
    """Corners from start to end, in px from the figure's top-left; both ends lie on their boxes' borders."""
    bends: tuple[Bend, ...]
    """How the corners between them are rounded."""
    heads: tuple[float, float]
    """The lengths of the heads at start and end in px, shorter where there is little room."""
    label: Point
    """The middle of the label, on the path."""
    gap: Rect | None = None
    """The label with the room around it, where the line is interrupted; None without a label."""


@dataclass(frozen=True, slots=True)
class RouteFault:
    """A line that runs through boxes, for there is no way around them or it was not to look for one."""

    arrow: Styled
    crossed: tuple[Styled, ...]
    """At least one, in source order."""


def find_routes(root: PlacedBox[Styled]) -> tuple[tuple[Route, ...], tuple[RouteFault, ...]]:
    """The paths of all connectors between boxes that are in place, in source order.

    Raises:
        LayoutkitError: an end is not in the figure, is an arrow, or lies inside the other (``arrow-ends``).
    """
    placed = _connectors(root)
    if not placed:
        return (), ()
    arrows = [arrow.box for arrow in placed]
    scene = _Scene(root, arrows)
    wires = [scene.wire(arrow) for arrow in placed]
    connectors = [_connector(arrow) for arrow in arrows]
    rules = Rules(*(max(getattr(c, key) for c in connectors) for key in ("margin", "spacing", "radius")))
    paths = _paths(tuple(scene.blocks), tuple(wires), rules)
    spots = scene.label_spots(placed, wires, paths)
    routes = tuple(
        Route(connector, path.points, path.bends, path.heads, spot, _gap(spot, wire.label))
        for connector, path, spot, wire in zip(connectors, paths, spots, wires, strict=True)
    )
    return routes, tuple(scene.faults(arrows, paths))


@lru_cache(maxsize=32)
def _paths(blocks: tuple[Block, ...], wires: tuple[Wire, ...], rules: Rules) -> tuple[RoutePath, ...]:
    """The paths between boxes at the same places are the same: in another look, for another output of one scale."""
    return tuple(find_paths(blocks, wires, rules))


def _connectors(placed: PlacedBox[Styled]) -> list[PlacedBox[Styled]]:
    if placed.hidden:
        return []
    here = [placed] if placed.box.connector is not None else []
    return here + [found for child in placed.children for found in _connectors(child)]


def _connector(arrow: Styled) -> ConnectorContent:
    assert arrow.connector is not None  # noqa: S101 - only boxes with one are asked
    return arrow.connector


def _ends(arrow: Styled) -> tuple[ConnectorEnd, ConnectorEnd]:
    connector = _connector(arrow)
    return connector.start, connector.end


def _label_size(arrow: PlacedBox[Styled]) -> Size:
    """How large the label of an arrow is, with the room around it; nothing where it has none."""
    if not arrow.children:
        return Size(0.0, 0.0)
    rect = arrow.children[0].rect.grown(_connector(arrow.box).clearance)
    return Size(rect.width, rect.height)


class _Scene:
    """The blocks that lines begin at, end at and go around."""

    def __init__(self, root: PlacedBox[Styled], arrows: Sequence[Styled]) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Styled] = []
        self.numbers: dict[Element, int] = {}
        """The block of each element that is one."""
        self.arrows = {arrow.element for arrow in arrows}
        self.ends = {end.element for arrow in arrows for end in _ends(arrow)}
        self.look_at(root, 0.0, 0.0, -1)

    def look_at(self, placed: PlacedBox[Styled], x: float, y: float, parent: int) -> None:
        """Take in a box and all inside it."""
        box = placed.box
        if placed.hidden or box.connector is not None:
            return
        rect = placed.rect.moved(x, y)
        is_end = box.element in self.ends
        words = [child.rect for child in placed.children if child.box.element in self.ends]
        if isinstance(box.content, TextContent) and words:
            if is_end or _has_ground(box):
                parent = self.add(box, rect, parent)
            self.add_lines(placed, box.content, words, rect, parent)
        elif parent < 0 or is_end or (_paints(box) and not _is_outline(box)):
            painted = rect if parent < 0 or is_end or _has_ground(box) else _ink(placed, rect)
            parent = self.add(box, painted, parent)
        for child in placed.children:
            self.look_at(child, rect.x, rect.y, parent)

    def add(self, box: Styled, painted: Rect, parent: int) -> int:
        """A block for a box; its number."""
        radius = min(box.look.radius, painted.width / 2, painted.height / 2)
        self.numbers[box.element] = len(self.blocks)
        self.blocks.append(Block(painted, radius, parent))
        self.boxes.append(box)
        return len(self.blocks) - 1

    def add_lines(
        self, placed: PlacedBox[Styled], text: TextContent, words: list[Rect], rect: Rect, parent: int
    ) -> None:
        """Blocks for the lines of a text beside the words that arrows end at: these are reached past the others."""
        space = text.space(placed.content)
        for line in lines_beside(text.within(placed.content), map(space.block_rect, words)):
            self.blocks.append(Block(space.rect(line).moved(rect.x, rect.y), 0.0, parent))
            self.boxes.append(placed.box)

    def wire(self, placed: PlacedBox[Styled]) -> Wire:
        """The arrow as the router knows it."""
        arrow = placed.box
        connector = _connector(arrow)
        start, end = (self.end(place, arrow) for place in _ends(arrow))
        if start.block != end.block:
            for inner, outer in ((start, end), (end, start)):
                if self.is_inside(inner.block, outer.block):
                    names = [self.boxes[e.block].element.kind for e in (inner, outer)]
                    message = f"this Arrow joins a {names[0]} to the {names[1]} that it lies in"
                    hint = "an arrow runs from the border of one box to that of another beside it"
                    raise error("arrow-ends", message, origin=arrow.origin, hint=hint)
        heads = (connector.tail != "none", connector.head != "none")
        tail, head = (connector.head_length if there else 0.0 for there in heads)
        return Wire(start, end, tail, head, connector.route, _label_size(placed))

    def end(self, place: ConnectorEnd, arrow: Styled) -> RouteEnd:
        """One end of an arrow."""
        number = self.numbers.get(place.element)
        if number is None:
            if place.element in self.arrows:
                message, hint = "this Arrow ends at an Arrow", "end it at a box: arrows are placed after all boxes"
            elif place.element.kind == "Words":
                message = f"this Arrow ends at words that are not shown: {place.element.keywords.get('key')!r:.60}"
                hint = "place their text in the tree, with room for all its lines"
            else:
                message = f"this Arrow ends at a {place.element.kind} that is not in the figure"
                hint = "place the node in the tree that the figure returns"
            raise error("arrow-ends", message, origin=arrow.origin, hint=hint)
        return RouteEnd(number, place.side, place.fraction)

    def is_inside(self, inner: int, outer: int) -> bool:
        """Whether a block is a descendant of another."""
        while inner > outer:
            inner = self.blocks[inner].parent
        return inner == outer

    def label_spots(
        self, arrows: list[PlacedBox[Styled]], wires: list[Wire], paths: Sequence[RoutePath]
    ) -> list[Point]:
        """Where the labels stand, one after another: none covers a box, a line or another label, if it can."""
        lines = [
            flattened(path.points, path.bends) if wire.shape == "curved" else path.points
            for wire, path in zip(wires, paths, strict=True)
        ]
        spots = []
        labels: list[Rect] = []
        for number, (arrow, wire) in enumerate(zip(arrows, wires, strict=True)):
            if not arrow.children:
                spots.append(point_at(lines[number], 0.5))
                continue
            connector = _connector(arrow.box)
            size = wire.label
            holding = {*self.holding(wire.start.block), *self.holding(wire.end.block)}
            boxes = [block.rect for i, block in enumerate(self.blocks) if i not in holding]
            others = [line for k, line in enumerate(lines) if k != number]
            common = set(self.holding(wire.start.block)) & set(self.holding(wire.end.block))
            spot = label_spot(
                lines[number],
                size,
                boxes + labels,
                others,
                keep=connector.head_length,
                inside=self.blocks[max(common)].rect if common else None,
                bends=() if wire.shape == "curved" else _bends(paths[number]),  # a curve is all bends
            )
            labels.append(Rect(spot.x - size.width / 2, spot.y - size.height / 2, size.width, size.height))
            spots.append(spot)
        return spots

    def holding(self, number: int) -> list[int]:
        """The blocks around a block."""
        parent = self.blocks[number].parent
        return [] if parent < 0 else [parent, *self.holding(parent)]

    def faults(self, arrows: list[Styled], paths: Sequence[RoutePath]) -> list[RouteFault]:
        """What the lines run through."""
        return [
            RouteFault(arrow, tuple(self.boxes[number] for number in sorted(path.crossed)))
            for arrow, path in zip(arrows, paths, strict=True)
            if path.crossed
        ]


def _gap(spot: Point, label: Size) -> Rect | None:
    """Where a label interrupts its line."""
    if not label.width:
        return None
    return Rect(spot.x - label.width / 2, spot.y - label.height / 2, label.width, label.height)


def _bends(path: RoutePath) -> list[Rect]:
    """Where a path bends."""
    reach = [max(bend) for bend in path.bends]
    corners = zip(path.points[1:-1], reach, strict=True)
    return [Rect(p.x, p.y, 0, 0).grown(r) for p, r in corners]


def _is_outline(box: Styled) -> bool:
    """Whether the box is drawn around others: what is inside has lines to what is outside."""
    return isinstance(box.content, OutlineContent)


def _paints(box: Styled) -> bool:
    return _has_ground(box) or isinstance(box.content, TextContent | BraceContent)


def _has_ground(box: Styled) -> bool:
    """Whether the whole box is seen, not only what is in it."""
    look = box.look
    return look.is_frame or look.shadow is not None or look.pattern is not None


def _ink(placed: PlacedBox[Styled], rect: Rect) -> Rect:
    """Where a text has its lines."""
    content = placed.box.content
    if not isinstance(content, TextContent):
        return rect
    shown = placed.content.moved(rect.x, rect.y)
    space = content.space(shown)
    return union(space.rect(line.box) for line in content.within(shown).lines)
