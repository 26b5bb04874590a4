"""Marks of a chart as shapes of a drawing, in fractions of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from layoutkit.components import tone as tones
from layoutkit.components.chart_axis import written
from layoutkit.components.chart_heat import heat_shapes
from layoutkit.nodes import Span, Text
from layoutkit.nodes.drawing import At
from layoutkit.nodes.fills import Area, Band, Rectangle
from layoutkit.nodes.node import made_by
from layoutkit.nodes.strokes import Curve, Line, Points
from layoutkit.scales import BandScale, Frame, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Unpack

    from layoutkit.components.chart_data import Value
    from layoutkit.components.chart_marks import BarStyle, Mark
    from layoutkit.keywords import Marker
    from layoutkit.nodes import Node
    from layoutkit.nodes.drawing import AtAnchor
    from layoutkit.nodes.props import ShapeProps
    from layoutkit.nodes.shape import Dash

__all__ = ["MARKERS", "Series", "band_shapes", "grid_lines", "mark_shapes", "on_one_another", "zero_line"]

Run = list[tuple[float, float]]
_DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted")
_STYLES: tuple[BarStyle, ...] = ("solid", "outline", "dashed")
_NEAR_EDGE = 0.25
"""Names of strips with their middle nearer to an edge begin at the strip's own edge."""
_RIGHT_HALF = 0.6
"""Names of lines further to the right stand at their left side."""
_NEAR_TOP = 0.15
"""Names of lines further up stand below them."""
_MOST_MARKERS = 12
"""As many markers tell a line from others; more of them would hide it."""
MARKERS: tuple[Marker, ...] = ("circle", "square", "triangle", "diamond", "plus", "cross")


@dataclass(frozen=True, slots=True)
class Series:
    """A mark, and what tells it from the others of its kind."""

    mark: Mark
    number: int
    """Among those of its kind."""
    many: int
    """How many of its kind there are."""

    def made(self, nodes: Iterable[Node]) -> Iterator[Node]:
        """Nodes as made by the author's call of the mark: findings about them point there."""
        return (made_by(self.mark.origin, node) for node in nodes)

    @property
    def stroke(self) -> str:
        """The colour of lines; a rule without a tone is as quiet as the axes."""
        plain = "{chart.color}" if self.mark.kind == "rule" else "{chart.series}"
        return tones.edge(self.mark.tone) if self.mark.tone else plain

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
    def marked(self) -> bool:
        """Whether its line has markers: where the author says so, and where all dashes are taken."""
        return self.mark.marker is not None or (self.mark.kind == "line" and self.number >= len(_DASHES))

    @property
    def style(self) -> BarStyle:
        """How its bars are filled: the first full, the second pale with an outline, the third dashed."""
        return self.mark.style or _STYLES[self.number % len(_STYLES)]

    def bar(self, corner: tuple[float, float], opposite: tuple[float, float], **props: Unpack[ShapeProps]) -> Node:
        """A bar between two corners, or the sample of one."""
        fill = {"solid": self.fill, "outline": self.soft, "dashed": None}[self.style]
        dashed, plain = self.style == "dashed", self.style == "solid"
        return Rectangle(
            corner, opposite, fill=fill, stroke=self.stroke, dash="dashed" if dashed else "solid",
            stroke_width="{chart.grid_width}" if plain else "{chart.rule_width}", **props,
        )  # fmt: skip

    @property
    def marker(self) -> Marker:
        """The marker of its points."""
        number = self.number // len(_DASHES) - 1 if self.mark.kind == "line" else self.number
        return self.mark.marker or MARKERS[number % len(MARKERS)]


