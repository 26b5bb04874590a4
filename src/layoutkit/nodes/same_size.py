"""Boxes in different places of a figure that are to be equally wide, or equally high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.nodes.flow import Row

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Unpack

    from layoutkit.nodes.node import Child
    from layoutkit.nodes.props import BoxProps

__all__ = ["SameSize"]


@dataclass(frozen=True, slots=True, init=False, eq=False, repr=False)
class SameSize(Row):
    """A row that is at least as wide, or as high, as all others of its group: what charts keep free around them."""

    group: Hashable
    dimension: Literal["width", "height"]

    def __init__(
        self, *children: Child, group: Hashable, dimension: Literal["width", "height"], **props: Unpack[BoxProps]
    ) -> None:
        """Join a group.

        Args:
            children: from left to right; without any the box is as large as the others of its group.
            group: what all of them are told apart from other groups by.
            dimension: what they share.
            props: what every node takes.
        """
        Row.__init__(self, *children, **props)
        self._set(group=group, dimension=dimension)
