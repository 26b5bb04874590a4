"""What the router is asked, and what it answers; everything in px, with one origin for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from layoutkit.geometry import Size

if TYPE_CHECKING:
    from layoutkit.geometry import Point, Rect, Side

__all__ = ["Bend", "Block", "LineShape", "RouteEnd", "RoutePath", "Rules", "Wire"]

LineShape = Literal["orthogonal", "straight", "curved"]
Bend = tuple[float, float]
"""A quarter of an ellipse: how far before the corner it begins, and how far after it ends, in px."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle that wires go around, or begin and end at."""

    rect: Rect
    radius: float = 0.0
    """Of its corners; never more than half of the shorter side."""
    parent: int = -1
    """The index of the block that holds it, which is smaller than its own; -1 for the page, the first of all."""


@dataclass(frozen=True, slots=True)
class RouteEnd:
    """Where a wire begins or ends."""

    block: int
    side: Side | None = None
    """None leaves it to the router."""
    fraction: float | None = None
    """From the left or top end of the side; None is the middle, or beside it where several wires share the side."""


@dataclass(frozen=True, slots=True)
class Wire:
    """Two ends that are to be joined."""

    start: RouteEnd
    end: RouteEnd
    tail: float = 0.0
    """Length of the head at the start: so much of the wire is straight there, where there is room."""
    head: float = 0.0
    """The same at the end."""
    shape: LineShape = "orthogonal"
    label: Size = field(default=Size(0.0, 0.0))
    """Of what stands on the wire, with the room around it; loops grow with it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How wires keep their distance."""

    margin: float
    """From a block that they pass, and straight out of a block before the first bend; less where it is narrow."""
    spacing: float
    """From each other where they run in parallel; less where it is narrow."""
    radius: float = 0.0
    """Of a bend; less where it is narrow."""


@dataclass(frozen=True, slots=True)
class RoutePath:
    """The way of a wire."""

    points: tuple[Point, ...]
    """Corners from start to end, both on the borders of their blocks."""
    bends: tuple[Bend, ...] = ()
    """How each corner is rounded."""
    heads: tuple[float, float] = (0.0, 0.0)
    """The lengths of the heads at start and end: those asked for, or less where the wire is too short."""
    crossed: tuple[int, ...] = ()
    """The blocks that it runs through; empty wherever a free way exists, but for straight wires."""
