"""The scratch tree of one layout: a node per box, the questions it is asked and the answers it keeps.

All lengths are px. A pair is indexed by axis: 0 is the inline axis (x, widths), 1 the block axis (y, heights).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from layoutkit.layout.traits import Pair, Traits, UsedValues
    from layoutkit.layout.tree import Box, Gutters
    from layoutkit.sizing import Measurable, Measured

__all__ = [
    "SLACK",
    "Area",
    "FormattingContext",
    "LayoutInput",
    "LayoutNode",
    "LayoutOutput",
    "Limits",
    "Placement",
    "SharedTracks",
    "margin_box",
]

SLACK = 1e-4
"""px by which something may be too large and still fit: sums of floats differ in their last digits."""


class SharedTracks(NamedTuple):
    """The tracks that a subgrid has in common with the grid around it, in one axis, once they are sized."""

    offsets: tuple[float, ...]
    """Where each of them starts, from the start of the subgrid's content box, and the end, with a gap after it: px."""
    between: float
    """What lies between two of them."""
    baselines: tuple[tuple[int, float], ...] = ()
    """The baselines that rows have in common: the index of the row, and px from its start."""


class LayoutInput(NamedTuple):
    """A content box to lay the content out in; the whole of it is the key of the answer."""

    width: float
    """The width of the content box, always known."""
    height: float | None
    """The height of the content box, or None where the content decides."""
    definite: bool
    """Whether percentages refer to ``height`` (CSS Sizing 3, "definite size")."""
    least: float = 0.0
    """Where the content decides, or the height is not definite and limits matter: the least height."""
    greatest: float = inf
    """In the same cases, and where the box encloses its content: the greatest height."""
    encloses: bool = False
    """Whether ``height`` gives way to a higher content (the automatic minimum of an aspect ratio)."""
    least_is_content: bool = False
    """Whether the minimum is the height of the content, so that it does so too, without a limit."""
    greatest_is_content: bool = False
    """Whether the maximum is, so that ``height`` gives way to a lower content, as far as ``least``."""
    shared: tuple[int, SharedTracks | None, SharedTracks | None] | None = None
    """To a subgrid: which plan of it is meant, and the columns and the rows that it takes from the grid around it."""

    def used_height(self, content: float) -> float:
        """The height of the content box once the height of the content is known."""
        if self.height is None:
            height = max(self.least, min(content, self.greatest))
        else:
            height = max(self.least, min(self.height, content)) if self.greatest_is_content else self.height
            if self.encloses:
                height = max(height, min(content, self.greatest))
        return max(height, content) if self.least_is_content else height

    @property
    def kept_height(self) -> float | None:
        """The height that the content was told, where its own height has then moved that of the box."""
        return self.height if self.definite and (self.least_is_content or self.greatest_is_content) else None


class Limits(NamedTuple):
    """The least and the greatest size of a content box: pairs of px."""

    least: Pair = (0.0, 0.0)
    greatest: Pair = (inf, inf)


Placement = tuple["LayoutNode", "UsedValues", "LayoutOutput | None", float, float, float, float]
"""A child in its final size and place: node, lengths, answer (None for an empty box), then x and y of the border
box, from the top-left of the parent's content box, and its width and height."""


def margin_box(placement: Placement) -> Rect:
    """The margin box of a child, in px from the top-left of its parent's content box."""
    _, lengths, _, x, y, width, height = placement
    (left, top), (across, down) = lengths.margin, lengths.margins
    return Rect(x - left, y - top, width + across, height + down)


class LayoutOutput:
    """The content laid out for one question.

    The second half of the work, final places and baselines, is left until somebody asks for it: most
    answers are only asked for their height.
    """

    __slots__ = ("baseline", "content_height", "height", "placements", "question", "state")

    question: LayoutInput
    content_height: float
    """The height that the content takes by itself."""
    height: float
    """The height of the content box."""
    placements: list[Placement] | None
    """The children in flow, in source order; None until finished."""
    baseline: float | None
    """The first baseline, from the top of the content box; valid once finished."""
    state: object
    """What the formatting context needs to finish."""

    def __init__(self, question: LayoutInput, content_height: float, state: object = None) -> None:
        self.question = question
        self.content_height = content_height
        self.height = question.used_height(content_height)
        self.placements = None
        self.baseline = None
        self.state = state


