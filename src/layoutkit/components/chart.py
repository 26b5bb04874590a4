"""Charts: scales, axes and marks, laid out as everything else is."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from layoutkit.components.chart_axis import Axis, least_step, scale_of, tick_texts, ticks_of
from layoutkit.components.chart_data import numbers
from layoutkit.components.chart_labels import direct_labels, legend
from layoutkit.components.chart_margins import Around, with_margins, with_shared_margins
from layoutkit.components.chart_marks import Mark
from layoutkit.components.chart_shapes import Series, band_shapes, grid_lines, mark_shapes, on_one_another, zero_line
from layoutkit.components.chart_time import read_dates
from layoutkit.components.chart_words import ChartSpeech
from layoutkit.diagnostics import error
from layoutkit.languages import NEUTRAL
from layoutkit.moments import Moment
from layoutkit.nodes import Column, Grid, Node, Span, Stack, Text
from layoutkit.nodes.described import Described
from layoutkit.nodes.drawing import AxisLabel, Drawing
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.scales import BandScale, Frame, LinearScale, LogScale, ScaleError, name_of
from layoutkit.time_scale import TimeScale

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence
    from typing import Unpack

    from layoutkit.components.chart_data import Value
    from layoutkit.keywords import WritingMode
    from layoutkit.nodes.props import BoxProps, LeafProps
    from layoutkit.nodes.span import LateText
    from layoutkit.scales import Scale

__all__ = ["Chart", "axis_of", "frame_of_marks", "timed"]

_LINE = "{type.small.line_height}"
"""The height of a label; charts are so many of them high."""
_LEAST_LINES, _MOST_LINES = 3, 500
_LINES = 10
_LINES_OF_CELL = 2
_WITH_DATA = ("line", "area", "points", "columns", "bars", "heatmap")
_ROOM = 0.06
"""Of the extent of points, what is free on each side of them."""
_LONG_NAME = 24
"""As many letters stand in a line of a name beside the chart, at least."""
_LONG_TICK = 10
"""Ticks with more letters keep inside the chart at its ends."""
_AT_END = 0.005
"""How near to an end of its axis a tick is that belongs to it, as a fraction."""


def Chart(
    *marks: Mark,
    x: Axis | str | None = None,
    y: Axis | str | None = None,
    lines: float | None = None,
    legend_side: Literal["auto", "top", "none"] = "auto",
    margins: Hashable = None,
    alt: str | None = None,
    description: str | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """A chart of marks: ``Chart(line([4.2, 2.8, 2.3], label="training"), x="epoch", y="loss")``.

    Lines are named at their ends where the names fit, else in a legend above. Styled by the component ``chart``.

    Args:
        marks: made by ``line``, ``area``, ``points``, ``columns``, ``bars``, ``rule``, ``band`` and ``note`` of
            ``layoutkit.chart``; later ones lie on earlier ones of their kind.
        x: the axis from left to right; a string is its title.
        y: the axis from bottom to top.
        lines: the least height of the plot, in lines of the type role ``small``; 10 where it is left out, or as many
            as bars and cells need. A chart that is given more height has a higher plot.
        alt: what is said of it to readers who do not see it; by default a sentence from the data.
        description: the same at length; by default the data in lines.
        legend_side: ``auto`` names lines at their ends if possible, ``top`` in a legend, ``none`` nowhere.
        margins: charts of a figure with the same word here have equal margins around their plots: as much room for
            ticks, titles and names as the largest of each. Each stands at the bottom of what holds it, so that charts
            of one height in a row of cards share their edges.
        props: what every node takes.

    Raises:
        LayoutkitError: there is no mark, the data has no place on the axes (``bad-value``).

    Example:
        >>> from layoutkit.chart import Chart, columns
        >>> Chart(columns({"blue": 0.62, "green": 0.2}), y="probability")
        <Described with 2 children>
    """
    origin = caller_origin()
    wrong = next((mark for mark in marks if not isinstance(mark, Mark)), None)
    if wrong is not None or not marks:
        what = "has no mark" if wrong is None else f"contains {wrong!r:.40}, which is not a mark"
        raise error("bad-value", f"this Chart {what}", origin=origin, hint="Chart(line([3, 1, 2]))")
    lines = _usual_lines(marks) if lines is None else lines
    if not is_finite_number(lines) or not _LEAST_LINES <= lines <= _MOST_LINES:
        hint = f"give it {_LEAST_LINES} to {_MOST_LINES}"
        raise error("bad-value", f"this Chart has {lines!r:.40} lines of height", origin=origin, hint=hint)
    across, down = axis_of(x), axis_of(y)
    if across.title_angle:
        hint = "titles of y can be turned: y=Axis(…, title_angle=-90)"
        message = f"the title of x is turned by {across.title_angle} degrees; the title of x is always horizontal"
        raise error("bad-value", message, origin=origin, hint=hint)
    marks = timed(marks, across, down)
    given, marks = marks, on_one_another(marks)
    if down.ticks is None:
        down = replace(down, ticks=max(2, min(5, round(lines / 2))))
    lying = any(mark.kind == "bars" for mark in marks)
    if lying and any(mark.kind == "columns" for mark in marks):
        raise error("bad-value", "this Chart has lying bars and upright columns", origin=origin, hint="make two charts")
    frame = frame_of_marks(marks, across, down, lines)
    try:
        series = _series(marks)
        upright = any(mark.kind == "columns" for mark in marks)
        heat = any(mark.kind == "heatmap" for mark in marks)
        foot = [zero_line(frame, upright=upright)] if upright or lying else []
        x_ticks = ticks_of(across, _known(frame.x), least_step([value for mark in marks for value in mark.x]))
        y_ticks = ticks_of(down, _known(frame.y), least_step([value for mark in marks for value in mark.y]))
        grid = grid_lines(
            frame,
            x_ticks if _has_grid(across, (lying and not heat) or _is_read_across(marks, frame)) else (),
            y_ticks if _has_grid(down, not lying and not heat) else (),
        )
        plot = Drawing(
            *band_shapes(series, frame), *grid, *foot, *mark_shapes(series, frame),
            min_height=f"{_LINE} * {lines:g}",
            overflow="hidden" if _is_cut(marks, frame) else "visible",
        )  # fmt: skip
        beside = direct_labels(series, frame, lines) if legend_side == "auto" else None
        y_labels = _labels(down, frame, y_ticks, "y") if down.labels else None
        room = y_labels is not None, beside is not None
        x_labels = _labels(across, frame, x_ticks, "x", room) if across.labels else None
    except ScaleError as cause:
        raise error("bad-value", f"this Chart cannot be drawn: {cause}", origin=origin) from None
    above_it = _title(down.title, "start") if down.title and not down.title_angle else None
    left_of_it = _turned_title(down, lines) if down.title and down.title_angle else None
    below = _title(across.title, "end") if across.title else None
    overhang = y_labels is not None and not isinstance(frame.y, BandScale)
    above = legend(series) if legend_side != "none" and beside is None else None
    around = Around((above, above_it), (left_of_it, y_labels), (x_labels, below), beside, overhang=overhang)
    speech = ChartSpeech(given, across, down, alt, description)
    if margins is not None:
        shared: BoxProps = {"component": "chart", "gap": 0, "margin_top": "auto", **props}
        return Described(*with_shared_margins(plot, around, margins), speech=speech, **shared)
    box: BoxProps = {"component": "chart", **props}
    return Described(above, above_it, with_margins(plot, around), speech=speech, **box)


def _title(words: str, align: Literal["start", "end"]) -> Node:
    return Text(Span(words), role="small", color="{chart.color}", align=align)


def _turned_title(axis: Axis, lines: float) -> Node:
    """The title beside the axis of y, its lines as long as the axis at most."""
    mode: WritingMode = "sideways-lr" if axis.title_angle < 0 else "sideways-rl"
    place: LeafProps = {
        "role": "small", "color": "{chart.color}", "height": f"{_LINE} * {lines:g}", "align_self": "center",
    }  # fmt: skip
    return Text(Span(axis.title), align="center", wrap="balance", writing_mode=mode, **place)


def _usual_lines(marks: Sequence[Mark]) -> float:
    """The height of a chart that says none: that of its bars and cells, or the usual one."""
    rows = {value for mark in marks if mark.kind in ("bars", "heatmap") for value in mark.y}
    beside = sum(mark.kind == "bars" and not mark.stacked for mark in marks)
    heat = any(mark.kind == "heatmap" for mark in marks)
    if not rows:
        return _LINES
    broken = max(math.ceil(len(name_of(row)) / _LONG_NAME) for row in rows if row is not None)
    return max(_LEAST_LINES, len(rows) * max(_LINES_OF_CELL if heat else 1 + 0.75 * beside, broken + 0.5))


def axis_of(given: Axis | str | None) -> Axis:
    """What an author says of an axis; a string is its title."""
    return given if isinstance(given, Axis) else Axis(title=given or "")


def timed(marks: tuple[Mark, ...], across: Axis, down: Axis) -> tuple[Mark, ...]:
    """The marks, their texts read as dates along axes that the author says to be of time."""
    if across.scale == "time":
        marks = tuple(replace(mark, x=read_dates(mark.x, "x", mark.origin)) for mark in marks)
    if down.scale == "time":
        marks = tuple(replace(mark, y=read_dates(mark.y, "y", mark.origin)) for mark in marks)
    return marks


def _known(scale: Scale | None) -> Scale:
    assert scale is not None  # noqa: S101 - a chart has both
    return scale


def _has_grid(axis: Axis, usual: bool) -> bool:  # noqa: FBT001 - the default of one flag
    return usual if axis.grid is None else axis.grid


def _is_read_across(marks: Sequence[Mark], frame: Frame) -> bool:
    """Whether values are read along x as well: dates, and both numbers of points without a line."""
    measured = isinstance(frame.x, LinearScale | LogScale)
    alone = all(mark.kind not in _WITH_DATA or mark.kind == "points" for mark in marks)
    return isinstance(frame.x, TimeScale) or (measured and alone)


def _series(marks: Sequence[Mark]) -> list[Series]:
    kinds = [mark.kind for mark in marks]
    return [Series(mark, kinds[:i].count(mark.kind), kinds.count(mark.kind)) for i, mark in enumerate(marks)]


def frame_of_marks(marks: Sequence[Mark], across: Axis, down: Axis, lines: float) -> Frame:
    """The scales of both axes, from what all marks show."""
    origin = marks[0].origin
    upright = any(mark.kind in ("columns", "heatmap") for mark in marks)
    lying = any(mark.kind in ("bars", "heatmap") for mark in marks)
    xs = _values([(mark, mark.x) for mark in marks], "x", banded=upright)
    ys = _values([(mark, mark.y) for mark in marks], "y", banded=lying)
    based = [base for mark in marks if mark.kind == "area" for base in mark.base] + _room(marks, ys)
    reach = _reach(marks, lines)
    x = scale_of(across, xs, reach if lying else _room(marks, xs), origin, banded=upright, nice=lying)
    y = scale_of(down, ys, [*based, *(reach if upright else [])], origin, banded=lying, nice=not lying)
    if lying and isinstance(y, BandScale):
        y = replace(y, names=y.names[::-1])  # the first one is at the top
    return Frame(x, y)


def _values(given: Sequence[tuple[Mark, Sequence[Value]]], word: Literal["x", "y"], *, banded: bool) -> list[Value]:
    """All values along an axis; where these are names, those of the data alone.

    Raises:
        LayoutkitError: a mark has names or dates where another one has numbers (``bad-value``).
    """
    kinds = {kind: mark for mark, values in given if banded <= (mark.kind in _WITH_DATA) for kind in _kinds(values)}
    if len(kinds) > 1:
        one, other = sorted(kinds)[:2]
        message = f"along {word} one mark has {one}, and this one has {other}"
        hint = 'give both the same names: line({"a": 1, "b": 2})' if one == "names" else "give both dates"
        raise error("bad-value", message, origin=kinds[other].origin, hint=hint)
    data_alone = banded or "names" in kinds
    used = [values for mark, values in given if not data_alone or mark.kind in _WITH_DATA]
    return [value for values in used for value in values if value is not None]


def _kinds(values: Sequence[Value]) -> set[str]:
    """What values are, in words that messages use."""
    kinds = set(map(type, values)) - {type(None)}
    return {"names" if issubclass(kind, str) else "dates" if kind is Moment else "numbers" for kind in kinds}


def _room(marks: Sequence[Mark], values: Sequence[Value]) -> list[float]:
    """Numbers a little beyond those of a chart of points alone, so that no marker stands on its edge."""
    known = numbers(values)
    if not known or any(mark.kind not in ("points", "note", "rule", "band") for mark in marks):
        return []
    low, high = min(known), max(known)
    room = _ROOM * (high - low)
    return [low if 0 <= low < room else low - room, high + room]


def _is_cut(marks: Sequence[Mark], frame: Frame) -> bool:
    """Whether a mark goes beyond the ends that the author gave an axis; what only touches them is drawn whole."""
    across = [frame.across(value) for mark in marks for value in _ends(mark.x)]
    down = [frame.down(value) for mark in marks for value in _ends(mark.y)]
    return any(not -_AT_END < share < 1 + _AT_END for share in (*across, *down))


def _ends(values: Sequence[Value]) -> Sequence[float]:
    """The lowest and the highest of numbers; names are never beyond the ends of their axis."""
    known = numbers(values)
    return (min(known), max(known)) if known else ()


def _reach(marks: Sequence[Mark], lines: float) -> list[float]:
    """How far bars go from 0, stacks and written values included."""
    sums: dict[tuple[str, str], float] = {}
    found = [0.0]
    for mark in marks:
        if mark.kind not in ("columns", "bars"):
            continue
        pairs = zip(mark.x, mark.y, strict=True) if mark.kind == "columns" else zip(mark.y, mark.x, strict=True)
        for name, value in pairs:
            if isinstance(value, int | float):
                key = "" if name is None else name_of(name), "-" if value < 0 else "+"
                sums[key] = (sums.get(key, 0.0) if mark.stacked else 0.0) + value
                found.append(sums[key] * (1 + 1.6 / lines if mark.shown else 1))
    return found


def _labels(
    axis: Axis,
    frame: Frame,
    ticks: Sequence[float | str],
    direction: Literal["x", "y"],
    room: tuple[bool, bool] = (True, True),
) -> Node:
    """The ticks of an axis as texts beside it; at ends of the chart without ``room`` beside it, they keep inside."""
    scale = _known(frame.x if direction == "x" else frame.y)
    texts = tick_texts(axis, scale, ticks, caller_origin(), stacked=direction == "x")
    if direction == "x" and isinstance(scale, BandScale) and len(ticks) == len(scale.names):
        return _names(texts)
    found: list[Node] = []
    broken: LeafProps = {"max_width": "{type.small.size} * 14"} if isinstance(scale, BandScale) else {}
    align: Literal["center", "end"] = "center" if direction == "x" else "end"
    wrap: Literal["balance", "nowrap"] = "balance" if isinstance(scale, BandScale) else "nowrap"
    for tick, lines in zip(ticks, texts, strict=True):
        words = _over_one_another(
            [Text(Span(line), role="small", wrap=wrap, color="{chart.color}", align=align) for line in lines]
        )
        fraction = frame.across(tick) if direction == "x" else frame.down(tick)
        inside = direction == "x" and max(map(_length, lines)) > _LONG_TICK
        starts, ends = not room[0] or inside, not room[1] or inside
        share = 0.0 if fraction < _AT_END and starts else 1.0 if fraction > 1 - _AT_END and ends else 0.5
        found.append(AxisLabel(fraction, words, axis=direction, share=share, **broken))
    return Stack(*found, justify="end") if direction == "y" else Stack(*found)


def _names(names: Sequence[Sequence[str | LateText]]) -> Node:
    """Names below their bands, each as wide as its band at most."""
    cells = (
        [Text(Span(line), role="small", align="center", color="{chart.color}") for line in lines] for lines in names
    )
    return Grid(*map(_over_one_another, cells), columns=f"repeat({len(names)}, minmax(0, 1fr))")


def _length(line: str | LateText) -> int:
    """About how many letters a line has, whatever the language."""
    return len(line if isinstance(line, str) else line.said_in(NEUTRAL))


def _over_one_another(lines: Sequence[Node]) -> Node:
    """One line or several as one node."""
    return lines[0] if len(lines) == 1 else Column(*lines, align="center")
