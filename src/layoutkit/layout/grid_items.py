"""Grid items: what they contribute to tracks, and how they lie in their areas (sections 6, 10 and 12.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layoutkit.layout.align import baseline_or_bottom
from layoutkit.layout.node import LayoutInput
from layoutkit.layout.sizes import (
    answer,
    auto_height_question,
    automatic_minimum_width,
    content_contribution,
    definite_height,
    fitted_width,
    known_height_question,
    transferred_heights,
    transferred_widths,
    used,
    width_limits,
)
from layoutkit.layout.traits import takes_share_of_height
from layoutkit.style.box import AUTO

if TYPE_CHECKING:
    from layoutkit.layout.grid_axis import Axis
    from layoutkit.layout.node import LayoutNode, LayoutOutput, SharedTracks
    from layoutkit.layout.traits import UsedValues

    Shared = tuple[int, SharedTracks | None, SharedTracks | None] | None

__all__ = [
    "Contribution",
    "GridItem",
    "Laid",
    "area_height",
    "column_contribution",
    "known_height",
    "lay_out",
    "row_contribution",
    "subgrid_width",
    "subgridded",
]


class GridItem:
    """A grid item that has been placed."""

    __slots__ = (
        "across",
        "by_height",
        "by_ratio",
        "down",
        "node",
        "percent_height",
        "plan",
        "sensitive",
        "span",
        "stretches",
        "subgrid",
    )

    node: LayoutNode
    span: tuple[tuple[int, int], tuple[int, int]]
    """In each axis, the indices of the tracks that it covers: from the first up to the last."""
    across: str
    """justify-self in the area: start, center, end, stretch, or normal; empty where auto margins decide."""
    down: str
    """align-self likewise, or baseline."""
    stretches: bool
    """Whether an auto height takes the height of the area."""
    by_ratio: bool
    """Whether an auto height that takes that of the area still goes with the aspect ratio: it has its limits."""
    percent_height: bool
    """Whether its height or a limit of it is a share of its area's."""
    sensitive: bool
    """Whether its width may depend on the height of its area."""
    by_height: bool
    """Whether it does through an aspect ratio."""
    subgrid: tuple[bool, bool]
    """Whether it shares the columns, and the rows, of the grid that it is an item of."""
    plan: int
    """Which of the plans that a subgrid keeps belongs to this item; -1 where it is none."""

    def __init__(self, parent: LayoutNode, node: LayoutNode) -> None:
        style, container, traits = node.traits.style, parent.traits.style, node.traits
        self.node = node
        across = container.justify_items if style.justify_self == "auto" else style.justify_self
        down = container.align_items if style.align_self == "auto" else style.align_self
        in_flow = not traits.out_of_flow
        self.across = "" if in_flow and (traits.auto_start[0] or traits.auto_end[0]) else _PHYSICAL.get(across, across)
        self.down = "" if in_flow and (traits.auto_start[1] or traits.auto_end[1]) else _PHYSICAL.get(down, down)
        fills = self.across in {"normal", "stretch"} or not traits.auto_size[0]
        self.stretches = self.down == "stretch" or (self.down == "normal" and (traits.ratio is None or not fills))
        self.by_ratio = self.down == "normal" and traits.ratio is not None
        self.percent_height = takes_share_of_height(style)
        takes_height = self.down in {"normal", "stretch"} and traits.auto_size[1]
        self.sensitive = (takes_height or self.percent_height) and (traits.relative or node.width_by_height)
        fixed_width = isinstance(style.width, int | float)
        self.by_height = not fixed_width and (traits.ratio is not None or node.ratio_by_height)
        self.plan = -1
        self.subgrid = _NEITHER
        if style.display != "grid":
            return
        self.subgrid = subgridded(node)
        if self.subgrid[0]:
            self.across = "stretch"
        if self.subgrid[1]:
            self.down, self.stretches, self.by_ratio = "stretch", True, False


def subgridded(node: LayoutNode) -> tuple[bool, bool]:
    """In which axes an item of a grid is a subgrid (Grid Level 2, 9)."""
    style = node.traits.style
    if style.display != "grid" or node.content is not None or node.traits.out_of_flow:
        return _NEITHER
    return style.grid_template_columns == "subgrid", style.grid_template_rows == "subgrid"


