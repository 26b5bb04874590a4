"""Marks of a chart as shapes of a drawing, in fractions of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.nodes import Numeral, Span, Text
from layoutkit.nodes.drawing import At
from layoutkit.nodes.fills import Area, Band, Rectangle
from layoutkit.nodes.strokes import Curve, Line, Points
from layoutkit.scales import BandScale, Frame, LinearScale, LogScale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layoutkit.components.chart_data import Value
    from layoutkit.components.chart_marks import Mark
    from layoutkit.keywords import Marker
    from layoutkit.nodes import Node
    from layoutkit.nodes.shape import Dash

__all__ = ["MARKERS", "Series", "grid_lines", "mark_shapes"]

Run = list[tuple[float, float]]
_DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted")
_NEAR_EDGE = 0.25
MARKERS: tuple[Marker, ...] = ("circle", "square", "triangle", "diamond", "plus", "cross")


@dataclass(frozen=True, slots=True)
class Series:
    """A mark, and what tells it from the others of its kind."""

    mark: Mark
    number: int
    """Among those of its kind."""
    many: int
    """How many of its kind there are."""

    @property
    def stroke(self) -> str:
        """The colour of lines."""
        return tones.edge(self.mark.tone) if self.mark.tone else "{chart.series}"

    @property
    def fill(self) -> str:
        """The colour of shapes."""
        return tones.solid(self.mark.tone) if self.mark.tone else "{chart.series}"

    @property
    def ink(self) -> str:
        """The colour of its label."""
        return tones.ink(self.mark.tone) if self.mark.tone else "{chart.color}"

    @property
    def soft(self) -> str:
        """A ground that lines are seen on."""
        return tones.tint(self.mark.tone) if self.mark.tone else "{chart.area}"

    @property
    def dash(self) -> Dash:
        """The dashes of its line: the first solid, the second dashed …."""
        return self.mark.dash or _DASHES[self.number % len(_DASHES)]

    @property
    def marker(self) -> Marker:
        """The marker of its points."""
        return self.mark.marker or MARKERS[self.number % len(MARKERS)]


def mark_shapes(series: Sequence[Series], frame: Frame) -> Iterator[Node]:
    """All shapes, those that fill before those that are lines, and words last."""
    heights: dict[tuple[str, str], float] = {}
    groups = sum(not one.mark.stacked for one in series if one.mark.kind in ("columns", "bars"))
    place = -1
    late: list[Node] = []
    for kind in ("band", "area", "columns", "bars", "rule", "line", "points", "note"):
        for one in series:
            if one.mark.kind != kind:
                continue
            if kind in ("columns", "bars"):
                place += not one.mark.stacked
                for shape, words in _bars(one, frame, (max(place, 0), max(groups, 1)), heights):
                    yield shape
                    late += [] if words is None else [words]
            else:
                yield from _DRAWN[kind](one, frame)
    yield from late


def grid_lines(frame: Frame, x: Sequence[Value], y: Sequence[Value]) -> Iterator[Node]:
    """Lines across the chart at ticks."""
    look = {"stroke": "{chart.grid}", "stroke_width": "{chart.grid_width}", "cap": "butt"}
    for value in x:
        at = frame.across(value) if value is not None else 0.0
        yield Line((at, 0.0), (at, 1.0), **look)  # type: ignore[arg-type]
    for value in y:
        at = frame.down(value) if value is not None else 0.0
        yield Line((0.0, at), (1.0, at), **look)  # type: ignore[arg-type]


def _runs(mark: Mark, frame: Frame) -> Iterator[tuple[Run, list[int]]]:
    """The points between gaps, and their numbers."""
    run: Run = []
    numbers: list[int] = []
    for index, (x, y) in enumerate(zip(mark.x, mark.y, strict=True)):
        if x is None or y is None:
            if run:
                yield run, numbers
            run, numbers = [], []
        else:
            run.append(frame.place(x, y))
            numbers.append(index)
    if run:
        yield run, numbers


def _line(one: Series, frame: Frame) -> Iterator[Node]:
    marks: Run = []
    for run, _ in _runs(one.mark, frame):
        if len(run) > 1:
            yield Curve(
                run, curve=one.mark.curve, stroke=one.stroke, stroke_width="{chart.stroke_width}", dash=one.dash
            )
        if len(run) == 1 or one.mark.marker is not None:
            marks += run
    if marks:
        yield Points(marks, marker=one.marker, fill=one.stroke, radius="{chart.marker_radius}")


def _area(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    for run, numbers in _runs(mark, frame):
        if len(run) > 1:
            bases = mark.base if len(mark.base) == 1 else [mark.base[index] for index in numbers]
            yield Area(run, base=_downs(bases, len(run), frame), curve=mark.curve, fill=one.soft)


def _downs(bases: Sequence[float], count: int, frame: Frame) -> list[float]:
    found = [frame.down(base) for base in bases]
    return found * count if len(found) == 1 else found


def _points(one: Series, frame: Frame) -> Iterator[Node]:
    found = [place for run, _ in _runs(one.mark, frame) for place in run]
    if found:
        yield Points(
            found, marker=one.marker, fill=one.stroke, radius="{chart.marker_radius}", stroke="{chart.halo}",
            stroke_width="{chart.grid_width}",
        )  # fmt: skip


def _rule(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    upright = bool(mark.x)
    at = frame.across(mark.x[0] or 0) if upright else frame.down(mark.y[0] or 0)
    ends = ((at, 0.0), (at, 1.0)) if upright else ((0.0, at), (1.0, at))
    yield Line(*ends, stroke=one.stroke, stroke_width="{chart.rule_width}", dash=mark.dash or "dashed", cap="butt")
    if mark.label:
        words = Text(Span(mark.label), role="small", wrap="nowrap", color=one.ink)
        if upright:
            yield At(at, 0.0, words, anchor="top left" if at < 0.6 else "top right", gap="{chart.gap}")  # noqa: PLR2004
        else:
            yield At(1.0, at, words, anchor="bottom right" if at > 0.15 else "top right", gap="{chart.gap} * 0.5")  # noqa: PLR2004


def _band(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    upright = bool(mark.x)
    ends = [frame.across(v or 0) for v in mark.x] if upright else [frame.down(v or 0) for v in mark.y]
    first, last = min(ends), max(ends)
    yield Band(x=(first, last), fill=one.soft) if upright else Band(y=(first, last), fill=one.soft)
    if mark.label:
        words = Text(Span(mark.label), role="small", wrap="nowrap", color=one.ink)
        if upright:
            yield _in_strip(first, last, words, mark)
        else:
            top = mark.anchor == "top"
            at = first if top else last
            yield At(0.0, at, words, anchor="top left" if top else "bottom left", gap="{chart.gap}")


def _in_strip(first: float, last: float, words: Node, mark: Mark) -> Node:
    """A name in a strip: in its middle, or beginning at its edge where it is near one of the chart's."""
    middle, top = (first + last) / 2, mark.anchor == "top"
    height = 0.0 if top else 1.0
    if middle < _NEAR_EDGE:
        return At(first, height, words, anchor="top left" if top else "bottom left", gap="{chart.gap}")
    if middle > 1 - _NEAR_EDGE:
        return At(last, height, words, anchor="top right" if top else "bottom right", gap="{chart.gap}")
    return At(middle, height, words, anchor=mark.anchor, gap="{chart.gap}")


