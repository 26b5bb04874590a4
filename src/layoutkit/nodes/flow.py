"""Boxes that place their children one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.nodes.node import Node

if TYPE_CHECKING:
    from typing import Unpack

    from layoutkit.nodes.props import BoxProps, LengthLike

__all__ = ["Chip", "Column", "Row", "Spacer"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Row(Node):
    """Children side by side, from left to right: a CSS flex container."""


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Chip(Row):
    """A row as large as what is in it: like a picture it is placed, and stretched only where the author says so."""


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Column(Node):
    """Children below one another: a CSS flex container with ``flex-direction: column``."""


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class Spacer(Node):
    """Empty room between siblings: all that is free, or a fixed length."""

    def __init__(self, size: LengthLike | None = None, **props: Unpack[BoxProps]) -> None:
        """Take ``size`` px along the parent's main axis; without it, share the free space."""
        room: BoxProps = {"grow": 1, "basis": 0} if size is None else {"basis": size, "shrink": 0}
        box: BoxProps = {**room, **props}
        Node.__init__(self, **box)
