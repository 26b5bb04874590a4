"""Places on the borders of blocks where a wire may begin or end."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from layoutkit.geometry import Point, Side

if TYPE_CHECKING:
    from layoutkit.geometry import Rect
    from layoutkit.routing.model import Block, RouteEnd

__all__ = ["Port", "along", "edge", "loop_ports", "place", "port_range", "ports", "straight_ports", "tip"]

_OPPOSITE = {Side.TOP: Side.BOTTOM, Side.BOTTOM: Side.TOP, Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
_KEPT = 0.15
"""Where the corners take the whole side: the share of it that wires keep off each end."""
_MIDDLE = 0.5
_CORNER = 1 - sqrt(0.5)
"""Where the middle of a rounded corner lies, from the end of the side, in radii."""
_SHARES = (0.5, 0.25, 0.75)
"""Where straight wires are tried, in what the two sides share."""
_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Port:
    """A place on a side."""

    side: Side
    at: float
    """The y on a left or right side, the x on a top or bottom one."""
    pinned: bool = False
    """Whether the author asked for this very place."""


def along(rect: Rect, side: Side) -> tuple[float, float]:
    """The side's extent: y of a left or right side, x of a top or bottom one."""
    return (rect.y, rect.bottom) if side.horizontal else (rect.x, rect.right)


def edge(rect: Rect, side: Side) -> float:
    """Where the side lies: x of a left or right one, y of a top or bottom one."""
    return {Side.LEFT: rect.x, Side.RIGHT: rect.right, Side.TOP: rect.y, Side.BOTTOM: rect.bottom}[side]


def port_range(block: Block, side: Side) -> tuple[float, float]:
    """The straight part of a side; of one that is all corners, what is not too near to its ends."""
    low, high = along(block.rect, side)
    keep = min(block.radius, _KEPT * (high - low)) if 2 * block.radius > high - low - 1 else block.radius
    return low + keep, high - keep


def place(block: Block, side: Side, fraction: float) -> float:
    """Where on a side a fraction of it is: at most in the middle of a corner, whose other half faces the next side.

    Beyond that a head would lie along the border, half of it inside.
    """
    low, high = along(block.rect, side)
    keep = _CORNER * block.radius
    return min(max(low + fraction * (high - low), low + keep), high - keep)


def tip(block: Block, side: Side, at: float) -> Point:
    """The point of the border that a wire meets when it comes straight at a side; corners are quarter circles."""
    low, high = along(block.rect, side)
    into = min(block.radius, max(0.0, block.radius - min(at - low, high - at)))
    inset = block.radius - sqrt(max(0.0, block.radius**2 - into**2))
    dx, dy = side.outward
    depth = edge(block.rect, side)
    return Point(depth - dx * inset, at) if side.horizontal else Point(at, depth - dy * inset)


def ports(start: RouteEnd, first: Block, end: RouteEnd, second: Block) -> list[tuple[Port, Port]]:
    """The pairs of places that a wire may join, the best first where all else is equal."""
    sides = [
        (a, b)
        for a in ([start.side] if start.side else _sides(first.rect, second.rect))
        for b in ([end.side] if end.side else _sides(second.rect, first.rect))
    ]
    return [(_own(start, first, a), _own(end, second, b)) for a, b in sides]


def straight_ports(start: RouteEnd, first: Block, end: RouteEnd, second: Block) -> list[tuple[Port, Port]]:
    """The pairs of places on sides that face each other where a straight wire may lie, the best first."""
    found = []
    for a in [start.side] if start.side else list(Side):
        b = _OPPOSITE[a]
        away = (edge(second.rect, b) - edge(first.rect, a)) * sum(a.outward)
        if away > 0 and end.side in (None, b):
            found += _facing(start, first, end, second, a, b)
    return found


def loop_ports(start: RouteEnd, end: RouteEnd, block: Block, apart: tuple[float, float]) -> list[tuple[Port, Port]]:
    """The pairs of places for a wire that comes back to where it began.

    ``apart`` is how far they are from each other on an upright side, and on a level one, if that is so long.
    """
    found = []
    for a in [start.side] if start.side else [end.side] if end.side else [Side.RIGHT, Side.LEFT, Side.TOP, Side.BOTTOM]:
        b = end.side or a
        one, other = _own(start, block, a), _own(end, block, b)
        if a is b:
            wanted = apart[0] if a.horizontal else apart[1]
            low, high = port_range(block, a)
            if high - low < wanted:
                low, high = place(block, a, 0.0), place(block, a, 1.0)
            if not one.pinned and not other.pinned:
                away = min(wanted, high - low)
                one, other = Port(a, (low + high - away) / 2), Port(a, (low + high + away) / 2)
            elif not one.pinned:
                one = Port(a, _away(other.at, -wanted, low, high))
            elif not other.pinned:
                other = Port(a, _away(one.at, wanted, low, high))
        found.append((one, other))
    return found


def _away(at: float, by: float, low: float, high: float) -> float:
    """The place so far from another; on its other side, or nearer, where the side of the block ends before."""
    room, other = (high - at, at - low) if by > 0 else (at - low, high - at)
    if room < abs(by) - _EPSILON and other > room + _EPSILON:
        by = -by
    return min(max(at + by, low), high)


def _own(end: RouteEnd, block: Block, side: Side) -> Port:
    return Port(side, place(block, side, _MIDDLE if end.fraction is None else end.fraction), end.fraction is not None)


def _facing(  # noqa: PLR0913, PLR0917 - two ends of three values each
    start: RouteEnd, first: Block, end: RouteEnd, second: Block, a: Side, b: Side
) -> list[tuple[Port, Port]]:
    """The places of a straight wire between two sides that face each other."""
    (low, high), (other_low, other_high) = port_range(first, a), port_range(second, b)
    one, other = _own(start, first, a), _own(end, second, b)
    if one.pinned and other.pinned:
        return [(one, other)] if abs(one.at - other.at) < _EPSILON else []
    if one.pinned or other.pinned:
        at = one.at if one.pinned else other.at
        inside = max(low, other_low) <= at <= min(high, other_high)
        return [(Port(a, at, one.pinned), Port(b, at, other.pinned))] if inside else []
    low, high = max(low, other_low), min(high, other_high)
    if high - low < 0:
        return []
    return [(Port(a, at), Port(b, at)) for at in (low + share * (high - low) for share in _SHARES)]


def _sides(rect: Rect, other: Rect) -> list[Side]:
    """The four sides; first the one that looks towards the other rectangle, last the one that looks away."""
    dx, dy = other.center.x - rect.center.x, other.center.y - rect.center.y
    apart_x = abs(dx) - (rect.width + other.width) / 2
    apart_y = abs(dy) - (rect.height + other.height) / 2
    across = Side.RIGHT if dx >= 0 else Side.LEFT
    upright = Side.BOTTOM if dy >= 0 else Side.TOP
    near = [across, upright] if apart_x >= apart_y else [upright, across]
    return [*near, *(_OPPOSITE[side] for side in reversed(near))]
