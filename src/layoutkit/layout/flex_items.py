"""Flex items and their container: 9.2 FlexLine Length Determination, with 4.5 Automatic Minimum Size."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from layoutkit.layout.node import LayoutInput
from layoutkit.layout.sizes import (
    NO_LIMITS,
    answer,
    auto_height_question,
    content_based_widths,
    content_contribution,
    content_limits,
    definite_height,
    fitted_width,
    height_from_ratio,
    intrinsic_widths,
    transferred_heights,
    used,
    worded_width,
)
from layoutkit.layout.traits import resolve_length

if TYPE_CHECKING:
    from layoutkit.layout.node import LayoutNode, LayoutOutput
    from layoutkit.layout.traits import Pair, UsedValues

__all__ = [
    "Container",
    "FlexItem",
    "FlexLine",
    "automatic_minimum",
    "determine_base_and_hypothetical_sizes",
    "own_height",
]


class FlexItem:
    """A flex item, with all that does not depend on its line; inner main sizes in px."""

    __slots__ = (
        "base",
        "content_based",
        "edges",
        "greatest",
        "grow",
        "hypothetical",
        "least",
        "node",
        "outer",
        "shrink",
        "used",
        "width",
    )

    node: LayoutNode
    used: UsedValues
    grow: float
    shrink: float
    edges: float
    """Padding and border in the main axis."""
    outer: float
    """Padding, border and margins in the main axis."""
    base: float
    """The flex base size."""
    content_based: bool
    """Whether the content gave it."""
    least: float | None
    """The used minimum; None until the automatic one has been needed."""
    greatest: float
    """The used maximum, not below the minimum."""
    hypothetical: float
    """The hypothetical main size."""
    width: float | None
    """In a column on one line, the used width, where it was needed and does not depend on the height."""


class FlexLine:
    """A flex line: the items, and for each what the line makes of it."""

    __slots__ = ("answers", "ascent", "cross_size", "crosses", "free", "items", "length", "mains")

    def __init__(self, items: list[FlexItem], length: float) -> None:
        self.items = items
        self.length = length
        """The sum of the hypothetical outer main sizes and the gaps, in px."""
        self.mains: list[float] = []
        """The used main size of each item, inner."""
        self.free = 0.0
        """Main-axis space left over after flexing, in px; negative where the items overflow."""
        self.crosses: list[float] = []
        """The hypothetical cross size of each item: its border box."""
        self.answers: list[LayoutOutput | None] = []
        """What gave it, where the content had to be asked."""
        self.cross_size = 0.0
        """The cross size of the line before stretching, in px."""
        self.ascent: float | None = None
        """From the line's start (its end, for wrap-reverse) to the shared baseline; None where no item takes part."""


class Container:
    """A flex container in the making, for one question."""

    __slots__ = ("available", "cross", "gap", "items", "line_gap", "lines", "main", "node", "wrap", "wrap_reverse")

    def __init__(self, node: LayoutNode, width: float | None, height: float | None) -> None:
        traits = node.traits
        self.node = node
        self.available = (width, height)
        """The content box; None where indefinite (9.2 #2)."""
        self.main = traits.column
        self.cross = 1 - traits.column
        self.wrap = traits.wrap
        self.wrap_reverse = traits.wrap_reverse
        gaps = traits.gaps
        if gaps is None:
            style = traits.style
            gaps = resolve_length(style.column_gap, width) or 0.0, resolve_length(style.row_gap, height) or 0.0
        self.gap = gaps[self.main]
        self.line_gap = gaps[self.cross]
        self.items: list[FlexItem] = []
        self.lines: list[FlexLine] = []


def determine_base_and_hypothetical_sizes(container: Container) -> None:
    """9.2 #3: Determine the flex base size and hypothetical main size of each item."""
    memo = container.node.memo
    width, height = container.available
    needs_width = container.main == 1 or container.node.items_relative
    key = ("items", width if needs_width else None, height if container.node.height_matters else None)
    known = memo.get(key)
    if isinstance(known, list):
        container.items = known
        return
    main = container.main
    for node in container.node.items:
        traits = node.traits
        lengths = traits.constant or used(node, width, height)
        item = FlexItem()
        item.node = node
        item.used = lengths
        item.grow = traits.grow
        item.shrink = traits.shrink
        item.edges = edges = lengths.edges[main]
        item.outer = edges + lengths.margins[main]
        base = lengths.basis
        item.content_based = base is None
        item.least = item.width = None
        if base is None:
            base = content_main_size(container, item)
        item.base = base = base - edges
        if traits.words is None:
            least, greatest = lengths.least[main], lengths.greatest[main] - edges
        else:
            least, greatest = _main_limits(container, item)
            greatest -= edges
        if not traits.auto_min[main]:
            least = item.least = least - edges
        elif _minimum_may_exceed_base(item, main):
            least = automatic_minimum(container, item)
        else:
            least = 0.0
        item.greatest = greatest = max(greatest, least)
        item.hypothetical = max(least, min(base, greatest))
        container.items.append(item)
    memo[key] = container.items