_NEITHER = (False, False)
_AS_A_LENGTH = frozenset({"min-content", "max-content"})
"""The keywords that count as a specified size."""
_PHYSICAL = {"flex-start": "start", "flex-end": "end"}


class Laid(NamedTuple):
    """An item of known size in an area."""

    lengths: UsedValues
    answer: LayoutOutput | None
    width: float
    height: float

    def has_baseline(self, node: LayoutNode) -> bool:
        """Whether something in the item has a baseline; otherwise it stands on its bottom."""
        if self.answer is not None and self.answer.placements is None:
            node.context.finish(node, self.answer)
        return self.answer is not None and self.answer.baseline is not None

    def ascent(self, node: LayoutNode) -> float:
        """From the top margin edge to the first baseline."""
        return self.lengths.margin[1] + baseline_or_bottom(node, self.answer, self.lengths, self.height)


def area_height(item: GridItem, rows: Axis) -> float | None:
    """The height of an item's area while columns are sized: as it is, or as far as fixed tracks tell it."""
    if not item.sensitive:
        return None
    start, end = item.span[1]
    return rows.area(start, end)[1] if rows.offsets else rows.definite_span(start, end)


def lay_out(item: GridItem, width: float, height: float | None, shared: Shared = None) -> Laid:
    """6.2 Grid GridItem Sizing, in an area of that width and height, which is None where rows are still to be sized.

    ``shared`` are the tracks that a subgrid takes over.
    """
    node = item.node
    if shared is not None:
        return _lay_out_subgrid(item, width, height, shared)
    lengths = used(node, width, height)
    known = known_height(item, lengths, height) if item.stretches else definite_height(node, lengths, None)
    outer = _used_width(item, lengths, width, known)
    if known is None:
        question = auto_height_question(node, lengths, outer)
    else:
        question = known_height_question(node, lengths, outer, known)
        if item.by_ratio and node.traits.auto_size[1] and node.traits.auto_min[1]:
            question = question._replace(greatest=lengths.greatest[1] - lengths.edges[1], encloses=True)
    if node.empty and question.height is None:
        return Laid(lengths, None, outer, lengths.least[1])
    found = answer(node, question)
    return Laid(lengths, found, outer, found.height + lengths.edges[1])


def _lay_out_subgrid(item: GridItem, width: float, height: float | None, shared: Shared) -> Laid:
    """9: a subgrid is always stretched in its subgridded axes, whatever it says of its size or alignment there."""
    node = item.node
    lengths = used(node, width, height)
    known = known_height(item, lengths, height) if item.stretches else definite_height(node, lengths, None)
    outer = subgrid_width(item, lengths, width, known)
    if item.subgrid[1] and known is not None:
        question = LayoutInput(outer - lengths.edges[0], known - lengths.edges[1], definite=True)
    elif known is not None:
        question = known_height_question(node, lengths, outer, known)
    else:
        question = auto_height_question(node, lengths, outer)
    found = answer(node, question._replace(shared=shared))
    return Laid(lengths, found, outer, found.height + lengths.edges[1])


def subgrid_width(item: GridItem, lengths: UsedValues, available: float, height: float | None) -> float:
    """The width of a subgrid in an area."""
    if item.subgrid[0]:
        return max(lengths.edges[0], available - lengths.margins[0])
    return _used_width(item, lengths, available, height)


def known_height(item: GridItem, lengths: UsedValues, area: float | None) -> float | None:
    """The height of an item where it is known before layout, be it because it takes that of its area."""
    node, traits = item.node, item.node.traits
    if item.subgrid[1]:
        return None if area is None else max(lengths.edges[1], area - lengths.margins[1])
    height = definite_height(node, lengths, area)
    if height is None or not item.by_ratio or not traits.auto_size[1]:
        return height
    low, high = transferred_heights(node, lengths)
    return max(lengths.least[1], min(low, lengths.greatest[1]), min(height, high))


