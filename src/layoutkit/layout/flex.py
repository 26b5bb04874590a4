"""CSS Flexible Box Layout Module Level 1, section 9: the flex layout algorithm.

Left out: ``order``, ``visibility: collapse``, ``last baseline``, safe and unsafe alignment, vertical and
right-to-left writing, fragmentation, replaced elements.

Departures from the text of the standard, all for the sake of what browsers do (Chromium is the oracle):
the width of a row that its content decides is summed up as 9.9.1 describes it in words, not by its flex
fractions; baseline alignment in a column is alignment at the start.

Rows and columns are written once: ``main`` and ``cross`` are 0 for the inline axis and 1 for the block axis,
and index every pair. Sizes of items are content-box sizes, as in the standard ("inner").
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from layoutkit.layout.align import baseline_or_bottom, distribute
from layoutkit.layout.flex_lengths import resolve_flexible_lengths
from layoutkit.layout.node import SLACK, Answer, Placement, Question
from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    content_based_widths,
    content_contribution,
    definite_height,
    height_from_ratio,
    intrinsic_widths,
    limited_width,
    resolve_length,
    transferred_heights,
    used,
)

if TYPE_CHECKING:
    from layoutkit.layout.node import Node, Pair, Used

__all__ = ["FLEX"]


class Item:
    """A flex item, while its container is laid out."""

    __slots__ = (
        "answer",
        "base",
        "content_based",
        "cross",
        "edges",
        "frozen",
        "hypothetical",
        "least",
        "margin",
        "most",
        "node",
        "outer",
        "target",
        "used",
        "violation",
    )

    def __init__(self, node: Node, lengths: Used, main: int) -> None:
        self.node = node
        self.used = lengths
        self.edges = lengths.edges[main]
        self.outer = lengths.edges[main] + lengths.margins[main]
        """What the margin box has in the main axis besides the content box."""
        self.base = 0.0
        """The inner flex base size."""
        self.content_based = False
        """Whether the flex base size came from the content."""
        self.least: float | None = 0.0
        """The used minimum, inner; None while nobody needed the automatic one."""
        self.most = inf
        self.hypothetical = 0.0
        self.target = 0.0
        """The target main size, and at last the used one (9.7)."""
        self.frozen = False
        self.violation = 0.0
        self.cross = 0.0
        """The size of the border box in the cross axis, before stretching."""
        self.answer: Answer | None = None


class Line:
    """A flex line."""

    __slots__ = ("ascent", "below", "cross", "free", "items", "offset")

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.cross = 0.0
        self.free = 0.0
        """Main-axis space left over after flexing; negative where the items overflow."""
        self.ascent: float | None = None
        """From the line's start (its end, for wrap-reverse) to the shared baseline."""
        self.offset = 0.0


class Container:
    """A flex container, while it is laid out."""

    __slots__ = ("available", "cross", "gap", "items", "line_gap", "lines", "main", "node", "question", "wrap")

    def __init__(self, node: Node, available: tuple[float | None, float | None], question: Question | None) -> None:
        style = node.style
        self.node = node
        self.question = question
        self.available = available
        """The content box; None where indefinite (9.2)."""
        self.main = node.column
        self.cross = 1 - node.column
        self.wrap = style.flex_wrap != "nowrap"
        columns = resolve_length(style.column_gap, available[0]) or 0.0
        rows = resolve_length(style.row_gap, available[1]) or 0.0
        self.gap, self.line_gap = (rows, columns) if node.column else (columns, rows)
        self.items: list[Item] = []
        self.lines: list[Line] = []

    def stretched_height(self, item: Node) -> float | None:
        """The height that an item of a row is sure to be stretched to (9.8, rule 1)."""
        if self.main == 0 and not self.wrap and item.align == "stretch":
            return self.available[1]
        return None


