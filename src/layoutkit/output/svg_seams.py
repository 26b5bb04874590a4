"""Bridges between boxes of one colour that touch.

At most zooms their edge lies inside a pixel, which both cover in part, and what is behind shines through as a line.
A bridge lies over the edge. It is painted with the first of the two, so what is painted on the second stays above it.
Boxes with a different radius for each corner, and what is not opaque, are left as they are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from layoutkit.color import Color
from layoutkit.geometry import Rect
from layoutkit.output.svg_modes import OnlyIn
from layoutkit.paint.display import Begin, Clip, ClipPath, End, Fade, FillRect, Unclip, Unfade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layoutkit.output.svg_colors import Tint
    from layoutkit.output.svg_modes import Painted

__all__ = ["bridged"]

_REACH = 8.0
"""Px that a bridge goes into either box, or half of it: a picture shown at an eighth of its size has no seam yet."""
_DIGITS = 2
"""Decimals of places in the file; edges that are equal there touch."""
Place = tuple[int, Rect, float]
"""Of a box: where it is in the list, its rectangle and its radius."""


def bridged(painted: Iterable[Painted]) -> Iterator[Painted]:
    """The operations, and after each box the bridges to later ones."""
    listed = list(painted)
    boxes = _boxes(listed)
    for i, (operation, tints) in enumerate(listed):
        yield operation, tints
        if isinstance(operation, FillRect) and i in boxes:
            for later in boxes[i]:
                yield FillRect(later, 0.0, operation.fill), tints


def _boxes(listed: list[Painted]) -> dict[int, list[Rect]]:
    """For boxes that touch later ones, the bridges."""
    alike: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    inside: list[int] = []
    """The groups that decide what is seen, by where they begin; -1 for one that does not."""
    for i, (operation, tints) in enumerate(listed):
        match operation:
            case OnlyIn() | Clip() | ClipPath() | Fade():
                inside.append(i)
            case Begin():
                inside.append(-1)
            case End() | Unclip() | Unfade():
                inside.pop()
            case FillRect(rect, radius, Color()) if _opaque(tints):
                alike[tints, *(group for group in inside if group >= 0)].append((i, rect, radius))
            case _:
                pass
    bridges: dict[int, list[Rect]] = defaultdict(list)
    for places in alike.values():
        _across(places, bridges)
        turned: dict[int, list[Rect]] = defaultdict(list)
        _across([(i, _turned(rect), radius) for i, rect, radius in places], turned)
        for i, rects in turned.items():
            bridges[i] += map(_turned, rects)
    return bridges


def _opaque(tints: tuple[Tint, ...]) -> bool:
    return all(tint.light.opaque and tint.dark.opaque for tint in tints)


def _across(places: list[Place], bridges: dict[int, list[Rect]]) -> None:
    """Bridges over upright edges."""
    starts: dict[float, list[Place]] = defaultdict(list)
    for place in places:
        starts[round(place[1].x, _DIGITS)].append(place)
    for i, left, radius in places:
        for j, right, other in starts.get(round(left.right, _DIGITS), ()):
            round_end = max(radius, other)
            top, bottom = max(left.y, right.y) + round_end, min(left.bottom, right.bottom) - round_end
            if bottom > top and i != j:
                start, end = (min(_REACH, rect.width / 2) for rect in (left, right))
                bridges[min(i, j)].append(Rect(right.x - start, top, start + end, bottom - top))


def _turned(rect: Rect) -> Rect:
    """The same with both axes exchanged."""
    return Rect(rect.y, rect.x, rect.height, rect.width)
