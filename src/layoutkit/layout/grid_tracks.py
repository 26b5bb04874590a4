"""Sizing the tracks of one axis: CSS Grid Level 1, sections 12.3 to 12.8.

Where the standard and Chromium differ, Chromium is followed: contributions are not limited where the container is
sized under a min-content or max-content constraint (the notes on it in 12.5), and space is not distributed to
tracks that an item spans but a step does not affect.
"""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from math import inf
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.layout.grid_axis import Axis, GridTrack

__all__ = ["Constraint", "Contributor", "size_tracks"]


class Constraint(Enum):
    """What the grid container is sized for."""

    LAYOUT = "layout"
    MIN_CONTENT = "min-content"
    MAX_CONTENT = "max-content"


class Contributor(Protocol):
    """An item as the tracks see it; its contributions are margin boxes in px."""

    @property
    def start(self) -> int:
        """The index of the first track that it spans."""
        ...

    @property
    def end(self) -> int:
        """The index after the last track that it spans."""
        ...

    @property
    def minimum(self) -> float:
        """The minimum contribution."""
        ...

    @property
    def min_content(self) -> float:
        """The min-content contribution."""
        ...

    @property
    def max_content(self) -> float:
        """The max-content contribution."""
        ...


_INTRINSIC = frozenset({"auto", "min-content", "max-content", "fit-content"})
_LIKE_MAX_CONTENT = frozenset({"auto", "max-content", "fit-content"})
_CONTENT_BASED = frozenset({"min-content", "max-content"})
_MAX_CONTENT = frozenset({"max-content"})


class _Step(NamedTuple):
    """One of the steps of 12.5 that distribute extra space."""

    contribution: Callable[[Contributor], float]
    affects: frozenset[str]
    """The sizing functions, min for base sizes and max for growth limits, of the tracks that are affected."""
    beyond: frozenset[str]
    """The max sizing functions of those that grow beyond their limits, if there are any."""
    limits: bool = False
    """Whether growth limits are affected, not base sizes."""


_BASE_STEPS = (
    _Step(lambda item: item.minimum, _INTRINSIC, _INTRINSIC),  # 1. For intrinsic minimums
    _Step(lambda item: item.min_content, _CONTENT_BASED, _INTRINSIC),  # 2. For content-based minimums
    _Step(lambda item: item.max_content, _MAX_CONTENT, _LIKE_MAX_CONTENT),  # 3. For max-content minimums
)
_LIMIT_STEPS = (
    _Step(lambda item: item.min_content, _INTRINSIC, _INTRINSIC, limits=True),  # 5. For intrinsic maximums
    # 6. For max-content maximums
    _Step(lambda item: item.max_content, _LIKE_MAX_CONTENT, _LIKE_MAX_CONTENT, limits=True),
)


def size_tracks(
    axis: Axis,
    items: Sequence[Contributor],
    available: float | None,
    constraint: Constraint,
    *,
    stretches: bool,
) -> None:
    """12.3 Track Sizing Algorithm: find the base size of every track.

    Args:
        axis: the tracks, initialised (12.4).
        items: those that span tracks without a fixed size.
        available: the size of the content box in px, None where indefinite.
        constraint: what the container is sized for.
        stretches: whether the content distribution is normal or stretch.
    """
    free = _FreeSpace(axis, available, constraint)
    _resolve_intrinsic_track_sizes(axis, items)
    _maximize_tracks(axis, free)
    _expand_flexible_tracks(axis, items, free)
    if stretches:
        _stretch_auto_tracks(axis, free)


class _FreeSpace:
    """The free space of an axis, as it changes."""

    __slots__ = ("available", "axis", "constraint")

    def __init__(self, axis: Axis, available: float | None, constraint: Constraint) -> None:
        self.axis = axis
        self.available = available
        self.constraint = constraint

    def now(self) -> float | None:
        """px, never negative; None where it is indefinite."""
        if self.available is not None:
            return max(0.0, self.available - self.axis.total())
        return 0.0 if self.constraint is Constraint.MIN_CONTENT else None


# ---- 12.5 Resolve Intrinsic Track Sizes ---------------------------------------------------------------