class _Flex:
    """The flex formatting context."""

    def prepare(self, node: Node) -> None:
        node.wraps_column = node.column == 1 and node.style.flex_wrap != "nowrap"
        for child in node.items:
            child.align = _physical_alignment(node, child)

    def content_widths(self, node: Node, height: float | None, tallest: float) -> Pair:
        """9.9. Intrinsic Sizes."""
        container = Container(node, (None, height), None)
        if node.column == 0:
            return _row_widths(container)
        if container.wrap:
            return _wrapping_column_widths(container, tallest if height is None else height)
        return _column_widths(container)

    def arrange(self, node: Node, question: Question) -> Answer:
        """9.1 to 9.4, as far as the size of the container needs it."""
        # 9.1 Initial Setup: the items are the node's children in flow.
        # 9.2 Line Length Determination
        container = Container(node, (question.width, question.height if question.definite else None), question)
        determine_base_and_hypothetical_sizes(container)
        # 9.3 Main Size Determination
        collect_lines(container, room_for_line(container, question))
        main_size = determine_main_size(container, question)
        for line in container.lines:
            line.free = resolve_flexible_lengths(line.items, main_size, container.gap, lambda i: automatic_minimum(container, i))
        # 9.4 Cross Size Determination
        for line in container.lines:
            determine_hypothetical_cross_sizes(container, line)
            determine_line_cross_size(container, line)
        return Answer(node, question, content_height(container), container)

    def finish(self, answer: Answer) -> None:
        """9.4 from the cross sizes of the lines on, 9.5 and 9.6."""
        container = answer.state
        assert isinstance(container, Container)
        stretch_and_align_lines(container, answer)
        placements: dict[Node, Placement] = {}
        first = True
        for line in container.lines:
            align_main_axis(container, line, answer, placements, first)
            first = False
        answer.placements = [placements[item] for item in container.node.items]
        answer.state = None


    def static_edges(self, node: Node, child: Node) -> tuple[str, str]:
        """4.1 Absolutely-Positioned Flex Children."""
        align = _physical_alignment(node, child)
        reverse = node.style.flex_wrap == "wrap-reverse"
        if align not in ("center", "end"):
            align = "end" if align == "stretch" and reverse else "start"
        along = _justify_edge(node.style.justify_content, reverse="reverse" in node.style.flex_direction)
        return (align, along) if node.column else (along, align)


def _justify_edge(justify: str, *, reverse: bool) -> str:
    if justify in ("center", "space-around", "space-evenly"):
        return "center"
    if justify in ("start", "end"):
        return justify
    return "end" if (justify == "flex-end") != reverse else "start"


def _physical_alignment(parent: Node, child: Node) -> str:
    """align-self, with wrap-reverse and the writing direction worked in."""
    cross = 1 - parent.column
    align = child.style.align_self
    if align == "auto":
        align = parent.style.align_items
    if (child.auto_start[cross] or child.auto_end[cross]) and child.style.position != "absolute":
        return "start"
    reverse = parent.style.flex_wrap == "wrap-reverse"
    if align == "flex-start":
        return "end" if reverse else "start"
    if align == "flex-end":
        return "start" if reverse else "end"
    return "stretch" if align == "normal" else align


# ---- 9.2 Line Length Determination ----------------------------------------------------------------


def determine_base_and_hypothetical_sizes(container: Container) -> None:
    """9.2 #3: the flex base size and the hypothetical main size of each item."""
    main = container.main
    width, height = container.available
    for node in container.node.items:
        lengths = node.constant or used(node, width, height)
        item = Item(node, lengths, main)
        base = lengths.basis
        if base is None:
            item.content_based = True
            base = content_main_size(container, item)
        item.base = base = base - item.edges
        most = lengths.limits_max[main]
        if node.auto_min[main]:
            item.least = None
            floor = 0.0
            if not item.content_based:
                specified = lengths.size[main]
                if specified is None or specified - item.edges > base or node.ratio is not None:
                    floor = automatic_minimum(container, item)
            elif node.ratio is not None or main:
                floor = automatic_minimum(container, item)
            item.most = max(most - item.edges, floor)
        else:
            floor = item.least = lengths.limits_min[main] - item.edges
            item.most = max(most - item.edges, floor)
        item.hypothetical = max(floor, min(base, item.most))
        container.items.append(item)


def content_main_size(container: Container, item: Item) -> float:
    """The flex base size where the content decides (9.2 #3, B to E): a border-box size."""
    node, lengths = item.node, item.used
    if container.main == 0:
        return content_based_widths(node, lengths, own_height(container, item))[1]
    if node.ratio is not None:
        return height_from_ratio(node, lengths, column_item_width(container, item))
    return content_height_of(container, item)


