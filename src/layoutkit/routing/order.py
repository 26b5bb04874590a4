"""Which of two wires that run side by side lies before the other, so that they cross least.

Follow both outward from where they run together until they part: the one that turns away to a side lies on that
side all along. Where the two ends of the common way disagree, a crossing cannot be avoided.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layoutkit.routing.track import RoutingTrack

__all__ = ["order"]

_EPSILON = 1e-6
Piece = tuple["RoutingTrack", int]
"""A segment: the wire and its number there."""


def order(one: Piece, other: Piece) -> int:
    """How many crossings more there are where the first lies at the smaller coordinate: from -2 to 2."""
    return _parting(one, other, -1) + _parting(one, other, 1)


def _parting(one: Piece, other: Piece, direction: int) -> int:
    """The order that the ends of two segments in a direction ask for: -1 for the first, 1 for the second, or 0."""
    (a, i), (b, j) = one, other
    far_a, forward_a = _far(a, i, direction)
    far_b, forward_b = _far(b, j, direction)
    turn_a, turn_b = a.turn(i, forward=forward_a), b.turn(j, forward=forward_b)
    if abs(far_a - far_b) > _EPSILON:
        if (far_a - far_b) * direction < 0:
            return turn_a if _reaches(a, i, b.at[j], forward=forward_a) else 0
        return -turn_b if _reaches(b, j, a.at[i], forward=forward_b) else 0
    if turn_a != turn_b:
        return -1 if turn_a < turn_b else 1
    if turn_a == 0:
        return 0
    following = (a, i + 1 if forward_a else i - 1), (b, j + 1 if forward_b else j - 1)
    return -direction * turn_a * _parting(*following, turn_a)  # the inner one of two nested corners stays the inner one


def _reaches(track: RoutingTrack, i: int, at: float, *, forward: bool) -> bool:
    """Whether a wire comes, beyond one end of a segment, to where another one runs."""
    turn = track.turn(i, forward=forward)
    if turn == 0:
        return False
    one, other = track.ends(i + 1 if forward else i - 1)
    return ((other if forward else one) - at) * turn > _EPSILON


def _far(track: RoutingTrack, i: int, direction: int) -> tuple[float, bool]:
    """The end of a segment in a direction, and whether the wire leaves there (rather than comes from there)."""
    start, end = track.ends(i)
    forward = (end - start) * direction > 0
    return (end if forward else start), forward
