"""Values as lengths: in scale, and labelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layoutkit.components import tone as tones
from layoutkit.diagnostics import error
from layoutkit.nodes import Column, Grid, Node, Row, Span, Text
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.tokens.tables import TokenTable, component

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from layoutkit.components.tone import Tone
    from layoutkit.nodes import Inline
    from layoutkit.nodes.props import BoxProps

__all__ = ["Bar", "Bars", "Meter"]

_METER = (
    TokenTable("meter", traits=frozenset(("track",))),
    TokenTable("meter_fill", traits=frozenset(("sign",))),
    TokenTable("meter_label", traits=frozenset(("labels",))),
    TokenTable("meter_value"),
)
_BARS = (TokenTable("bars", traits=frozenset(("labels",))), TokenTable("bar_name"), TokenTable("bar_value"))


@dataclass(frozen=True, slots=True)
class Bar:
    """A named value."""

    name: str
    value: float
    """At least 0."""
    shown: str
    """The value as it is written beside the bar."""
    tone: Tone | None = None


@component(*_METER, reads=tones.READS)
def Meter(
    value: float,
    *,
    of: float = 1,
    label: Inline | None = None,
    shown: str = "",
    tone: Tone | None = None,
    **props: Unpack[BoxProps],
) -> Node:
    """How much of a whole: a track, filled from the left, and above it what it measures.

    ``Meter(0.72, label="Acertos", shown="72 %")``

    Styled by the components ``meter`` and ``meter_fill``; above the track by ``meter_label``, whose ``gap`` is between
    words and track, and ``meter_value``.

    Args:
        value: from 0 to ``of``.
        of: the whole.
        label: what is measured, above the track.
        shown: the value as it is written, at the right end above the track; shown without markup.
        tone: a meaning; without it the component's own colour.
        props: what every node takes; they go to the track, or to the box around words and track.

    Raises:
        LayoutkitError: the value is not between 0 and ``of`` (``bad-value``).
    """
    if not (is_finite_number(of) and is_finite_number(value) and of > 0 and 0 <= value <= of):
        raise error("bad-value", f"a Meter of {of!r:.40} cannot show {value!r:.40}", origin=caller_origin())
    fill: BoxProps = {"component": "meter_fill", "width": f"{100 * value / of:.3f}%"}
    if tone:
        fill |= {"background": tones.solid(tone), "border": tones.edge(tone)}
    bare = label is None and not shown
    box: BoxProps = {"component": "meter", **(props if bare else {})}
    track = Row(Row(**fill), **box)
    if bare:
        return track
    above: list[Node] = [Text("" if label is None else label)]
    if shown:
        above.append(Text(Span(shown), component="meter_value", wrap="nowrap", align="end"))
    around: BoxProps = {"component": "meter_label", **props}
    return Column(Row(*above, justify="space-between", align="baseline"), track, **around)


@component(*_BARS, uses=("Meter",))
def Bars(bars: Sequence[Bar], *, of: float | None = None, **props: Unpack[BoxProps]) -> Node:
    """Values under each other on one scale: name, bar and number in columns.

    ``Bars([Bar("A", 0.8, "0,8", "wrong"), Bar("B", 0.3, "0,3", "response")], of=1)``

    Styled by the components ``bars``, ``bar_name`` and ``bar_value``, and by those of a Meter. The key of a bar, for
    arrows that lead to it, is its name.

    Args:
        bars: from top to bottom.
        of: the value of a full bar; None takes the largest.
        props: what every node takes.

    Raises:
        LayoutkitError: there is no bar, or a value is not between 0 and ``of`` (``bad-value``).
    """
    if not bars:
        raise error("bad-value", "Bars need at least one Bar", origin=caller_origin())
    wrong = next((bar for bar in bars if not is_finite_number(bar.value)), None)
    if wrong is not None:
        message = f"the bar {wrong.name!r} has the value {wrong.value!r:.40}; expected a number of at least 0"
        raise error("bad-value", message, origin=caller_origin())
    whole = of if of is not None else max(bar.value for bar in bars) or 1
    cells: list[Node] = []
    for bar in bars:
        cells += [
            Text(Span(bar.name), component="bar_name", semantics="rowheader", wrap="nowrap"),
            Meter(bar.value, of=whole, tone=bar.tone, key=bar.name, semantics="none"),
            Text(Span(bar.shown), component="bar_value", wrap="nowrap", align="end"),
        ]
    box: BoxProps = {"component": "bars", "semantics": "table", "align": "center", **props}
    return Grid(*cells, columns="auto 1fr auto", **box)
