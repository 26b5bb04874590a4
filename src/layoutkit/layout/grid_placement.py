"""Grid lines and the placement of items: CSS Grid Level 1, section 8.

Lines count from 0, the start of the explicit grid; what lies before it is negative. A line further away than
``FURTHEST`` is taken for that one (8.5.1 lets a grid be limited). Pairs are indexed by axis: 0 for columns, 1 for
rows. ``major`` is the axis in which an automatic placement proceeds, ``minor`` the other one; as in the standard,
``row`` and ``column`` stand for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from layoutkit.style.box import GridSpan

if TYPE_CHECKING:
    from layoutkit.style.box import BoxStyle, GridLine

__all__ = ["FURTHEST", "Lines", "Range", "absolute_lines", "lines_of", "place"]

FURTHEST = 10_000
"""The furthest line from the explicit grid's start, on both sides."""

Range = tuple[int, int]
"""The first and the last line of an area in one axis."""


class Lines(NamedTuple):
    """Where a style puts an item in one axis."""

    start: int | None
    """The line it starts at; None for an automatic position."""
    span: int
    """How many tracks it covers."""


def lines_of(style: BoxStyle, axis: int, explicit: int) -> Lines:
    """8.3 Line-based Placement, in a grid with ``explicit`` tracks of its template."""
    if axis:
        first, last = style.grid_row_start, style.grid_row_end
    else:
        first, last = style.grid_column_start, style.grid_column_end
    start, end = line_number(first, explicit), line_number(last, explicit)
    if start is not None and end is not None:
        # 8.3.1 Grid Placement Conflict Handling
        start, end = min(start, end), max(start, end)
        return Lines(start, (end - start) or 1)
    count = first.count if isinstance(first, GridSpan) else last.count if isinstance(last, GridSpan) else 1
    span = max(1, min(count, FURTHEST))
    if start is not None:
        return Lines(start, span)
    return Lines(None if end is None else end - span, span)


def absolute_lines(style: BoxStyle, axis: int, explicit: int) -> tuple[int | None, int | None]:
    """9.1: the lines that an absolutely positioned box names; None for the edge of the container."""
    if axis:
        first, last = style.grid_row_start, style.grid_row_end
    else:
        first, last = style.grid_column_start, style.grid_column_end
    start, end = line_number(first, explicit), line_number(last, explicit)
    if start is not None and end is not None:
        return min(start, end), max(start, end) if start != end else start + 1
    if start is not None and isinstance(last, GridSpan):
        return start, start + last.count
    if end is not None and isinstance(first, GridSpan):
        return end - first.count, end
    return start, end


def line_number(line: GridLine, explicit: int) -> int | None:
    """The line of a number, counted from 0; negative numbers count from the end of the explicit grid."""
    if not isinstance(line, int) or line == 0:
        return None
    found = line - 1 if line > 0 else explicit + 1 + line
    return max(-FURTHEST, min(found, FURTHEST))


class _Cells:
    """Which cells are taken: for every major line a set of bits, one for each minor line."""

    __slots__ = ("first", "rows")

    def __init__(self, first: int) -> None:
        self.first = first
        """The first minor line."""
        self.rows: dict[int, int] = {}

    def take(self, major: Range, minor: Range) -> None:
        bits = ((1 << (minor[1] - minor[0])) - 1) << (minor[0] - self.first)
        rows = self.rows
        for row in range(*major):
            rows[row] = rows.get(row, 0) | bits

    def free(self, major: Range, minor: int, last: int | None, span: int) -> int | None:
        """The first minor line from ``minor`` on where ``span`` cells are free, to end at ``last`` at the latest."""
        taken = 0
        for row in range(*major):
            taken |= self.rows.get(row, 0)
        taken >>= minor - self.first
        bits = (1 << span) - 1
        while last is None or minor + span <= last:
            clash = taken & bits
            if not clash:
                return minor
            step = clash.bit_length()
            taken >>= step
            minor += step
        return None


