"""Sizing the columns and rows of a grid by its items, and by those of its subgrids (12.1 Grid Sizing Algorithm)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.grid_align import shared_baselines, shares_baseline, spans_intrinsic
from layoutkit.layout.grid_axis import has_percentage
from layoutkit.layout.grid_items import (
    area_height,
    column_contribution,
    known_height,
    lay_out,
    row_contribution,
    subgrid_width,
)
from layoutkit.layout.grid_plan import axis_of
from layoutkit.layout.grid_subgrid import Participant, accommodate, inner_axis, share, spanned_size
from layoutkit.layout.grid_tracks import Constraint, size_tracks
from layoutkit.layout.sizes import used

if TYPE_CHECKING:
    from layoutkit.layout.grid_axis import Axis
    from layoutkit.layout.grid_items import Contribution, GridItem
    from layoutkit.layout.grid_plan import GridPlan

__all__ = ["content_width", "heights", "participants", "size_columns", "size_rows"]

Edges = list[tuple[int, float]]
"""What edges of subgrids need of tracks: indices and px."""


def participants(plan: GridPlan, axis: int, columns: Axis, rows: Axis) -> tuple[list[Participant], Edges]:
    """The items that take part in the sizing of an axis: its own, and in place of subgrids the items in them."""
    if not plan.inner:
        return [Participant(item, columns, rows, 0) for item in plan.items], []
    found: list[Participant] = []
    edges: Edges = []
    sized = rows if axis else columns
    for index, item in enumerate(plan.items):
        if not item.subgrid[axis]:
            found.append(Participant(item, columns, rows, 0))
            continue
        inner = _inner_axes(item, plan.inner[index], columns, rows)
        start, end = item.span[axis]
        own = inner[axis]
        if spans_intrinsic(item, sized):
            if end - start > 1:
                edges += [(start, own.extra_start), (end - 1, own.extra_end)]
            else:
                edges.append((start, own.extra_start + own.extra_end))
        inside, further = participants(plan.inner[index], axis, *inner)
        found += [each._replace(shift=each.shift + start) for each in inside]
        edges += [(start + track, size) for track, size in further]
    return found, edges


def _inner_axes(item: GridItem, plan: GridPlan, columns: Axis, rows: Axis) -> tuple[Axis, Axis]:
    """The columns and rows of a subgrid, as far as they are known."""
    width, height = spanned_size(item, columns), spanned_size(item, rows)
    lengths = used(item.node, width, height)
    known = known_height(item, lengths, height)
    if item.subgrid[1]:
        inner_rows = inner_axis(item, rows, lengths)
    else:
        inner_rows = axis_of(plan, 1, None if known is None else known - lengths.edges[1])
    if item.subgrid[0]:
        return inner_axis(item, columns, lengths), inner_rows
    if width is None:
        return axis_of(plan, 0, None), inner_rows
    inside = subgrid_width(item, lengths, width, known) - lengths.edges[0]
    return size_columns(plan, inside, inner_rows, Constraint.LAYOUT), inner_rows


def size_columns(plan: GridPlan, available: float | None, rows: Axis, constraint: Constraint) -> Axis:
    """Size and align the columns; ``rows`` tells items the heights of their areas, as far as they are known."""
    key = ("columns", plan.key, available, constraint, heights(plan, rows))
    known = plan.node.memo.get(key)
    if known is not None:
        return known  # type: ignore[return-value]
    columns = axis_of(plan, 0, available)
    content = plan.node.traits.style.justify_content
    contributions, edges = _column_contributions(plan, columns, rows, available)
    accommodate(columns, edges)
    size_tracks(columns, contributions, available, constraint, stretches=content in {"normal", "stretch"})
    columns.align(content, columns.total() if available is None else available)
    plan.node.memo[key] = columns
    return columns


def _column_contributions(
    plan: GridPlan, columns: Axis, rows: Axis, available: float | None
) -> tuple[list[Contribution], Edges]:
    """What the items contribute to the columns; only percentages make that depend on their container's width."""
    percent = plan.node.traits.gaps is None or has_percentage([size for size, _ in plan.tracks[0].sizes])
    key = ("contributions", plan.key, available if percent else None, heights(plan, rows))
    known = plan.node.memo.get(key)
    if known is not None:
        return known  # type: ignore[return-value]
    everyone, edges = participants(plan, 0, columns, rows)
    contributions = [
        column_contribution(each.item, each.columns, each.rows, each.shift)
        for each in everyone
        if spans_intrinsic(each.item, each.columns)
    ]
    plan.node.memo[key] = contributions, edges
    return contributions, edges


def size_rows(
    plan: GridPlan, columns: Axis, available: float | None, constraint: Constraint, least: float = 0.0
) -> Axis:
    """Size and align the rows, now that the columns are known; ``least`` is the least height of the content box."""
    rows = axis_of(plan, 1, available)
    content = plan.node.traits.style.align_content
    everyone, edges = participants(plan, 1, columns, rows)
    intrinsic = [each for each in everyone if each.item.down == "baseline" or spans_intrinsic(each.item, each.rows)]
    laid = [
        lay_out(item, across.area(*item.span[0])[1], None, share(item, across, None) if item.plan >= 0 else None)
        for item, across, _, _ in intrinsic
    ]
    baselines = shared_baselines(intrinsic, laid)
    contributions = []
    for each, box in zip(intrinsic, laid, strict=True):
        shim = 0.0
        if shares_baseline(each.item, box, each.rows):
            row = each.item.span[1][0]
            first = each.rows.extra_inside if row else each.rows.extra_start
            shim = baselines[row + each.shift] - box.ascent(each.item.node) - first
        contributions.append(row_contribution(each.item, each.rows, box, shim, each.shift))
    stretches = content in {"normal", "stretch"}
    accommodate(rows, edges)
    size_tracks(rows, contributions, available, constraint, stretches=stretches)
    if available is None and rows.total() < least:  # 12.7 and 12.8: as if that were definite
        rows = axis_of(plan, 1, None)
        accommodate(rows, edges)
        size_tracks(rows, contributions, least, constraint, stretches=stretches)
    rows.align(content, rows.total() if available is None else available)
    return rows


def heights(plan: GridPlan, rows: Axis) -> tuple[float | None, ...]:
    """The heights that items whose widths may depend on them have in these rows."""
    found = [area_height(item, rows) for item in plan.items if item.sensitive]
    if not plan.inner:
        return tuple(found)
    for index, inner in plan.inner.items():
        item = plan.items[index]
        height = spanned_size(item, rows)
        lengths = used(item.node, None, height)
        if item.subgrid[1]:
            inner_rows = inner_axis(item, rows, lengths)
        else:
            known = known_height(item, lengths, height)
            inner_rows = axis_of(inner, 1, None if known is None else known - lengths.edges[1])
        found += heights(inner, inner_rows)
    return tuple(found)


def content_width(plan: GridPlan, height: float | None, constraint: Constraint) -> float:
    """The width of the columns under a constraint."""
    rows = axis_of(plan, 1, height)
    columns = size_columns(plan, None, rows, constraint)
    known = heights(plan, rows)
    if known and plan.repeats and not plan.subgrid[1]:
        lengths = used(plan.node, None, None)
        sized = size_rows(plan, columns, height, constraint, lengths.least[1] - lengths.edges[1])
        if known != heights(plan, sized):
            columns = size_columns(plan, None, sized, constraint)
    return columns.total()