def automatic_minimum(container: Container, item: Item) -> float:
    """4.5 Automatic Minimum Size of Flex Items: inner, at most the maximum; kept in ``item.least``."""
    if item.least is not None:
        return item.least
    node, lengths, main = item.node, item.used, container.main
    specified = lengths.size[main]
    if main == 0:
        height = own_height(container, item)
        content = content_based_widths(node, lengths, height)[0]
        if node.ratio is not None:
            content = max(content, intrinsic_widths(node, lengths, height)[0])
    else:
        content = content_height_of(container, item)
        if node.ratio is not None:
            low, high = transferred_heights(node, lengths)
            content = max(low, min(content, high))
            by_ratio = height_from_ratio(node, lengths, column_item_width(container, item))
            content = max(content, by_ratio)
            if specified is None and not node.auto_size[1]:
                specified = by_ratio
    if specified is not None:
        content = min(content, specified)
    item.least = max(0.0, min(content, lengths.limits_max[main]) - item.edges)
    return item.least


def own_height(container: Container, item: Item) -> float | None:
    """The height of an item of a row, where it is definite before layout."""
    return definite_height(item.node, item.used, container.stretched_height(item.node))


def column_item_width(container: Container, item: Item) -> float:
    """The width at which the height of a column's item is first measured."""
    node = item.node
    available = container.available[0]
    if available is None:  # 9.9: a wrapping column offers each item its max-content contribution
        return content_contribution(node, item.used, None)[1]
    stretch = not container.wrap and node.align == "stretch"
    return limited_width(node, item.used, available, stretch=stretch, height=None)


def content_height_of(container: Container, item: Item) -> float:
    """The height that the content of a column's item takes: border box, its own limits left aside."""
    node = item.node
    width, _ = container.available
    lengths = node.constant or used(node, width, None)
    question = auto_height_question(node, lengths, column_item_width(container, item), None)
    if question.definite:
        # Only a wrapping column needs its own height to know the height of its content.
        question = question._replace(definite=False, height=question.height if node.wraps_column else None)
    return answer(node, question).content_height + lengths.edges[1]


# ---- 9.3 Main Size Determination ------------------------------------------------------------------


def room_for_line(container: Container, question: Question) -> float:
    """The main size at which lines break: in a column of content height, its greatest height."""
    if container.main == 0:
        return question.width
    return max(question.minimum, question.maximum) if question.height is None else question.height


def collect_lines(container: Container, size: float) -> None:
    """9.3 #5: Collect flex items into flex lines."""
    items, gap = container.items, container.gap
    if not items:
        return
    if not container.wrap:
        container.lines = [Line(items)]
        return
    start, filled = 0, 0.0
    for index, item in enumerate(items):
        outer = item.hypothetical + item.outer
        if index > start and filled + outer > size + SLACK:
            container.lines.append(Line(items[start:index]))
            start, filled = index, 0.0
        filled += outer + gap
    container.lines.append(Line(items[start:]))


def determine_main_size(container: Container, question: Question) -> float:
    """9.3 #4: Determine the main size of the flex container, a content-box size."""
    if container.main == 0:
        return question.width
    return question.used_height(longest_line(container))


def longest_line(container: Container) -> float:
    """The largest sum of hypothetical main sizes and gaps of a line."""
    longest = 0.0
    for line in container.lines:
        length = container.gap * (len(line.items) - 1)
        for item in line.items:
            length += item.hypothetical + item.outer
        longest = max(longest, length)
    return longest


# ---- 9.4 Cross Size Determination -----------------------------------------------------------------


def determine_hypothetical_cross_sizes(container: Container, line: Line) -> None:
    """9.4 #7: Determine the hypothetical cross size of each item."""
    for item in line.items:
        node, lengths = item.node, item.used
        if container.main == 0:
            question = auto_height_question(
                node, lengths, item.target + item.edges, container.stretched_height(node)
            )
            item.answer = answer(node, question)
            item.cross = item.answer.height + lengths.edges[1]
        else:
            width = container.available[0]
            assert width is not None
            stretch = not container.wrap and node.align == "stretch"
            item.cross = final_column_width(container, item, width, stretch=stretch)