class Area(NamedTuple):
    """The containing block of an absolutely positioned box, and where the box would be without insets."""

    width: float
    height: float
    static: tuple[str, str]
    """Along each axis: start, center or end, the edge of the box that has a static position."""
    static_offset: tuple[float, float]
    """The static position itself, in px from the top-left of the area."""
    scrolls_to: tuple[str, str]
    """Along each axis: the side to which the area scrolls (start or end), empty where it does not."""
    x: float = 0.0
    """Where the area starts, in px from the left of the parent's padding box."""
    y: float = 0.0
    """Where it starts, from the top of the padding box."""
    right: float = 0.0
    """How much of the padding box there is to the right of the area, in px."""
    bottom: float = 0.0
    """How much there is below."""


class FormattingContext(Protocol):
    """How one kind of container sizes and places what is inside: flex, grid, or the content of a leaf."""

    def prepare(self, node: LayoutNode) -> None:
        """Look once at a new container whose children are complete."""
        ...

    def content_widths(self, node: LayoutNode, height: float | None, tallest: float, limits: Limits) -> Pair:
        """The min-content and max-content width of the content, in a content box of that height.

        Where the height is None, ``tallest`` is the greatest that it may become. ``limits`` are those of the
        content box; only where ``node.limits_matter`` may the widths depend on them.
        """
        ...

    def arrange(self, node: LayoutNode, question: LayoutInput) -> LayoutOutput:
        """Size the content for a content box."""
        ...

    def finish(self, node: LayoutNode, answer: LayoutOutput) -> None:
        """Give every child in flow its final size and place; find the first baseline."""
        ...

    def static_edges(self, node: LayoutNode, child: LayoutNode) -> tuple[str, str]:
        """Where an absolutely positioned child would be in the content box: start, center or end, along x and y."""
        ...

    def containing_block(self, answer: LayoutOutput, child: LayoutNode, padding: Area, content: Pair) -> Area:
        """The containing block of an absolutely positioned child, where it is not the padding box.

        ``content`` is where the content box starts, from the top-left of the padding box.
        """
        ...

    def relative_base(self, answer: LayoutOutput, child: LayoutNode) -> tuple[float, float | None]:
        """What percentages in the insets of a child in flow refer to: width and height, None where indefinite."""
        ...

    def gutters(self, node: LayoutNode, answer: LayoutOutput) -> Gutters:
        """Where rules between the children are, once they are in place; from the top-left of the content box."""
        ...


class LayoutNode:
    """A box during one layout; attributes for which it has no use stay unset."""

    __slots__ = (
        "absolutes",
        "align",
        "answers",
        "box",
        "children",
        "content",
        "context",
        "empty",
        "height_matters",
        "items",
        "items_relative",
        "lengths",
        "limits_matter",
        "memo",
        "natural_widths",
        "on_one_line",
        "ratio_by_height",
        "traits",
        "width_by_height",
        "widths",
    )

    box: Box
    traits: Traits
    content: Measurable | None
    context: FormattingContext
    children: list[LayoutNode]
    """Every child, in source order."""
    items: list[LayoutNode]
    """The children in flow, in source order."""
    items_relative: bool
    """Whether the lengths of one of them depend on the content box."""
    absolutes: list[LayoutNode]
    """The absolutely positioned children, in source order."""
    empty: bool
    """Whether there is nothing in the box: no children, no content."""
    align: str
    """The alignment in the parent's cross axis: start, end, center, stretch or baseline, from the left or the top;
    auto where margins decide."""
    height_matters: bool
    """Whether the content comes out differently where the height is definite."""
    limits_matter: bool
    """Whether the limits of the size change what is inside, be the size known or not: by tracks that fill it."""
    width_by_height: bool
    """Whether the content widths may depend on the height; rows of a grid alone do not change them."""
    ratio_by_height: bool
    """Whether an aspect ratio inside gives a width where the height is definite."""
    natural_widths: Pair | None
    """The content widths, where neither the height nor limits matter."""
    on_one_line: Measured
    """The max-content size of a leaf, once it has been needed."""
    widths: dict[tuple[float | None, float, Limits], Pair]
    """The content widths by height, tallest height and limits, where they do."""
    answers: dict[LayoutInput, LayoutOutput]
    lengths: dict[tuple[float | None, float | None], UsedValues]
    """The used lengths by containing block, where there are percentages."""
    memo: dict[object, object]
    """What the formatting context keeps from one question to the next."""
