"""CSS Flexible Box Layout Module Level 1, section 9: the flex layout algorithm.

Left out: ``order``, ``visibility: collapse``, ``last baseline``, safe and unsafe alignment, vertical and
right-to-left writing, fragmentation, replaced elements.

Where the standard leaves a choice or browsers depart from it, Chromium is followed:

* The content width of a row is the sum of its items' contributions, each capped or floored by the flex base
  size where the item cannot grow or shrink; not the flex fractions of 9.9.1.
* Baseline alignment in a column lines up the left border edges.
* Items of a wrapping column whose width is ``auto`` are fitted into their line, not into the container.
* An item whose aspect ratio gave way to its content keeps the percentages that referred to the ratio's height.

Rows and columns are written once: ``main`` and ``cross`` are 0 for the inline axis and 1 for the block axis and
index every pair. Sizes of items are those of their content boxes in the main axis ("inner") and of their border
boxes in the cross axis. Nothing of an answered question is changed by a later one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from layoutkit.layout.flex_align import (
    align_items_in_line,
    align_lines,
    physical_alignment,
    static_edge_across,
    static_edge_along,
)
from layoutkit.layout.flex_items import Container, determine_base_and_hypothetical_sizes
from layoutkit.layout.flex_lengths import resolve_flexible_lengths
from layoutkit.layout.flex_lines import (
    collect_lines,
    content_height,
    determine_hypothetical_cross_sizes,
    determine_line_cross_size,
    determine_main_size,
    room_for_line,
)
from layoutkit.layout.flex_widths import column_widths, row_widths, wrapping_column_widths
from layoutkit.layout.gutters import flex_gutters
from layoutkit.layout.node import LayoutOutput, margin_box

if TYPE_CHECKING:
    from layoutkit.layout.node import Area, LayoutInput, LayoutNode, Limits, Placement
    from layoutkit.layout.traits import Pair
    from layoutkit.layout.tree import Gutters

__all__ = ["FLEX"]


class _Flex:
    """The flex formatting context."""

    def prepare(self, node: LayoutNode) -> None:
        """Work direction and wrapping into the alignment of every item."""
        for child in node.items:
            child.align = physical_alignment(node, child)

    def arrange(self, node: LayoutNode, question: LayoutInput) -> LayoutOutput:
        """9.1 to 9.4, as far as the size of the container depends on them."""
        alike = node.traits.column == 0 and not node.height_matters
        known = node.memo.get(question.width) if alike else None
        if isinstance(known, Container):  # a row of the same width: only its height is another
            return LayoutOutput(question, content_height(known), known)
        # 9.1 Initial Setup: the items are the node's children in flow.
        # 9.2 Line Length Determination
        container = Container(node, question.width, question.height if question.definite else None)
        determine_base_and_hypothetical_sizes(container)
        # 9.3 Main Size Determination
        collect_lines(container, room_for_line(container, question))
        main_size = determine_main_size(container, question)
        for line in container.lines:
            resolve_flexible_lengths(container, line, main_size)
        # 9.4 Cross Size Determination
        for line in container.lines:
            determine_hypothetical_cross_sizes(container, line)
            determine_line_cross_size(container, line)
        if alike and container.available[1] is None:
            node.memo[question.width] = container
        return LayoutOutput(question, content_height(container), container)

    def finish(self, node: LayoutNode, answer: LayoutOutput) -> None:
        """9.4 from the cross sizes of the lines on, 9.5 Main-Axis Alignment and 9.6 Cross-Axis Alignment."""
        container = cast("Container", answer.state)
        placed: list[Placement] = []
        for line, cross_size, offset in align_lines(container, answer):
            baseline = align_items_in_line(container, line, cross_size, offset, placed)
            if answer.baseline is None:
                answer.baseline = baseline
        if node.traits.reverse or node.traits.wrap_reverse:
            by_node = {placement[0]: placement for placement in placed}
            placed = [by_node[item] for item in node.items]
        answer.placements = placed
        answer.state = None

    def content_widths(self, node: LayoutNode, height: float | None, tallest: float, limits: Limits) -> Pair:
        """9.9 Intrinsic Sizes."""
        del limits
        container = Container(node, None, height)
        if container.main == 0:
            return row_widths(container)
        if container.wrap:
            return wrapping_column_widths(container, tallest if height is None else height)
        return column_widths(container)

    def static_edges(self, node: LayoutNode, child: LayoutNode) -> tuple[str, str]:
        """4.1 Absolutely-Positioned Flex Children: where the sole item of the container would be."""
        along, across = static_edge_along(node), static_edge_across(node, child)
        return (across, along) if node.traits.column else (along, across)

    def containing_block(self, answer: LayoutOutput, child: LayoutNode, padding: Area, content: Pair) -> Area:
        """4.1: The padding box, always."""
        del answer, child, content
        return padding

    def relative_base(self, answer: LayoutOutput, child: LayoutNode) -> tuple[float, float | None]:
        """The content box."""
        del child
        question = answer.question
        return question.width, question.height if question.definite else None

    def gutters(self, node: LayoutNode, answer: LayoutOutput) -> Gutters:
        """Between neighbours in a line, and between lines."""
        placements = answer.placements or []
        boxes = [margin_box(placement) for placement in placements]
        visual = boxes[::-1] if node.traits.reverse else boxes
        return flex_gutters(visual, node.traits.column, (answer.question.width, answer.height))


FLEX = _Flex()
