"""The scratch tree of one layout: a node per box, the questions it is asked and the answers it keeps.

All lengths are px. A pair such as ``size`` is indexed by axis: 0 is the inline axis (x, widths),
1 is the block axis (y, heights); there is one writing direction, left to right, top to bottom.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from layoutkit.layout.tree import Box
    from layoutkit.sizing import Measurable
    from layoutkit.style.box import BoxStyle

__all__ = ["SLACK", "Answer", "FormattingContext", "Node", "Question", "Used"]

Pair = tuple[float, float]

SLACK = 1e-4
"""px by which something may be too large and still fit: sums of floats differ in their last digits."""


class Question(NamedTuple):
    """A content box to lay the content out in."""

    width: float
    """The width of the content box, always known."""
    height: float | None
    """The height of the content box, or None where the content decides."""
    definite: bool
    """Whether percentages may resolve against ``height`` (CSS Sizing 3, "definite size")."""
    minimum: float = 0.0
    """Where the content decides: the least height."""
    maximum: float = inf
    """Where the content decides, and where the box encloses its content: the greatest height."""
    encloses: bool = False
    """Whether ``height`` gives way to a higher content (the automatic minimum of an aspect ratio)."""

    def used_height(self, content: float) -> float:
        """The height of the content box once the height of the content is known."""
        if self.height is None:
            return max(self.minimum, min(content, self.maximum))
        if self.encloses:
            return max(self.height, min(content, self.maximum))
        return self.height


class Answer:
    """The content laid out for one question.

    The expensive half, final places and baselines, is left until somebody asks for it: most answers
    are only asked for their height.
    """

    __slots__ = ("baseline", "content_height", "height", "node", "placements", "question", "state")

    def __init__(self, node: Node, question: Question, content_height: float, state: object = None) -> None:
        self.node = node
        self.question = question
        self.content_height = content_height
        """The height that the content takes by itself."""
        self.height = question.used_height(content_height)
        """The height of the content box."""
        self.state = state
        """What the formatting context needs to finish; None once it has."""
        self.placements: list[Placement] | None = None
        """The children in flow; None until finished."""
        self.baseline: float | None = None
        """The first baseline, from the top of the content box; valid once finished."""


class Placement(NamedTuple):
    """A child in its final size and place."""

    node: Node
    used: Used
    answer: Answer
    x: float
    """The left border edge, from the left edge of the parent's content box."""
    y: float
    """The top border edge, from the top edge of the parent's content box."""


class FormattingContext(Protocol):
    """How one kind of container sizes and places what is inside (flex, grid, a leaf's content)."""

    def prepare(self, node: Node) -> None:
        """Look at the styles of a new container and its children once."""
        ...

    def content_widths(self, node: Node, height: float | None, tallest: float) -> Pair:
        """The min-content and max-content width of the content, in a content box of that height.

        Where the height is None, ``tallest`` is the greatest that it may become.
        """
        ...

    def arrange(self, node: Node, question: Question) -> Answer:
        """Size the content for a content box."""
        ...

    def finish(self, answer: Answer) -> None:
        """Give every child in flow its final size and place; find the first baseline."""
        ...

    def static_edges(self, node: Node, child: Node) -> tuple[str, str]:
        """Where an absolutely positioned child would be in the content box: start, center or end, along x and y."""
        ...


class Used:
    """The lengths of one box, resolved against one containing block: px, border box, None where indefinite."""

    __slots__ = ("basis", "edges", "end", "limits_max", "limits_min", "margin", "margins", "size", "start")

    def __init__(  # noqa: PLR0913 - one record, made in one place
        self,
        start: Pair,
        edges: Pair,
        margin: Pair,
        margins: Pair,
        size: tuple[float | None, float | None],
        limits_min: tuple[float, float],
        limits_max: tuple[float, float],
        basis: float | None,
    ) -> None:
        self.start = start
        """Padding and border at the left and at the top."""
        self.edges = edges
        """Padding and border of both sides together."""
        self.margin = margin
        """The margins at the left and at the top, 0 where auto."""
        self.margins = margins
        """The margins of both sides together."""
        self.size = size
        """Width and height; None where auto or a percentage of something indefinite."""
        self.limits_min = limits_min
        """min-width and min-height; where auto, padding and border."""
        self.limits_max = limits_max
        """max-width and max-height, not yet raised to the minimum; infinite where none."""
        self.basis = basis
        """The flex basis in the parent's main axis; None where the content decides."""


class Node:
    """A box during one layout, with its style in compact form."""

    __slots__ = (
        "absolutes",
        "align",
        "answers",
        "auto_end",
        "auto_min",
        "auto_size",
        "auto_start",
        "box",
        "children",
        "column",
        "constant",
        "content",
        "context",
        "grow",
        "height_matters",
        "hidden",
        "in_column",
        "items",
        "overflow_visible",
        "ratio",
        "shrink",
        "style",
        "used_by_base",
        "widths",
        "wraps_column",
    )

    box: Box
    style: BoxStyle
    content: Measurable | None
    context: FormattingContext
    children: list[Node]
    """Every child, in source order."""
    items: list[Node]
    """The children in flow, in source order."""
    absolutes: list[Node]
    """The absolutely positioned children, in source order."""
    hidden: bool
    column: int
    """The main axis of a flex container: 0 for a row, 1 for a column."""
    in_column: int
    """The main axis of the parent."""
    align: str
    """The alignment in the parent's cross axis: start, end, center, stretch or baseline, in physical terms."""
    auto_size: tuple[bool, bool]
    """Whether width and height are auto (an unresolvable percentage is not)."""
    auto_min: tuple[bool, bool]
    """Whether the automatic minimum applies: min-width or min-height is auto and the overflow is visible."""
    auto_start: tuple[bool, bool]
    """Whether margin-left and margin-top are auto."""
    auto_end: tuple[bool, bool]
    """Whether margin-right and margin-bottom are auto."""
    ratio: float | None
    grow: float
    shrink: float
    height_matters: bool
    """Whether the content comes out differently where the height is definite: a percentage or an aspect ratio."""
    wraps_column: bool
    """Whether the height of the content depends on the height offered: a flex container of several columns."""
    constant: Used | None
    """The used lengths, where no percentage makes them depend on the containing block."""
    used_by_base: dict[tuple[float | None, float | None], Used]
    widths: dict[tuple[float | None, float], Pair]
    answers: dict[Question, Answer]
