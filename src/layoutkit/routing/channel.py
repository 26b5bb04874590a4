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
    from collections.abc import Mapping, Sequence

    from layoutkit.routing.model import Rules
    from layoutkit.routing.track import Track

__all__ = ["Piece", "spread"]

_TIGHTER = (
    (1.0, 1.0), (0.75, 1.0), (0.5, 1.0), (0.35, 1.0), (0.25, 0.9), (0.2, 0.7),
    (0.15, 0.5), (0.1, 0.4), (0.05, 0.3), (0.0, 0.2), (0.0, 0.1), (0.0, 0.0),
)  # fmt: skip
"""Shares of ``margin`` and of ``spacing`` that are kept, tried one after another where there is little room."""
_SAME = 1e-4
_REACH = 4.0
"""Segments this many times ``spacing`` apart, or nearer, are moved together."""
_IMPOSSIBLE = 100
"""An order that the limits of two segments forbid is as bad as so many crossings."""
_JOG = 2.0
"""Px that the shortest segment between two bends keeps, if it is so long."""
Span = tuple[float, float]


@dataclass(slots=True)
class Piece:
    """A segment that may move."""

    track: Track
    i: int
    low: float
    high: float
    """How far it may move before it meets something."""
    wanted: float
    clear: tuple[float, float]
    """How much of that room it leaves on either side, if it can; as much as ``margin`` or less where it is narrow."""
    step: float = 0.0
    """How far away the next parallel segment of its wire is: positive at larger coordinates, 0 where there is none."""


def spread(pieces: Sequence[Piece], rules: Rules) -> None:
    """Move parallel segments apart."""
    spans = [piece.track.span(piece.i) for piece in pieces]
    for group in _groups(pieces, spans, rules.spacing):
        _set_apart([pieces[k] for k in group], [spans[k] for k in group], rules)


def _groups(pieces: Sequence[Piece], spans: Sequence[Span], spacing: float) -> list[list[int]]:
    """Pieces that may come to lie beside each other, put together, in the order of the places that they want."""
    leader = list(range(len(pieces)))

    def find(k: int) -> int:
        while leader[k] != k:
            k = leader[k]
        return k

    rising = sorted(range(len(pieces)), key=lambda k: (round(pieces[k].wanted, 4), pieces[k].track.number, pieces[k].i))
    for position, j in enumerate(rising):
        for k in rising[position + 1 :]:
            if pieces[k].wanted - pieces[j].wanted > _REACH * spacing:
                break
            if _matter(pieces[j], pieces[k], spans[j], spans[k], spacing):
                leader[find(k)] = find(j)
    groups: dict[int, list[int]] = {}
    for k in rising:
        groups.setdefault(find(k), []).append(k)
    return [group for group in groups.values() if len(group) > 1]


def _step(piece: Piece, other: Piece) -> float:
    """How far the other piece is beyond this one, where the same wire comes from one to the other by two bends."""
    if piece.track is not other.track or abs(piece.i - other.i) != 2:  # noqa: PLR2004 - two bends
        return 0.0
    return piece.step if piece.i < other.i else -other.step


def _matter(piece: Piece, other: Piece, one: Span, two: Span, spacing: float) -> bool:
    """Whether two segments keep a distance: they run beside each other, or would seem to be one if they met."""
    if piece.track is other.track:
        return _step(piece, other) != 0
    return min(one[1], two[1]) - max(one[0], two[0]) > -spacing / 2


def _set_apart(pieces: Sequence[Piece], spans: Sequence[Span], rules: Rules) -> None:
    """Put the pieces in order, then apart."""
    numbers = range(len(pieces))
    preferences = {
        (j, k): _preference(pieces[j], pieces[k])
        for j in numbers
        for k in numbers
        if j != k and _matter(pieces[j], pieces[k], spans[j], spans[k], rules.spacing)
    }
    sequence = _sequence(pieces, preferences)
    ordered = [pieces[k] for k in sequence]
    pairs = [(j, k) for j, k in combinations(numbers, 2) if (sequence[j], sequence[k]) in preferences]
    for piece, place in zip(ordered, _places(ordered, pairs, rules), strict=True):
        piece.track.at[piece.i] = place


def _sequence(pieces: Sequence[Piece], preferences: Mapping[tuple[int, int], int]) -> list[int]:
    """One piece after another, put where it makes the fewest crossings; of several such places the one it wants."""
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


def _preference(piece: Piece, other: Piece) -> int:
    """How many crossings more there are where a piece lies before another than where it lies after it."""
    step = _step(piece, other)
    if step:
        return -_IMPOSSIBLE if step > 0 else _IMPOSSIBLE
    before, after = piece.low < other.high - _SAME, other.low < piece.high - _SAME
    if before is not after:
        return -_IMPOSSIBLE if before else _IMPOSSIBLE
    return order((piece.track, piece.i), (other.track, other.i))


def _places(pieces: Sequence[Piece], pairs: Sequence[tuple[int, int]], rules: Rules) -> list[float]:
    """Places at the wanted distances; where pieces are crowded, these give way step by step."""
    tight = [0] * len(pieces)
    last = len(_TIGHTER) - 1
    steps = {pair: min(abs(_step(pieces[pair[0]], pieces[pair[1]])), _JOG) for pair in pairs}
    variables = [_variable(piece, rules.margin) for piece in pieces]
    while True:
        distances = [
            (j, k, step or _TIGHTER[max(tight[j], tight[k])][1] * rules.spacing) for (j, k), step in steps.items()
        ]
        found = separate(variables, distances)
        if not isinstance(found, Crowded):
            return found
        least = min(tight[k] for k in found.members)
        if least == last:
            steps = {pair: step for pair, step in steps.items() if not found.members.issuperset(pair)}
        for k in found.members:
            if tight[k] == least < last:
                tight[k] += 1
                variables[k] = _variable(pieces[k], _TIGHTER[tight[k]][0] * rules.margin)


def _variable(piece: Piece, clear: float) -> Variable:
    """A piece that leaves so much room on either side, in px, or less where it wants that."""
    low, high = (min(room, clear) for room in piece.clear)
    return Variable(piece.wanted, min(piece.wanted, piece.low + low), max(piece.wanted, piece.high - high))
