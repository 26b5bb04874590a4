"""A box with a content of its own, or with nothing at all.

The content is the one anonymous item of the box, stretched: its lines are broken at the width of
the content box, but never narrower than its min-content width (the automatic minimum size).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.layout.node import SLACK, Answer
from layoutkit.sizing import MAX_CONTENT, MIN_CONTENT, Fit

if TYPE_CHECKING:
    from layoutkit.layout.node import Node, Pair, Question

__all__ = ["LEAF"]


class _Leaf:
    """The formatting context of a leaf."""

    def prepare(self, node: Node) -> None:
        """A leaf has no children to look at."""

    def content_widths(self, node: Node, height: float | None) -> Pair:
        del height
        if node.content is None:
            return 0.0, 0.0
        return node.content.measure(MIN_CONTENT).width, node.content.measure(MAX_CONTENT).width

    def arrange(self, node: Node, question: Question) -> Answer:
        if node.content is None:
            return Answer(node, question, 0.0)
        narrowest = node.widths.get(None) or self._widths(node)
        measured = node.content.measure(Fit(max(question.width, narrowest[0]) + SLACK))
        answer = Answer(node, question, measured.height)
        answer.baseline = measured.baseline
        return answer

    def finish(self, answer: Answer) -> None:
        answer.placements = []

    def static_edges(self, node: Node, child: Node) -> tuple[str, str]:
        del node, child
        return "start", "start"

    def _widths(self, node: Node) -> Pair:
        found = node.widths[None] = self.content_widths(node, None)
        return found


LEAF = _Leaf()
