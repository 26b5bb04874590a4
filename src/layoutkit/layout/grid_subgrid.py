"""Subgrids: CSS Grid Level 2, section 9.

A subgrid takes part in the sizing of the grid around it through its items: each contributes to the tracks that it spans
there, with the subgrid's margin, border and padding added where it is at the edge, and half the difference of the gaps
where it is not. Once the tracks are sized, the subgrid is laid out on them: ``share`` hands them over.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from layoutkit.layout.grid_axis import Axis
from layoutkit.layout.node import SharedTracks
from layoutkit.layout.sizes import used
from layoutkit.layout.traits import resolve_length

if TYPE_CHECKING:
    from layoutkit.layout.grid_items import GridItem, Shared
    from layoutkit.layout.traits import UsedValues

__all__ = ["Participant", "accommodate", "inner_axis", "received", "share", "spanned_size"]


class Participant(NamedTuple):
    """An item that takes part in the sizing of tracks, be they those of a grid around its own."""

    item: GridItem
    columns: Axis
    """The columns of the grid that it is an item of."""
    rows: Axis
    shift: int
    """How many of the tracks that are sized are before those of its grid."""


def spanned_size(item: GridItem, axis: Axis) -> float | None:
    """The size of an item's area, as far as it is known."""
    span = item.span[axis.axis]
    return axis.area(*span)[1] if axis.offsets else axis.definite_span(*span)


def inner_axis(item: GridItem, outer: Axis, lengths: UsedValues) -> Axis:
    """The tracks of a subgrid among those around it: where they are, or what its items add while they are sized."""
    axis = outer.axis
    start, end = item.span[axis]
    margin, edge = lengths.margin[axis], lengths.start[axis]
    before = margin + edge
    after = lengths.margins[axis] - margin + lengths.edges[axis] - edge
    style = item.node.traits.style
    gap = style.row_gap if axis else style.column_gap
    if gap == "normal":
        between = outer.between
    else:
        area = spanned_size(item, outer)
        base = None if area is None else max(0.0, area - lengths.margins[axis] - lengths.edges[axis])
        between = resolve_length(gap, base) or 0.0
    inner = Axis(axis, outer.tracks[start:end], between)
    inner.sized_gap, inner.is_shared = outer.sized_gap, True
    delta = between - outer.between
    inner.extra_start = before + (outer.extra_inside if start else outer.extra_start)
    inner.extra_end = after + (outer.extra_inside if end < len(outer.tracks) else outer.extra_end)
    inner.extra_inside = delta / 2 + outer.extra_inside
    if outer.offsets:
        first = outer.offsets[start] + before
        inside = [offset - first + delta / 2 for offset in outer.offsets[start + 1 : end]]
        inner.offsets = [0.0, *inside, outer.offsets[end] - first + delta - after]
    return inner


def share(item: GridItem, columns: Axis | None, rows: Axis | None, baselines: dict[int, float] | None = None) -> Shared:
    """The tracks of a grid for an item of it that is a subgrid, as far as they are sized."""
    if item.plan < 0:
        return None
    width = None if columns is None else columns.area(*item.span[0])[1]
    height = None if rows is None else rows.area(*item.span[1])[1]
    lengths = used(item.node, width, height)
    taken = [
        _shared(item, axis, lengths, baselines or {}) if axis is not None and item.subgrid[axis.axis] else None
        for axis in (columns, rows)
    ]
    return item.plan, taken[0], taken[1]


def _shared(item: GridItem, outer: Axis, lengths: UsedValues, baselines: dict[int, float]) -> SharedTracks:
    axis = inner_axis(item, outer, lengths)
    start, end = item.span[axis.axis]
    before = lengths.margin[axis.axis] + lengths.start[axis.axis]
    half = (axis.between - outer.between) / 2
    inside = [
        (row - start, baseline - (before if row == start else half))
        for row, baseline in baselines.items()
        if axis.axis and start <= row < end
    ]
    return SharedTracks(tuple(axis.offsets), axis.between, tuple(inside))


def received(shared: SharedTracks, axis: Axis) -> Axis:
    """The tracks of a subgrid as they were handed over; ``axis`` says of what kind they are."""
    found = Axis(axis.axis, axis.tracks, shared.between)
    found.offsets = list(shared.offsets)
    for track, (start, end) in zip(axis.tracks, pairwise(shared.offsets), strict=True):
        if track.count:
            track.base = max(0.0, (end - start) / track.count - shared.between)
    return found


def accommodate(axis: Axis, edges: list[tuple[int, float]]) -> None:
    """Leave room for the edges of subgrids, which might have no items there; tracks that are alike share it."""
    for index, size in edges:
        track = axis.tracks[index]
        if track.least != "fixed" and track.base * track.count < size:
            track.base = size / track.count
            track.limit = max(track.limit, track.base)
