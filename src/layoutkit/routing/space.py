"""The lines on which wires may run, cut into free segments by the blocks in their way.

Lines run beside every block, ``margin`` px away or in the middle of what is narrower, as far as they are free. Between
a right edge and the next left edge there is always one for the whole length, so that no corridor is missed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from layoutkit.geometry import Rect
    from layoutkit.routing.model import Block, Rules

__all__ = ["TOUCH", "Blocks", "RoutingLine", "RoutingSpace", "Segment"]

TOUCH = 1.0
"""A wire nearer than this to a block counts as running into it, in px."""
_LEAST = 2.0
"""The least margin, in px: lines must not touch."""
_NARROW = 1.5 * TOUCH
"""Where lines run between two edges that are nearer to each other."""
_EPSILON = 1e-6
_CLOSE = 2.0
"""What a px of way costs more where a wire is nearer to a block than ``margin``, or runs along a border."""
_ROUNDED = 7

Span = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Segment:
    """A free piece of a line."""

    __slots__ = ("at", "crossings", "high", "line", "low", "vertical")

    def __init__(self, line: RoutingLine, low: float, high: float) -> None:
        self.line = line
        self.vertical = line.vertical
        self.at = line.at
        self.low = low
        self.high = high
        self.crossings: list[Segment] | None = None
        """The free segments across it, on the lines of the space."""


class RoutingLine:
    """A line across the domain: where it is free, and what a way along it costs."""

    __slots__ = ("_costs", "_covered", "_near", "_near_from", "_near_to", "at", "segments", "starts", "vertical")

    def __init__(
        self, *, vertical: bool, at: float, domain: Span, blocked: list[Span], near: Callable[[], list[Span]]
    ) -> None:
        self.vertical = vertical
        self.at = at
        low, high = domain
        self.segments = []
        for start, end in _merged(blocked):
            if start - low > _EPSILON:
                self.segments.append(Segment(self, low, min(start, high)))
            low = max(low, end)
            if low >= high:
                break
        if high - low > _EPSILON:
            self.segments.append(Segment(self, low, high))
        self.starts = [segment.low for segment in self.segments]
        self._near = near
        """Where a way costs more; looked for when costs are asked, which most lines never are."""
        self._costs: dict[float, float] = {}

    def segment(self, position: float) -> Segment | None:
        """The free segment through a position, or None."""
        index = bisect_right(self.starts, position + _EPSILON) - 1
        if index < 0 or self.segments[index].high < position - _EPSILON:
            return None
        return self.segments[index]

    def cost(self, position: float) -> float:
        """Grows along the line: the difference of two is the cost of the way between them."""
        cost = self._costs.get(position)
        if cost is None:
            if not self._costs:
                near = _merged(self._near())
                self._near_from = [start for start, _ in near]
                self._near_to = [end for _, end in near]
                self._covered = [0.0, *accumulate(end - start for start, end in near)]
            index = bisect_right(self._near_from, position)
            beyond = max(0.0, self._near_to[index - 1] - position) if index else 0.0
            cost = self._costs[position] = position + _CLOSE * (self._covered[index] - beyond)
        return cost


def _share(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a touch."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > TOUCH and min(one[3], other[3]) - max(one[1], other[1]) > TOUCH
    )


def _merged(spans: list[Span]) -> list[Span]:
    spans.sort()
    merged: list[Span] = []
    for low, high in spans:
        if merged and low <= merged[-1][1] + _EPSILON:
            if high > merged[-1][1]:
                merged[-1] = (merged[-1][0], high)
        else:
            merged.append((low, high))
    return merged


class Blocks:
    """All blocks, and what each wire sees of them.

    A wire may run inside the blocks that hold one of its ends, and inside those that both of its ends lie on. It goes
    around what lies in these, and has no need to look into that.
    """

    def __init__(self, blocks: Sequence[Block], rules: Rules) -> None:
        self.blocks = blocks
        self.margin = max(rules.margin, _LEAST)
        self._boxes = [(b.rect.x, b.rect.y, b.rect.right, b.rect.bottom) for b in blocks]
        self.children: list[list[int]] = [[] for _ in blocks]
        for index, block in enumerate(blocks):
            if block.parent >= 0:
                self.children[block.parent].append(index)
        self._beside: dict[int, list[Box]] = {}
        self._around: dict[int, frozenset[int]] = {}
        self._spaces: dict[tuple[int, frozenset[int]], RoutingSpace] = {}

    def around(self, index: int) -> frozenset[int]:
        """The blocks that hold a block: those that it is inside of, whoever their parent is."""
        if index not in self._around:
            x, y, right, bottom = own = self._boxes[index]
            found = {
                other
                for other, box in enumerate(self._boxes)
                if box[0] <= x and box[1] <= y and box[2] >= right and box[3] >= bottom and box != own
            }
            parent = self.blocks[index].parent
            while parent >= 0:
                found.add(parent)
                parent = self.blocks[parent].parent
            self._around[index] = frozenset(found)
        return self._around[index]

    def behind(self, first: int, second: int) -> frozenset[int]:
        """The blocks that both of two lie on in part: what comes first is painted first."""
        return frozenset(
            index
            for index in range(1, min(first, second))
            if all(_share(self._boxes[index], self._boxes[end]) for end in (first, second))
        )

    def domains(self, first: int, second: int) -> list[int]:
        """The blocks that hold both ends, from the innermost outward: a wire stays as far inside as it can."""
        both = self.around(first) & self.around(second)
        return sorted(both or {0}, key=lambda i: (len(self.around(i)), i), reverse=True)

    def space(self, domain: int, first: int, second: int) -> RoutingSpace:
        """Where a wire between two blocks may run inside a third."""
        open_blocks = (self.around(first) | self.around(second) | self.behind(first, second)) - {first, second}
        key = (domain, open_blocks)
        if key not in self._spaces:
            self._spaces[key] = RoutingSpace(self, domain, open_blocks)
        return self._spaces[key]

    def visible(self, domain: int, open_blocks: frozenset[int]) -> list[int]:
        """What a wire inside a domain has to go around."""
        found: list[int] = []

        def look(index: int, closed: Rect | None) -> None:
            for child in self.children[index]:
                rect = self.blocks[child].rect
                if child in open_blocks:
                    look(child, closed)
                elif closed is None or not closed.contains(rect, TOUCH):
                    found.append(child)
                    look(child, rect)
                elif self.children[child]:
                    look(child, closed)

        look(domain, None)
        return found

    def beside(self, index: int) -> Box:
        """Where lines run beside a block: x at the left, y at the top, x at the right, y at the bottom."""
        parent = self.blocks[index].parent
        if parent < 0:
            rect = self.blocks[index].rect
            return (rect.x, rect.y, rect.right, rect.bottom)
        if parent not in self._beside:
            self._beside[parent] = self._channels(parent)
        return self._beside[parent][self.children[parent].index(index)]

    def _channels(self, parent: int) -> list[Box]:
        rects = [self.blocks[child].rect for child in self.children[parent]]
        boxes = [(rect.x, rect.y, rect.right, rect.bottom) for rect in rects]
        outer = self.blocks[parent].rect
        wide = 2 * self.margin
        found = []
        for left, top, right, bottom in boxes:
            gaps = [left - outer.x, top - outer.y, outer.right - right, outer.bottom - bottom]
            to_left, to_top, to_right, to_bottom = (gap if gap > 0 else wide for gap in gaps)
            for x1, y1, x2, y2 in boxes:
                if y1 < bottom and y2 > top:
                    if x1 >= right:
                        to_right = min(to_right, x1 - right)
                    elif x2 <= left:
                        to_left = min(to_left, left - x2)
                elif x1 < right and x2 > left:
                    if y1 >= bottom:
                        to_bottom = min(to_bottom, y1 - bottom)
                    elif y2 <= top:
                        to_top = min(to_top, top - y2)
            off = [min(gap, wide) / 2 for gap in (to_left, to_top, to_right, to_bottom)]
            found.append((left - off[0], top - off[1], right + off[2], bottom + off[3]))
        return found


class RoutingSpace:
    """The lines that a wire may use, given which blocks it may run inside of."""

    def __init__(self, blocks: Blocks, domain: int, open_blocks: frozenset[int]) -> None:
        outer = blocks.blocks[domain].rect
        self.domain = (outer.x + TOUCH, outer.y + TOUCH, outer.right - TOUCH, outer.bottom - TOUCH)
        self.margin = blocks.margin
        self.visible = blocks.visible(domain, open_blocks)
        rects = [blocks.blocks[i].rect for i in self.visible]
        self.boxes = [(r.x, r.y, r.right, r.bottom) for r in rects]
        self.index = dict(zip(self.visible, self.boxes, strict=True))
        self._around = [_grown(box, blocks.margin - _EPSILON) for box in self.boxes]
        self._hard = [_grown(box, TOUCH) for box in self.boxes]
        crossed = [i for i in open_blocks if blocks.blocks[i].parent >= 0 and outer.contains(blocks.blocks[i].rect)]
        edges = [blocks.blocks[i].rect for i in sorted(crossed)]
        m = blocks.margin / 2
        self._along = {
            True: [(x - m, r.y, x + m, r.bottom) for r in edges for x in (r.x, r.right)],
            False: [(r.x, y - m, r.right, y + m) for r in edges for y in (r.y, r.bottom)],
        }
        beside = [
            (blocks.beside(i), blocks.blocks[i].rect)
            for i in (*self.visible, *(i for i in sorted(crossed) if i != domain))
        ]
        self._grid = {
            True: _positions(
                [(x, (r.y, r.bottom)) for b, r in beside for x in (b[0], b[2])], [(b[0], b[2]) for b in self.boxes]
            ),
            False: _positions(
                [(y, (r.x, r.right)) for b, r in beside for y in (b[1], b[3])], [(b[1], b[3]) for b in self.boxes]
            ),
        }
        self._lines: dict[tuple[bool, float], RoutingLine] = {}

    def line(self, at: float, *, vertical: bool) -> RoutingLine:
        """The line at an x (vertical) or a y (horizontal)."""
        key = (vertical, round(at, _ROUNDED))
        line = self._lines.get(key)
        if line is None:
            left, top, right, bottom = self.domain
            if vertical:
                blocked = [(b[1], b[3]) for b in self._hard if b[0] < at < b[2]]
                domain, inside = (top, bottom), left <= at <= right
            else:
                blocked = [(b[0], b[2]) for b in self._hard if b[1] < at < b[3]]
                domain, inside = (left, right), top <= at <= bottom
            near = partial(self._near, at, vertical=vertical)
            line = RoutingLine(
                vertical=vertical, at=at, domain=domain if inside else (0, 0), blocked=blocked, near=near
            )
            self._lines[key] = line
        return line

    def _near(self, at: float, *, vertical: bool) -> list[Span]:
        """Where a line is near to a block, or runs along the border of one that wires may cross."""
        one, two = (0, 2) if vertical else (1, 3)
        boxes = (*self._around, *self._along[vertical])
        return [(b[1 - one], b[5 - two]) for b in boxes if b[one] < at < b[two]]

    def crossings(self, segment: Segment) -> list[Segment]:
        """The free segments across one, on the lines of this space, in order."""
        if segment.crossings is None:
            upright = not segment.vertical
            grid = self._grid[upright]
            first = bisect_left(grid.places, segment.low - _EPSILON)
            last = bisect_right(grid.places, segment.high + _EPSILON)
            low, high = segment.at + _EPSILON, segment.at - _EPSILON
            found = []
            for k in range(first, last):
                known = grid.known[k]
                if known is None:
                    known = grid.known[k] = grid.segments(k, self.line(grid.places[k], vertical=upright))
                starts, segments = known
                index = bisect_right(starts, low)
                if index and segments[index - 1].high >= high:
                    found.append(segments[index - 1])
            segment.crossings = found
        return segment.crossings


class _Grid:
    """The lines in one direction, and which of their segments wires may turn into.

    A line beside a block is there for its own blocks, as far as it is free; that of a corridor for its whole length.
    """

    def __init__(self, lines: dict[float, list[Span] | None]) -> None:
        self.places = sorted(lines)
        self.beside = [lines[at] for at in self.places]
        """The blocks, or None for the whole length."""
        self.known: list[tuple[list[float], list[Segment]] | None] = [None] * len(lines)
        """Where the segments begin, and the segments."""

    def segments(self, k: int, line: RoutingLine) -> tuple[list[float], list[Segment]]:
        """What may be used of a line."""
        spans = self.beside[k]
        if spans is None:
            return line.starts, line.segments
        found = [s for s in line.segments if any(s.low < high and s.high > low for low, high in spans)]
        return [segment.low for segment in found], found


def _grown(box: Box, by: float) -> Box:
    return (box[0] - by, box[1] - by, box[2] + by, box[3] + by)


def _positions(beside: Iterable[tuple[float, Span]], spans: Sequence[Span]) -> _Grid:
    """The lines beside blocks, and one for the whole length in each gap between a block's end and the next one's begin.

    So there is one wherever a wire may run: what it must stay between is an end on one side and a begin on the other.
    """
    lines: dict[float, list[Span] | None] = {}
    for at, span in beside:
        known = lines.setdefault(round(at, _ROUNDED), [])
        if known is not None:
            known.append(span)
    found = sorted(lines)
    edges = sorted([(high, 0) for _, high in spans] + [(low, 1) for low, _ in spans])
    for (high, ends), (low, begins) in pairwise(edges):
        if ends != 0 or begins != 1:
            continue
        if low - high <= 2 * TOUCH:  # of blocks that are not beside each other, else there is no way
            lines[round(high + _NARROW, _ROUNDED)] = lines[round(low - _NARROW, _ROUNDED)] = None
            continue
        quarter = (low - high) / 4
        index = bisect_left(found, high + quarter)
        in_middle = index < len(found) and found[index] <= low - quarter
        lines[found[index] if in_middle else round((high + low) / 2, _ROUNDED)] = None
    return _Grid(lines)
