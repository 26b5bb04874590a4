"""Positions as near to the wanted ones as their least distances allow.

The blocks of Dwyer, Marriott, Stuckey: *Fast Node Overlap Removal* (Graph Drawing 2005): what is pressed together
moves as one, to the mean of what its members want.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Crowded", "Variable", "separate"]

_EPSILON = 1e-6


@dataclass(frozen=True, slots=True)
class Variable:
    """A position that is looked for."""

    wanted: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Crowded:
    """Variables that do not fit between their limits."""

    members: frozenset[int]
    """Their indices."""


class _Cluster:
    """Variables at fixed distances from each other."""

    def __init__(self, index: int, variable: Variable) -> None:
        self.offsets = {index: 0.0}
        self.total = variable.wanted
        self.low, self.high = variable.low, variable.high
        self.place = min(max(variable.wanted, self.low), self.high)

    @property
    def feasible(self) -> bool:
        return self.low <= self.high + _EPSILON

    def join(self, other: _Cluster, shift: float) -> None:
        """Take in another cluster, whose origin lies ``shift`` after this one's."""
        for index, offset in other.offsets.items():
            self.offsets[index] = offset + shift
        self.total += other.total - shift * len(other.offsets)
        self.low, self.high = max(self.low, other.low - shift), min(self.high, other.high - shift)
        self.place = min(max(self.total / len(self.offsets), self.low), self.high)


def separate(variables: Sequence[Variable], distances: Sequence[tuple[int, int, float]]) -> list[float] | Crowded:
    """The positions, or which of them do not fit between their limits.

    Args:
        variables: in the order in which they have to lie wherever a distance is given.
        distances: (earlier, later, px): the later one lies at least so far after the earlier one.
    """
    earlier: dict[int, list[tuple[int, float]]] = {}
    for first, second, least in distances:
        earlier.setdefault(second, []).append((first, least))
    clusters: dict[int, _Cluster] = {}
    for index, variable in enumerate(variables):
        cluster = clusters[index] = _Cluster(index, variable)
        while (pressed := _most_pressed(cluster, clusters, earlier)) is not None:
            first, second, least = pressed
            left = clusters[first]
            left.join(cluster, left.offsets[first] + least - cluster.offsets[second])
            if not left.feasible:
                return Crowded(frozenset(left.offsets))
            for member in cluster.offsets:
                clusters[member] = left
            cluster = left
    return [clusters[index].place + clusters[index].offsets[index] for index in range(len(variables))]


def _most_pressed(
    cluster: _Cluster, clusters: dict[int, _Cluster], earlier: dict[int, list[tuple[int, float]]]
) -> tuple[int, int, float] | None:
    """The distance that the cluster violates most against what lies before it."""
    worst, found = _EPSILON, None
    for second, offset in cluster.offsets.items():
        before = earlier.get(second)
        if before is None:
            continue
        place = cluster.place + offset
        for first, least in before:
            other = clusters[first]
            if other is cluster:
                continue
            lack = other.place + other.offsets[first] + least - place
            if lack > worst:
                worst, found = lack, (first, second, least)
    return found
