"""CSS Grid Layout Module Level 1: sections 8, 10, 11 and 12; Level 2: section 9, Subgrids.

Left out: named lines and areas, ``order``, ``last baseline``, baselines of columns (``justify-items:
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
* Grids whose columns are sized twice are followed to a depth of ``MOST_REPETITIONS`` only: without an end the work
  would double with every level.

In subgrids:

* Chromium is followed where no item is left to hold a subgrid's edge: its tracks there are at least as large.
* Cells outside of a subgrid that items name stay taken although the items are clamped to its tracks.
* Rows of their own are not sized again in subgrids that share columns, nor aligned.
* ``auto-fill`` beside a subgridded axis repeats once.
* Where percentages in the padding, margins or gaps of a subgrid refer to columns that are still to be sized, Chromium
  takes them as nothing in its first pass and as something in a second, which it does for some trees only.

Rows and columns are written once: an ``Axis`` knows which of the two it is. Nothing of an answered question is
changed by a later one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from layoutkit.layout.grid_align import (
    between_lines,
    first_baseline,
    position,
    shared_baselines,
    shares_baseline,
    static_edge,
)
from layoutkit.layout.grid_axis import has_percentage
from layoutkit.layout.grid_items import GridItem, lay_out
from layoutkit.layout.grid_placement import absolute_lines
from layoutkit.layout.grid_plan import axis_of, plan_for, plan_of, repeats_to_fill, template
from layoutkit.layout.grid_sizing import content_width, heights, participants, size_columns, size_rows
from layoutkit.layout.grid_subgrid import received, share
from layoutkit.layout.grid_template import Room
from layoutkit.layout.grid_tracks import Constraint
from layoutkit.layout.grid_validity import check_lines, check_tracks
from layoutkit.layout.gutters import grid_gutters
from layoutkit.layout.node import SLACK, Area, LayoutOutput
from layoutkit.style.box import Fr, MinMax, Percent, Repeat

if TYPE_CHECKING:
    from layoutkit.layout.grid_axis import Axis
    from layoutkit.layout.grid_plan import GridPlan
    from layoutkit.layout.node import LayoutInput, LayoutNode, Limits, Placement
    from layoutkit.layout.traits import Pair
    from layoutkit.layout.tree import Gutters
    from layoutkit.style.box import TrackSize

__all__ = ["GRID"]


class _Sized(NamedTuple):
    """A grid with sized tracks."""

    plan: GridPlan
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
        for track in template(style, 1):
            if isinstance(track, Repeat):
                rows += track.tracks
                if repeats_to_fill(track):
                    node.height_matters = node.limits_matter = True
            else:
                rows.append(track)
        if any(repeats_to_fill(track) for track in template(style, 0)):
            node.limits_matter = True
        if has_percentage(rows) or _leaves_space(rows):
            node.height_matters = True
        node.memo["repetitions"] = _repetitions_inside(node) + node.width_by_height

    def arrange(self, node: LayoutNode, question: LayoutInput) -> LayoutOutput:
        """11. Grid Sizing, as far as the size of the container depends on it."""
        known = question.height if question.definite else None
        # 8.5 Grid Item Placement Algorithm
        plan = plan_of(node, question)
        # 12.1 #1: Resolve the sizes of the grid columns.
        shared_columns, shared_rows = _shared_axes(plan, question)
        rows = axis_of(plan, 1, known) if shared_rows is None else shared_rows
        columns = shared_columns
        if columns is None:
            columns = size_columns(plan, question.width, rows, Constraint.LAYOUT)
        if shared_rows is not None:
            return LayoutOutput(question, question.height or 0.0, _Sized(plan, columns, rows))
        # 12.1 #2: Resolve the sizes of the grid rows.
        sized = size_rows(plan, columns, known, Constraint.LAYOUT, question.least)
        if shared_columns is not None:
            return LayoutOutput(question, sized.total(), _Sized(plan, columns, sized))
        kept = question.kept_height is not None
        content_height = sized.spread() if kept else sized.total()
        height = question.used_height(content_height)
        # 12.1 #3 and #4: Columns and rows again, where contributions or the height have changed.
        decided = question.height is not None
        changed = height != known and (decided or _depends_on_height(plan, sized, height - content_height))
        changed = changed and not kept
        contributions_changed = plan.repeats and heights(plan, rows) != heights(plan, sized)
        if contributions_changed:
            again = size_columns(plan, question.width, sized, Constraint.LAYOUT)
            by_height = any(item.sensitive and item.by_height for item in plan.items)
            changed = changed or by_height or again.offsets != columns.offsets
            columns = again
        if changed:
            sized = size_rows(plan, columns, height, Constraint.LAYOUT)
        return LayoutOutput(question, content_height, _Sized(plan, columns, sized))

    def finish(self, node: LayoutNode, answer: LayoutOutput) -> None:
        """10. Alignment and Spacing: lay the items out in their areas."""
        plan, columns, rows = cast("_Sized", answer.state)
        # 10.5 Aligning the Grid; the columns are where they are since their sizing.
        kept = answer.question.kept_height
        if True not in plan.subgrid:
            rows.align(node.traits.style.align_content, answer.height if kept is None else kept)
        # 12.1 #5: Align the tracks; 10.3 and 10.4: align each item in its area.
        baselines = _baselines(plan, columns, rows, answer)
        laid = [
            lay_out(
                item,
                columns.area(*item.span[0])[1],
                rows.area(*item.span[1])[1],
                share(item, columns, rows, baselines) if item.plan >= 0 else None,
            )
            for item in plan.items
        ]
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
        plan = plan_for(node, Room(None, least[0], greatest[0]), Room(height, least[1], greatest[1]))
        low, high = [content_width(plan, height, each) for each in (Constraint.MIN_CONTENT, Constraint.MAX_CONTENT)]
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


def _shared_axes(plan: GridPlan, question: LayoutInput) -> tuple[Axis | None, Axis | None]:
    """The columns and the rows that a subgrid takes from the grid around it."""
    if question.shared is None:
        return None, None
    _, columns, rows = question.shared
    return (
        None if columns is None else received(columns, axis_of(plan, 0, None)),
        None if rows is None else received(rows, axis_of(plan, 1, None)),
    )


def _baselines(plan: GridPlan, columns: Axis, rows: Axis, answer: LayoutOutput) -> dict[int, float]:
    """The baselines that items share, once all tracks are aligned; by row."""
    shared = answer.question.shared
    if shared is not None and shared[2] is not None:
        return dict(shared[2].baselines)
    if not (plan.inner or plan.aligned):
        return {}
    aligned = [each for each in participants(plan, 1, columns, rows)[0] if each.item.down == "baseline"]
    laid = [
        lay_out(
            each.item,
            each.columns.area(*each.item.span[0])[1],
            each.rows.area(*each.item.span[1])[1],
            share(each.item, each.columns, each.rows),
        )
        for each in aligned
    ]
    return shared_baselines(aligned, laid)


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


def _depends_on_height(plan: GridPlan, rows: Axis, missing: float) -> bool:
    """Whether rows sized with an indefinite height differ from those in the height that came out."""
    sizes = [size for size, _ in plan.tracks[1].sizes]
    if isinstance(plan.node.traits.style.row_gap, Percent) or has_percentage(sizes):
        return True
    if abs(missing) < SLACK:
        return _leaves_space(sizes)
    return any(track.greatest == "flex" for track in rows.tracks)