def _minimum_may_exceed_base(item: FlexItem, main: int) -> bool:
    """Whether the automatic minimum can exceed the flex base size; otherwise it only matters to an item that shrinks.

    It is at most the specified size; and what the content gave as base is at least what it gives as minimum.
    """
    if item.node.traits.ratio is not None:
        return True
    specified = item.used.size[main]
    return not item.content_based and (specified is None or specified - item.edges > item.base)


def content_main_size(container: Container, item: FlexItem) -> float:
    """The flex base size where the content decides (9.2 #3, B to E): a border-box size."""
    if container.main == 0:
        words = item.node.traits.words
        word = "max-content" if words is None else words.basis or "max-content"
        return _worded_main_size(container, item, word)
    if item.node.traits.ratio is not None:
        return height_from_ratio(item.node, item.used, column_item_width(container, item))
    return content_height_of(container, item)


def _worded_main_size(container: Container, item: FlexItem, word: str, endless: float = inf) -> float:
    """What a keyword for a size of the content stands for in the main axis: a border-box size.

    ``endless`` is the room that ``fit-content`` is offered where that of the container is indefinite.
    """
    if container.main:
        return content_main_size(container, item)
    available, margins = container.available[0], item.used.margins[0]
    widths = content_based_widths(item.node, item.used, own_height(container, item))
    return worded_width(widths, word, endless if available is None else available - margins)


def _main_limits(container: Container, item: FlexItem) -> Pair:
    """The minimum, without the automatic one, and the maximum in the main axis: border-box sizes."""
    main, words = container.main, item.node.traits.words
    least, greatest = item.used.least[main], item.used.greatest[main]
    if words is not None:
        if words.least[main]:
            least = _worded_main_size(container, item, words.least[main], -inf)
        if words.greatest[main]:
            greatest = _worded_main_size(container, item, words.greatest[main])
    return least, greatest


def automatic_minimum(container: Container, item: FlexItem) -> float:
    """4.5 Automatic Minimum Size of Flex Items: inner, at most the maximum; worked out once per item."""
    if item.least is not None:
        return item.least
    node, lengths, main = item.node, item.used, container.main
    by_ratio = node.traits.ratio is not None
    specified = lengths.size[main]
    if main == 0:
        height = own_height(container, item)
        content = content_based_widths(node, lengths, height)[0]
        if by_ratio:
            content = max(content, intrinsic_widths(node, lengths, height)[0])
            if node.traits.words is not None and node.traits.words.size[0]:
                specified = _worded_main_size(container, item, node.traits.words.size[0])
    else:
        known = item.content_based and not by_ratio
        content = item.base + item.edges if known else content_height_of(container, item)
        if by_ratio:
            low, high = transferred_heights(node, lengths)
            transferred = height_from_ratio(node, lengths, column_item_width(container, item))
            content = max(low, min(content, high), transferred)
            if specified is None and not node.traits.auto_size[1]:
                specified = transferred
    if specified is not None:
        content = min(content, specified)
    item.least = max(0.0, min(content, _main_limits(container, item)[1]) - item.edges)
    return item.least


def own_height(container: Container, item: FlexItem) -> float | None:
    """The height of an item of a row, where it is known before layout (9.8 #1: stretching makes it so)."""
    stretched = container.available[1] if not container.wrap and item.node.align == "stretch" else None
    return definite_height(item.node, item.used, stretched)


def column_item_width(container: Container, item: FlexItem) -> float:
    """The width at which the content height of a column's item is measured."""
    available = container.available[0]
    if available is None:  # 9.9.2: a wrapping column offers each item its max-content contribution
        return content_contribution(item.node, item.used, None)[1]
    if item.width is not None:
        return item.width
    node = item.node
    stretch = not container.wrap and node.align == "stretch"
    width = fitted_width(node, item.used, available, stretch=stretch, height=None)
    if not (container.wrap or node.height_matters or node.traits.ratio is not None):
        item.width = width
    return width


def content_height_of(container: Container, item: FlexItem) -> float:
    """The height that the content of a column's item takes: border box, the limits of the item left aside.

    No percentage inside refers to a height meanwhile, not even where the item has one.
    """
    node = item.node
    if node.empty:
        return item.edges
    lengths = used(node, container.available[0], None)
    question = auto_height_question(node, lengths, column_item_width(container, item))
    known = definite_height(node, lengths, None)
    if known is not None or question.definite:
        height = question.height if known is None else known - lengths.edges[1]
        # Only a wrapping column needs to know its own height to tell the height of its content.
        limits = content_limits(node, lengths) if node.limits_matter else NO_LIMITS
        height = height if node.traits.content_relative else None
        question = LayoutInput(question.width, height, False, limits.least[1], limits.greatest[1])  # noqa: FBT003
    return answer(node, question).content_height + lengths.edges[1]
