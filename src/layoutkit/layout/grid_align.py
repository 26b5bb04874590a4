"""Where grid items and absolute boxes are in their areas: section 9.1 and 10, Alignment and Spacing."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.layout.grid_axis import Axis
    from layoutkit.layout.grid_items import GridItem, Laid
    from layoutkit.layout.grid_subgrid import Participant
    from layoutkit.layout.grid_template import GridLayout
    from layoutkit.layout.node import Placement

__all__ = [
    "between_lines",
    "first_baseline",
    "position",
    "shared_baselines",
    "shares_baseline",
    "spans_intrinsic",
    "static_edge",
]


def spans_intrinsic(item: GridItem, axis: Axis) -> bool:
    """Whether one of the tracks that an item covers depends on contents."""
    start, end = item.span[axis.axis]
    return any(track.least != "fixed" or track.greatest != "fixed" for track in axis.tracks[start:end])


def shares_baseline(item: GridItem, box: Laid, rows: Axis) -> bool:
    """10.6: whether an item is aligned by its baseline.

    It is not where it has none but its bottom, and where that is depends on rows that depend on their items.
    """
    if item.down != "baseline":
        return False
    return not (item.percent_height and spans_intrinsic(item, rows)) or box.has_baseline(item.node)


def shared_baselines(items: list[Participant], laid: list[Laid]) -> dict[int, float]:
    """10.6 Aligning Baselines: for each row, the largest ascent of the items that start in it."""
    found: dict[int, float] = {}
    for (item, _, rows, shift), box in zip(items, laid, strict=True):
        if shares_baseline(item, box, rows):
            row = item.span[1][0]
            ascent = box.ascent(item.node) + (rows.extra_inside if row else rows.extra_start)
            found[row + shift] = max(found.get(row + shift, -inf), ascent)
    return found


def position(item: GridItem, axis: Axis, box: Laid) -> float:
    """Where the border box starts in the content box: 10.2 Aligning with auto Margins, then self-alignment."""
    which = axis.axis
    start, size = axis.area(*item.span[which])
    traits = item.node.traits
    margin = box.lengths.margin[which]
    if item.subgrid[which]:
        return start + margin
    free = size - (box.height if which else box.width) - box.lengths.margins[which]
    align = item.down if which else item.across
    if traits.auto_start[which] or traits.auto_end[which]:
        if not traits.auto_start[which]:
            return start + margin
        return start + margin + max(0.0, free) / (2 if traits.auto_end[which] else 1)
    if align == "center":
        return start + margin + free / 2
    return start + margin + (free if align == "end" else 0.0)


def first_baseline(items: list[GridItem], laid: list[Laid], placed: list[Placement]) -> float | None:
    """10.7 Grid Container Baselines: of the first row that has items."""
    if not placed:
        return None
    first = min([item.span[1][0] for item in items])
    candidates = [
        (item.down != "baseline", item.span[0][0], index)
        for index, item in enumerate(items)
        if item.span[1][0] == first
    ]
    index = min(candidates)[2]
    box = laid[index]
    return placed[index][4] + box.ascent(items[index].node) - box.lengths.margin[1]


def between_lines(
    axis: Axis, layout: GridLayout, lines: tuple[int | None, int | None], content: float, size: float
) -> tuple[float, float]:
    """Where the area of an absolutely positioned child starts in the padding box, and its size.

    An automatic line, or one that does not exist, is the edge of the padding box; the content box starts at
    ``content``, and ``size`` is the size of the padding box.
    """
    start, end = lines
    first = layout.first
    from_, to = 0.0, size
    if start in first:
        index = first[start]
        from_ = content + (axis.offsets[index] if index < len(axis.tracks) else axis.end_before(index))
    if end in first:
        to = content + axis.end_before(first[end])
    return from_, max(0.0, to - from_)


def static_edge(align: str) -> str:
    """The edge to which an absolutely positioned child is aligned: start, center or end."""
    return align if align in {"center", "end"} else "start"
