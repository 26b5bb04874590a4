"""What stands around the plot of a chart, by itself or in margins that several charts share."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Literal

from layoutkit.nodes import Column, Grid, Node
from layoutkit.nodes.same_size import SameSize

if TYPE_CHECKING:
    from collections.abc import Hashable

    from layoutkit.nodes.props import BoxProps

__all__ = ["Around", "with_margins", "with_shared_margins"]

_OVERHANG = "{type.small.line_height} * 0.5"
"""What the highest label reaches above the plot."""
_ROWS = "1fr"
"""The plot takes what a chart has of height; ticks and title below it are as high as they are."""
_GAP, _HALF = "{chart.gap}", "{chart.gap} * 0.5"
Pair = tuple[Node | None, Node | None]


@dataclass(frozen=True, slots=True)
class Around:
    """The texts around a plot; None for each that a chart has not."""

    above: Pair
    """Legend, and title of y."""
    left: Pair
    """Title of y where it is turned, and ticks."""
    below: Pair
    """Ticks, and title of x."""
    right: Node | None
    """Names at the ends of lines."""
    _: KW_ONLY
    overhang: bool
    """Whether ticks reach above the plot."""


def with_margins(plot: Node, around: Around) -> Node:
    """The plot with what stands beside and below it."""
    before = [cell for cell in around.left if cell is not None]
    after = [] if around.right is None else [around.right]
    columns = " ".join([*("auto" for _ in before), "minmax(0, 1fr)", *("auto" for _ in after)])
    below = [Column(cell, column=len(before) + 1) for cell in around.below if cell is not None]
    padding = _OVERHANG if around.overhang else 0
    return Grid(
        *before, plot, *after, *below, columns=columns, rows=_ROWS, column_gap=_GAP, row_gap=_HALF, grow=1,
        padding_top=padding,
    )  # fmt: skip


def with_shared_margins(plot: Node, around: Around, margins: Hashable) -> tuple[Node, Node]:
    """What stands above the plot, and the rest: each side as large as the largest of the charts that share them."""

    def side(place: str, dimension: Literal["width", "height"], *cells: Node | None, **look: object) -> Node:
        found = [cell for cell in cells if cell is not None]
        box: BoxProps = look if found else {}  # type: ignore[assignment]  # distances from what is there
        return SameSize(*found, group=("margins", margins, place), dimension=dimension, **box)

    def stacked(cells: Pair, gap: str) -> Node | None:
        return Column(*cells, gap=gap, grow=1, basis=0) if any(cells) else None

    above = side("above", "height", stacked(around.above, _GAP), align="end", padding_bottom=_GAP)
    left = side("left", "width", *around.left, justify="end", gap=_GAP, padding_right=_GAP)
    right = side("right", "width", around.right, padding_left=_GAP)
    below = side("below", "height", stacked(around.below, _HALF), padding_top=_HALF)
    grid = Grid(
        left, plot, right, Column(below, column=2), columns="auto minmax(0, 1fr) auto", rows=_ROWS, grow=1,
        padding_top=_OVERHANG,
    )  # fmt: skip
    return above, grid
