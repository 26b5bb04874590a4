"""Which tracks a grid has and where its items are among them, its subgrids' items included.

Lines are found first, from the outermost grid inwards, as a subgrid has as many tracks as it spans; then tracks, which
begin and end wherever an item does, be it in a subgrid.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple, cast

from layoutkit.layout.grid_axis import Axis, GridTrack
from layoutkit.layout.grid_items import GridItem, subgridded
from layoutkit.layout.grid_placement import absolute_lines, lines_of, place
from layoutkit.layout.grid_template import GridLayout, Room, Template, expand, implicit_axis
from layoutkit.layout.traits import resolve_length
from layoutkit.style.box import Repeat

if TYPE_CHECKING:
    from layoutkit.layout.grid_placement import Range
    from layoutkit.layout.node import LayoutInput, LayoutNode
    from layoutkit.style.box import BoxStyle, TrackList, TrackSize

__all__ = ["MOST_REPETITIONS", "GridPlan", "axis_of", "gap_of", "plan_for", "plan_of", "repeats_to_fill", "template"]

MOST_REPETITIONS = 4
"""How deep grids may be nested whose columns are sized twice: each level multiplies the work of those inside."""


class GridPlan(NamedTuple):
    """The tracks of a grid and its items."""

    node: LayoutNode
    explicit: tuple[int, int]
    """The number of tracks of the templates; in a subgridded axis, of the tracks that are spanned."""
    tracks: tuple[GridLayout, GridLayout]
    items: list[GridItem]
    repeats: bool
    """Whether columns may be sized again once the rows are known."""
    key: tuple[int, ...]
    """What tells this plan from others of the same grid."""
    inner: dict[int, GridPlan]
    """The plans of the subgrids among the items, by their index."""
    subgrid: tuple[bool, bool]
    """Whether the columns, and the rows, are those of the grid around it."""
    aligned: bool
    """Whether items are aligned by their baselines."""


class _Placing(NamedTuple):
    """A grid whose items have lines, before there are tracks."""

    node: LayoutNode
    templates: tuple[Template, Template]
    areas: list[tuple[Range, Range]]
    named: tuple[set[int], set[int]]
    """The lines that absolutely positioned children name."""
    within: tuple[bool, bool]
    """In which axes it is a subgrid."""
    inner: dict[int, _Placing]
    """The subgrids among the items, by index."""

    @property
    def explicit(self) -> tuple[int, int]:
        return len(self.templates[0].sizes), len(self.templates[1].sizes)


def plan_of(node: LayoutNode, question: LayoutInput) -> GridPlan:
    """The plan of a grid that is laid out for a question."""
    if question.shared is not None:
        return cast("list[GridPlan]", node.memo["subgrids"])[question.shared[0]]
    known = question.height if question.definite else None
    return plan_for(node, Room(question.width, 0.0, inf), Room(known, question.least, question.greatest))


def plan_for(node: LayoutNode, width: Room, height: Room) -> GridPlan:
    """Write the templates out, find the area of every item, and the tracks that there are."""
    only = node.memo.get("plan")
    if isinstance(only, GridPlan):
        return only
    templates = _expanded(node, (width, height))
    explicit = len(templates[0].sizes), len(templates[1].sizes)
    known = node.memo.get(("plan", explicit))
    if isinstance(known, GridPlan):
        return known
    placing = _find_lines(node, templates, (False, False))
    style = node.traits.style
    layouts = _own_layout(placing, 0), _own_layout(placing, 1)
    plan = node.memo["plan", explicit] = _with_tracks(placing, layouts, explicit)
    if not any(repeats_to_fill(size) for axis in (0, 1) for size in template(style, axis)):
        node.memo["plan"] = plan
    return plan


def _expanded(node: LayoutNode, rooms: tuple[Room, Room]) -> tuple[Template, Template]:
    style = node.traits.style
    return (
        expand(template(style, 0), rooms[0], gap_of(node, 0, rooms[0].size)),
        expand(template(style, 1), rooms[1], gap_of(node, 1, rooms[1].size)),
    )


def _find_lines(node: LayoutNode, templates: tuple[Template, Template], within: tuple[bool, bool]) -> _Placing:
    """8.5 Grid Item Placement Algorithm, in the grid and in the subgrids among its items."""
    explicit = len(templates[0].sizes), len(templates[1].sizes)
    wanted = []
    for child in node.items:
        placing = child.traits.style
        wanted.append((lines_of(placing, 0, explicit[0]), lines_of(placing, 1, explicit[1])))
    areas = place(wanted, explicit, node.traits.style.grid_auto_flow, within)
    named: tuple[set[int], set[int]] = set(), set()
    for child in node.absolutes:
        for axis in (0, 1):
            lines = absolute_lines(child.traits.style, axis, explicit[axis])
            named[axis].update([line for line in lines if line is not None])
    inner = {}
    for index, (child, area) in enumerate(zip(node.items, areas, strict=True)):
        if child.traits.style.display == "grid" and True in (shares := subgridded(child)):
            own = _expanded(child, (Room(None, 0.0, inf), Room(None, 0.0, inf)))
            spans = [Template((0.0,) * (area[axis][1] - area[axis][0]), range(0)) for axis in (0, 1)]
            given = spans[0] if shares[0] else own[0], spans[1] if shares[1] else own[1]
            inner[index] = _find_lines(child, given, shares)
    return _Placing(node, templates, areas, named, within, inner)


def _own_layout(placing: _Placing, axis: int) -> GridLayout:
    """7.5 The Implicit Grid, with a line wherever an item of a subgrid starts or ends."""
    style = placing.node.traits.style
    ranges, named = _lines_inside(placing, axis)
    return implicit_axis(
        placing.templates[axis], style.grid_auto_rows if axis else style.grid_auto_columns, ranges, named
    )


def _lines_inside(placing: _Placing, axis: int) -> tuple[list[Range], set[int]]:
    ranges = [area[axis] for area in placing.areas]
    named = set(placing.named[axis])
    for index, inner in placing.inner.items():
        if inner.within[axis]:
            start, end = ranges[index]
            below, further = _lines_inside(inner, axis)
            ranges += [(start + first, start + last) for first, last in below]
            named.update([start + line for line in further if 0 <= line <= end - start])
    return ranges, named


def _with_tracks(placing: _Placing, layouts: tuple[GridLayout, GridLayout], key: tuple[int, ...]) -> GridPlan:
    columns, rows = layouts[0].first, layouts[1].first
    items, inner = [], {}
    for index, (child, (across, down)) in enumerate(zip(placing.node.items, placing.areas, strict=True)):
        item = GridItem(placing.node, child)
        item.span = ((columns[across[0]], columns[across[1]]), (rows[down[0]], rows[down[1]]))
        if index in placing.inner:
            inner[index] = _subgrid_plan(placing.inner[index], layouts, (across, down))
            item.plan = inner[index].key[2]
        items.append(item)
    aligned = "baseline" in [item.down for item in items]
    repeats = cast("int", placing.node.memo["repetitions"]) <= MOST_REPETITIONS
    return GridPlan(placing.node, placing.explicit, layouts, items, repeats, key, inner, placing.within, aligned)


def _subgrid_plan(placing: _Placing, outer: tuple[GridLayout, GridLayout], area: tuple[Range, Range]) -> GridPlan:
    """The plan of a subgrid, whose tracks are those of the grid around it; the subgrid keeps it for its layout."""
    plans = cast("list[GridPlan]", placing.node.memo.setdefault("subgrids", []))
    layouts = [
        _slice(outer[axis], area[axis]) if placing.within[axis] else _own_layout(placing, axis) for axis in (0, 1)
    ]
    plan = _with_tracks(placing, (layouts[0], layouts[1]), (*placing.explicit, len(plans)))
    plans.append(plan)
    if len(plans) > 1:  # its tracks may be others now
        placing.node.widths.clear()
        placing.node.natural_widths = None
    placing.node.memo["plan"] = plan
    return plan


def _slice(layout: GridLayout, area: Range) -> GridLayout:
    start, end = area
    before = layout.first[start]
    first = {line - start: index - before for line, index in layout.first.items() if start <= line <= end}
    return GridLayout(layout.sizes[before : layout.first[end]], first)


def template(style: BoxStyle, axis: int) -> TrackList:
    """The tracks that a grid defines for itself: none in a subgridded axis."""
    tracks = style.grid_template_rows if axis else style.grid_template_columns
    return () if tracks == "subgrid" else tracks


def repeats_to_fill(track: TrackSize | Repeat) -> bool:
    """Whether how often tracks are repeated depends on the size of the grid."""
    return isinstance(track, Repeat) and isinstance(track.count, str)


def gap_of(node: LayoutNode, axis: int, size: float | None) -> float:
    """The gap between columns or rows in a content box of that size, in px."""
    gaps = node.traits.gaps
    if gaps is not None:
        return gaps[axis]
    style = node.traits.style
    return resolve_length(style.row_gap if axis else style.column_gap, size) or 0.0


def axis_of(plan: GridPlan, axis: int, available: float | None) -> Axis:
    """12.4 Initialize Track Sizes."""
    tracks = [GridTrack(size, count, available) for size, count in plan.tracks[axis].sizes]
    return Axis(axis, tracks, gap_of(plan.node, axis, available))
