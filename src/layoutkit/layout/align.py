"""Alignment that flex and grid containers share (CSS Box Alignment 3).

Positions are physical: ``start`` is the left or the top, whatever the direction of the container.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.keywords import JustifyContent
    from layoutkit.layout.node import LayoutNode, LayoutOutput
    from layoutkit.layout.traits import UsedValues

__all__ = ["baseline_or_bottom", "distribute"]


def distribute(  # noqa: PLR0911 - one answer for each keyword
    content: JustifyContent, free: float, count: int, *, reverse: bool
) -> tuple[float, float]:
    """Where the first of ``count`` subjects starts and how much space is added between two of them, in px.

    ``count`` is 0 where all tracks of a grid collapsed. ``free`` is the space left over, negative where the
    subjects overflow; ``reverse`` tells that the flow runs from the end to the start, so that ``flex-start`` is
    the end (Box Alignment 3, 5.3 and 8).
    """
    room = max(0.0, free)
    match content:
        case "start":
            return 0.0, 0.0
        case "end":
            return free, 0.0
        case "center":
            return free / 2, 0.0
        case "flex-end":
            return (0.0 if reverse else free), 0.0
        case "space-between" if room and count > 1:
            return 0.0, free / (count - 1)
        case "space-around":
            return room / (2 * max(1, count)), room / max(1, count)
        case "space-evenly":
            return room / (count + 1), room / (count + 1)
        case _:
            return (free if reverse else 0.0), 0.0


def baseline_or_bottom(node: LayoutNode, answer: LayoutOutput | None, lengths: UsedValues, height: float) -> float:
    """The first baseline from the top of a border box ``height`` px high; without one the box stands on its bottom.

    The baseline of a box that clips its content stays inside it (CSS Box Alignment 3, 9.1).
    """
    if answer is None:
        return height
    if answer.placements is None:
        node.context.finish(node, answer)
    if answer.baseline is None:
        return height
    baseline = lengths.start[1] + answer.baseline
    return max(0.0, min(baseline, height)) if node.traits.clips else baseline
