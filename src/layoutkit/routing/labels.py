"""Where on its path a label stands: at a free spot, as near to the middle as there is one."""

from __future__ import annotations

from itertools import accumulate, pairwise
from math import hypot
from typing import TYPE_CHECKING

from layoutkit.geometry import Point, Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.geometry import Size

__all__ = ["label_spot", "point_at"]

_SHARES = tuple(0.5 + sign * step / 20 for step in range(9) for sign in ((1,) if step == 0 else (-1, 1)))
"""Places that are tried, from the middle outward."""
_CROSSED = 1000.0
"""A line under a label is as bad as so many px² of a box."""
_EPSILON = 1e-6


def point_at(line: Sequence[Point], share: float) -> Point:
    """The point at a share of the length of a line."""
    lengths = [hypot(q.x - p.x, q.y - p.y) for p, q in pairwise(line)]
    ends = list(accumulate(lengths))
    wanted = share * ends[-1]
    for (p, q), length, end in zip(pairwise(line), lengths, ends, strict=True):
        if end >= wanted - _EPSILON and length:
            along = 1 - (end - wanted) / length
            return Point(p.x + along * (q.x - p.x), p.y + along * (q.y - p.y))
    return line[0]


def label_spot(  # noqa: PLR0913 - all that a label keeps off
    line: Sequence[Point],
    size: Size,
    boxes: Sequence[Rect],
    lines: Sequence[Sequence[Point]],
    *,
    keep: float,
    inside: Rect | None = None,
    bends: Sequence[Rect] = (),
) -> Point:
    """The centre of a label on its line.

    Args:
        line: the path of the label's own connector.
        size: of the label, with its background.
        boxes: what the label should not cover.
        lines: other connectors, which it should not cover either.
        inside: what the label should not reach out of.
        bends: of its own path: it should not hide them.
        keep: how far the label stays from both ends of its line, if it can: so much is seen of the line and its head.
            And how far from its crossings with others: a line that goes on out of a crossing seems to bend there.
    """
    left, right = min(p.x for p in line) - size.width / 2, max(p.x for p in line) + size.width / 2
    top, bottom = min(p.y for p in line) - size.height / 2, max(p.y for p in line) + size.height / 2
    near = [box for box in boxes if box.x < right and box.right > left and box.y < bottom and box.bottom > top]
    reach = Rect(left, top, right - left, bottom - top)
    pieces = [(p, q) for other in lines for p, q in pairwise(other) if _meets(reach, p, q)]
    marks = [*bends, *(Rect(at.x - keep, at.y - keep, 2 * keep, 2 * keep) for at in _crossings(line, pieces))]
    best = None
    for share in _SHARES:
        spot = point_at(line, share)
        rect = Rect(spot.x - size.width / 2, spot.y - size.height / 2, size.width, size.height)
        fault = sum(_area(rect, box) for box in near)
        fault += _CROSSED * sum(_meets(rect, p, q) for p, q in pieces)
        fault += sum(_area(rect, Rect(tip.x - keep, tip.y - keep, 2 * keep, 2 * keep)) for tip in (line[0], line[-1]))
        fault += sum(_area(rect, mark) for mark in marks)
        if inside is not None:
            fault += rect.width * rect.height - _area(rect, inside)
        if best is None or fault < best[0] - _EPSILON:
            best = fault, spot
        if fault < _EPSILON:
            break
    assert best is not None  # noqa: S101 - there are shares
    return best[1]


def _area(one: Rect, other: Rect) -> float:
    shared = one.overlap(other)
    return shared.width * shared.height


def _crossings(line: Sequence[Point], pieces: Sequence[tuple[Point, Point]]) -> Iterator[Point]:
    """Where a line crosses pieces of others: p + t (q - p), which is r + u (s - r)."""
    for p, q in pairwise(line):
        for r, s in pieces:
            across = (q.x - p.x) * (s.y - r.y) - (q.y - p.y) * (s.x - r.x)
            if abs(across) < _EPSILON:  # side by side
                continue
            t = ((r.x - p.x) * (s.y - r.y) - (r.y - p.y) * (s.x - r.x)) / across
            u = ((r.x - p.x) * (q.y - p.y) - (r.y - p.y) * (q.x - p.x)) / across
            if 0 <= t <= 1 and 0 <= u <= 1:
                yield Point(p.x + t * (q.x - p.x), p.y + t * (q.y - p.y))


def _meets(rect: Rect, p: Point, q: Point) -> bool:
    """Whether a straight piece of a line runs through a rectangle: their bounds overlap, and it parts the corners."""
    if not (
        min(p.x, q.x) < rect.right and max(p.x, q.x) > rect.x and min(p.y, q.y) < rect.bottom and max(p.y, q.y) > rect.y
    ):
        return False
    dx, dy = q.x - p.x, q.y - p.y
    sides = [dx * (y - p.y) - dy * (x - p.x) for x in (rect.x, rect.right) for y in (rect.y, rect.bottom)]
    return min(sides) < 0 < max(sides)
