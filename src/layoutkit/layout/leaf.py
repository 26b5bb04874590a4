"""A box with a content of its own, or with nothing at all.

The content is the one anonymous item of the box, stretched: its lines are broken at the width of
the content box, but never narrower than its min-content width (the automatic minimum size).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from layoutkit.layout.node import SLACK, Answer
from layoutkit.layout.sizes import content_widths
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit

if TYPE_CHECKING:
    from layoutkit.layout.node import Node, Pair, Question

__all__ = ["LEAF"]


class _Leaf:
    """The formatting context of a leaf."""

    def prepare(self, node: Node) -> None:
        """A leaf has no children to look at."""

    def content_widths(self, node: Node, height: float | None, tallest: float) -> Pair:
        del height, tallest
        if node.content is None:
            return 0.0, 0.0
        return node.content.measure(MIN_CONTENT).width, node.content.measure(MAX_CONTENT).width

    def arrange(self, node: Node, question: Question) -> Answer:
        if node.content is None:
            return Answer(node, question, 0.0)
        narrowest = content_widths(node, None, inf)
        measured = node.content.measure(Fit(max(question.width, narrowest[0]) + SLACK))
        # The anonymous item is stretched, so it takes a definite height as it is.
        known = question.height if question.definite else None
        answer = Answer(node, question, measured.height if known is None else known)
        answer.baseline = measured.baseline
        return answer

    def finish(self, answer: Answer) -> None:
        answer.placements = []

    def static_edges(self, node: Node, child: Node) -> tuple[str, str]:
        del node, child
        return "start", "start"


LEAF = _Leaf()
