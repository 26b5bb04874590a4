"""Segments that share a channel: which lies before which, and how far apart.

The order is the one in which the wires cross least, by where they come from and go to; only where that does not
matter it is the one of the places that they want. What does not fit is brought nearer together, there and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from layoutkit.routing.order import order
from layoutkit.routing.separate import Crowded, Variable, separate

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from layoutkit.routing.model import Rules
    from layoutkit.routing.track import RoutingTrack

__all__ = ["ChannelPiece", "spread"]

_TIGHTER = (
    (1.0, 1.0), (0.75, 1.0), (0.5, 1.0), (0.35, 1.0), (0.25, 0.9), (0.2, 0.7),
    (0.15, 0.5), (0.1, 0.4), (0.05, 0.3), (0.0, 0.2), (0.0, 0.1), (0.0, 0.0),
)  # fmt: skip
"""Shares of ``margin`` and of ``spacing`` that are kept, tried one after another where there is little room."""
_SAME = 1e-4
_REACH = 4.0
"""Segments this many times ``spacing`` apart, or nearer, are moved together."""
_LABELS = (lambda one, other: one + other, max, lambda _one, _other: 0.0)
"""The distance of two segments that have labels of so much room, tried one after another: the labels stand side by
side, or none reaches the other's line and they stand one after another, or there is no room for either."""
_UNHURT = 3
"""The last of the shares where ``spacing`` is kept: labels are side by side only where this much is left."""
_IMPOSSIBLE = 100
"""An order that the limits of two segments forbid is as bad as so many crossings."""
_JOG = 2.0
"""Px that the shortest segment between two bends keeps, if it is so long."""
Span = tuple[float, float]


@dataclass(slots=True)
class ChannelPiece:
    """A segment that may move."""

    track: RoutingTrack
    i: int
    low: float
    high: float
    """How far it may move before it meets something."""
    wanted: float
    clear: tuple[float, float]
    """How much of that room it leaves on either side, if it can; as much as ``margin`` or less where it is narrow."""
    step: float = 0.0
    """How far away the next parallel segment of its wire is: positive at larger coordinates, 0 where there is none."""
    room: float = 0.0
    """How far the wire's label reaches to each side, in px; 0 where it stands elsewhere or there is none."""


def spread(pieces: Sequence[ChannelPiece], rules: Rules) -> None:
    """Move parallel segments apart."""
    spans = [piece.track.span(piece.i) for piece in pieces]
    for group in _groups(pieces, spans, rules.spacing):
        _set_apart([pieces[k] for k in group], [spans[k] for k in group], rules)


def _groups(pieces: Sequence[ChannelPiece], spans: Sequence[Span], spacing: float) -> list[list[int]]:
    """Pieces that may come to lie beside each other, put together, in the order of the places that they want."""
    leader = list(range(len(pieces)))

    def find(k: int) -> int:
        while leader[k] != k:
            k = leader[k]
        return k

    widest = max((piece.room for piece in pieces), default=0.0)
    rising = sorted(range(len(pieces)), key=lambda k: (round(pieces[k].wanted, 4), pieces[k].track.number, pieces[k].i))
    for position, j in enumerate(rising):
        for k in rising[position + 1 :]:
            if pieces[k].wanted - pieces[j].wanted > max(_REACH * spacing, pieces[j].room + widest):
                break
            if _matter(pieces[j], pieces[k], spans[j], spans[k], spacing):
                leader[find(k)] = find(j)
    groups: dict[int, list[int]] = {}
    for k in rising:
        groups.setdefault(find(k), []).append(k)
    return [group for group in groups.values() if len(group) > 1]


def _step(piece: ChannelPiece, other: ChannelPiece) -> float:
    """How far the other piece is beyond this one, where the same wire comes from one to the other by two bends."""
    if piece.track is not other.track or abs(piece.i - other.i) != 2:  # noqa: PLR2004 - two bends
        return 0.0
    return piece.step if piece.i < other.i else -other.step


def _matter(piece: ChannelPiece, other: ChannelPiece, one: Span, two: Span, spacing: float) -> bool:
    """Whether two segments keep a distance: they run beside each other, or would seem to be one if they met."""
    if piece.track is other.track:
        return _step(piece, other) != 0
    return min(one[1], two[1]) - max(one[0], two[0]) > -spacing / 2


