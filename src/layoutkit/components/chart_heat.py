"""The heat map: a cell for each pair of names, tinted by its number as those of a matrix are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from layoutkit.components.cell import cell_tint
from layoutkit.components.chart_axis import tick_number, written
from layoutkit.components.chart_data import check_kind, columns_of, numbers
from layoutkit.components.chart_marks import Heat, Mark
from layoutkit.diagnostics import error
from layoutkit.nodes import Column, Numeral, Row, Span, Text
from layoutkit.nodes.drawing import At, Drawing
from layoutkit.nodes.fills import Rectangle
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.scales import BandScale, Frame, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from layoutkit.components.chart_axis import Format
    from layoutkit.components.chart_data import Table, Value
    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Node
    from layoutkit.nodes.props import BoxProps

__all__ = ["heat_key", "heat_shapes", "heatmap"]

_MOST_CELLS = 2500
_TINTS = 5
"""As many tints stand in a legend."""
_GAP, _GAP_OF_CELL = 0.008, 0.04
"""The gap of two cells at most, as shares of the chart and of a cell's place: the outer cells nearly reach the edges of
the chart, where its titles end, also if there are only two."""


def heatmap(
    data: Table,
    *,
    x: str | Sequence[str],
    y: str | Sequence[str],
    value: str | None = None,
    tone: Tone | None = None,
    below: Tone | None = None,
    of: float | None = None,
    base: float = 0.0,
    shown: bool | Format = False,
    words: Sequence[Sequence[str]] | None = None,
    empty: str | None = None,
    role: str = "small",
) -> Mark:
    """Cells tinted by their numbers: ``heatmap([[50, 2], [3, 45]], x=["yes", "no"], y=["yes", "no"], shown=True)``.

    A cell has the names of its row and of its column as key, for arrows that lead to it: ``chart.part("yes", "no")``.

    Args:
        data: rows of numbers from top to bottom, None for an empty cell; or a table with a row for each cell.
        x: the names of the columns; of a table, the column that has them.
        y: the names of the rows; of a table, the column that has them.
        value: the column of a table that has the numbers.
        tone: a meaning, as the tint of numbers above 0, or above ``base``.
        below: a meaning, as the tint of numbers below 0, or below ``base``.
        of: the number with the strongest tint, so that several charts have one scale; the farthest by default.
        base: the number with the faintest tint, for data that lies far from 0; below it the tone is ``below``.
        shown: whether numbers are written in their cells; a format says how: ``".0%"``, or a function of the number.
        words: what stands below the number of each cell, row by row, as the data.
        empty: what stands in cells without a number, ``""`` for nothing; None leaves these cells out.
        role: the type role of the numbers.

    Raises:
        LayoutkitError: the data cannot be drawn, or there are not as many names as rows and columns (``bad-value``).
    """
    if value is not None:
        across, down, found = columns_of(data, str(x), str(y), value)
    else:
        across, down, found = _from_rows(data, x, y)
    check_kind(found, "value", names=False)
    known = numbers(found)
    if not known or len(found) > _MOST_CELLS:
        what = "no number" if not known else f"{len(found)} cells; at most {_MOST_CELLS} can be drawn"
        raise _bad(f"the heat map has {what}", "take fewer rows or columns" if known else "give one at least")
    if not is_finite_number(base) or (of is not None and not (is_finite_number(of) and of > base)):
        raise _bad(f"this heat map has tints from {base!r:.40} to {of!r:.40}", "base=20, of=30")
    span = max(abs(one - base) for one in known) if of is None else of - base
    over = next((one for one in known if not abs(one - base) <= span < math.inf), None)
    if over is not None:
        raise _bad(
            f"this heat map shows numbers from {base - span:g} to {base + span:g}, not {over:g}", "leave out of="
        )
    below_it = tuple(word for row in words or () for word in row)
    if words is not None and len(below_it) != len(found):
        raise _bad(f"the heat map has {len(found)} cells and {len(below_it)} words for them", "one for each, or none")
    form = "g" if shown is True else None if shown is False else shown
    return Mark(
        "heatmap", across, down, tone, "", shown=form, origin=caller_origin(),
        heat=Heat(found, base, span, below, below_it, empty, role),
    )  # fmt: skip


def _from_rows(data: Table, x: object, y: object) -> tuple[tuple[Value, ...], tuple[Value, ...], tuple[Value, ...]]:
    """The names of columns and rows of all cells, and what is in them."""
    rows = data.tolist() if hasattr(data, "tolist") else data
    if isinstance(x, str) or isinstance(y, str) or not isinstance(x, Sequence) or not isinstance(y, Sequence):
        hint = 'x=["yes", "no"], y=["yes", "no"]; of a table also value="column"'
        raise _bad("a heat map of rows needs the names of its columns and rows", hint)
    if not isinstance(rows, Sequence) or not all(
        isinstance(row, Sequence) and not isinstance(row, str) for row in rows
    ):
        raise _bad(f"the data is {data!r:.60}; expected rows of numbers", "[[50, 2], [3, 45]]")
    wrong = next((index for index, row in enumerate(rows) if len(row) != len(x)), None)
    if wrong is not None:
        raise _bad(f"row {wrong + 1} has {len(rows[wrong])} numbers; there are {len(x)} names", "one name a column")
    if len(rows) != len(y):
        raise _bad(f"the heat map has {len(rows)} rows and {len(y)} names for them", "one name a row")
    flat = [value for row in rows for value in row]
    names = [(str(column), str(row)) for row in y for column in x]
    return columns_of({"x": [a for a, _ in names], "y": [b for _, b in names], "value": flat}, "x", "y", "value")  # type: ignore[return-value]


def heat_shapes(mark: Mark, frame: Frame) -> Iterator[Node]:
    """The cells, and what is written in them."""
    across, down, heat = frame.x, frame.y, mark.heat
    assert isinstance(across, BandScale) and isinstance(down, BandScale) and heat  # noqa: PT018, S101 - the chart made them
    width, height = _side(len(across.names)), _side(len(down.names))
    late = []
    for index, (column, row, value) in enumerate(zip(mark.x, mark.y, heat.values, strict=True)):
        if column is None or row is None or (value is None and heat.empty is None):
            continue
        x, y = frame.place(name_of(column), name_of(row))
        fill, words = _cell(mark, heat, index)
        corners = (x - width / 2, y - height / 2), (x + width / 2, y + height / 2)
        yield Rectangle(*corners, fill=fill, key=(name_of(row), name_of(column)))
        if words is not None:
            late.append(At(x, y, words))
    yield from late
    yield _strut(mark, heat, len(down.names))  # after the words, which tell a type role that there is not


def _strut(mark: Mark, heat: Heat, rows: int) -> Node:
    """A box without a look that makes the plot at least as high as what is written in its cells."""
    room: BoxProps = {}
    if mark.shown is not None or heat.empty:
        room["padding_top"] = f"{{type.{heat.role}.line_height}} * {rows}"
    if heat.words:
        room["padding_bottom"] = f"{{type.small.line_height}} * {rows}"
    return Column(**room)


def _side(count: int) -> float:
    """How long a cell is, of so many in a row, as a share of the chart."""
    return 1 / count - min(_GAP, _GAP_OF_CELL / count)


def _cell(mark: Mark, heat: Heat, index: int) -> tuple[str, Node | None]:
    """The colour of a cell, and what is written in it."""
    value = heat.values[index]
    if not isinstance(value, int | float):
        words = Text(Span(heat.empty), role=heat.role, wrap="nowrap", color="{cell.color}") if heat.empty else None
        return "{cell.background}", words
    fill = _fill(mark, heat, value)
    lines = [] if mark.shown is None else [Span(written(value, mark.shown, mark.origin), role=heat.role)]
    lines += [Span(heat.words[index])] if heat.words else []
    texts = [Text(line, role="small", wrap="nowrap", color="{matrix.color}", align="center") for line in lines]
    return fill, Column(*texts) if len(texts) > 1 else texts[0] if texts else None


def _fill(mark: Mark, heat: Heat, value: float) -> str:
    """The tint of a number."""
    side, tone = ("below", heat.below) if value < heat.base else ("above", mark.tone)
    return cell_tint(side, tone, abs(value - heat.base) / heat.span if heat.span else 0.0)


def heat_key(mark: Mark) -> Node | None:
    """A row of tints between two numbers; None where the cells say their numbers themselves."""
    heat = mark.heat
    if heat is None or mark.shown is not None or not heat.span:
        return None
    first = heat.base - (heat.span if min(numbers(heat.values)) < heat.base else 0.0)
    last = heat.base + heat.span
    tints = [first + (last - first) * index / (_TINTS - 1) for index in range(_TINTS)]
    cells = [
        Rectangle((index / _TINTS, 0), ((index + 1) / _TINTS, 1), fill=_fill(mark, heat, value))
        for index, value in enumerate(tints)
    ]
    ends = [Text(Span(Numeral(tick_number(end))), wrap="nowrap") for end in (first, last)]
    strip = Drawing(*cells, shrink=0, width=f"{{swatch.width}} * {_TINTS}", height="{swatch.height}")
    return Row(ends[0], strip, ends[1], component="legend_entry", align="center")


def _bad(message: str, hint: str) -> Exception:
    return error("bad-value", message, origin=caller_origin(), hint=hint)
