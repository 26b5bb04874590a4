"""Which boxes stick out of the box around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from layoutkit.geometry import Edges
from layoutkit.layout.tree import B, PlacedBox

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Overflow", "overflows"]

_TOLERANCE = 0.01
"""px; less is the noise of sums."""


@dataclass(frozen=True, slots=True)
class Overflow(Generic[B]):
    """A box that reaches beyond the border box of its parent, or a content beyond its own box."""

    parent: B
    child: B
    """The box that sticks out; the same as ``parent`` where its content does."""
    by: Edges
    """How far, in px, over each of the parent's edges; 0 where it does not."""


def overflows(placed: PlacedBox[B]) -> Iterator[Overflow[B]]:
    """All overflows of a tree, parents before what is inside them; hidden boxes have none.

    Absolute boxes count as well: where they are put outside on purpose, the caller knows.
    """
    if placed.hidden:
        return
    width, height = placed.rect.width, placed.rect.height
    if placed.box.measurable is not None:
        needed = placed.content.right - width, placed.content.bottom - height
        by = Edges(right=_beyond(needed[0]), bottom=_beyond(needed[1]))
        if by != Edges():
            yield Overflow(placed.box, placed.box, by)
    for child in placed.children:
        if child.hidden:
            continue
        rect = child.rect
        by = Edges(_beyond(-rect.y), _beyond(rect.right - width), _beyond(rect.bottom - height), _beyond(-rect.x))
        if by != Edges():
            yield Overflow(placed.box, child.box, by)
        yield from overflows(child)


def _beyond(distance: float) -> float:
    return distance if distance > _TOLERANCE else 0.0