def _resolve_intrinsic_track_sizes(axis: Axis, items: Sequence[Contributor]) -> None:
    # 1. Shim baseline-aligned items: they come with their shims.
    tracks = axis.tracks
    spanning: list[tuple[int, Contributor]] = []
    crossing: list[Contributor] = []
    together = False
    for item in items:
        spanned = tracks[item.start : item.end]
        count = sum([track.count for track in spanned])
        if any(track.greatest == "flex" for track in spanned):
            crossing.append(item)
            together = together or count > 1
        elif count == 1:
            # 2. Size tracks to fit non-spanning items.
            _fit(spanned[0], item)
        else:
            spanning.append((count, item))
    # 3. Increase sizes to accommodate spanning items crossing content-sized tracks, in order of their spans.
    spanning.sort(key=lambda pair: pair[0])
    for _, group in groupby(spanning, key=lambda pair: pair[0]):
        _accommodate(axis, [item for _, item in group], flexible=False)
    # 4. Increase sizes to accommodate spanning items crossing flexible tracks.
    if together:
        _accommodate(axis, crossing, flexible=True)
    else:
        for item in crossing:
            _fit(tracks[item.start], item)
    # 5. If any track still has an infinite growth limit, set its growth limit to its base size.
    for track in tracks:
        if track.limit == inf:
            track.limit = track.base


def _fit(track: GridTrack, item: Contributor) -> None:
    """What the six steps come to where an item spans one track only."""
    least, greatest = track.least, track.greatest
    base = track.base
    if least != "fixed":
        base = max(base, item.minimum)
        if least != "auto":
            base = max(base, item.min_content if least == "min-content" else item.max_content)
        track.base = base
    if greatest == "fixed" or greatest == "flex":  # noqa: PLR1714 - asked for every item
        track.limit = max(track.limit, base)
        return
    limit = base if track.limit == inf else max(track.limit, base)
    wanted = item.min_content if greatest == "min-content" else max(item.min_content, item.max_content)
    track.limit = max(limit, min(wanted, track.fit))


def _accommodate(axis: Axis, items: list[Contributor], *, flexible: bool) -> None:
    """The six steps for a group of items with the same span, or for all that cross flexible tracks."""
    touched = _spanned(axis, items)
    least = {track.least for track in touched if not flexible or track.greatest == "flex"}
    for step in _BASE_STEPS:
        if not least.isdisjoint(step.affects):
            _increase(axis, items, touched, step, flexible=flexible)
    # 4. If at this point any track's growth limit is now less than its base size, increase it to match.
    for track in touched:
        track.limit = max(track.limit, track.base)
    if flexible:
        return  # a flexible maximum is not an intrinsic one
    for track in touched:
        track.growable = False
    greatest = {track.greatest for track in touched}
    for step in _LIMIT_STEPS:
        if not greatest.isdisjoint(step.affects):
            _increase(axis, items, touched, step, flexible=False)


def _spanned(axis: Axis, items: list[Contributor]) -> list[GridTrack]:
    indices: set[int] = set()
    for item in items:
        indices.update(range(item.start, item.end))
    return [axis.tracks[index] for index in sorted(indices)]


def _increase(axis: Axis, items: list[Contributor], touched: list[GridTrack], step: _Step, *, flexible: bool) -> None:
    """12.5.1 Distributing Extra Space Across Spanned Tracks, for one step."""
    for track in touched:
        track.planned = -1.0  # not affected by any item
    for item in items:
        spanned = axis.tracks[item.start : item.end]
        affected = [track for track in spanned if _is_affected(track, step, flexible=flexible)]
        if not affected:
            continue
        # 1. Find the space to distribute.
        extra = step.contribution(item) - _affected_size(spanned, axis.gap, step)
        for track in affected:
            track.incurred = 0.0
        if extra > 0:
            _distribute(affected, extra, step, flexible=flexible)
        # 5. For each affected track, take the largest of the item-incurred increases.
        for track in affected:
            track.planned = max(track.planned, track.incurred)
    # 6. Update the tracks' affected sizes.
    for track in touched:
        if track.planned >= 0:
            _update(track, step)


def _update(track: GridTrack, step: _Step) -> None:
    if not step.limits:
        track.base += track.planned
    elif track.limit == inf:
        track.growable = step is _LIMIT_STEPS[0]
        track.limit = track.base + track.planned
    else:
        track.limit += track.planned


def _is_affected(track: GridTrack, step: _Step, *, flexible: bool) -> bool:
    if track.count == 0 or (flexible and track.greatest != "flex"):
        return False
    return (track.greatest if step.limits else track.least) in step.affects


def _affected_size(spanned: list[GridTrack], gap: float, step: _Step) -> float:
    """What the spanned tracks take up already, gaps included; an infinite growth limit counts as the base size."""
    size, count = 0.0, 0
    for track in spanned:
        size += (track.limit if step.limits and track.limit < inf else track.base) * track.count
        count += track.count
    return size + gap * max(0, count - 1)


