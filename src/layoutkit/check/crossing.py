"""What the lines of arrows run through."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import hypot, sqrt
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from layoutkit.check.ink import line_glyphs
from layoutkit.geometry import Rect, union
from layoutkit.layout.words import lines_beside
from layoutkit.style.content import ShapeContent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.check.context import CheckContext, VisibleArrow, VisibleBox
    from layoutkit.geometry import Point

__all__ = ["Crossing", "crossings"]

_TOLERANCE = 1.0
"""px; a line that runs along an edge does not run through the box."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """A line over something that is neither of its ends' surroundings."""

    line: VisibleArrow
    seen: VisibleBox
    length: float
    """Of the line inside the box, in px."""
    mark: Rect
    """Where."""


_found: WeakKeyDictionary[CheckContext, tuple[Crossing, ...]] = WeakKeyDictionary()
"""What two rules ask for, by figure."""


def crossings(subject: CheckContext) -> tuple[Crossing, ...]:
    """For each line the visible boxes and texts that it runs through; of nested ones the outermost.

    Lines cross outlines of groups, as they cross the borders of the boxes that hold their ends.
    """
    if subject not in _found:
        _found[subject] = tuple(crossing for line in subject.lines for crossing in _of_line(line, subject))
    return _found[subject]


def _of_line(line: VisibleArrow, subject: CheckContext) -> Iterator[Crossing]:
    around = {box for end in line.ends for box in end.ancestors()}
    named: set[VisibleBox] = set()
    for seen in _beside(line, subject):
        if isinstance(seen.box.content, ShapeContent):
            continue  # arrows lead to shapes across others of the same drawing
        words = [end.rect for end in line.ends if end.parent is seen] if seen.block is not None else []
        if (
            (seen in around and not words)
            or seen.outlined
            or seen is line.label
            or any(box in named for box in seen.ancestors())
        ):
            continue
        if not words and _is_behind(seen, line, subject):
            continue
        inks = _letters_beside(seen, words) if words else [seen.ink]
        ways = [(p, q, ink) for p, q in pairwise(line.route.points) for ink in inks]
        parts = [part for p, q, ink in ways if (part := _part(p, q, ink, seen))]
        if parts:
            named.add(seen)
            yield Crossing(line, seen, sum(max(part.width, part.height) for part in parts), parts[0])


def _beside(line: VisibleArrow, subject: CheckContext) -> list[VisibleBox]:
    """The visible boxes that a line may run through, in their order; a text that holds an end is one of them."""
    found = {end.parent for end in line.ends if end.parent is not None and end.parent.block and end.parent.paints}
    for p, q in pairwise(line.route.points):
        found.update(subject.visible.near(union((Rect(p.x, p.y, 0.0, 0.0), Rect(q.x, q.y, 0.0, 0.0)))))
    return sorted(found, key=subject.order.__getitem__)


def _is_behind(seen: VisibleBox, line: VisibleArrow, subject: CheckContext) -> bool:
    """Whether a box lies behind both ends, as the panel, picture or tinted circle that these stand on, if in part."""
    if subject.order[seen] >= min(subject.order[end] for end in line.ends):
        return False
    shared = [seen.rect.common(end.rect) for end in line.ends]
    return all(min(part.width, part.height) > _TOLERANCE for part in shared)


def _letters_beside(text: VisibleBox, words: list[Rect]) -> list[Rect]:
    """What encloses the letters of each line, on either side of words that an arrow ends at."""
    assert text.block is not None  # noqa: S101 - only texts are asked
    space = text.line_space
    glyphs = [glyph for line in text.block.lines for glyph in line_glyphs(line)]
    pieces = lines_beside(text.block, map(space.block_rect, words))
    inside = ([glyph for glyph in glyphs if _holds(piece, glyph)] for piece in pieces)
    return [space.rect(union(letters)) for letters in inside if letters]


def _holds(piece: Rect, glyph: Rect) -> bool:
    middle = glyph.center
    return piece.x <= middle.x < piece.right and piece.y <= middle.y < piece.bottom


def _part(p: Point, q: Point, ink: Rect, seen: VisibleBox) -> Rect | None:
    """What encloses the part of a segment inside a box with its rounded corners (Liang and Barsky 1984)."""
    thinnest = min(ink.width, ink.height) / 4 if seen.block is not None else _TOLERANCE  # a full stop is a letter too
    inner = ink.grown(-min(_TOLERANCE, thinnest))
    enter, leave = 0.0, 1.0
    for low, high, start, way in (
        (inner.x, inner.right, p.x, q.x - p.x),
        (inner.y, inner.bottom, p.y, q.y - p.y),
    ):
        if way == 0:
            if not low < start < high:
                return None
            continue
        one, other = sorted(((low - start) / way, (high - start) / way))
        enter, leave = max(enter, one), min(leave, other)
    smallest = min(seen.box.look.corners or (seen.box.look.radius,))
    radius = min(smallest - _TOLERANCE, inner.width / 2, inner.height / 2) if seen.ink == seen.rect else 0.0
    if leave > enter and radius > 0:
        enter, leave = _past_corner(p, q, enter, inner, radius), 1 - _past_corner(q, p, 1 - leave, inner, radius)
    if leave <= enter:
        return None
    dx, dy = q.x - p.x, q.y - p.y
    left, top = p.x + min(enter * dx, leave * dx), p.y + min(enter * dy, leave * dy)
    return Rect(left, top, (leave - enter) * abs(dx), (leave - enter) * abs(dy))


def _past_corner(p: Point, q: Point, enter: float, inner: Rect, radius: float) -> float:
    """The share of the way from p to q at which it is past the arc of a corner; 1 where it only cuts the square."""
    dx, dy = q.x - p.x, q.y - p.y
    x, y = p.x + enter * dx, p.y + enter * dy
    away_x = x - min(max(x, inner.x + radius), inner.right - radius)
    away_y = y - min(max(y, inner.y + radius), inner.bottom - radius)
    if away_x == 0 or away_y == 0 or hypot(away_x, away_y) <= radius:
        return enter
    # |away + t d|² = radius²: the nearer of the two solutions
    square, half = dx * dx + dy * dy, away_x * dx + away_y * dy
    root = half * half - square * (away_x**2 + away_y**2 - radius**2)
    return enter + (-half - sqrt(root)) / square if root >= 0 and half < 0 else 1.0
