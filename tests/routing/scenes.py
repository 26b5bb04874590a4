"""Blocks and wires in a few words."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from layoutkit.geometry import Point, Rect, Side
from layoutkit.routing import Block, RouteEnd, RoutePath, Rules, Wire, find_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["PAGE", "RULES", "Corners", "bends", "corners", "is_orthogonal", "on_border", "runs_into", "scene"]

PAGE = Rect(0, 0, 600, 400)
RULES = Rules(margin=20, spacing=10)
Corners = list[tuple[float, float]]


def scene(*rects: Rect, radius: float = 0.0, page: Rect = PAGE) -> list[Block]:
    """The page, number 0, and what lies on it, numbered from 1."""
    return [Block(page), *(Block(rect, radius, 0) for rect in rects)]


def corners(blocks: Sequence[Block], *wires: Wire | tuple[int, int], rules: Rules = RULES) -> list[Corners]:
    """The paths of all wires, as numbers."""
    full = [wire if isinstance(wire, Wire) else Wire(RouteEnd(wire[0]), RouteEnd(wire[1])) for wire in wires]
    paths = find_paths(blocks, full, rules)
    assert all(path.crossed == () for path in paths)
    return [[(round(p.x, 3), round(p.y, 3)) for p in path.points] for path in paths]


def bends(path: RoutePath) -> int:
    return len(path.points) - 2


def is_orthogonal(path: RoutePath) -> bool:
    return all(abs(p.x - q.x) < 1e-6 or abs(p.y - q.y) < 1e-6 for p, q in pairwise(path.points))


def runs_into(path: RoutePath, rect: Rect) -> bool:
    """Whether an orthogonal path passes through the inside of a rectangle."""
    return any(
        min(p.x, q.x) < rect.right - 1e-6
        and max(p.x, q.x) > rect.x + 1e-6
        and min(p.y, q.y) < rect.bottom - 1e-6
        and max(p.y, q.y) > rect.y + 1e-6
        for p, q in pairwise(path.points)
    )


def on_border(point: Point, block: Block, side: Side | None = None) -> bool:
    """Whether a point lies on a side, or on any of the four, corners being quarter circles."""
    rect, r = block.rect, block.radius
    for s in [side] if side else Side:
        p, q = rect.on(s, 0), rect.on(s, 1)
        if not (min(p.x, q.x) - r - 1e-6 <= point.x <= max(p.x, q.x) + r + 1e-6):
            continue
        if not (min(p.y, q.y) - r - 1e-6 <= point.y <= max(p.y, q.y) + r + 1e-6):
            continue
        x = min(max(point.x, rect.x + r), rect.right - r)
        y = min(max(point.y, rect.y + r), rect.bottom - r)
        if r:
            on_it = abs(hypot(point.x - x, point.y - y) - r) < 1e-6
        else:
            on_it = rect.contains(Rect(point.x, point.y, 0, 0), 1e-6)
        if on_it:
            return True
    return False