def on_one_another(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks, stacked areas with the places that they have on those before them."""
    found: list[Mark] = []
    heights: dict[Value, float] = {}
    for mark in marks:
        if mark.kind != "area":
            found.append(mark)
            continue
        bases = [heights.get(x, 0.0) if mark.stacked else 0.0 for x in mark.x]
        tops = [y + base if isinstance(y, int | float) else None for y, base in zip(mark.y, bases, strict=True)]
        heights = {x: top for x, top in zip(mark.x, tops, strict=True) if top is not None}
        found.append(replace(mark, y=tuple(tops), base=tuple(bases)) if mark.stacked else mark)
    return tuple(found)


def mark_shapes(series: Sequence[Series], frame: Frame) -> Iterator[Node]:
    """All shapes, those that fill before those that are lines, and words last."""
    heights: dict[tuple[str, str], float] = {}
    groups = sum(not one.mark.stacked for one in series if one.mark.kind in ("columns", "bars"))
    place = -1
    late: list[Node] = []
    for one in series:
        if one.mark.kind == "heatmap":
            yield from one.made(heat_shapes(one.mark, frame))
    for kind in ("area", "columns", "bars", "rule", "line", "points", "note"):
        for one in series:
            if one.mark.kind != kind:
                continue
            if kind in ("columns", "bars"):
                place += not one.mark.stacked
                for shape, words in _bars(one, frame, (max(place, 0), max(groups, 1)), heights):
                    yield from () if shape is None else one.made([shape])
                    late += [] if words is None else one.made([words])
            else:
                yield from one.made(_DRAWN[kind](one, frame))
    yield from late
    for one in series:
        if one.mark.kind == "band":
            yield from one.made(_band_name(one, frame))


def band_shapes(series: Sequence[Series], frame: Frame) -> Iterator[Node]:
    """The strips, which lie below the grid."""
    for one in series:
        if one.mark.kind == "band":
            yield from one.made(_band(one, frame))


def grid_lines(frame: Frame, x: Sequence[Value], y: Sequence[Value]) -> Iterator[Node]:
    """Lines across the chart at ticks."""
    look = {"stroke": "{chart.grid}", "stroke_width": "{chart.grid_width}", "cap": "butt"}
    for value in x:
        at = frame.across(value) if value is not None else 0.0
        yield Line((at, 0.0), (at, 1.0), **look)  # type: ignore[arg-type]
    for value in y:
        at = frame.down(value) if value is not None else 0.0
        yield Line((0.0, at), (1.0, at), **look)  # type: ignore[arg-type]


def zero_line(frame: Frame, *, upright: bool) -> Node:
    """The line that columns or bars stand on."""
    at = frame.down(0.0) if upright else frame.across(0.0)
    ends = ((0.0, at), (1.0, at)) if upright else ((at, 0.0), (at, 1.0))
    return Line(*ends, stroke="{chart.color}", stroke_width="{chart.grid_width}", cap="butt")


def _runs(mark: Mark, frame: Frame) -> Iterator[tuple[Run, list[int]]]:
    """The points between gaps, and their numbers."""
    known = [index for index, (x, y) in enumerate(zip(mark.x, mark.y, strict=True)) if x is not None and y is not None]
    xs = [value for index in known if (value := mark.x[index]) is not None]
    ys = [value for index in known if (value := mark.y[index]) is not None]
    places = frame.places(xs, ys)
    begin = 0
    for end, index in enumerate(known, start=1):
        if end == len(known) or known[end] != index + 1:
            yield places[begin:end], known[begin:end]
            begin = end


def _line(one: Series, frame: Frame) -> Iterator[Node]:
    every: Run = []
    single: Run = []
    for run, _ in _runs(one.mark, frame):
        if len(run) > 1:
            yield Curve(
                run, curve=one.mark.curve, stroke=one.stroke, stroke_width="{chart.stroke_width}", dash=one.dash
            )
            every += run
        else:
            single += run
    step = 1 if one.mark.marker is not None else -(-len(every) // _MOST_MARKERS) or 1
    marks = [*single, *(every[step // 2 :: step] if one.marked else ())]
    if marks:
        yield Points(marks, marker=one.marker, fill=one.stroke, radius="{chart.marker_radius}")


def _area(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    for run, numbers in _runs(mark, frame):
        if len(run) > 1:
            bases = mark.base if len(mark.base) == 1 else [mark.base[index] for index in numbers]
            yield Area(run, base=_downs(bases, len(run), frame), curve=mark.curve, fill=one.soft)
            if mark.stacked or mark.label:
                yield Curve(run, curve=mark.curve, stroke=one.stroke, stroke_width="{chart.rule_width}", dash=one.dash)


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
    mark = one.mark
    for name, x, y in zip(mark.names, mark.x, mark.y, strict=False):
        if x is not None and y is not None and name:
            words = Text(Span(name), role="small", wrap="nowrap", color=one.ink)
            anchor = mark.anchors.get(name, mark.anchor)
            yield At(*frame.place(x, y), words, anchor=anchor, gap="{chart.gap}")


def _rule(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    upright = bool(mark.x)
    at = frame.across(mark.x[0] or 0) if upright else frame.down(mark.y[0] or 0)
    ends = ((at, 0.0), (at, 1.0)) if upright else ((0.0, at), (1.0, at))
    if isinstance(frame.x, BandScale) or isinstance(frame.y, BandScale):  # seen on bars of any colour
        yield Line(*ends, stroke="{chart.halo}", stroke_width="{chart.rule_width} * 3", cap="butt")
    yield Line(*ends, stroke=one.stroke, stroke_width="{chart.rule_width}", dash=mark.dash or "dashed", cap="butt")
    if mark.label:
        words = Text(Span(mark.label), role="small", wrap="nowrap", color=one.ink)
        if upright:
            where, beside = (at, 0.0 if mark.anchor == "top" else 1.0), "left" if at < _RIGHT_HALF else "right"
            yield At(*where, words, anchor=_corner(mark.anchor, beside), gap="{chart.gap}")
        else:
            above = "bottom" if at > _NEAR_TOP else "top"
            where = 1.0 if mark.anchor == "right" else 0.0, at
            yield At(*where, words, anchor=_corner(above, mark.anchor), gap="{chart.gap} * 0.5")


def _band(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    first, last = _strip(mark, frame)
    yield Band(x=(first, last), fill=one.soft) if mark.x else Band(y=(first, last), fill=one.soft)


def _band_name(one: Series, frame: Frame) -> Iterator[Node]:
    """The name of a strip, inside it where there is room."""
    mark = one.mark
    if not mark.label:
        return
    first, last = _strip(mark, frame)
    words = Text(Span(mark.label), role="small", wrap="nowrap", color=one.ink)
    if not mark.x:
        where = 0.0 if mark.anchor == "left" else 1.0, first
        yield At(*where, words, anchor=_corner("top", mark.anchor), gap="{chart.gap}")
        return
    middle, height = (first + last) / 2, 0.0 if mark.anchor == "top" else 1.0
    if middle < _NEAR_EDGE:
        yield At(first, height, words, anchor=_corner(mark.anchor, "left"), gap="{chart.gap}")
    elif middle > 1 - _NEAR_EDGE:
        yield At(last, height, words, anchor=_corner(mark.anchor, "right"), gap="{chart.gap}")
    else:
        yield At(middle, height, words, anchor=mark.anchor, gap="{chart.gap}")


def _strip(mark: Mark, frame: Frame) -> tuple[float, float]:
    """From where to where a band goes, as fractions."""
    ends = [frame.across(v or 0) for v in mark.x] if mark.x else [frame.down(v or 0) for v in mark.y]
    return min(ends), max(ends)


def _corner(upright: str, lying: str) -> AtAnchor:
    """The corner of words that stands at a point."""
    return cast("AtAnchor", f"{upright} {lying}")


def _note(one: Series, frame: Frame) -> Iterator[Node]:
    mark = one.mark
    x, y = frame.place(mark.x[0] or 0, mark.y[0] or 0)
    words = Text(mark.label, role="small", wrap="nowrap", color=one.ink)
    yield At(x, y, words, anchor=mark.anchor, gap="{chart.gap}")


def _bars(
    one: Series, frame: Frame, place: tuple[int, int], heights: dict[tuple[str, str], float]
) -> Iterator[tuple[Node | None, Node | None]]:
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
        key = name_of(name)
        middle = frame.across(key) if upright else frame.down(key)
        start = middle - scale.bandwidth / 2 + place[0] * width
        below = heights.get((key, "-" if value < 0 else "+"), 0.0) if mark.stacked else 0.0
        heights[key, "-" if value < 0 else "+"] = below + value
        ends = [frame.down(v) if upright else frame.across(v) for v in (below, below + value)]
        inner = (start + width * 0.04, start + width * 0.96)
        corners = ((inner[0], ends[0]), (inner[1], ends[1])) if upright else ((ends[0], inner[0]), (ends[1], inner[1]))
        if not value:
            yield None, None if mark.shown is None else _value_at(value, mark, ends[1], start + width / 2)
            continue
        look = replace(one, mark=replace(mark, tone=mark.tones[key])) if key in mark.tones else one
        bar = look.bar(*corners, key=(mark.label, key) if mark.label else key)
        if mark.shown is None:
            yield bar, None
        else:
            yield bar, _value_at(value, mark, ends[1], start + width / 2)


def _value_at(value: float, mark: Mark, end: float, middle: float) -> Node:
    """A number at the end of its bar."""
    shown = written(value, mark.shown or "", mark.origin)
    upright = mark.kind == "columns"
    words = Text(Span(shown), role="small", wrap="nowrap", color="{chart.ink}")
    if upright:
        return At(middle, end, words, anchor="top" if value < 0 else "bottom", gap="{chart.gap} * 0.5")
    return At(end, middle, words, anchor="right" if value < 0 else "left", gap="{chart.gap} * 0.5")


_DRAWN = {"area": _area, "rule": _rule, "line": _line, "points": _points, "note": _note}
