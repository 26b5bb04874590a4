"""What the lines of arrows run through."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.subject import Line, Seen, Subject
    from layoutkit.geometry import Point

__all__ = ["Crossing", "crossings"]

_TOLERANCE = 1.0
"""px; a line that runs along an edge does not run through the box."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A line over something that is neither of its ends' surroundings."""

    line: Line
    seen: Seen
    length: float
    """Of the line inside the box, in px."""
    mark: Rect
    """Where."""


def crossings(subject: Subject) -> Iterator[Crossing]:
    """For each line the visible boxes and texts that it runs through; of nested ones the outermost.

    Lines cross outlines of groups, as they cross the borders of the boxes that hold their ends.
    """
    visible = [seen for seen in subject.boxes if seen.paints and seen is not subject.page]
    for line in subject.lines:
        around = {id(box) for end in line.ends for box in end.ancestors()}
        named: set[int] = set()
        for seen in visible:
            if (
                id(seen) in around
                or seen.outlined
                or seen is line.label
                or any(id(box) in named for box in seen.ancestors())
            ):
                continue
            if _is_behind(seen, line, subject):
                continue
            parts = [part for p, q in pairwise(line.route.points) if (part := _part(p, q, seen.ink))]
            if parts:
                named.add(id(seen))
                yield Crossing(line, seen, sum(max(part.width, part.height) for part in parts), parts[0])


def _is_behind(seen: Seen, line: Line, subject: Subject) -> bool:
    """Whether a box lies behind both ends, as the panel or picture that all else stands on."""
    first = min(subject.boxes.index(end) for end in line.ends)
    return subject.boxes.index(seen) < first and all(seen.rect.contains(end.rect) for end in line.ends)


def _part(p: Point, q: Point, ink: Rect) -> Rect | None:
    """What encloses the part of a segment inside a rectangle (Liang and Barsky 1984)."""
    inner = ink.grown(-_TOLERANCE)
    enter, leave = 0.0, 1.0
    for low, high, start, way in (
        (inner.x, inner.right, p.x, q.x - p.x),
        (inner.y, inner.bottom, p.y, q.y - p.y),
    ):
        if way == 0:
            if not low < start < high:
                return None
            continue
        one, other = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, one), min(leave, other)
    if leave <= enter:
        return None
    dx, dy = q.x - p.x, q.y - p.y
    left, top = p.x + min(enter * dx, leave * dx), p.y + min(enter * dy, leave * dy)
    return Rect(left, top, (leave - enter) * abs(dx), (leave - enter) * abs(dy))
