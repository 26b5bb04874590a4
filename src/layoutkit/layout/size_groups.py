"""Boxes of a group are equally wide, or equally high, wherever they stand: as wide or high as the largest of them.

CSS has this within a grid alone. Here a figure is laid out once, the largest of each group is found, the others get it
as their minimum, and the figure is laid out again: widths first, as heights follow from them. A box that has less room
than its group needs stays as it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from layoutkit.layout.engine import layout
from layoutkit.sizing import Fit

if TYPE_CHECKING:
    from layoutkit.layout.tree import PlacedBox
    from layoutkit.style.styled import SizeGroup, Styled

__all__ = ["layout_in_groups"]

_ENOUGH = 1e-3
"""px; sizes that differ by less are the same."""


def layout_in_groups(root: Styled, width: float) -> PlacedBox[Styled]:
    """The figure on a page of that width, in px."""
    placed = layout(root, Fit(width))
    dimensions: tuple[Literal["width", "height"], ...] = ("width", "height")
    for dimension in dimensions:
        sizes: dict[SizeGroup, list[float]] = {}
        _gather(placed, dimension, sizes)
        largest = {group: max(found) for group, found in sizes.items() if max(found) - min(found) > _ENOUGH}
        if largest:
            placed = layout(_widened(placed.box, dimension, largest), Fit(width))
    return placed


def _gather(placed: PlacedBox[Styled], dimension: str, sizes: dict[SizeGroup, list[float]]) -> None:
    group = placed.box.size_group
    if group is not None and group.dimension == dimension and not placed.hidden:
        sizes.setdefault(group, []).append(getattr(placed.rect, dimension))
    for child in placed.children:
        _gather(child, dimension, sizes)


def _widened(box: Styled, dimension: str, largest: dict[SizeGroup, float]) -> Styled:
    """The box and all inside it, those of a group with its size as their minimum."""
    children = tuple([_widened(child, dimension, largest) for child in box.children])
    if any(new is not old for new, old in zip(children, box.children, strict=True)):
        box = replace(box, children=children)
    size = None if box.size_group is None else largest.get(box.size_group)
    if size is None:
        return box
    limits = {f"min_{dimension}": size}
    return replace(box, style=replace(box.style, **limits))  # type: ignore[arg-type]  # one of two names
