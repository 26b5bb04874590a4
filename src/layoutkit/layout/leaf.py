"""A box with a content of its own, or with nothing at all.

The content is the one anonymous item of the box, stretched: its lines are broken at the width of
the content box, but never narrower than its min-content width (the automatic minimum size).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, cast

from layoutkit.diagnostics import error
from layoutkit.layout.node import SLACK, LayoutOutput, Limits
from layoutkit.layout.tree import Gutters
from layoutkit.layout.validity import LARGEST
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit

if TYPE_CHECKING:
    from layoutkit.layout.node import Area, LayoutInput, LayoutNode
    from layoutkit.layout.traits import Pair
    from layoutkit.sizing import Measurable, Measured, Request

__all__ = ["LEAF"]


class _Leaf:
    """The formatting context of a leaf."""

    def prepare(self, node: LayoutNode) -> None:
        """A leaf has no children to look at."""

    def content_widths(self, node: LayoutNode, height: float | None, tallest: float, limits: Limits) -> Pair:
        """What the content says."""
        del height, tallest, limits
        if node.content is None:
            return 0.0, 0.0
        narrowest = _measure(node, MIN_CONTENT).width
        node.on_one_line = _measure(node, MAX_CONTENT)
        return narrowest, max(narrowest, node.on_one_line.width)

    def arrange(self, node: LayoutNode, question: LayoutInput) -> LayoutOutput:
        """Break the lines."""
        if node.natural_widths is None:
            node.natural_widths = self.content_widths(node, None, inf, Limits())
        narrowest, widest = node.natural_widths
        width = max(question.width, narrowest) + SLACK
        measured = _measure(node, Fit(width)) if width < widest else node.on_one_line
        # The anonymous item is stretched, so it takes a definite height as it is.
        known = question.height if question.definite else None
        found = LayoutOutput(question, measured.height if known is None else known)
        found.baseline = measured.baseline
        return found

    def finish(self, node: LayoutNode, answer: LayoutOutput) -> None:
        """Nothing is inside but the content."""
        del node
        answer.placements = []

    def static_edges(self, node: LayoutNode, child: LayoutNode) -> tuple[str, str]:
        """A leaf has no children to ask for."""
        del node, child
        return "start", "start"

    def containing_block(self, answer: LayoutOutput, child: LayoutNode, padding: Area, content: Pair) -> Area:
        """A leaf has no children."""
        del answer, child, content
        return padding

    def relative_base(self, answer: LayoutOutput, child: LayoutNode) -> tuple[float, float | None]:
        """The content box."""
        del child
        question = answer.question
        return question.width, question.height if question.definite else None

    def gutters(self, node: LayoutNode, answer: LayoutOutput) -> Gutters:
        """A leaf has no children to have any between."""
        del node, answer
        return Gutters()


def _measure(node: LayoutNode, request: Request) -> Measured:
    measured = cast("Measurable", node.content).measure(request)
    if not (0 <= measured.width <= LARGEST and 0 <= measured.height <= LARGEST):
        message = f"a content measures {measured.width:g} × {measured.height:g} px; both have to be 0 to {LARGEST:g} px"
        raise error("invalid-length", message, origin=node.box.origin)
    return measured


LEAF = _Leaf()
