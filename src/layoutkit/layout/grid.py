"""CSS Grid Layout Module Level 1: sections 8, 10, 11 and 12.

Left out: subgrid, named lines and areas, ``order``, ``last baseline``, baselines of columns (``justify-items:
baseline`` is ``start``), safe and unsafe alignment, vertical and right-to-left writing, fragmentation, replaced
elements, the anonymous item of a box with ``display: grid`` and a content of its own.

Where the standard leaves a choice or browsers depart from it, Chromium is followed:

* Columns are sized again with the heights of the rows only where an item's width can depend on its height.
* Rows are sized again with them where the columns have moved, or where an aspect ratio makes a width of a height.
* Rows whose size depends on an automatic height are sized again once that height is known, and the height stays.
* A height that the area gives to an item with an aspect ratio gives it a width where columns are sized.

Where Chromium is not followed:

* It rounds every track to 1/64 px; where sizes are worked out twice, that can add up to more than 0.1 px.
* It sizes columns again for fewer items than those whose width might depend on their height: one that wraps its
  column at a greatest height may be placed differently.
* Where a grid has an aspect ratio and distributes space between its rows, Chromium distributes it twice.
* Grids whose columns are sized twice are followed to a depth of ``_MOST_REPETITIONS`` only: without an end the work
  would double with every level.

Rows and columns are written once: an ``Axis`` knows which of the two it is. Nothing of an answered question is
changed by a later one.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple, cast

from layoutkit.layout.grid_align import (
    between_lines,
    first_baseline,
    position,
    shared_baselines,
    shares_baseline,
    spans_intrinsic,
    static_edge,
)
from layoutkit.layout.grid_axis import Axis, GridTrack, has_percentage
from layoutkit.layout.grid_items import (
    GridItem,
    area_height,
    column_contribution,
    lay_out,
    row_contribution,
)
from layoutkit.layout.grid_placement import absolute_lines, lines_of, place
from layoutkit.layout.grid_template import GridLayout, Room, expand, implicit_axis
from layoutkit.layout.grid_tracks import Constraint, size_tracks
from layoutkit.layout.grid_validity import check_lines, check_tracks
from layoutkit.layout.gutters import grid_gutters
from layoutkit.layout.node import SLACK, Area, LayoutOutput
from layoutkit.layout.sizes import used
from layoutkit.layout.traits import resolve_length
from layoutkit.style.box import Fr, MinMax, Percent, Repeat

if TYPE_CHECKING:
    from layoutkit.layout.grid_items import Contribution
    from layoutkit.layout.node import LayoutInput, LayoutNode, Limits, Placement
    from layoutkit.layout.traits import Pair
    from layoutkit.layout.tree import Gutters
    from layoutkit.style.box import BoxStyle, TrackList, TrackSize

__all__ = ["GRID"]


class _Plan(NamedTuple):
    """Which tracks a grid has and where its items are among them."""

    node: LayoutNode
    explicit: tuple[int, int]
    """The number of tracks of the templates."""
    tracks: tuple[GridLayout, GridLayout]
    items: list[GridItem]
    repeats: bool
    """Whether columns may be sized again once the rows are known."""


class _Sized(NamedTuple):
    """A grid with sized tracks."""

    plan: _Plan
    columns: Axis
    rows: Axis


class _Grid:
    """The grid formatting context."""

    def prepare(self, node: LayoutNode) -> None:
        """Refuse tracks and lines that are none; find out whether the height of the container matters to its rows."""
        style = node.traits.style
        check_tracks(style, node.box.origin)
        for child in node.children:
            if not child.traits.hidden:
                check_lines(child.traits.style, child.box.origin)
        rows: list[TrackSize] = list(style.grid_auto_rows)
        for track in style.grid_template_rows:
            if isinstance(track, Repeat):
                rows += track.tracks
                if _repeats_to_fill(track):
                    node.height_matters = node.limits_matter = True
            else:
                rows.append(track)
        if any(_repeats_to_fill(track) for track in style.grid_template_columns):
            node.limits_matter = True
        if has_percentage(rows) or _leaves_space(rows):
            node.height_matters = True
        node.memo["repetitions"] = _repetitions_inside(node) + node.width_by_height

    def arrange(self, node: LayoutNode, question: LayoutInput) -> LayoutOutput:
        """11. Grid Sizing, as far as the size of the container depends on it."""
        known = question.height if question.definite else None
        # 8.5 Grid Item Placement Algorithm
        widths = Room(question.width, 0.0, inf)
        plan = _place_items(node, widths, Room(known, question.least, question.greatest))
        # 12.1 #1: Resolve the sizes of the grid columns.
        rows = _axis(plan, 1, known)
        columns = _size_columns(plan, question.width, rows, Constraint.LAYOUT)
        # 12.1 #2: Resolve the sizes of the grid rows.
        sized = _size_rows(plan, columns, known, Constraint.LAYOUT, question.least)
        kept = question.kept_height is not None
        content_height = sized.spread() if kept else sized.total()
        height = question.used_height(content_height)
        # 12.1 #3 and #4: Columns and rows again, where contributions or the height have changed.
        decided = question.height is not None
        changed = height != known and (decided or _depends_on_height(plan, sized, height - content_height))
        changed = changed and not kept
        contributions_changed = plan.repeats and _heights(plan, rows) != _heights(plan, sized)
        if contributions_changed:
            again = _size_columns(plan, question.width, sized, Constraint.LAYOUT)
            by_height = any(item.sensitive and item.by_height for item in plan.items)
            changed = changed or by_height or again.offsets != columns.offsets
            columns = again
        if changed:
            sized = _size_rows(plan, columns, height, Constraint.LAYOUT)
        return LayoutOutput(question, content_height, _Sized(plan, columns, sized))

    def finish(self, node: LayoutNode, answer: LayoutOutput) -> None:
        """10. Alignment and Spacing: lay the items out in their areas."""
        plan, columns, rows = cast("_Sized", answer.state)
        # 10.5 Aligning the Grid; the columns are where they are since their sizing.
        kept = answer.question.kept_height
        rows.align(node.traits.style.align_content, answer.height if kept is None else kept)
        # 12.1 #5: Align the tracks; 10.3 and 10.4: align each item in its area.
        laid = [lay_out(item, columns.area(*item.span[0])[1], rows.area(*item.span[1])[1]) for item in plan.items]
        baselines = shared_baselines(plan.items, laid, rows)
        placed: list[Placement] = []
        for item, box in zip(plan.items, laid, strict=True):
            x = position(item, columns, box)
            y = position(item, rows, box)
            if shares_baseline(item, box, rows):
                y += baselines[item.span[1][0]] - box.ascent(item.node)
            placed.append((item.node, box.lengths, box.answer, x, y, box.width, box.height))
        answer.placements = placed
        answer.baseline = first_baseline(plan.items, laid, placed)

    def content_widths(self, node: LayoutNode, height: float | None, tallest: float, limits: Limits) -> Pair:
        """5.2 Sizing Grid Containers: the sums of the columns under a min-content and a max-content constraint."""
        del tallest  # only a flex item is decided without being definite, and rows fill the limits that it has
        least, greatest = limits
        plan = _place_items(node, Room(None, least[0], greatest[0]), Room(height, least[1], greatest[1]))
        low, high = [_content_width(plan, height, each) for each in (Constraint.MIN_CONTENT, Constraint.MAX_CONTENT)]
        return low, max(low, high)

    def static_edges(self, node: LayoutNode, child: LayoutNode) -> tuple[str, str]:
        """9.2 Static Positions: where the sole item of the grid would be."""
        item = GridItem(node, child)
        return static_edge(item.across), static_edge(item.down)

    def containing_block(self, answer: LayoutOutput, child: LayoutNode, padding: Area, content: Pair) -> Area:
        """9.1 With a Grid Container as Containing Block: the grid area that the style of the child names."""
        plan, columns, rows = cast("_Sized", answer.state)
        style = child.traits.style
        across, down = [absolute_lines(style, axis, plan.explicit[axis]) for axis in (0, 1)]
        x, width = between_lines(columns, plan.tracks[0], across, content[0], padding.width)
        y, height = between_lines(rows, plan.tracks[1], down, content[1], padding.height)
        part = {"start": 0.0, "center": 0.5, "end": 1.0}
        static = part[padding.static[0]] * width, part[padding.static[1]] * height
        right, bottom = padding.width - x - width, padding.height - y - height
        return Area(width, height, padding.static, static, padding.scrolls_to, x, y, right, bottom)

    def relative_base(self, answer: LayoutOutput, child: LayoutNode) -> tuple[float, float | None]:
        """The grid area of the child."""
        plan, columns, rows = cast("_Sized", answer.state)
        across, down = next(item.span for item in plan.items if item.node is child)
        return columns.area(*across)[1], rows.area(*down)[1]

    def gutters(self, node: LayoutNode, answer: LayoutOutput) -> Gutters:
        """Between the tracks, but for where items span them."""
        del node
        plan, columns, rows = cast("_Sized", answer.state)
        return grid_gutters(columns, rows, [item.span for item in plan.items])


GRID = _Grid()

_MOST_REPETITIONS = 4
"""How deep grids may be nested whose columns are sized twice: each level multiplies the work of those inside."""


def _repetitions_inside(node: LayoutNode) -> int:
    """How deep the grids inside are nested whose columns may be sized twice."""
    deepest = 0
    waiting = list(node.children)
    while waiting:
        child = waiting.pop()
        if not child.children or child.traits.hidden:
            continue
        found = child.memo.get("repetitions")
        if isinstance(found, int):
            deepest = max(deepest, found)
        else:
            waiting += child.children
    return deepest


def _leaves_space(rows: list[TrackSize]) -> bool:
    """Whether flexible rows, their factors adding up to less than 1, may leave space over."""
    factors = [size.factor for size in map(_greatest, rows) if isinstance(size, Fr)]
    return bool(factors) and min(factors) < 1


def _greatest(size: TrackSize) -> TrackSize:
    return size.greatest if isinstance(size, MinMax) else size


def _place_items(node: LayoutNode, width: Room, height: Room) -> _Plan:
    """Write the templates out, find the area of every item, and the tracks that there are."""
    only = node.memo.get("plan")
    if isinstance(only, _Plan):
        return only
    style = node.traits.style
    gaps = _gap(node, 0, width.size), _gap(node, 1, height.size)
    templates = (
        expand(style.grid_template_columns, width, gaps[0]),
        expand(style.grid_template_rows, height, gaps[1]),
    )
    explicit = len(templates[0].sizes), len(templates[1].sizes)
    known = node.memo.get(("plan", explicit))
    if isinstance(known, _Plan):
        return known
    wanted = []
    for child in node.items:
        placing = child.traits.style
        wanted.append((lines_of(placing, 0, explicit[0]), lines_of(placing, 1, explicit[1])))
    areas = place(wanted, explicit, style.grid_auto_flow)
    named: tuple[set[int | None], set[int | None]] = set(), set()
    for child in node.absolutes:
        for axis in (0, 1):
            named[axis].update(absolute_lines(child.traits.style, axis, explicit[axis]))
    layouts = (
        implicit_axis(templates[0], style.grid_auto_columns, [area[0] for area in areas], named[0]),
        implicit_axis(templates[1], style.grid_auto_rows, [area[1] for area in areas], named[1]),
    )
    items = []
    columns, rows = layouts[0].first, layouts[1].first
    for child, (across, down) in zip(node.items, areas, strict=True):
        item = GridItem(node, child)
        item.span = ((columns[across[0]], columns[across[1]]), (rows[down[0]], rows[down[1]]))
        items.append(item)
    repeats = cast("int", node.memo["repetitions"]) <= _MOST_REPETITIONS
    plan = node.memo["plan", explicit] = _Plan(node, explicit, layouts, items, repeats)
    if not any(_repeats_to_fill(size) for size in _templates(style)):
        node.memo["plan"] = plan
    return plan


def _repeats_to_fill(track: TrackSize | Repeat) -> bool:
    return isinstance(track, Repeat) and isinstance(track.count, str)


def _templates(style: BoxStyle) -> TrackList:
    return style.grid_template_columns + style.grid_template_rows


def _gap(node: LayoutNode, axis: int, size: float | None) -> float:
    gaps = node.traits.gaps
    if gaps is not None:
        return gaps[axis]
    style = node.traits.style
    return resolve_length(style.row_gap if axis else style.column_gap, size) or 0.0


def _axis(plan: _Plan, axis: int, available: float | None) -> Axis:
    """12.4 Initialize Track Sizes."""
    tracks = [GridTrack(size, count, available) for size, count in plan.tracks[axis].sizes]
    return Axis(axis, tracks, _gap(plan.node, axis, available))


def _size_columns(plan: _Plan, available: float | None, rows: Axis, constraint: Constraint) -> Axis:
    """Size and align the columns; ``rows`` tells items the heights of their areas, as far as they are known."""
    key = ("columns", plan.explicit, available, constraint, _heights(plan, rows))
    known = plan.node.memo.get(key)
    if isinstance(known, Axis):
        return known
    columns = _axis(plan, 0, available)
    content = plan.node.traits.style.justify_content
    size_tracks(
        columns,
        _column_contributions(plan, columns, rows, available),
        available,
        constraint,
        stretches=content in {"normal", "stretch"},
    )
    columns.align(content, columns.total() if available is None else available)
    plan.node.memo[key] = columns
    return columns


def _column_contributions(plan: _Plan, columns: Axis, rows: Axis, available: float | None) -> list[Contribution]:
    """What the items contribute to the columns; only percentages make that depend on their container's width."""
    percent = plan.node.traits.gaps is None or has_percentage([size for size, _ in plan.tracks[0].sizes])
    key = ("contributions", plan.explicit, available if percent else None, _heights(plan, rows))
    known = plan.node.memo.get(key)
    if not isinstance(known, list):
        known = [column_contribution(item, columns, rows) for item in plan.items if spans_intrinsic(item, columns)]
        plan.node.memo[key] = known
    return known