def _used_width(item: GridItem, lengths: UsedValues, available: float, height: float | None) -> float:
    """The width of an item in an area; an aspect ratio yields to ``stretch`` and overrides ``normal``."""
    node, traits = item.node, item.node.traits
    by_ratio = traits.ratio is not None and height is not None
    stretch = item.across == "stretch" or (item.across == "normal" and not by_ratio)
    width = fitted_width(node, lengths, available, stretch=stretch, height=height)
    worded = traits.words is not None and bool(traits.words.size[0])
    if traits.ratio is None or not (traits.auto_size[0] or worded):
        return width
    least, most = width_limits(node, lengths, height, available)
    if (not stretch or worded) and by_ratio and not (item.by_ratio and traits.auto_size[1]):
        least = automatic_minimum_width(node, lengths, height, available)
    elif item.across != "stretch" and not worded:
        low, high = transferred_widths(node, lengths)
        least, width = max(least, min(low, most)), min(width, high)
    return max(least, width)


class Contribution:
    """What an item contributes in one axis, margins included: px."""

    __slots__ = ("end", "max_content", "min_content", "minimum", "start")

    def __init__(self, span: tuple[int, int], minimum: float, min_content: float, max_content: float) -> None:
        self.start, self.end = span
        self.minimum = minimum
        self.min_content = min_content
        self.max_content = max_content


def column_contribution(item: GridItem, columns: Axis, rows: Axis, shift: int = 0) -> Contribution:
    """The contributions of an item to its columns; percentages of the area's width are indefinite.

    ``shift`` is how many tracks are before its own in the grid that they belong to.
    """
    node = item.node
    height = area_height(item, rows)
    lengths = used(node, None, height)
    known = known_height(item, lengths, height if item.down in {"stretch", "normal"} else None)
    low, high = content_contribution(node, lengths, known)
    start, end = item.span[0]
    margins = lengths.margins[0] + (columns.extra_margins(start, end) if columns.is_shared else 0.0)
    words = node.traits.words
    content = high if words is not None and words.size[0] == "max-content" else low
    minimum = _minimum_contribution(item, columns, lengths, content, least=width_limits(node, lengths, known)[0])
    span = start + shift, end + shift
    return Contribution(span, max(0.0, minimum + margins), max(0.0, low + margins), max(0.0, high + margins))


def row_contribution(item: GridItem, rows: Axis, laid: Laid, shim: float, shift: int = 0) -> Contribution:
    """The contributions of an item to its rows; ``shim`` moves its baseline down to that of its row."""
    start, end = item.span[1]
    margins = laid.lengths.margins[1] + (rows.extra_margins(start, end) if rows.is_shared else 0.0)
    least = laid.lengths.least[1]
    minimum = _minimum_contribution(item, rows, laid.lengths, laid.height + shim, shim, least=least)
    height = max(0.0, laid.height + shim + margins)
    return Contribution((start + shift, end + shift), max(0.0, minimum + margins), height, height)


def _minimum_contribution(  # noqa: PLR0913 - one fact more for rows, one for columns
    item: GridItem, tracks: Axis, lengths: UsedValues, content: float, shim: float = 0.0, *, least: float
) -> float:
    """12.5, "minimum contribution", with 6.6 Automatic Minimum Size of Grid Items: a border box.

    ``content`` is the min-content contribution without margins, ``least`` the minimum where it is not automatic.
    """
    axis = tracks.axis
    traits, (start, end) = item.node.traits, item.span[axis]
    words = traits.words
    if lengths.size[axis] is not None or (words is not None and words.size[axis] in _AS_A_LENGTH):
        return content
    automatic = (traits.style.min_height if axis else traits.style.min_width) is AUTO
    if not automatic:
        return least
    spanned = tracks.tracks[start:end]
    count, flexible, auto = 0, False, False
    for track in spanned:
        count += track.count
        flexible = flexible or track.greatest == "flex"
        auto = auto or track.least == "auto"
    if traits.clips or not auto or (flexible and count > 1):
        return lengths.edges[axis]
    most = tracks.definite_span(start, end)
    if most is not None:
        margins = lengths.margins[axis] + (tracks.extra_margins(start, end) if tracks.is_shared else 0.0)
        content = max(min(content, most - margins), lengths.edges[axis] + shim)
    return content
