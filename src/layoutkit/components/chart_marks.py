"""What a chart shows: lines, areas, points, columns, bars, rules, bands and notes.

The words are those of Observable Plot; a mark is a plain value, which :func:`layoutkit.chart.Chart` draws.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.components.chart_data import check_kind, pairs
from layoutkit.components.chart_time import place_of
from layoutkit.curves import CurveShape
from layoutkit.diagnostics import did_you_mean, error
from layoutkit.keywords import Marker
from layoutkit.nodes.drawing import AtAnchor
from layoutkit.nodes.node import check_word
from layoutkit.nodes.shape import Dash
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.scales import name_of

if TYPE_CHECKING:
    from datetime import date

    from layoutkit.components.chart_axis import Format
    from layoutkit.components.chart_data import Table, Value
    from layoutkit.components.tone import Tone
    from layoutkit.origin import Origin

__all__ = ["Heat", "Mark", "MarkKind", "area", "band", "bars", "columns", "line", "note", "points", "rule"]

BarStyle = Literal["solid", "outline", "dashed"]
"""Full, pale with an outline, or a dashed outline alone."""
Side = Literal["top", "bottom", "left", "right"]
MarkKind = Literal["line", "area", "points", "columns", "bars", "rule", "band", "note", "heatmap"]


@dataclass(frozen=True, slots=True)
class Heat:
    """The cells of a heat map."""

    values: tuple[Value, ...]
    base: float
    """The number with the faintest tint."""
    span: float
    """How far from it the strongest tint is."""
    below: Tone | None
    """The tone of numbers below the base."""
    words: tuple[str, ...]
    """Below the numbers; none, or one for each cell."""
    empty: str | None
    """What stands in a cell without a number; None leaves it out."""
    role: str
    """The type role of numbers."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a chart shows."""

    kind: MarkKind
    x: tuple[Value, ...]
    y: tuple[Value, ...]
    tone: Tone | None
    label: str
    """What it is called beside it or in the legend; empty for none."""
    dash: Dash | None = None
    """None lets the chart choose."""
    marker: Marker | None = None
    curve: CurveShape = "linear"
    base: tuple[float, ...] = (0.0,)
    """The other edge of an area: one number, or one for each point."""
    stacked: bool = False
    shown: Format | None = None
    """How values are written at the ends of bars; None does not write them."""
    anchor: AtAnchor = "bottom"
    heat: Heat | None = None
    """What only a heat map has."""
    names: tuple[str, ...] = ()
    """Of points, one by one."""
    anchors: Mapping[str, AtAnchor] = field(default_factory=dict, hash=False)
    """Which place of a name stands at its point, where it is another than ``anchor``."""
    style: BarStyle | None = None
    """How bars are filled; None lets the chart choose."""
    tones: Mapping[str, Tone] = field(default_factory=dict, hash=False)
    """Of single bars, by name."""
    origin: Origin = ()


def line(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | None = None,
    dash: Dash | None = None,
    marker: Marker | None = None,
    curve: CurveShape = "linear",
) -> Mark:
    """A line through the data: ``line([4.2, 2.8, 2.3], label="training")``.

    Args:
        data: numbers, pairs, a dict, a table or the path of a CSV file; None and NaN are gaps.
        x: the column of a table.
        y: the column of a table.
        label: its name, written at its end.
        tone: a meaning, as its colour.
        dash: ``solid``, ``dashed`` or ``dotted``; the chart chooses, so that lines differ in more than colour.
        marker: the marker of each point; none where it is left out.
        curve: ``linear``, ``monotone``, ``natural``, ``step``, ``step-after`` or ``step-before``.

    Raises:
        LayoutkitError: the data cannot be drawn, or a word is not known (``bad-value``).
    """
    if dash is not None:
        check_word("dash", dash, get_args(Dash))
    if marker is not None:
        check_word("marker", marker, get_args(Marker))
    check_word("curve", curve, get_args(CurveShape))
    return Mark("line", *_points(data, x, y), tone, label, dash, marker, curve, origin=caller_origin())


