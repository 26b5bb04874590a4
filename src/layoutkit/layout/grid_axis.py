"""The tracks of a grid in one axis: their definitions, their sizes, and where they are.

Neighbours that are alike in everything, because every item covers all of them or none, are kept as one record
with a count; a grid with a million empty rows costs as much as one with two. Sizes are px.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from layoutkit.layout.align import distribute
from layoutkit.layout.traits import resolve_length
from layoutkit.style.box import AUTO, FitContent, Fr, MinMax, Percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.keywords import JustifyContent
    from layoutkit.style.box import TrackBreadth, TrackSize

__all__ = ["Axis", "GridTrack", "has_percentage", "resolved_track"]


class GridTrack:
    """A track, or some neighbours that are alike."""

    __slots__ = ("base", "count", "factor", "fit", "greatest", "growable", "incurred", "least", "limit", "planned")

    count: int
    """How many there are; 0 for a track that collapsed together with its gutter."""
    least: str
    """The min track sizing function: fixed, auto, min-content or max-content."""
    greatest: str
    """The max track sizing function: one of those, fit-content or flex."""
    factor: float
    """The flex factor."""
    fit: float
    """The argument of fit-content(); infinite without one."""
    base: float
    """The base size of each of them."""
    limit: float
    """The growth limit."""
    growable: bool
    """Whether the track is infinitely growable."""
    incurred: float
    """The item-incurred increase."""
    planned: float
    """The planned increase."""

    def __init__(self, size: TrackSize, count: int, available: float | None) -> None:
        self.count = count
        self.factor = 0.0
        self.fit = inf
        self.base = 0.0
        self.limit = inf
        self.growable = False
        self.incurred = self.planned = 0.0
        # 12.4 Initialize GridTrack Sizes
        if isinstance(size, MinMax):
            self._set_least(size.least, available)
            self._set_greatest(size.greatest, available)
        elif isinstance(size, FitContent):
            self._set_least(AUTO, available)
            self.greatest = "fit-content"
            limit = resolve_length(size.limit, available)
            self.fit = inf if limit is None else limit
        else:
            self._set_least(AUTO if isinstance(size, Fr) else size, available)
            self._set_greatest(size, available)

    def _set_least(self, breadth: TrackBreadth, available: float | None) -> None:
        self.least, self.base = resolved_track(breadth, available)

    def _set_greatest(self, breadth: TrackBreadth, available: float | None) -> None:
        if isinstance(breadth, Fr):
            self.greatest, self.factor, self.limit = "flex", breadth.factor, self.base
            return
        self.greatest, size = resolved_track(breadth, available)
        if self.greatest == "fixed":
            self.limit = max(size, self.base)


def resolved_track(breadth: TrackBreadth, available: float | None) -> tuple[str, float]:
    """A breadth as a keyword, or ``fixed`` and its px; a percentage of something indefinite is auto (7.2.1)."""
    if isinstance(breadth, str):
        return breadth, 0.0
    if breadth is AUTO or isinstance(breadth, Fr):
        return "auto", 0.0
    length = resolve_length(breadth, available)
    return ("auto", 0.0) if length is None else ("fixed", length)


class Axis:
    """All tracks of a grid in one axis, for one question."""

    __slots__ = (
        "axis",
        "between",
        "count",
        "extra_end",
        "extra_inside",
        "extra_start",
        "gap",
        "is_shared",
        "offsets",
        "sized_gap",
        "tracks",
    )

    def __init__(self, axis: int, tracks: list[GridTrack], gap: float) -> None:
        self.axis = axis
        """0 for columns, 1 for rows."""
        self.tracks = tracks
        self.gap = gap
        self.count = sum([track.count for track in tracks])
        """How many tracks there are."""
        self.between = gap
        """What lies between two tracks once the content is aligned: the gap and the space distributed."""
        self.offsets: list[float] = []
        """Where each track starts, from the start of the content box, and the end; valid once aligned."""
        self.extra_start = self.extra_end = self.extra_inside = 0.0
        """In a subgrid: what an item there needs at the first line, at the last line, and at any other, in px, beside
        its margins; they reach from the tracks that are sized to the edges of the subgrid's."""
        self.is_shared = False
        """Whether they are tracks of a subgrid, so that items need something beside their margins."""
        self.sized_gap = gap
        """The gap of the grid whose tracks they are."""

    def gaps(self) -> float:
        """All gaps together."""
        return self.gap * max(0, self.count - 1)

    def total(self) -> float:
        """The sum of the base sizes and the gaps."""
        total = self.gaps()
        for track in self.tracks:
            total += track.base * track.count
        return total

    def spread(self) -> float:
        """The sum of the base sizes and of what lies between the tracks once they are aligned."""
        return self.total() + (self.between - self.gap) * max(0, self.count - 1)

    def definite_span(self, start: int, end: int) -> float | None:
        """The size of an area before tracks are sized: that of tracks with a fixed maximum (12.1)."""
        total, count = 0.0, 0
        for track in self.tracks[start:end]:
            if track.greatest != "fixed":
                return None
            total += track.limit * track.count
            count += track.count
        total += self.sized_gap * max(0, count - 1)
        return max(0.0, total - self.extra_margins(start, end)) if self.is_shared else total

    def extra_margins(self, start: int, end: int) -> float:
        """What an item between two lines of a subgrid needs beside its margins, in px."""
        first = self.extra_inside if start else self.extra_start
        return first + (self.extra_inside if end < len(self.tracks) else self.extra_end)

    def align(self, content: JustifyContent, size: float) -> None:
        """10.5 Aligning the Grid: place the tracks in a content box of that size."""
        offset, between = distribute(content, size - self.total(), self.count, reverse=False)
        self.between = step = self.gap + between
        offsets = []
        for track in self.tracks:
            offsets.append(offset)
            offset += track.count * (track.base + step)
        offsets.append(offset)
        self.offsets = offsets

    def end_before(self, index: int) -> float:
        """Where the tracks before a line end: there is a gutter after them, unless all of them collapsed."""
        follows = any(track.count for track in self.tracks[:index])
        return self.offsets[index] - (self.between if follows else 0.0)

    def area(self, start: int, end: int) -> tuple[float, float]:
        """Where the tracks from ``start`` up to ``end`` start, and the size they have together."""
        first, last = self.offsets[start], self.offsets[end]
        return first, (max(0.0, last - first - self.between) if last - first > 0 else 0.0)


def has_percentage(sizes: Iterable[TrackSize]) -> bool:
    """Whether one of the sizes depends on the content box."""
    for size in sizes:
        if isinstance(size, MinMax):
            if isinstance(size.least, Percent) or isinstance(size.greatest, Percent):
                return True
        elif isinstance(size.limit if isinstance(size, FitContent) else size, Percent):
            return True
    return False
