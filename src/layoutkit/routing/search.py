"""The way of one wire: the fewest bends, among those the shortest.

Bends are counted on whole segments: a breadth-first search from both ends, in which each step is a bend, finds the
fewest, and which segments such ways consist of. Only on these are lengths compared.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import chain, filterfalse
from math import inf
from typing import TYPE_CHECKING

from layoutkit.routing.ends import edge
from layoutkit.routing.space import TOUCH

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from layoutkit.geometry import Rect
    from layoutkit.routing.ends import Port
    from layoutkit.routing.space import RoutingSpace, Segment

__all__ = ["Exit", "Way", "exit_from", "search", "straight_way"]

_EPSILON = 1e-6
_JUST_OUTSIDE = 1.5
"""Px; further than the distance at which a wire counts as running into its own block."""
_MOST_BENDS = 40
_ROOM = 1.5
"""What a head and the bend beside it need, in lengths of the head."""
_ASIDE = 4.0
"""Px that a head leaves free on the other side of a narrow corridor, and that a wire without one has for its bend."""
_CRAMPED = 3.0
"""What each px costs that a first bend is too near to its block: more than the two px of way that it may spare."""


@dataclass(frozen=True, slots=True, eq=False)
class Exit:
    """A place where a wire leaves its block, and the free segment straight out of it."""

    port: Port
    edge: float
    """Where the side lies."""
    outward: int
    """1 where the wire leaves towards larger coordinates, else -1."""
    least: float
    """The first bend comes no nearer to the block than this, so that the head is not bent, unless that costs a bend."""
    need: float
    """What is needed besides for the bend, where no other wire needs the room."""
    lead: float
    """It keeps this distance wherever there is room."""
    comfort: float
    """Where it would rather be."""
    segment: Segment

    @property
    def vertical(self) -> bool:
        """Whether the wire leaves along y."""
        return not self.port.side.horizontal

    def allows(self, position: float) -> bool:
        """Whether the wire may turn there."""
        return (position - self.edge) * self.outward >= TOUCH - _EPSILON

    def cost(self, position: float) -> float:
        """Of the way to a first bend: its length, and more where that is less than ``lead``."""
        lack = self.lead - (position - self.edge) * self.outward
        return _between(self.segment, self.edge, position) + _CRAMPED * max(0.0, lack)


@dataclass(frozen=True, slots=True)
class Way:
    """A route, segment by segment: x of the vertical ones, y of the horizontal ones, in turns."""

    start: Exit
    end: Exit
    coordinates: tuple[float, ...]


def exit_from(rect: Rect, port: Port, space: RoutingSpace, head: float, wish: float) -> Exit | None:
    """The way out of a block at a port, or None where something covers it.

    The first bend leaves room for a head of ``head`` px and for its own curve, and is ``wish`` px away: all this as far
    as there is room straight ahead.
    """
    depth = edge(rect, port.side)
    outward = sum(port.side.outward)
    line = space.line(port.at, vertical=not port.side.horizontal)
    segment = line.segment(depth + outward * _JUST_OUTSIDE)
    if segment is None:
        return None
    free = TOUCH + ((segment.high - depth) if outward > 0 else (depth - segment.low))
    least = min(max(head, TOUCH), max(free - TOUCH, free / 2))
    need = max(min(head * _ROOM, free - _ASIDE), min(_ASIDE, free / 2), least)
    lead = max(need, min(wish, free / 2))
    return Exit(port, depth, outward, least, need, lead, max(lead, min(space.margin, free / 2)), segment)


def straight_way(pairs: Iterable[tuple[Exit | None, Exit | None]]) -> Way | None:
    """The first pair of places between which a wire needs no bend; None where there is none."""
    for a, b in pairs:
        if a and b and a.segment is b.segment and a.outward != b.outward and (b.edge - a.edge) * a.outward > 0:
            return Way(a, b, (a.port.at,))
    return None


def search(space: RoutingSpace, pairs: Iterable[tuple[Exit | None, Exit | None]]) -> Way | None:
    """The best way with at least one bend between any pair of places; None where there is no free way."""
    known = [(a, b) for a, b in pairs if a and b]
    starts = list(dict.fromkeys(a for a, _ in known))
    ends = list(dict.fromkeys(b for _, b in known))
    return _one_bend(starts, ends) or _more_bends(space, starts, ends)


def _one_bend(starts: Sequence[Exit], ends: Sequence[Exit]) -> Way | None:
    best: tuple[float, Way] | None = None
    for a in starts:
        for b in ends:
            if a.vertical is b.vertical or not (a.allows(b.port.at) and b.allows(a.port.at)):
                continue
            one, other = a.segment, b.segment
            if not (one.low <= other.at <= one.high and other.low <= one.at <= other.high):
                continue
            cost = a.cost(b.port.at) + b.cost(a.port.at)
            if best is None or cost < best[0] - _EPSILON:
                best = cost, Way(a, b, (a.port.at, b.port.at))
    return best[1] if best else None


def _between(segment: Segment, p: float, q: float) -> float:
    return abs(segment.line.cost(p) - segment.line.cost(q))


class _Wave:
    """The segments reached from one end, by the number of bends on the way."""

    def __init__(self, space: RoutingSpace, exits: Sequence[Exit]) -> None:
        self.space = space
        self.bends = 1
        self.level: dict[Segment, int] = {}
        self.odd: dict[Segment, None] = {}
        """First segments that are not among the crossings of others."""
        self.exits: dict[Segment, list[Exit]] = {}
        """For the first ones the exits that they cross."""
        for leaving in exits:
            for segment in self._across(leaving):
                self.level[segment] = 1
                self.exits.setdefault(segment, []).append(leaving)
        self.front = list(self.level)
        self.steps = [frozenset(self.front)]
        """The segments that are reached with one bend, with two …"""

    def _across(self, leaving: Exit) -> list[Segment]:
        """The segments that a wire may turn into: on the lines of the space, and as near to the block as it may."""
        near = leaving.edge + leaving.outward * leaving.comfort
        nearest = self.space.line(near, vertical=not leaving.vertical).segment(leaving.port.at)
        found = [segment for segment in self.space.crossings(leaving.segment) if leaving.allows(segment.at)]
        if nearest is not None and nearest not in found:
            found.append(nearest)
            self.odd[nearest] = None
        return found

    def spread(self) -> None:
        """Go one bend further."""
        self.bends += 1
        level, crossings = self.level, self.space.crossings
        known = level.__contains__
        front: list[Segment] = []
        for segment in self.front:
            fresh = [*filterfalse(known, crossings(segment))]
            level.update(dict.fromkeys(fresh, self.bends))
            front += fresh
        self.front = front
        self.steps.append(frozenset(front))

    def before(self, segment: Segment) -> list[Segment]:
        """The segments one bend nearer to the end."""
        bends = self.level[segment] - 1
        found = [*filter(self.steps[bends - 1].__contains__, self.space.crossings(segment))]
        return found + [odd for odd in self.odd if odd not in found and _meet(odd, segment)] if bends == 1 else found


def _meet(one: Segment, other: Segment) -> bool:
    """Whether two segments across each other do cross."""
    return (
        one.vertical is not other.vertical
        and one.low - _EPSILON <= other.at <= one.high + _EPSILON
        and other.low - _EPSILON <= one.at <= other.high + _EPSILON
    )


def _more_bends(space: RoutingSpace, starts: Sequence[Exit], ends: Sequence[Exit]) -> Way | None:
    forth, back = _Wave(space, starts), _Wave(space, ends)
    while True:
        fresh, other = (forth, back) if len(forth.front) <= len(back.front) else (back, forth)
        meeting = [s for s in other.front if fresh.level.get(s) == fresh.bends]
        if meeting:
            return _shortest(meeting, forth, back)
        if not forth.front or not back.front or forth.bends + back.bends > _MOST_BENDS:
            return None
        fresh.spread()


_State = tuple[float, "Segment", Exit, "_State | None"]
"""The cheapest way to turn into a segment at a position: its cost, the segment, where it starts, what comes before."""


def _shortest(meeting: list[Segment], forth: _Wave, back: _Wave) -> Way | None:
    """Compare the lengths of all ways over the meeting segments; each of them has the fewest bends."""
    after: dict[Segment, list[Segment]] = {}
    first, last = meeting, meeting
    for _ in range(forth.bends - 1):
        nearer: dict[Segment, None] = {}
        for segment in first:
            for before in forth.before(segment):
                after.setdefault(before, []).append(segment)
                nearer[before] = None
        first = list(nearer)
    for _ in range(back.bends - 1):
        after.update((segment, back.before(segment)) for segment in last)
        last = list(dict.fromkeys(chain.from_iterable(after[segment] for segment in last)))
    states: dict[Segment, dict[float, _State]] = {}
    for segment in first:
        for leaving in forth.exits[segment]:
            total = leaving.cost(segment.at)
            known, place = states.setdefault(segment, {}), leaving.port.at
            if place not in known or total < known[place][0] - _EPSILON:
                known[place] = total, segment, leaving, None
    for _ in range(forth.bends + back.bends - 2):
        following: dict[Segment, dict[float, _State]] = {}
        for segment, entries in states.items():
            _pass_on(segment, entries, after.get(segment, ()), following)
        states = following
    return _finish(states, back)


def _pass_on(
    segment: Segment,
    entries: dict[float, _State],
    following: Iterable[Segment],
    states: dict[Segment, dict[float, _State]],
) -> None:
    """Turn from a segment into those after it; two sweeps find for each the cheapest entry on either side."""
    cost = segment.line.cost
    places = sorted(entries)
    known = [(entries[place], cost(place)) for place in places]
    forward = _cheapest([(state, state[0] - at) for state, at in known])
    backward = _cheapest([(state, state[0] + at) for state, at in reversed(known)])
    backward.reverse()
    position, count = segment.at, len(places)
    for other in following:
        at = other.at
        index, here = bisect_left(places, at), cost(at)
        previous, total = (forward[index - 1][0], forward[index - 1][1] + here) if index else (backward[0][0], inf)
        if index < count and backward[index][1] - here < total - _EPSILON:
            previous, total = backward[index][0], backward[index][1] - here
        found = states.get(other)
        if found is None:
            states[other] = {position: (total, other, previous[2], previous)}
        elif position not in found or total < found[position][0] - _EPSILON:
            found[position] = total, other, previous[2], previous


def _cheapest(entries: list[tuple[_State, float]]) -> list[tuple[_State, float]]:
    """For each entry the cheapest up to there."""
    found = entries[:1]
    for entry in entries[1:]:
        found.append(entry if entry[1] < found[-1][1] - _EPSILON else found[-1])
    return found


def _finish(states: dict[Segment, dict[float, _State]], back: _Wave) -> Way | None:
    best: tuple[float, _State, Exit] | None = None
    for segment, entries in states.items():
        cost = segment.line.cost
        known = [(state, cost(place)) for place, state in entries.items()]
        for arriving in back.exits[segment]:
            here = cost(arriving.port.at)
            last = arriving.cost(segment.at)
            for state, at in known:
                total = state[0] + abs(at - here) + last
                if best is None or total < best[0] - _EPSILON:
                    best = total, state, arriving
    if best is None:
        return None
    _, state, arriving = best
    start = state[2]
    coordinates = [arriving.port.at]
    step: _State | None = state
    while step is not None:
        coordinates.append(step[1].at)
        step = step[3]
    return Way(start, arriving, (start.port.at, *reversed(coordinates)))