def _distribute(affected: list[GridTrack], extra: float, step: _Step, *, flexible: bool) -> None:
    """2. Distribute space up to limits. 4. Distribute space beyond limits."""
    by_factor = flexible and sum([track.factor for track in affected]) > 0
    left = _share(affected, extra, lambda track: _room(track, step), by_factor=by_factor)
    if left > 0:
        beyond = [track for track in affected if track.greatest in step.beyond] or affected
        _share(beyond, left, lambda track: _room_beyond(track, step), by_factor=by_factor)


def _room(track: GridTrack, step: _Step) -> float:
    """How far a track may grow before it reaches its limit."""
    if not step.limits:
        return max(0.0, track.limit - track.base)
    if track.limit < inf and not track.growable:
        return 0.0
    return _room_beyond(track, step)


def _room_beyond(track: GridTrack, step: _Step) -> float:
    """How far it may grow beyond: fit-content() gives its growth limit an end (7.2.1)."""
    if not step.limits or track.fit == inf:
        return inf
    return max(0.0, track.fit - (track.limit if track.limit < inf else track.base) - track.incurred)


def _share(tracks: list[GridTrack], extra: float, room: Callable[[GridTrack], float], *, by_factor: bool) -> float:
    """Share space out equally, or by flex factors, until tracks are full; return what is left over."""
    weights = [track.factor if by_factor else 1.0 for track in tracks]
    entries = []
    for track, weight in zip(tracks, weights, strict=True):
        if weight > 0:
            space = room(track)
            entries.append((space / weight, space, weight, track))
    entries.sort(key=lambda entry: entry[0])
    total = sum([weight * track.count for _, _, weight, track in entries])
    for _, space, weight, track in entries:
        growth = min(space, extra * weight / total) if total > 0 else 0.0
        track.incurred += growth
        extra -= growth * track.count
        total -= weight * track.count
    return extra if extra > 1e-9 else 0.0  # noqa: PLR2004 - what floats leave over of a sum


# ---- 12.6 to 12.8 ----------------------------------------------------------------------------------------


def _maximize_tracks(axis: Axis, free_space: _FreeSpace) -> None:
    """12.6 Maximize Tracks."""
    free = free_space.now()
    if free is None:
        for track in axis.tracks:
            track.base = max(track.base, track.limit)
        return
    growing = [track for track in axis.tracks if track.limit > track.base and track.count]
    if free > 0 and growing:
        for track in growing:
            track.incurred = 0.0
        _share(growing, free, lambda track: track.limit - track.base, by_factor=False)
        for track in growing:
            track.base += track.incurred


def _expand_flexible_tracks(axis: Axis, items: Sequence[Contributor], free_space: _FreeSpace) -> None:
    """12.7 Expand Flexible Tracks."""
    flexible = [track for track in axis.tracks if track.greatest == "flex" and track.count]
    if not flexible:
        return
    free = free_space.now()
    if free == 0:
        return
    if free is not None and free_space.available is not None:
        fraction = _find_fr(axis.tracks, free_space.available - axis.gaps())
    else:
        fraction = 0.0
        for track in flexible:
            fraction = max(fraction, track.base / max(1.0, track.factor))
        for item in items:
            spanned = axis.tracks[item.start : item.end]
            if any(track.greatest == "flex" for track in spanned):
                count = sum([track.count for track in spanned])
                fraction = max(fraction, _find_fr(spanned, item.max_content - axis.gap * (count - 1)))
    for track in flexible:
        track.base = max(track.base, fraction * track.factor)


def _find_fr(tracks: list[GridTrack], space: float) -> float:
    """12.7.1 Find the Size of an fr; ``space`` is the space to fill, without the gaps, in px."""
    flexible = []
    for track in tracks:
        if track.greatest == "flex":
            flexible.append(track)
        else:
            space -= track.base * track.count
    while True:
        factors = sum([track.factor * track.count for track in flexible])
        size = space / max(1.0, factors)
        kept = [track for track in flexible if size * track.factor >= track.base]
        if len(kept) == len(flexible):
            return max(0.0, size)
        for track in flexible:
            if track not in kept:
                space -= track.base * track.count
        flexible = kept


def _stretch_auto_tracks(axis: Axis, free_space: _FreeSpace) -> None:
    """12.8 Stretch auto Tracks."""
    stretched = [track for track in axis.tracks if track.greatest == "auto" and track.count]
    free = free_space.now()
    if stretched and free:
        each = free / sum([track.count for track in stretched])
        for track in stretched:
            track.base += each