def _size_rows(plan: _Plan, columns: Axis, available: float | None, constraint: Constraint, least: float = 0.0) -> Axis:
    """Size and align the rows, now that the columns are known; ``least`` is the least height of the content box."""
    rows = _axis(plan, 1, available)
    content = plan.node.traits.style.align_content
    intrinsic = [item for item in plan.items if item.down == "baseline" or spans_intrinsic(item, rows)]
    laid = [lay_out(item, columns.area(*item.span[0])[1], None) for item in intrinsic]
    baselines = shared_baselines(intrinsic, laid, rows)
    contributions = []
    for item, box in zip(intrinsic, laid, strict=True):
        shim = baselines[item.span[1][0]] - box.ascent(item.node) if shares_baseline(item, box, rows) else 0.0
        contributions.append(row_contribution(item, rows, box, shim))
    stretches = content in {"normal", "stretch"}
    size_tracks(rows, contributions, available, constraint, stretches=stretches)
    if available is None and rows.total() < least:  # 12.7 and 12.8: as if that were definite
        rows = _axis(plan, 1, None)
        size_tracks(rows, contributions, least, constraint, stretches=stretches)
    rows.align(content, rows.total() if available is None else available)
    return rows


def _heights(plan: _Plan, rows: Axis) -> tuple[float | None, ...]:
    """The heights that items whose widths may depend on them have in these rows."""
    return tuple([area_height(item, rows) for item in plan.items if item.sensitive])


def _depends_on_height(plan: _Plan, rows: Axis, missing: float) -> bool:
    """Whether rows sized with an indefinite height differ from those in the height that came out."""
    sizes = [size for size, _ in plan.tracks[1].sizes]
    if isinstance(plan.node.traits.style.row_gap, Percent) or has_percentage(sizes):
        return True
    if abs(missing) < SLACK:
        return _leaves_space(sizes)
    return any(track.greatest == "flex" for track in rows.tracks)


def _content_width(plan: _Plan, height: float | None, constraint: Constraint) -> float:
    """The width of the columns under a constraint."""
    rows = _axis(plan, 1, height)
    columns = _size_columns(plan, None, rows, constraint)
    heights = _heights(plan, rows)
    if heights and plan.repeats:
        lengths = used(plan.node, None, None)
        sized = _size_rows(plan, columns, height, constraint, lengths.least[1] - lengths.edges[1])
        if heights != _heights(plan, sized):
            columns = _size_columns(plan, None, sized, constraint)
    return columns.total()
