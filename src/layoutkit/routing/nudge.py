"""Moves segments apart that came to lie on each other, and those that are free to move into the middle.

First all vertical segments, then all horizontal ones. Each may move as far as it meets no block, its neighbours keep
their directions, and its ends stay on their sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from layoutkit.routing.ends import port_range
from layoutkit.routing.order import order
from layoutkit.routing.separate import Variable, separate
from layoutkit.routing.space import TOUCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.geometry import Rect, Side
    from layoutkit.routing.model import Rules
    from layoutkit.routing.track import Track

__all__ = ["nudge"]

_EPSILON = 1e-6
_TIGHTER = (1.0, 0.7, 0.5, 0.3, 0.15, 0.0)
"""Shares of the distances wanted, tried one after another where there is little room."""
_SAME = 1e-4
_REACH = 4.0
"""Segments this many times ``spacing`` apart, or nearer, are moved together."""


@dataclass(slots=True)
class _Piece:
    """A segment that may move."""

    track: Track
    i: int
    low: float
    high: float
    """How far it may move before it meets something."""
    wanted: float
    clear: tuple[float, float]
    """How much of that room it leaves on either side, if it can."""
    ports: tuple[tuple[Rect, Side], ...] = ()
    """The sides that it meets at places of the router's choice, and their blocks."""


def nudge(tracks: Sequence[Track], rules: Rules) -> None:
    """Spread all wires."""
    for vertical in (True, False):
        pieces = [
            _piece(track, i, rules) for track in tracks for i in range(len(track.at)) if track.vertical(i) is vertical
        ]
        for piece in pieces:
            piece.track.at[piece.i] = piece.wanted
        for group in _groups(pieces, rules.spacing):
            _spread(group, rules.spacing)


def _piece(track: Track, i: int, rules: Rules) -> _Piece:
    at = track.at[i]
    wall_low, wall_high = _walls(track, i)
    low, high, middle = wall_low, wall_high, None
    last = len(track.at) - 1
    if 0 < i < last:
        one, other = _reach(track, i, before=True), _reach(track, i, before=False)
        room_low, room_high = low - TOUCH, high + TOUCH
        for beyond, sign, border in (one, other):
            if sign > 0:
                low, room_low = max(low, beyond), max(room_low, border)
            else:
                high, room_high = min(high, beyond), min(room_high, border)
        if one[1] != other[1] and high > low:
            middle = min(max((room_low + room_high) / 2, low), high)
        clear = min(rules.margin, at - wall_low, wall_high - at)
        away = (max(0.0, wall_low + clear - low), max(0.0, high - wall_high + clear))
        return _Piece(track, i, low, high, at if middle is None else middle, away)
    ports = []
    for exit_, block, is_end in ((track.start, track.first, i == 0), (track.end, track.second, i == last)):
        if is_end:
            side_low, side_high = port_range(block, exit_.port.side)
            pinned = exit_.port.pinned or not side_low <= at <= side_high
            low, high = max(low, at if pinned else side_low), min(high, at if pinned else side_high)
            if not pinned:
                ports.append((block.rect, exit_.port.side))
    return _Piece(track, i, min(low, at), max(high, at), at, (0.0, 0.0), tuple(ports))


def _reach(track: Track, i: int, *, before: bool) -> tuple[float, int, float]:
    """How near an inner segment may come to what lies two segments away, on which side, and where that is."""
    at, last = track.at, len(track.at) - 1
    if before and i == 1:
        leaving = track.start
        return leaving.edge + leaving.outward * leaving.lead, leaving.outward, leaving.edge
    if not before and i == last - 1:
        arriving = track.end
        return arriving.edge + arriving.outward * arriving.lead, arriving.outward, arriving.edge
    other = at[i - 2] if before else at[i + 2]
    sign = 1 if at[i] > other else -1
    return other + sign * min(abs(at[i] - other), 2.0), sign, other


def _walls(track: Track, i: int) -> tuple[float, float]:
    """The blocks' edges on both sides of a segment, and those of the domain."""
    start, end = track.span(i)
    start, end = start + _EPSILON, end - _EPSILON
    at, space = track.at[i], track.space
    one, two = (0, 2) if track.vertical(i) else (1, 3)
    across, beyond = 1 - one, 5 - two
    low, high = space.domain[one], space.domain[two]
    for box in space.boxes:
        if box[across] < end and box[beyond] > start:
            if box[two] <= at:
                low = max(low, box[two] + TOUCH)
            elif box[one] >= at:
                high = min(high, box[one] - TOUCH)
    return low, high


def _groups(pieces: Sequence[_Piece], spacing: float) -> list[list[_Piece]]:
    """Pieces that may come to lie beside each other, put together."""
    leader = list(range(len(pieces)))

    def find(k: int) -> int:
        while leader[k] != k:
            k = leader[k]
        return k

    spans = [piece.track.span(piece.i) for piece in pieces]
    order_ = sorted(range(len(pieces)), key=lambda k: pieces[k].wanted)
    for position, j in enumerate(order_):
        for k in order_[position + 1 :]:
            if pieces[k].wanted - pieces[j].wanted > _REACH * spacing:
                break
            if _overlap(spans[j], spans[k], spacing):
                leader[find(k)] = find(j)
    groups: dict[int, list[_Piece]] = {}
    for k, piece in enumerate(pieces):
        groups.setdefault(find(k), []).append(piece)
    return [group for group in groups.values() if len(group) > 1]


def _overlap(one: tuple[float, float], other: tuple[float, float], spacing: float) -> bool:
    """Whether two segments run beside each other, or would seem to be one if they met."""
    return min(one[1], other[1]) - max(one[0], other[0]) > -spacing / 2


def _goes_before(piece: _Piece, other: _Piece, spacing: float) -> bool:
    """Whether a piece that lies no nearer to the origin than another changes places with it."""
    if not any(port in other.ports for port in piece.ports) and piece.wanted - other.wanted > _SAME:
        return False
    beside = _overlap(piece.track.span(piece.i), other.track.span(other.i), spacing)
    return beside and order((piece.track, piece.i), (other.track, other.i)) < 0


def _spread(group: list[_Piece], spacing: float) -> None:
    """Put the pieces in order, then apart."""
    sequence: list[_Piece] = []
    for piece in sorted(group, key=lambda p: (round(p.wanted, 4), p.track.number, p.i)):
        before = [k for k, other in enumerate(sequence) if _goes_before(piece, other, spacing)]
        sequence.insert(min(before, default=len(sequence)), piece)
    spans = [piece.track.span(piece.i) for piece in sequence]
    pairs = [
        (j, k)
        for j, k in combinations(range(len(sequence)), 2)
        if _overlap(spans[j], spans[k], spacing) and sequence[j].track is not sequence[k].track
    ]
    if not pairs:
        return
    for share in _TIGHTER:
        variables = [
            Variable(p.wanted, min(p.wanted, p.low + share * p.clear[0]), max(p.wanted, p.high - share * p.clear[1]))
            for p in sequence
        ]
        places = separate(variables, [(j, k, share * spacing) for j, k in pairs])
        if places is not None:
            for piece, place in zip(sequence, places, strict=True):
                piece.track.at[piece.i] = place
            return
