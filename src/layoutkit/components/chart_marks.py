"""What a chart shows: lines, areas, points, columns, bars, rules, bands and notes.

The words are those of Observable Plot; a mark is a plain value, which :func:`layoutkit.chart.Chart` draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from layoutkit.components.chart_data import pairs
from layoutkit.curves import CurveShape
from layoutkit.diagnostics import error
from layoutkit.keywords import Marker
from layoutkit.nodes.drawing import AtAnchor
from layoutkit.nodes.node import check_word
from layoutkit.nodes.shape import Dash
from layoutkit.origin import caller_origin

if TYPE_CHECKING:
    from layoutkit.components.chart_data import Table, Value
    from layoutkit.components.tone import Tone
    from layoutkit.origin import Origin

__all__ = ["Mark", "MarkKind", "area", "band", "bars", "columns", "line", "note", "points", "rule"]

MarkKind = Literal["line", "area", "points", "columns", "bars", "rule", "band", "note"]


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
    shown: bool = False
    """Whether values are written at the ends of bars."""
    anchor: AtAnchor = "bottom"
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
    return Mark("line", *pairs(data, x, y), tone, label, dash, marker, curve, origin=caller_origin())


def area(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    base: float | list[float] = 0.0,
    label: str = "",
    tone: Tone | None = None,
    curve: CurveShape = "linear",
) -> Mark:
    """What lies between the data and a base line; a list of bases makes a band around a line. Else as :func:`line`."""
    check_word("curve", curve, get_args(CurveShape))
    across, down = pairs(data, x, y)
    bases = (float(base),) if isinstance(base, int | float) else tuple(map(float, base))
    if len(bases) not in (1, len(down)):
        message = f"this area has {len(down)} points and {len(bases)} bases"
        raise error("bad-value", message, origin=caller_origin(), hint="give one base, or one for each point")
    return Mark("area", across, down, tone, label, curve=curve, base=bases, origin=caller_origin())


def points(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | None = None,
    marker: Marker | None = None,
) -> Mark:
    """A marker for each point. Else as :func:`line`."""
    if marker is not None:
        check_word("marker", marker, get_args(Marker))
    return Mark("points", *pairs(data, x, y), tone, label, marker=marker, origin=caller_origin())


def columns(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | None = None,
    stacked: bool = False,
    shown: bool = False,
) -> Mark:
    """Upright bars from 0: ``columns({"azul": 0.62, "verde": 0.2})``; several stand side by side, or ``stacked``.

    Args:
        data: as of :func:`line`; x are names.
        x: the column of a table.
        y: the column of a table.
        label: its name in the legend.
        tone: a meaning, as its colour.
        stacked: whether it stands on the one before it.
        shown: whether values are written above.

    Raises:
        LayoutkitError: the data cannot be drawn (``bad-value``).
    """
    return Mark("columns", *pairs(data, x, y), tone, label, stacked=stacked, shown=shown, origin=caller_origin())


def bars(
    data: Table,
    *,
    x: str | None = None,
    y: str | None = None,
    label: str = "",
    tone: Tone | None = None,
    stacked: bool = False,
    shown: bool = False,
) -> Mark:
    """Lying bars: as :func:`columns`, but ``x`` is the column of numbers and ``y`` that of names."""
    names, values = pairs(data, y, x)
    return Mark("bars", values, names, tone, label, stacked=stacked, shown=shown, origin=caller_origin())


def rule(
    *, x: float | str | None = None, y: float | None = None, label: str = "", tone: Tone | None = None,
    dash: Dash = "dashed",
) -> Mark:  # fmt: skip
    """A line across the chart at a value, such as a threshold: ``rule(y=0.5, label="chance")``.

    Raises:
        LayoutkitError: neither x nor y is given, or both (``bad-value``).
    """
    if (x is None) == (y is None):
        raise error("bad-value", "a rule needs x or y, and not both", origin=caller_origin(), hint="rule(y=0.5)")
    xs: tuple[Value, ...] = () if x is None else (x,)
    return Mark("rule", xs, () if y is None else (y,), tone, label, dash, origin=caller_origin())


def band(
    *, x: tuple[float, float] | None = None, y: tuple[float, float] | None = None, label: str = "",
    tone: Tone | None = None, side: Literal["top", "bottom"] = "top",
) -> Mark:  # fmt: skip
    """A strip across the chart between two values: ``band(x=(3, 5), label="warm-up")``.

    Args:
        x: from and to, of an upright strip.
        y: from and to, of a lying one.
        label: its name, written in it.
        tone: a meaning, as its colour.
        side: where in the strip its name stands.

    Raises:
        LayoutkitError: neither x nor y is given, or both (``bad-value``).
    """
    if (x is None) == (y is None):
        raise error("bad-value", "a band needs x or y, and not both", origin=caller_origin(), hint="band(x=(3, 5))")
    check_word("side", side, ("top", "bottom"))
    return Mark("band", x or (), y or (), tone, label, anchor=side, origin=caller_origin())


def note(x: float | str, y: float, text: str, *, anchor: AtAnchor = "bottom", tone: Tone | None = None) -> Mark:
    """Words at a point: ``note(3, 0.4, "here it turns")``; ``anchor`` is the place of the words at the point."""
    check_word("anchor", anchor, get_args(AtAnchor))
    return Mark("note", (x,), (y,), tone, text, anchor=anchor, origin=caller_origin())
