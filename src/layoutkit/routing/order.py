"""Which of two wires that run side by side lies before the other, so that they cross least.

Follow both outward from where they run together until they part: the one that turns away to a side lies on that
side all along. Where the two ends of the common way disagree, a crossing cannot be avoided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.routing.track import Track

__all__ = ["order"]

_EPSILON = 1e-6
Piece = tuple["Track", int]
"""A segment: the wire and its number there."""


def order(one: Piece, other: Piece) -> int:
    """-1 where the first belongs at the smaller coordinate, 1 where the second does, 0 where it does not matter."""
    for direction in (-1, 1):
        found = _parting(one, other, direction)
        if found:
            return found
    return 0


def _parting(one: Piece, other: Piece, direction: int) -> int:
    """The order that the ends of two segments in a direction ask for; 0 where they do not mind."""
    (a, i), (b, j) = one, other
    far_a, forward_a = _far(a, i, direction)
    far_b, forward_b = _far(b, j, direction)
    turn_a, turn_b = a.turn(i, forward=forward_a), b.turn(j, forward=forward_b)
    if abs(far_a - far_b) > _EPSILON:
        return turn_a if (far_a - far_b) * direction < 0 else -turn_b
    if turn_a != turn_b:
        return -1 if turn_a < turn_b else 1
    if turn_a == 0:
        return 0
    following = (a, i + 1 if forward_a else i - 1), (b, j + 1 if forward_b else j - 1)
    return -direction * turn_a * _parting(*following, turn_a)  # the inner one of two nested corners stays the inner one


def _far(track: Track, i: int, direction: int) -> tuple[float, bool]:
    """The end of a segment in a direction, and whether the wire leaves there (rather than comes from there)."""
    start, end = track.ends(i)
    forward = (end - start) * direction > 0
    return (end if forward else start), forward