def _set_apart(pieces: Sequence[ChannelPiece], spans: Sequence[Span], rules: Rules) -> None:
    """Put the pieces in order, then apart."""
    preferences: dict[tuple[int, int], int] = {}
    for j, k in combinations(range(len(pieces)), 2):
        if _matter(pieces[j], pieces[k], spans[j], spans[k], rules.spacing):
            preferences[j, k] = _preference(pieces[j], pieces[k])
            preferences[k, j] = -preferences[j, k]
    sequence = _sequence(pieces, preferences)
    ordered = [pieces[k] for k in sequence]
    pairs = _next_to_each_other(sequence, preferences)
    for piece, place in zip(ordered, _places(ordered, pairs, rules), strict=True):
        piece.track.at[piece.i] = place


def _sequence(pieces: Sequence[ChannelPiece], preferences: Mapping[tuple[int, int], int]) -> list[int]:
    """One piece after another, put where it makes the fewest crossings; of several such places the one it prefers."""
    sequence: list[int] = []
    for k, piece in enumerate(pieces):
        # At the end all others lie before it. Each step towards the start moves one of them behind it.
        best, total, place = (0, 0), (0, 0), len(sequence)
        for position in range(len(sequence) - 1, -1, -1):
            preference = preferences.get((k, sequence[position]))
            if preference is not None:
                later = piece.wanted - pieces[sequence[position]].wanted > _SAME
                total = total[0] + preference, total[1] + later
            if total < best:
                best, place = total, position
        sequence.insert(place, k)
    return sequence


def _next_to_each_other(sequence: Sequence[int], known: Container[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs that keep a distance, by their places in the sequence, but for those with a third piece in between."""
    found = []
    for k in range(len(sequence)):
        before: list[int] = []
        for j in range(k - 1, -1, -1):
            if (sequence[j], sequence[k]) in known and not any((sequence[j], sequence[m]) in known for m in before):
                before.append(j)
        found += [(j, k) for j in before]
    return found


def _preference(piece: ChannelPiece, other: ChannelPiece) -> int:
    """How many crossings more there are where a piece lies before another than where it lies after it."""
    step = _step(piece, other)
    if step:
        return -_IMPOSSIBLE if step > 0 else _IMPOSSIBLE
    before, after = piece.low < other.high - _SAME, other.low < piece.high - _SAME
    if before is not after:
        return -_IMPOSSIBLE if before else _IMPOSSIBLE
    return order((piece.track, piece.i), (other.track, other.i))


def _places(pieces: Sequence[ChannelPiece], pairs: Iterable[tuple[int, int]], rules: Rules) -> list[float]:
    """Places at the wanted distances; those that are crowded give way as far as they must, and no others."""
    gaps: dict[tuple[int, int], float] = {}
    tight = [0] * len(pieces)
    steps = {(j, k): min(abs(_step(pieces[j], pieces[k])), _JOG) for j, k in pairs}

    def solve(numbers: Sequence[int], level: int) -> list[float] | Crowded:
        """The places of some pieces, or which of them are crowded, where they give way so far or further."""
        levels = [max(tight[k], level) for k in numbers]
        number = {k: i for i, k in enumerate(numbers)}
        variables = [_variable(pieces[k], _TIGHTER[levels[i]][0] * rules.margin) for k, i in number.items()]
        distances = [
            (one, two, step or _TIGHTER[max(levels[one], levels[two])][1] * gaps[j, k])
            for (j, k), step in steps.items()
            if (one := number.get(j)) is not None and (two := number.get(k)) is not None
        ]
        return separate(variables, distances)

    for apart in _LABELS:
        gaps |= {(j, k): max(rules.spacing, apart(pieces[j].room, pieces[k].room)) for j, k in steps}
        if not isinstance(solve(range(len(pieces)), _UNHURT), Crowded):
            break
    while isinstance(found := solve(range(len(pieces)), 0), Crowded):
        crowd = sorted(found.members)
        level, beyond = min(tight[k] for k in crowd) + 1, len(_TIGHTER)
        while level < beyond:
            middle = (level + beyond) // 2
            if isinstance(solve(crowd, middle), Crowded):
                level = middle + 1
            else:
                beyond = middle
        if level == len(_TIGHTER):
            steps = {pair: step for pair, step in steps.items() if not found.members.issuperset(pair)}
        for k in crowd:
            tight[k] = max(tight[k], min(level, len(_TIGHTER) - 1))
    return found


def _variable(piece: ChannelPiece, clear: float) -> Variable:
    """A piece that leaves so much room on either side, in px, or less where it asks for less."""
    low, high = (min(room, clear) for room in piece.clear)
    return Variable(piece.wanted, min(piece.wanted, piece.low + low), max(piece.wanted, piece.high - high))
