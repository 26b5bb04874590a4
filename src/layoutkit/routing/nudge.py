"""Moves segments apart that came to lie on each other, and those that are free to move into the middle.

First all vertical segments, then all horizontal ones; then the vertical ones once more, whose ends are known by now.
Each may move as far as it meets no block, its neighbours keep their directions, and its ends stay on their sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.routing.channel import ChannelPiece, spread
from layoutkit.routing.ends import port_range
from layoutkit.routing.space import TOUCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.routing.model import Rules
    from layoutkit.routing.search import Exit
    from layoutkit.routing.track import RoutingTrack

__all__ = ["nudge"]

_EPSILON = 1e-6
_WALL = 4.0
"""Px that a block asks for where a head would take all the room in a corridor."""


@dataclass(frozen=True, slots=True)
class _Limit:
    """What keeps a segment on its side: a block's border, or the segment two further on."""

    place: float
    sign: int
    """1 where the segment lies at larger coordinates, else -1."""
    least: float
    """How far it stays away, where a corridor is not narrower than that."""
    need: float
    """How far it stays away, if nothing else needs the room."""
    wish: float
    """How far it stays away where there is room enough for all."""


def nudge(tracks: Sequence[RoutingTrack], rules: Rules) -> None:
    """Spread all wires."""
    for vertical in (True, False, True):
        pieces = [
            _piece(track, i, rules) for track in tracks for i in range(len(track.at)) if track.vertical(i) is vertical
        ]
        for piece in pieces:
            piece.track.at[piece.i] = piece.wanted
        spread(pieces, rules)


def _piece(track: RoutingTrack, i: int, rules: Rules) -> ChannelPiece:
    at = track.at[i]
    wall_low, wall_high = _walls(track, i)
    limits = _limits(track, i)
    step = track.at[i + 2] - at if i + 2 < len(track.at) else 0.0
    below = [limit for limit in limits if limit.sign > 0]
    above = [limit for limit in limits if limit.sign < 0]
    low = max([wall_low, *(limit.place + limit.least for limit in below)])
    high = min([wall_high, *(limit.place - limit.least for limit in above)])
    if low > high:
        low = high = min(max(_shared(below, above, wall_low, wall_high), wall_low), wall_high)
    if i in {0, len(track.at) - 1}:
        side_low, side_high = _side(track, i)
        low, high = max(low, side_low), min(high, side_high)
        if low > high:
            low = high = at
        return ChannelPiece(track, i, low, high, min(max(at, low), high), (0.0, 0.0), step, track.room(i))
    clear = max(0.0, min(rules.margin, at - wall_low, wall_high - at))
    near = max([low, wall_low + clear, *(limit.place + limit.wish for limit in below)])
    far = min([high, wall_high - clear, *(limit.place - limit.wish for limit in above)])
    if near > far:
        near = far = min(max(_shared(below, above, wall_low, wall_high), low), high)
    wanted = at
    if below and above:
        wanted = (
            max([wall_low - TOUCH, *(limit.place for limit in below)])
            + min([wall_high + TOUCH, *(limit.place for limit in above)])
        ) / 2
    return ChannelPiece(track, i, low, high, min(max(wanted, near), far), (near - low, high - far), step, track.room(i))


def _side(track: RoutingTrack, i: int) -> tuple[float, float]:
    """How far the ends of a first or last segment may move on their sides."""
    at = track.at[i]
    low, high = float("-inf"), float("inf")
    for leaving, block, is_end in (
        (track.start, track.first, i == 0),
        (track.end, track.second, i == len(track.at) - 1),
    ):
        if is_end:
            side_low, side_high = port_range(block, leaving.port.side)
            pinned = leaving.port.pinned or not side_low <= at <= side_high
            low, high = max(low, at if pinned else side_low), min(high, at if pinned else side_high)
    return low, high


def _limits(track: RoutingTrack, i: int) -> list[_Limit]:
    """What a segment must not pass, as it would turn its neighbours around or cover a head."""
    found = []
    last = len(track.at) - 1
    if i > 0:
        found.append(_before_block(track.start) if i == 1 else _before_segment(track, i, i - 2))
    if i < last:
        found.append(_before_block(track.end) if i == last - 1 else _before_segment(track, i, i + 2))
    return found


def _before_block(leaving: Exit) -> _Limit:
    return _Limit(leaving.edge, leaving.outward, leaving.least, leaving.need, leaving.lead)


def _before_segment(track: RoutingTrack, i: int, other: int) -> _Limit:
    """No limit at all, for both may move: ``spread`` keeps them in their order."""
    return _Limit(track.at[other], 1 if track.at[i] > track.at[other] else -1, float("-inf"), 0.0, 0.0)


def _shared(below: Sequence[_Limit], above: Sequence[_Limit], wall_low: float, wall_high: float) -> float:
    """The place in a corridor too narrow for what both sides wish: each has what it needs, or its share of that."""
    lows = [(limit.place, limit.need) for limit in below] or [(wall_low - TOUCH, _WALL)]
    highs = [(limit.place, limit.need) for limit in above] or [(wall_high + TOUCH, _WALL)]
    low, need = max(lows, key=sum)
    high, other = min(highs, key=lambda pair: pair[0] - pair[1])
    if need + other < high - low:
        return low + need + (high - low - need - other) / 2
    return low + (high - low) * need / (need + other)


def _walls(track: RoutingTrack, i: int) -> tuple[float, float]:
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
