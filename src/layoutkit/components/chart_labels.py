"""Names of series: at the ends of their lines where they fit, else in a legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layoutkit.components.chart_heat import heat_key
from layoutkit.components.chart_shapes import Series
from layoutkit.nodes import Node, Row, Span, Stack, Text
from layoutkit.nodes.drawing import AxisLabel, Drawing
from layoutkit.nodes.fills import Rectangle
from layoutkit.nodes.node import made_by
from layoutkit.nodes.strokes import Line, Points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from layoutkit.scales import Frame

__all__ = ["direct_labels", "legend", "spread"]

_FARTHEST = 1.25
"""How many lines a name may stand above or below the end of its line."""
_AT_EDGE = 0.9
"""From here on the end of a line is near enough to the right edge for the eye."""
_LONG = 28
"""Names with more letters would leave too little room for the chart on a narrow page."""
_NAMED = ("line", "area", "points", "columns", "bars")


def direct_labels(series: Sequence[Series], frame: Frame, lines: float) -> Node | None:
    """The names of lines and areas beside their ends; None where there are none, or where they do not fit.

    Args:
        series: all marks of the chart.
        frame: its scales.
        lines: its height in lines of such a name.
    """
    named = [one for one in series if one.mark.label and one.mark.kind in _NAMED]
    if not named or any(one.mark.kind not in ("line", "area") or len(one.mark.label) > _LONG for one in named):
        return None
    ends = [_end(one, frame) for one in named]
    heights = [end * lines for end in ends if end is not None]
    if len(heights) != len(named):
        return None
    places = spread(heights, lines)
    if places is None or any(abs(a - b) > _FARTHEST for a, b in zip(heights, places, strict=True)):
        return None
    labels = (
        made_by(
            one.mark.origin,
            AxisLabel(place / lines, Text(Span(one.mark.label), role="small", wrap="nowrap", color=one.ink), axis="y"),
        )
        for one, place in zip(named, places, strict=True)
    )
    return Stack(*labels)


def _end(one: Series, frame: Frame) -> float | None:
    """How far down a line ends, or the middle of an area, as a fraction; None where it ends before the right edge."""
    mark = one.mark
    bases = mark.base * len(mark.x) if len(mark.base) == 1 else mark.base
    known = [
        (*frame.place(x, y), frame.down(base) if mark.kind == "area" else None)
        for x, y, base in zip(mark.x, mark.y, bases, strict=True)
        if x is not None and y is not None
    ]
    x, y, foot = max(known, key=lambda end: end[0], default=(0.0, 0.0, None))
    if x <= _AT_EDGE:
        return None
    return y if foot is None else (y + foot) / 2


def spread(places: Sequence[float], length: float) -> list[float] | None:
    """Places moved apart until each two differ by 1, as little as possible; None where there is no room for all.

    Args:
        places: in any order, from 0.
        length: what is there; the first may stand at 0, the last at ``length``.
    """
    if len(places) - 1 > length:
        return None
    order = sorted(range(len(places)), key=lambda i: places[i])
    blocks: list[list[float]] = []  # sum of wishes for the first of a block, and how many there are
    for rank in order:
        blocks.append([places[rank], 1])
        while len(blocks) > 1 and _start(blocks[-2], length) + blocks[-2][1] > _start(blocks[-1], length):
            wish, count = blocks.pop()
            blocks[-1][0] += wish - count * blocks[-1][1]
            blocks[-1][1] += count
    found = [0.0] * len(places)
    ranks = iter(order)
    for block in blocks:
        start = _start(block, length)
        for step in range(int(block[1])):
            found[next(ranks)] = start + step
    return found


def _start(block: Sequence[float], length: float) -> float:
    wish, count = block
    return min(max(wish / count, 0.0), length - (count - 1))


def legend(series: Sequence[Series]) -> Node | None:
    """Names with samples of what they are drawn with; None where nothing is named."""
    named = [one for one in series if one.mark.label and one.mark.kind in _NAMED]
    keys = [key for key in (heat_key(one.mark) for one in series) if key is not None]
    if not named and not keys:
        return None
    entries = (
        Row(_sample(one), Text(Span(one.mark.label), wrap="nowrap"), component="legend_entry", align="center")
        for one in named
    )
    return Row(*entries, *keys, component="legend", wrap=True)


def _sample(one: Series) -> Node:
    """A short piece of what a series is drawn with."""
    size = {"width": "{swatch.width}", "height": "{swatch.height}"}
    match one.mark.kind:
        case "line":
            shapes: list[Node] = [
                Line((0, 0.5), (1, 0.5), stroke=one.stroke, stroke_width="{chart.stroke_width}", dash=one.dash)
            ]
            if one.marked:
                shapes.append(Points([(0.5, 0.5)], marker=one.marker, fill=one.stroke, radius="{chart.marker_radius}"))
        case "points":
            shapes = [Points([(0.5, 0.5)], marker=one.marker, fill=one.stroke, radius="{chart.marker_radius}")]
        case "area":
            shapes = [Rectangle((0, 0), (1, 1), fill=one.soft, stroke=one.stroke, stroke_width="{chart.grid_width}")]
        case _:
            shapes = [one.bar((0, 0), (1, 1))]
    return Drawing(*shapes, shrink=0, **size)  # type: ignore[arg-type]
