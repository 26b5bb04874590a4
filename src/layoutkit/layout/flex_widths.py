"""The content widths of a flex container: 9.9 Intrinsic Sizes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.flex_items import determine_base_and_hypothetical_sizes, own_height
from layoutkit.layout.flex_lines import collect_lines, determine_line_cross_size
from layoutkit.layout.sizes import content_contribution, definite_height, used

if TYPE_CHECKING:
    from layoutkit.layout.flex_items import Container, FlexItem
    from layoutkit.layout.traits import Pair

__all__ = ["column_widths", "row_widths", "wrapping_column_widths"]


def row_widths(container: Container) -> Pair:
    """9.9.1 Flex Container Intrinsic Main Sizes, of a row: its items' contributions added up."""
    determine_base_and_hypothetical_sizes(container)
    low = high = largest = 0.0
    for item in container.items:
        least, most = content_contribution(item.node, item.used, own_height(container, item))
        margins = item.used.margins[0]
        largest = max(largest, least + margins)
        low += _flexible_contribution(item, least) + margins
        high += _flexible_contribution(item, most) + margins
    gaps = container.gap * max(0, len(container.items) - 1)
    low = largest if container.wrap else low + gaps
    return max(0.0, low), max(0.0, low, high + gaps)


def _flexible_contribution(item: FlexItem, contribution: float) -> float:
    """A contribution, capped by the flex base size if the item cannot grow, floored by it if it cannot shrink."""
    if item.content_based:
        return contribution
    base = item.base + item.edges
    if (contribution > base and item.grow == 0) or (contribution < base and item.shrink == 0):
        return item.hypothetical + item.edges
    return contribution


def column_widths(container: Container) -> Pair:
    """9.9.2 Flex Container Intrinsic Cross Sizes, of a column on one line: its widest item."""
    low = high = 0.0
    height = container.available[1]
    for node in container.node.items:
        lengths = used(node, None, height)
        least, most = content_contribution(node, lengths, definite_height(node, lengths, None))
        low = max(low, least + lengths.margins[0])
        high = max(high, most + lengths.margins[0])
    return low, max(low, high)


def wrapping_column_widths(container: Container, tallest: float) -> Pair:
    """9.9.2, of a wrapping column: its lines, each item being offered its max-content contribution."""
    determine_base_and_hypothetical_sizes(container)
    collect_lines(container, tallest)
    low = 0.0
    high = container.line_gap * max(0, len(container.lines) - 1)
    for line in container.lines:
        for item in line.items:
            least, most = content_contribution(item.node, item.used, definite_height(item.node, item.used, None))
            low = max(low, least + item.used.margins[0])
            line.crosses.append(most)
        determine_line_cross_size(container, line)
        high += line.cross_size
    return low, max(low, high)