class _Placement:
    """The areas found so far, as pairs of a major and a minor range."""

    __slots__ = ("areas", "cells", "dense", "first_major", "first_minor", "wanted")

    def __init__(self, wanted: list[tuple[Lines, Lines]], *, dense: bool) -> None:
        self.wanted = wanted
        """Along the major and along the minor axis."""
        self.dense = dense
        self.areas: list[tuple[Range, Range] | None] = [None] * len(wanted)
        self.first_major = min([0, *[major.start or 0 for major, _ in wanted]])
        self.first_minor = min([0, *[minor.start or 0 for _, minor in wanted]])
        self.cells = _Cells(self.first_minor)

    def put(self, index: int, row: int, column: int) -> None:
        major, minor = self.wanted[index]
        area = self.areas[index] = (row, row + major.span), (column, column + minor.span)
        self.cells.take(*area)

    def place_definite(self) -> None:
        """1. Position anything that's not auto-positioned."""
        for index, (major, minor) in enumerate(self.wanted):
            if major.start is not None and minor.start is not None:
                self.put(index, major.start, minor.start)

    def place_locked(self) -> None:
        """2. Process the items locked to a given row."""
        past: dict[int, int] = {}
        for index, (major, minor) in enumerate(self.wanted):
            if major.start is None or minor.start is not None:
                continue
            cursor = self.first_minor if self.dense else past.get(major.start, self.first_minor)
            rows = (major.start, major.start + major.span)
            column = self.cells.free(rows, cursor, None, minor.span) or 0
            self.put(index, major.start, column)
            past[major.start] = column + minor.span

    def last_minor(self, explicit: int) -> int:
        """3. Determine the columns in the implicit grid: its last line."""
        last = explicit
        for area, (_, minor) in zip(self.areas, self.wanted, strict=True):
            start = self.first_minor if minor.start is None else minor.start
            last = max(last, area[1][1] if area else start + minor.span)
        return last

    def confine(self, most: list[int | None]) -> None:
        """Clamp what has lines to the tracks of a subgrid, along the major and along the minor axis.

        As in Chromium the cells stay taken that have been, counted from the first line that anything named.
        """
        for index, (major, minor) in enumerate(self.wanted):
            area = self.areas[index]
            if area is not None:
                self.areas[index] = _clamped(area[0], most[0]), _clamped(area[1], most[1])
            elif minor.start is not None:
                start, end = _clamped((minor.start, minor.start + minor.span), most[1])
                self.wanted[index] = major, Lines(start, end - start)
        if most[0] is not None:
            self.cells.rows = {row - self.first_major: bits for row, bits in self.cells.rows.items()}
            self.first_major = 0
        if most[1] is not None:
            self.cells.first = self.first_minor = 0

    def place_others(self, last: int) -> None:
        """4. Position the remaining grid items."""
        cursors: dict[tuple[int | None, int, int], tuple[int, int]] = {}
        row, column = self.first_major, self.first_minor
        for index, (major, minor) in enumerate(self.wanted):
            if self.areas[index] is not None:
                continue
            kind = minor.start, major.span, minor.span
            if self.dense:  # what has been too narrow for this kind of item stays so
                row, column = cursors.get(kind, (self.first_major, self.first_minor))
            if minor.start is None:
                row, column = self.next_free(row, column, (self.first_minor, last), (major.span, minor.span))
            else:
                row += not self.dense and minor.start < column
                only = minor.start, minor.start + minor.span
                row, column = self.next_free(row, minor.start, only, (major.span, minor.span))
            cursors[kind] = row, column
            self.put(index, row, column)

    def next_free(self, row: int, column: int, within: Range, span: tuple[int, int]) -> tuple[int, int]:
        """The first free place from a cell on, row by row; ``within`` are the columns to search in."""
        if span[1] > within[1] - within[0]:  # in a subgrid; its area is clamped later
            return row, cast("int", self.cells.free((row, row + span[0]), column, None, span[1]))
        found = self.cells.free((row, row + span[0]), column, within[1], span[1])
        while found is None:
            row += 1
            found = self.cells.free((row, row + span[0]), within[0], within[1], span[1])
        return row, found


def place(
    wanted: list[tuple[Lines, Lines]], explicit: tuple[int, int], flow: str, within: tuple[bool, bool] = (False, False)
) -> list[tuple[Range, Range]]:
    """8.5 Grid Item Placement Algorithm: the area of every item, in the order given.

    ``within`` says in which axes a subgrid has no tracks but the explicit ones, so that areas are clamped to them.
    """
    by_column = flow.startswith("column")
    turned = wanted if by_column else [(rows, columns) for columns, rows in wanted]
    placement = _Placement(turned, dense=flow.endswith("dense"))
    placement.place_definite()
    placement.place_locked()
    minor = 1 if by_column else 0
    last = placement.last_minor(explicit[minor])
    if True in within:
        turn = (0, 1) if by_column else (1, 0)
        placement.confine([explicit[axis] if within[axis] else None for axis in turn])
        last = explicit[minor] if within[minor] else last
    placement.place_others(last)
    areas = [area for area in placement.areas if area is not None]
    areas = areas if by_column else [(columns, rows) for rows, columns in areas]
    if True in within:
        most = [explicit[axis] if within[axis] else None for axis in (0, 1)]
        areas = [(_clamped(area[0], most[0]), _clamped(area[1], most[1])) for area in areas]
    return areas


def _clamped(area: Range, most: int | None) -> Range:
    """Grid Level 2, 9: an area in a subgrid is clamped to the tracks that it has."""
    if most is None:
        return area
    return max(0, min(area[0], most - 1)), max(1, min(area[1], most))
