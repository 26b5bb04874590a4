"""Boxes in different places of a figure that are to be equally wide, or equally high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.diagnostics import error
from layoutkit.nodes.flow import Row
from layoutkit.origin import caller_origin

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
            group: the name of the group, which others do not have.
            dimension: what they share.
            props: what every node takes.

        Raises:
            LayoutkitError: the group is a list or something else that changes (``bad-value``).
        """
        try:
            hash(group)
        except TypeError:
            message = f"a group of boxes of one size is called {group!r:.60}, which cannot be told apart from others"
            raise error("bad-value", message, origin=caller_origin(), hint='use a word, such as "runs"') from None
        Row.__init__(self, *children, **props)
        self._set(group=group, dimension=dimension)