def _points(data: Table, x: str | None, y: str | None) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Points whose directions are measured by numbers, or told by names.

    Raises:
        LayoutkitError: the data cannot be drawn, or one direction has both (``bad-value``).
    """
    across, down = pairs(data, x, y)
    check_kind(across, "x", names=True)
    check_kind(down, "y", names=True)
    return across, down


def area(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    base: float | list[float] = 0.0,
    label: str = "",
    tone: Tone | None = None,
    curve: CurveShape = "linear",
    stacked: bool = False,
) -> Mark:
    """What lies between the data and a base line: ``area([1, 3, 2], label="errors")``.

    Args:
        data: as of :func:`line`.
        x: the column of a table.
        y: the column of a table.
        base: the other edge: a number, or one for each point, which makes a band around a line.
        label: its name in the legend.
        tone: a meaning, as its colour.
        curve: as of :func:`line`.
        stacked: whether it stands on the area before it.

    Raises:
        LayoutkitError: the data cannot be drawn, or there are not as many bases as points (``bad-value``).
    """
    check_word("curve", curve, get_args(CurveShape))
    across, down = _points(data, x, y)
    check_kind(down, "y", names=False)
    bases = (float(base),) if isinstance(base, int | float) else tuple(map(float, base))
    if len(bases) not in (1, len(down)) or (stacked and bases != (0.0,)):
        what = "is stacked and has a base" if stacked else f"has {len(down)} points and {len(bases)} bases"
        hint = "leave out one of them" if stacked else "give one base, or one for each point"
        raise error("bad-value", f"this area {what}", origin=caller_origin(), hint=hint)
    origin = caller_origin()
    return Mark("area", across, down, tone, label, curve=curve, base=bases, stacked=stacked, origin=origin)


def points(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | None = None,
    marker: Marker | None = None,
    names: Sequence[str] = (),
    anchor: AtAnchor | Mapping[str, AtAnchor] = "bottom",
) -> Mark:
    """A marker for each point: ``points([(1, 3), (2, 5)], names=["cat", "dog"])``.

    Args:
        data: as of :func:`line`.
        x: the column of a table.
        y: the column of a table.
        label: its name in the legend.
        tone: a meaning, as its colour.
        marker: ``circle``, ``square``, ``triangle``, ``diamond``, ``plus`` or ``cross``; the chart chooses, so that
            series differ in more than colour.
        names: what is written at each point.
        anchor: the place of the names at their points, so ``bottom`` writes them above; a dict says it for single
            names.

    Raises:
        LayoutkitError: the data cannot be drawn, there are not as many names as points, or a word is not known
            (``bad-value``).
    """
    if marker is not None:
        check_word("marker", marker, get_args(Marker))
    across, down = _points(data, x, y)
    if names and len(names) != len(down):
        message = f"there are {len(down)} points and {len(names)} names for them"
        raise error("bad-value", message, origin=caller_origin(), hint="give each point a name, or none")
    one_by_one = anchor if isinstance(anchor, Mapping) else {}
    unknown = next((name for name in one_by_one if name not in names), None)
    if unknown is not None:
        message = f"an anchor is given for {unknown!r:.40}, which is the name of no point"
        raise error("bad-value", message, origin=caller_origin(), hint=did_you_mean(str(unknown), map(str, names)))
    usual: AtAnchor = "bottom" if isinstance(anchor, Mapping) else anchor
    for word in (usual, *one_by_one.values()):
        check_word("anchor", word, get_args(AtAnchor))
    return Mark(
        "points", across, down, tone, label, marker=marker, names=tuple(map(str, names)), anchor=usual,
        anchors=dict(one_by_one), origin=caller_origin(),
    )  # fmt: skip


def columns(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | Mapping[str, Tone] | None = None,
    stacked: bool = False,
    shown: bool | Format = False,
    style: BarStyle | None = None,
) -> Mark:
    """Upright bars from 0: ``columns({"azul": 0.62, "verde": 0.2})``; several stand side by side, or ``stacked``.

    Args:
        data: as of :func:`line`; x are names.
        x: the column of a table.
        y: the column of a table.
        label: its name in the legend.
        tone: a meaning, as its colour; a dict gives single columns one by their names.
        stacked: whether it stands on the one before it.
        shown: whether values are written at their ends; a format says how: ``".0%"``, or a function of the number.
        style: ``solid``, ``outline`` or ``dashed``; the chart chooses, so that series differ in more than colour.

    Raises:
        LayoutkitError: the data cannot be drawn (``bad-value``).
    """
    return _bars("columns", *pairs(data, x, y), tone, label, stacked=stacked, shown=shown, style=style)


def bars(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | Mapping[str, Tone] | None = None,
    stacked: bool = False,
    shown: bool | Format = False,
    style: BarStyle | None = None,
) -> Mark:
    """Lying bars: as :func:`columns`, but ``x`` is the column of numbers and ``y`` that of names."""
    names, values = pairs(data, y, x)
    return _bars("bars", values, names, tone, label, stacked=stacked, shown=shown, style=style)


def _bars(
    kind: Literal["columns", "bars"], x: tuple[Value, ...], y: tuple[Value, ...],
    tone: Tone | Mapping[str, Tone] | None, label: str, *, stacked: bool, shown: bool | Format, style: BarStyle | None,
) -> Mark:  # fmt: skip
    """Bars of either kind.

    Raises:
        LayoutkitError: a tone is for a name that the data does not have (``bad-value``).
    """
    check_kind(y if kind == "columns" else x, "value", names=False)
    if style is not None:
        check_word("style", style, get_args(BarStyle))
    tones = tone if isinstance(tone, Mapping) else {}
    names = {name_of(name) for name in (x if kind == "columns" else y) if name is not None}
    unknown = next((name for name in tones if str(name) not in names), None)
    if unknown is not None:
        message = f"a tone is given for {unknown!r:.40}, which is not a name of the data"
        raise error("bad-value", message, origin=caller_origin(), hint=f"known here: {', '.join(sorted(names)[:8])}")
    form = "g" if shown is True else None if shown is False else shown
    return Mark(
        kind, x, y, None if isinstance(tone, Mapping) else tone, label, stacked=stacked, shown=form, style=style,
        tones={str(name): one for name, one in tones.items()}, origin=caller_origin(),
    )  # fmt: skip


def rule(
    *, x: float | str | date | None = None, y: float | None = None, label: str = "", tone: Tone | None = None,
    dash: Dash = "dashed", side: Side | None = None,
) -> Mark:  # fmt: skip
    """A line across the chart at a value, such as a threshold: ``rule(y=0.5, label="chance")``.

    Args:
        x: where, of an upright line.
        y: where, of a lying one.
        label: its name, written beside it.
        tone: a meaning, as its colour.
        dash: ``solid``, ``dashed`` or ``dotted``.
        side: at which end its name stands: ``top`` or ``bottom`` of an upright line, ``left`` or ``right`` of a lying
            one; top and right where it is left out.

    Raises:
        LayoutkitError: neither x nor y is given, or both (``bad-value``).
    """
    if (x is None) == (y is None):
        raise error("bad-value", "a rule needs x or y, and not both", origin=caller_origin(), hint="rule(y=0.5)")
    xs, ys = (() if value is None else _places((value,), "rule", names=True) for value in (x, y))
    end = _side(side, upright=x is not None, usual="right")
    return Mark("rule", xs, ys, tone, label, dash, anchor=end, origin=caller_origin())


def band(
    *, x: tuple[float, float] | tuple[date, date] | None = None, y: tuple[float, float] | None = None, label: str = "",
    tone: Tone | None = None, side: Side | None = None,
) -> Mark:  # fmt: skip
    """A strip across the chart between two values: ``band(x=(3, 5), label="warm-up")``.

    Args:
        x: from and to, of an upright strip.
        y: from and to, of a lying one.
        label: its name, written in it.
        tone: a meaning, as its colour.
        side: at which end of the strip its name stands, as of a :func:`rule`; top and left where it is left out.

    Raises:
        LayoutkitError: neither x nor y is given, or both (``bad-value``).
    """
    if (x is None) == (y is None):
        raise error("bad-value", "a band needs x or y, and not both", origin=caller_origin(), hint="band(x=(3, 5))")
    xs, ys = (() if values is None else _places(values, "band", names=False) for values in (x, y))
    end = _side(side, upright=x is not None, usual="left")
    return Mark("band", xs, ys, tone, label, anchor=end, origin=caller_origin())


def _places(places: object, kind: str, *, names: bool) -> tuple[Value, ...]:
    """Places along an axis, dates as points in time.

    Raises:
        LayoutkitError: with the place (``bad-value``).
    """
    count = 2 if kind == "band" else 1
    fits = isinstance(places, Sequence) and not isinstance(places, str) and len(places) == count
    found = tuple(map(place_of, places)) if fits else ()  # type: ignore[call-overload]
    if fits and all(is_finite_number(place) or (names and isinstance(place, str)) for place in found):
        return found
    shown = places[0] if fits and count == 1 else places  # type: ignore[index]
    expected = "two numbers or dates" if kind == "band" else "a number, a date or a name"
    hint = {"band": "band(x=(3, 5))", "rule": "rule(x=3)", "note": 'note(3, 0.4, "here")'}[kind]
    message = f"a {kind} stands at {shown!r:.40}; expected {expected}"
    raise error("bad-value", message, origin=caller_origin(), hint=hint)


def _side(side: Side | None, *, upright: bool, usual: Side) -> Side:
    """At which end of a line or a strip its name stands."""
    if side is None:
        return "top" if upright else usual
    check_word("side", side, ("top", "bottom") if upright else ("left", "right"))
    return side


def note(x: float | str | date, y: float, text: str, *, anchor: AtAnchor = "bottom", tone: Tone | None = None) -> Mark:
    """Words at a point: ``note(3, 0.4, "here it turns")``.

    Args:
        x: where, on the axis of x.
        y: where, on the axis of y.
        text: the words, on one line.
        anchor: which place of the words stands at the point. They lie on its other side: ``"top"`` (the middle of their
            top side) puts them below the point, ``"bottom"`` above it, ``"left"`` to its right, ``"right"`` to its
            left, ``"top left"`` below and to the right, ``"top right"`` below and to the left, ``"bottom left"`` above
            and to the right, ``"bottom right"`` above and to the left, ``"center"`` on it.
        tone: a meaning, as the colour of the words.

    Raises:
        LayoutkitError: the anchor is another word, or the point is no number, name or date (``bad-value``).
    """
    check_word("anchor", anchor, get_args(AtAnchor))
    xs, ys = (_places((place,), "note", names=True) for place in (x, y))
    return Mark("note", xs, ys, tone, text, anchor=anchor, origin=caller_origin())