def final_column_width(container: Container, item: Item, available: float, *, stretch: bool) -> float:
    """The width of a column's item whose height has been decided."""
    height = item.target + item.edges
    if height_is_definite(container, item):
        return limited_width(item.node, item.used, available, stretch=stretch, height=height)
    return limited_width(item.node, item.used, available, stretch=stretch, height=None, tallest=height)


def height_is_definite(container: Container, item: Item) -> bool:
    """9.8 Definite and Indefinite Sizes, rule 4: whether percentages refer to the flexed height of a column's item."""
    return not item.content_based or container.available[1] is not None or item.node.ratio is not None


def determine_line_cross_size(container: Container, line: Line) -> None:
    """9.4 #8: Calculate the cross size of each flex line."""
    cross = container.cross
    largest = 0.0
    above, below = -inf, -inf
    for item in line.items:
        margins = item.used.margins[cross]
        if item.node.align == "baseline":
            ascent = item_ascent(container, item)
            above = max(above, ascent)
            below = max(below, item.cross + margins - ascent)
            largest = max(largest, above + below)
        else:
            largest = max(largest, item.cross + margins)
    line.cross = largest
    line.ascent = None if above == -inf else above


def item_ascent(container: Container, item: Item) -> float:
    """From the item's margin edge on the line's start side to its baseline."""
    cross = container.cross
    start = item.used.margin[cross]
    baseline = 0.0
    if container.main == 0:
        assert item.answer is not None
        baseline = baseline_or_bottom(item.answer, item.used)
    if container.node.style.flex_wrap == "wrap-reverse":
        return item.used.margins[cross] - start + item.cross - baseline
    return start + baseline


def content_height(container: Container) -> float:
    """The height that the lines take: the longest of a column, all of a row."""
    if container.main:
        return longest_line(container)
    if not container.lines:
        return 0.0
    return sum([line.cross for line in container.lines]) + container.line_gap * (len(container.lines) - 1)


def stretch_and_align_lines(container: Container, answer: Answer) -> None:
    """9.4 #9 and 9.6 #15, #16: the cross size of the container, and the lines stretched and aligned in it."""
    lines = container.lines
    if not lines:
        return
    style = container.node.style
    size = answer.question.width if container.main else answer.height
    if not container.wrap:
        lines[0].cross = size
        lines[0].offset = 0.0
        return
    reverse = style.flex_wrap == "wrap-reverse"
    if reverse:
        lines.reverse()
    free = size - container.line_gap * (len(lines) - 1)
    for line in lines:
        free -= line.cross
    if style.align_content in ("normal", "stretch") and free >= 0:
        for line in lines:
            line.cross += free / len(lines)
        free = 0.0
    offset, between = distribute(style.align_content, free, len(lines), reverse=reverse)
    for line in lines:
        line.offset = offset
        offset += line.cross + between + container.line_gap


# ---- 9.5 Main-Axis Alignment and 9.6 Cross-Axis Alignment ------------------------------------------


def align_main_axis(
    container: Container, line: Line, answer: Answer, placements: dict[Node, Placement], first_line: bool
) -> None:
    """9.5 #12: Distribute any remaining free space; then 9.6 for each item."""
    style = container.node.style
    main = container.main
    reverse = style.flex_direction in ("row-reverse", "column-reverse")
    items = line.items[::-1] if reverse else line.items
    autos = 0
    for item in items:
        autos += item.node.auto_start[main] + item.node.auto_end[main]
    free, auto_margin = line.free, 0.0
    if autos and free > 0:
        auto_margin = free / autos
        free = 0.0
    position, between = distribute(style.justify_content, free, len(items), reverse=reverse)
    between += container.gap
    for item in items:
        node, lengths = item.node, item.used
        position += auto_margin if node.auto_start[main] else lengths.margin[main]
        across = align_cross_axis(container, line, item)
        assert item.answer is not None
        x, y = (across, position) if main else (position, across)
        placements[node] = Placement(node, lengths, item.answer, x, y)
        if first_line and answer.baseline is None:
            answer.baseline = y + baseline_or_bottom(item.answer, lengths)
        position += item.target + item.edges + between
        position += auto_margin if node.auto_end[main] else lengths.margins[main] - lengths.margin[main]
    if first_line and line.ascent is not None and main == 0:
        if style.flex_wrap == "wrap-reverse":
            answer.baseline = line.offset + line.cross - line.ascent
        else:
            answer.baseline = line.offset + line.ascent


