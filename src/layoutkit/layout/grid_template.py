"""From the style of a grid to its tracks: sections 7.2.3 Repeating Rows and Columns and 7.5 The Implicit Grid."""

from __future__ import annotations

from itertools import pairwise
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from layoutkit.layout.grid_axis import GridTrack
from layoutkit.layout.grid_placement import FURTHEST, Range
from layoutkit.style.box import AUTO, Repeat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layoutkit.style.box import TrackList, TrackSize

__all__ = ["Room", "Template", "expand", "implicit_axis"]


class Room(NamedTuple):
    """How large the content box of a grid is in one axis, as far as it is known: px."""

    size: float | None
    least: float
    greatest: float


class Template(NamedTuple):
    """The explicit tracks of an axis."""

    sizes: tuple[TrackSize, ...]
    fitted: range
    """Those of ``auto-fit``, which collapse where they are empty."""


def expand(tracks: TrackList, room: Room, gap: float) -> Template:
    """Write every ``repeat()`` out."""
    sizes: list[TrackSize] = []
    fitted = range(0)
    for track in tracks:
        if not isinstance(track, Repeat):
            sizes.append(track)
            continue
        times = track.count
        if isinstance(times, str):
            times = _times_that_fit(tracks, track, room, gap)
            if track.count == "auto-fit":
                fitted = range(len(sizes), len(sizes) + times * len(track.tracks))
        sizes += track.tracks * min(times, FURTHEST)
    del sizes[FURTHEST:]
    return Template(tuple(sizes), fitted)


def _times_that_fit(tracks: TrackList, repeat: Repeat, room: Room, gap: float) -> int:
    """7.2.3.2 Repeat-to-fill: the most repetitions that do not overflow; at least one.

    Where the size is not known, percentages are taken of its minimum, as in Chromium. Repeated tracks count as at
    least 1 px.
    """
    size = room.size
    available = room.greatest if size is None else size
    fills = not isfinite(available)  # only a minimum: the fewest repetitions that reach it
    if fills:
        available = room.least
        if available <= 0:
            return 1
    base = room.least if size is None else size
    repeated = [max(1.0, length) for length in _lengths(repeat.tracks, base)]
    once = sum(repeated) + gap * len(repeated)
    others: list[float] = []
    for track in tracks:
        if isinstance(track, Repeat):
            others += _lengths(track.tracks, base) * int(track.count) if track is not repeat else ()
        else:
            others += _lengths((track,), base)
    left = available + gap - sum(others) - gap * len(others)
    times = -(-left // once) if fills else (left + 1e-6) // once
    return max(1, int(min(times, FURTHEST)))


def _lengths(sizes: Iterable[TrackSize], base: float) -> list[float]:
    """Each track as its maximum where that is definite, else as its minimum; percentages are taken of ``base``."""
    found = []
    for size in sizes:
        track = GridTrack(size, 1, base)
        found.append(track.limit if track.greatest == "fixed" else track.base)
    return found


class GridLayout(NamedTuple):
    """The tracks of an axis, as sizes with their counts."""

    sizes: list[tuple[TrackSize, int]]
    first: dict[int, int]
    """The index of the first track after each line at which something starts or ends."""


def implicit_axis(
    template: Template, auto: tuple[TrackSize, ...], areas: list[Range], named: Iterable[int | None]
) -> GridLayout:
    """7.5 The Implicit Grid: the tracks that the template and the items need, those that are alike as one.

    ``named`` are further lines that have to be found, where they exist.
    """
    auto = auto or (AUTO,)
    explicit = len(template.sizes)
    lines = {0, explicit}
    lines.update(range(explicit))
    for area in areas:
        lines.update(area)
    if not explicit and areas and all(end < 0 for _, end in areas):
        lines.discard(0)  # no template: nothing reaches from the items to where it would be
    empty = set(template.fitted)
    if empty:
        for start, end in areas:
            empty.difference_update(range(start, end))
    sizes: list[tuple[TrackSize, int]] = []
    first = {}
    order = sorted(lines.union([line for line in named if line is not None and min(lines) < line < max(lines)]))
    for start, end in pairwise(order):
        first[start] = len(sizes)
        if 0 <= start < explicit:
            sizes.append((template.sizes[start], 0 if start in empty else 1))
            continue
        number = end - start
        phase = start - (explicit if start >= explicit else 0)
        for nth in range(min(number, len(auto))):
            count = (number - nth + len(auto) - 1) // len(auto)
            sizes.append((auto[(phase + nth) % len(auto)], count))
    first[order[-1]] = len(sizes)
    return GridLayout(sizes, first)
