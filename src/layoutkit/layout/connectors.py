"""Paths of connectors, found after the boxes are placed.

Left out so far: obstacles. A route is straight where the two sides face each other, and has one or
two bends otherwise; boxes in between are not avoided.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.geometry import Point, Rect, Side
from layoutkit.nodes.node import Anchor, Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from layoutkit.origin import Origin
    from layoutkit.style.styled import Connector

__all__ = ["Route", "route"]

_EPSILON = 1e-6
_STUB = 20.0
"""How far a route that has to turn leaves its box first, in px."""

_OPPOSITE = {Side.TOP: Side.BOTTOM, Side.BOTTOM: Side.TOP, Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


@dataclass(frozen=True, slots=True)
class Route:
    """The path of a connector."""

    connector: Connector
    points: tuple[Point, ...]
    """Corners from start to end, in px from the figure's top-left; both ends lie on their boxes' borders."""
    middle: Point
    """Half-way along the path: where a label goes."""


def route(connector: Connector, rects: Mapping[int, Rect], origin: Origin) -> Route:
    """Find the path between two placed boxes.

    Args:
        connector: whose ends are anchors or nodes.
        rects: border boxes by ``id(node)``, in px from the figure's top-left.
        origin: where the author made the arrow.

    Raises:
        LayoutkitError: an end is not in the figure (``arrow-ends``).
    """
    first, second = (_rect(end, rects, origin) for end in (connector.start, connector.end))
    start = connector.start if isinstance(connector.start, Anchor) else Anchor(connector.start, _facing(first, second))
    end = connector.end if isinstance(connector.end, Anchor) else Anchor(connector.end, _facing(second, first))
    points = _path(first, start, second, end)
    return Route(connector, points, _middle(points))


def _rect(end: Anchor | Node, rects: Mapping[int, Rect], origin: Origin) -> Rect:
    node = end.node if isinstance(end, Anchor) else end
    rect = rects.get(id(node))
    if rect is None:
        message = f"this Arrow ends at a {type(node).__name__} that is not in the figure"
        raise error("arrow-ends", message, origin=origin, hint="place the node in the tree that the figure returns")
    return rect


def _facing(rect: Rect, other: Rect) -> Side:
    """The side of ``rect`` that looks towards ``other``: along the axis in which they are further apart."""
    dx, dy = other.center.x - rect.center.x, other.center.y - rect.center.y
    apart_x = abs(dx) - (rect.width + other.width) / 2
    apart_y = abs(dy) - (rect.height + other.height) / 2
    if apart_x >= apart_y:
        return Side.RIGHT if dx >= 0 else Side.LEFT
    return Side.BOTTOM if dy >= 0 else Side.TOP


def _path(first: Rect, start: Anchor, second: Rect, end: Anchor) -> tuple[Point, ...]:
    a, b = first.on(start.side, start.fraction), second.on(end.side, end.fraction)
    if end.side is _OPPOSITE[start.side]:
        return _between_opposite(first, start, second, end, a, b)
    if start.side.horizontal != end.side.horizontal:
        corner = Point(b.x, a.y) if start.side.horizontal else Point(a.x, b.y)
        return (a, corner, b)
    dx, dy = start.side.outward  # the same side twice: out, along, and back in
    if start.side.horizontal:
        x = max(a.x * dx, b.x * dx) * dx + _STUB * dx
        return (a, Point(x, a.y), Point(x, b.y), b)
    y = max(a.y * dy, b.y * dy) * dy + _STUB * dy
    return (a, Point(a.x, y), Point(b.x, y), b)


def _between_opposite(  # noqa: PLR0913, PLR0917 - two ends of three values each
    first: Rect, start: Anchor, second: Rect, end: Anchor, a: Point, b: Point
) -> tuple[Point, ...]:
    """Straight where the sides overlap and nobody asked for another place on them, else two bends."""
    in_the_middle = start.fraction == end.fraction == 0.5  # noqa: PLR2004 - the default of an anchor
    if start.side.horizontal:
        low, high = max(first.y, second.y), min(first.bottom, second.bottom)
        if in_the_middle and high - low > _EPSILON:
            y = (low + high) / 2
            return (Point(a.x, y), Point(b.x, y))
        if abs(a.y - b.y) < _EPSILON:
            return (a, b)
        x = (a.x + b.x) / 2
        return (a, Point(x, a.y), Point(x, b.y), b)
    low, high = max(first.x, second.x), min(first.right, second.right)
    if in_the_middle and high - low > _EPSILON:
        x = (low + high) / 2
        return (Point(x, a.y), Point(x, b.y))
    if abs(a.x - b.x) < _EPSILON:
        return (a, b)
    y = (a.y + b.y) / 2
    return (a, Point(a.x, y), Point(b.x, y), b)


def _middle(points: tuple[Point, ...]) -> Point:
    """The point half-way along an orthogonal path."""
    lengths = [abs(q.x - p.x) + abs(q.y - p.y) for p, q in pairwise(points)]
    left = sum(lengths) / 2
    for p, q, length in zip(points, points[1:], lengths, strict=False):
        if left <= length and length:
            share = left / length
            return Point(p.x + share * (q.x - p.x), p.y + share * (q.y - p.y))
        left -= length
    return points[0]