def align_cross_axis(container: Container, line: Line, item: Item) -> float:
    """9.4 #11, 9.6 #13 and #14: the used cross size of an item, its auto margins and its place across the line."""
    node, lengths = item.node, item.used
    cross = container.cross
    align = node.align
    ask_final_size(container, line, item)
    free = line.cross - item.cross - lengths.margins[cross]
    start = line.offset + lengths.margin[cross]
    if node.auto_start[cross]:
        return start + (max(0.0, free) / (2 if node.auto_end[cross] else 1))
    if align == "center":
        return start + free / 2
    if align == "end":
        return start + free
    reverse = container.node.style.flex_wrap == "wrap-reverse"
    if align == "stretch":
        return start + free if reverse else start
    if align == "baseline" and line.ascent is not None:
        shift = line.ascent - item_ascent(container, item)
        return start + free - shift if reverse else start + shift
    return start


def ask_final_size(container: Container, line: Line, item: Item) -> None:
    """9.4 #11: Determine the used cross size of each flex item."""
    node, lengths = item.node, item.used
    stretch = node.align == "stretch" and node.auto_size[container.cross]
    if container.main == 0:
        if stretch:
            item.answer = answer(node, auto_height_question(node, lengths, item.target + item.edges, line.cross))
            item.cross = item.answer.height + lengths.edges[1]
        return
    if container.wrap:
        item.cross = final_column_width(container, item, line.cross, stretch=stretch)
    width = item.cross - lengths.edges[0]
    item.answer = answer(node, Question(width, item.target, height_is_definite(container, item)))


# ---- 9.9 Intrinsic Sizes ---------------------------------------------------------------------------


def _row_widths(container: Container) -> Pair:
    """9.9.1 Flex Container Intrinsic Main Sizes."""
    determine_base_and_hypothetical_sizes(container)
    low = high = largest = 0.0
    for item in container.items:
        least, most = content_contribution(item.node, item.used, own_height(container, item))
        margins = item.used.margins[0]
        largest = max(largest, least + margins)
        low += inflexible_contribution(item, least) + margins
        high += inflexible_contribution(item, most) + margins
    gaps = container.gap * max(0, len(container.items) - 1)
    low = largest if container.wrap else low + gaps
    return max(0.0, low), max(0.0, low, high + gaps)


def inflexible_contribution(item: Item, contribution: float) -> float:
    """A contribution capped by the flex base size if the item cannot grow, floored by it if it cannot shrink."""
    if item.content_based:
        return contribution
    base = item.base + item.edges
    if (contribution > base and item.node.grow == 0) or (contribution < base and item.node.shrink == 0):
        return item.hypothetical + item.edges
    return contribution


def _column_widths(container: Container) -> Pair:
    """9.9.2 Flex Container Intrinsic Cross Sizes, of a column on one line."""
    low = high = 0.0
    height = container.available[1]
    for node in container.node.items:
        lengths = used(node, None, height)
        least, most = content_contribution(node, lengths, definite_height(node, lengths, None))
        low = max(low, least + lengths.margins[0])
        high = max(high, most + lengths.margins[0])
    return low, max(low, high)


def _wrapping_column_widths(container: Container, tallest: float) -> Pair:
    """9.9.2, of a wrapping column: the lines, when each item is offered its max-content contribution."""
    determine_base_and_hypothetical_sizes(container)
    collect_lines(container, tallest)
    low = 0.0
    high = container.line_gap * max(0, len(container.lines) - 1)
    for line in container.lines:
        for item in line.items:
            least, most = content_contribution(item.node, item.used, definite_height(item.node, item.used, None))
            low = max(low, least + item.used.margins[0])
            item.cross = most
        determine_line_cross_size(container, line)
        high += line.cross
    return low, max(low, high)


FLEX = _Flex()