def _note(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    x, y = frame.place(mark.x[0] or 0, mark.y[0] or 0)
    words = Text(mark.label, role="small", wrap="nowrap", color=one.ink)
    yield At(x, y, words, anchor=mark.anchor, gap="{chart.gap}")


def _bars(
    one: Series, frame: Frame, place: tuple[int, int], heights: dict[tuple[str, str], float]
) -> Iterator[tuple[Node, Node | None]]:
    """The bars of one mark; ``heights`` has what those below reach, by name and sign."""
    mark = one.mark
    upright = mark.kind == "columns"
    scale = frame.x if upright else frame.y
    assert isinstance(scale, BandScale)  # noqa: S101 - the chart made it
    width = scale.bandwidth / place[1]
    for x, y in zip(mark.x, mark.y, strict=True):
        name, value = (x, y) if upright else (y, x)
        if name is None or value is None or isinstance(value, str):
            continue
        key = str(name) if isinstance(name, str) else f"{name:g}"
        middle = frame.across(key) if upright else frame.down(key)
        start = middle - scale.bandwidth / 2 + place[0] * width
        below = heights.get((key, "-" if value < 0 else "+"), 0.0) if mark.stacked else 0.0
        heights[key, "-" if value < 0 else "+"] = below + value
        ends = [frame.down(v) if upright else frame.across(v) for v in (below, below + value)]
        inner = (start + width * 0.04, start + width * 0.96)
        corners = ((inner[0], ends[0]), (inner[1], ends[1])) if upright else ((ends[0], inner[0]), (ends[1], inner[1]))
        part = (mark.label, key) if mark.label else key
        bar = Rectangle(*corners, fill=one.fill, stroke=one.stroke, stroke_width="{chart.grid_width}", key=part)
        yield bar, _value_at(value, ends[1], start + width / 2, upright=upright) if mark.shown else None


def _value_at(value: float, end: float, middle: float, *, upright: bool) -> Node:
    words = Text(Span(Numeral(f"{value:g}")), role="small", wrap="nowrap", color="{chart.ink}")
    if upright:
        return At(middle, end, words, anchor="top" if value < 0 else "bottom", gap="{chart.gap} * 0.5")
    return At(end, middle, words, anchor="right" if value < 0 else "left", gap="{chart.gap} * 0.5")


_DRAWN = {"band": _band, "area": _area, "rule": _rule, "line": _line, "points": _points, "note": _note}
Measured = LinearScale | LogScale
