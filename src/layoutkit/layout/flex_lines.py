"""Flex lines: 9.3 Main Size Determination and the first half of 9.4 Cross Size Determination."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

from layoutkit.layout.align import baseline_or_bottom
from layoutkit.layout.flex_items import FlexLine, column_item_width, own_height
from layoutkit.layout.node import SLACK, LayoutInput
from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    content_limits,
    fitted_width,
    known_height_question,
)
from layoutkit.layout.traits import resolve

if TYPE_CHECKING:
    from layoutkit.layout.flex_items import Container, FlexItem
    from layoutkit.layout.node import LayoutNode, LayoutOutput
    from layoutkit.layout.traits import UsedValues

__all__ = [
    "collect_lines",
    "content_height",
    "decided_column_item",
    "decided_row_item",
    "determine_hypothetical_cross_sizes",
    "determine_line_cross_size",
    "determine_main_size",
    "fitted_column_item",
    "height_follows_content",
    "height_is_definite",
    "item_ascent",
    "lengths_in_line",
    "room_for_line",
]


def room_for_line(container: Container, question: LayoutInput) -> float:
    """The main size at which lines break: in a column as high as its content, its greatest height."""
    if container.main == 0:
        return question.width
    return max(question.least, question.greatest) if question.height is None else question.height


def collect_lines(container: Container, room: float) -> None:
    """9.3 #5: Collect flex items into flex lines."""
    items, gap, wrap = container.items, container.gap, container.wrap
    start, length = 0, -gap
    for index, item in enumerate(items):
        outer = item.hypothetical + item.outer
        if wrap and index > start and length + gap + outer > room + SLACK:
            container.lines.append(FlexLine(items[start:index], length))
            start, length = index, -gap
        length += gap + outer
    if items:
        container.lines.append(FlexLine(items[start:], length))


def determine_main_size(container: Container, question: LayoutInput) -> float:
    """9.3 #4: Determine the main size of the flex container, a content-box size."""
    return question.used_height(_longest_line(container)) if container.main else question.width


def _longest_line(container: Container) -> float:
    """The largest sum of hypothetical main sizes and gaps of a line."""
    longest = 0.0
    for line in container.lines:
        longest = max(longest, line.length)
    return longest


def determine_hypothetical_cross_sizes(container: Container, line: FlexLine) -> None:
    """9.4 #7: Determine the hypothetical cross size of each item."""
    if container.main:
        width = cast("float", container.available[0])
        for item, main in zip(line.items, line.mains, strict=True):
            size = item.width
            if size is None:
                stretch = not container.wrap and item.node.align == "stretch"
                size = fitted_column_item(container, item, main, width, stretch=stretch)
            line.crosses.append(size)
        return
    for item, main in zip(line.items, line.mains, strict=True):
        node, lengths = item.node, item.used
        found: LayoutOutput | None = None
        height = own_height(container, item)
        if height is None:
            if node.empty and node.traits.ratio is None:
                height = lengths.least[1]
            else:
                found = answer(node, auto_height_question(node, lengths, main + item.edges))
                height = found.height + lengths.edges[1]
        elif height_follows_content(node):
            found = answer(node, known_height_question(node, lengths, main + item.edges, height))
            height = found.height + lengths.edges[1]
        line.crosses.append(height)
        line.answers.append(found)


def height_follows_content(node: LayoutNode) -> bool:
    """Whether a height that is known before layout is still moved by limits that are the content's height."""
    words = node.traits.words
    return words is not None and bool(words.least[1] or words.greatest[1])


def fitted_column_item(container: Container, item: FlexItem, main: float, width: float, *, stretch: bool) -> float:
    """The width of a column's item whose inner height has been decided, in a place of that width."""
    height = main + item.edges
    lengths = item.used
    if container.wrap and item.node.traits.stretches[0]:
        lengths = lengths_in_line(container, item, width)
    if height_is_definite(container, item):
        return fitted_width(item.node, lengths, width, stretch=stretch, height=height)
    return fitted_width(item.node, lengths, width, stretch=stretch, height=None, tallest=height)


def lengths_in_line(container: Container, item: FlexItem, cross_size: float) -> UsedValues:
    """The used lengths of an item that stretches across a line of that cross size."""
    width, height = container.available
    offered = (cross_size, height) if container.main else (width, cross_size)
    return resolve(item.node.traits.style, item.node.traits.in_column, width, height, offered)


def height_is_definite(container: Container, item: FlexItem) -> bool:
    """9.8 Definite and Indefinite Sizes, #4: whether percentages refer to the flexed height of a column's item."""
    return not item.content_based or container.available[1] is not None or item.node.traits.ratio is not None


def determine_line_cross_size(container: Container, line: FlexLine) -> None:
    """9.4 #8: Calculate the cross size of each flex line."""
    cross = container.cross
    largest = 0.0
    above = below = -inf
    for index, item in enumerate(line.items):
        outer = line.crosses[index] + item.used.margins[cross]
        if item.node.align == "baseline":
            ascent = item_ascent(container, item, line.crosses[index], _answer_for_baseline(container, line, index))
            above = max(above, ascent)
            below = max(below, outer - ascent)
            outer = above + below
        largest = max(largest, outer)
    line.cross_size = largest
    line.ascent = None if above == -inf else above


def _answer_for_baseline(container: Container, line: FlexLine, index: int) -> LayoutOutput | None:
    """The content of a row's item, laid out in the height that it has before it stretches."""
    if container.main or line.items[index].node.empty:
        return None
    found = line.answers[index]
    if found is None:
        item = line.items[index]
        question = decided_row_item(item, line.mains[index], line.crosses[index])
        found = line.answers[index] = answer(item.node, question)
    return found


def item_ascent(container: Container, item: FlexItem, size: float, found: LayoutOutput | None) -> float:
    """From an item's margin edge, on the side where its line starts, to its baseline; ``size`` is its cross size."""
    cross = container.cross
    start = item.used.margin[cross]
    baseline = baseline_or_bottom(item.node, found, item.used, size) if container.main == 0 else 0.0
    if container.wrap_reverse:
        return item.used.margins[cross] - start + size - baseline
    return start + baseline


def decided_column_item(container: Container, item: FlexItem, main: float, cross: float) -> LayoutInput:
    """What to ask a column's item both sizes of which are decided."""
    node, width = item.node, cross - item.used.edges[0]
    if height_is_definite(container, item):
        return LayoutInput(width, main, definite=True)
    if node.traits.style.display == "grid" and cross == column_item_width(container, item):
        unchanged = auto_height_question(node, item.used, cross)
        if abs(answer(node, unchanged).height - main) < SLACK:
            return unchanged  # rows keep the sizes that they had where the height was theirs to give
    if not node.limits_matter:
        return LayoutInput(width, main, definite=False)
    limits = content_limits(node, item.used)
    return LayoutInput(width, main, definite=False, least=limits.least[1], greatest=limits.greatest[1])


def decided_row_item(item: FlexItem, main: float, cross: float) -> LayoutInput:
    """What to ask a row's item both sizes of which are decided."""
    return LayoutInput(main, cross - item.used.edges[1], definite=True)


def content_height(container: Container) -> float:
    """The height that the lines take: the longest of a column, all of a row."""
    if container.main:
        return _longest_line(container)
    height = container.line_gap * max(0, len(container.lines) - 1)
    for line in container.lines:
        height += line.cross_size
    return height
