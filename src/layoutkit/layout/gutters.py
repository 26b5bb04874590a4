"""The gutters of flex and grid containers, where rules are drawn (CSS Gap Decorations 1).

Along a line of a flex container there is a gutter between two neighbours, as wide as they are apart, and one between
two lines. In a grid there is one between two tracks; it is interrupted where an item spans it (``rule-break:
spanning-item``, the initial value). Left out: ``rule-inset`` and intersections of gutters of flex lines.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from layoutkit.geometry import Rect, union
from layoutkit.layout.tree import Gutters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.layout.grid_axis import Axis
    from layoutkit.layout.traits import Pair

__all__ = ["flex_gutters", "grid_gutters"]

_MOST_TRACKS = 10_000
"""As many tracks are looked at; a grid may have a million empty ones."""


def flex_gutters(items: Sequence[Rect], column: int, size: Pair) -> Gutters:
    """The gutters between the items of a flex container.

    Args:
        items: their margin boxes in visual order, in px from the top-left of the content box.
        column: 1 where the main axis runs downward.
        size: of the content box.
    """
    lines: list[list[Rect]] = []
    for item in items:
        last = lines[-1][-1] if lines else None
        if last is not None and _start(item, column) >= _end(last, column) - 1e-6:
            lines[-1].append(item)
        else:
            lines.append([item])
    boxes = [union(line) for line in lines]
    if len(boxes) == 1:  # a single line is as high as the container
        boxes = [Rect(0.0, 0.0, *size)]
    along = [
        _between(_end(one, column), _start(other, column), column, box)
        for line, box in zip(lines, boxes, strict=True)
        for one, other in pairwise(line)
    ]
    whole = Rect(0.0, 0.0, *size)
    across = [
        _between(_end(one, 1 - column), _start(other, 1 - column), 1 - column, whole) for one, other in pairwise(boxes)
    ]
    return Gutters(tuple(across), tuple(along)) if column else Gutters(tuple(along), tuple(across))


def grid_gutters(columns: Axis, rows: Axis, spans: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Gutters:
    """The gutters between the tracks of a grid, but for where items span them.

    Args:
        columns: the columns, in place.
        rows: likewise.
        spans: of each item, the first record of tracks and the one after the last, along both axes.
    """
    axes = _tracks(columns), _tracks(rows)
    found = tuple(tuple(_of_axis(axis, axes, spans)) for axis in (0, 1))
    return Gutters(*found)


_Track = tuple[float, float, int]
"""Start, end, and the record that it belongs to."""


def _tracks(axis: Axis) -> list[_Track]:
    found: list[_Track] = []
    for record, track in enumerate(axis.tracks):
        for number in range(min(track.count, _MOST_TRACKS - len(found))):
            start = axis.offsets[record] + number * (track.base + axis.between)
            found.append((start, start + track.base, record))
    return found


def _of_axis(
    axis: int,
    axes: tuple[list[_Track], list[_Track]],
    spans: Sequence[tuple[tuple[int, int], tuple[int, int]]],
) -> Iterator[Rect]:
    others = axes[1 - axis]
    for (_, end, before), (start, _, after) in pairwise(axes[axis]):
        covered = [span[1 - axis] for span in spans if span[axis][0] <= before and after < span[axis][1]]
        run: list[_Track] = []
        for track in [*others, None]:
            if track is not None and not any(first <= track[2] < last for first, last in covered):
                run.append(track)
                continue
            if run:
                box = Rect(0.0, run[0][0], 0.0, run[-1][1] - run[0][0])
                yield _between(end, start, axis, box if axis == 0 else Rect(box.y, 0.0, box.height, 0.0))
            run = []


def _start(box: Rect, axis: int) -> float:
    return box.y if axis else box.x


def _end(box: Rect, axis: int) -> float:
    return box.bottom if axis else box.right


def _between(end: float, start: float, axis: int, along: Rect) -> Rect:
    """From the end of one to the start of the next along an axis, across all of ``along``."""
    if axis:
        return Rect(along.x, end, along.width, start - end)
    return Rect(end, along.y, start - end, along.height)
