"""Alignment that flex and grid containers share (CSS Box Alignment 3).

Positions are physical: ``start`` is the left or the top, whatever the direction of the container.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.layout.node import Answer, Used
    from layoutkit.style.box import JustifyContent

__all__ = ["baseline_or_bottom", "distribute"]


def distribute(content: JustifyContent, free: float, count: int, *, reverse: bool) -> tuple[float, float]:
    """Where the first of ``count`` subjects starts and how much space is added between two of them, in px.

    ``free`` is the space left over, negative where the subjects overflow; ``reverse`` tells that the
    flow runs from the end to the start, so that ``flex-start`` is the end (Box Alignment 3, 5.3 and 8).
    """
    if content == "center":
        return free / 2, 0.0
    if content == "start":
        return 0.0, 0.0
    if content == "end":
        return free, 0.0
    if content == "flex-end":
        return (0.0 if reverse else free), 0.0
    if content == "space-between":
        if free > 0 and count > 1:
            return 0.0, free / (count - 1)
    elif content == "space-around":
        if free > 0 and count:
            return free / (2 * count), free / count
        return max(0.0, free / 2), 0.0
    elif content == "space-evenly":
        if free > 0 and count:
            return free / (count + 1), free / (count + 1)
        return max(0.0, free / 2), 0.0
    return (free if reverse else 0.0), 0.0


def baseline_or_bottom(answer: Answer, used: Used) -> float:
    """The first baseline from the top of the border box; a box without one stands on its bottom edge."""
    if answer.placements is None:
        answer.node.context.finish(answer)
    bottom = answer.height + used.edges[1]
    if answer.baseline is None:
        return bottom
    baseline = used.start[1] + answer.baseline
    return max(0.0, min(baseline, bottom)) if answer.node.style.overflow == "hidden" else baseline
