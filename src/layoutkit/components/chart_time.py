"""Dates along an axis: which values are some, and how ticks of them are written in the figure's language."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from layoutkit.diagnostics import error
from layoutkit.moments import Moment, Precision, precision_of
from layoutkit.nodes.span import DateText
from layoutkit.time_scale import TimeScale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from layoutkit.components.chart_data import Value
    from layoutkit.languages.dates import DateForm
    from layoutkit.origin import Origin
    from layoutkit.scales import BandScale

__all__ = ["date_texts", "full_form", "place_of", "read_dates", "some_dates"]

_ABOVE: dict[Precision, DateForm] = {
    Precision.MONTH: "month",
    Precision.DAY: "of_month",
    Precision.MINUTE: "minute",
    Precision.SECOND: "second",
}
"""What each tick says."""
_FULL: dict[Precision, DateForm] = {
    Precision.YEAR: "year",
    Precision.MONTH: "month_year",
    Precision.DAY: "day_year",
    Precision.MINUTE: "day_minute",
    Precision.SECOND: "day_second",
}
_MOST_WRITTEN = 12
"""Columns of more dates than these are named at some of them."""
_PATTERN = re.compile("%[-#]?[A-Za-z]")


def place_of(value: object) -> object:
    """A date as a point in time; all else as it is."""
    return Moment.of(value) if isinstance(value, date) else value


def read_dates(values: Sequence[Value], word: str, origin: Origin) -> tuple[Value, ...]:
    """Values of an axis of which the author says that it is one of time, their texts read as dates.

    Raises:
        LayoutkitError: a value is none (``bad-value``).
    """
    return tuple(_read(value, index, word, origin) for index, value in enumerate(values, start=1))


def _read(value: Value, index: int, word: str, origin: Origin) -> Value:
    if value is None or isinstance(value, Moment):
        return value
    try:
        if isinstance(value, str):
            return Moment.read(value)
    except ValueError:
        pass
    what = f"the text {value!r:.40}" if isinstance(value, str) else f"the number {value:g}"
    message = f"{word} {index} is {what}; the axis of time expects a date"
    raise error("bad-value", message, origin=origin, hint="a datetime.date, or a text such as 2024-05-31")


def date_texts(
    ticks: Sequence[float], form: str | Callable[..., str], origin: Origin, *, stacked: bool
) -> list[tuple[str | DateText, ...]]:
    """How dates are written, each in one line or two.

    Args:
        ticks: in days since 1970.
        form: as the author says it: a pattern of ``strftime`` or a function of a ``datetime``; empty for the usual one.
        origin: of the chart, for messages.
        stacked: whether what changes seldom, such as the year, stands below the ticks where it changes; else each
            tick says all of it.

    Raises:
        LayoutkitError: the pattern has no sign of a date (``bad-value``).
    """
    moments = list(map(Moment, ticks))
    if callable(form):
        return [(str(form(moment.clock)),) for moment in moments]
    if form and not _PATTERN.search(form):
        message = f"the format of dates is {form!r:.40}, which has no part of a date"
        raise error("bad-value", message, origin=origin, hint='a pattern of strftime, such as "%d/%m" or "%b %Y"')
    precision = precision_of(moments)
    if form or not stacked or precision == Precision.YEAR:
        return [(DateText(moment.clock, form or _FULL[precision]),) for moment in moments]
    found: list[tuple[str | DateText, ...]] = []
    before: datetime | None = None
    for moment in moments:
        below = _below(moment.clock, before, precision)
        lines = (_ABOVE[precision],) if below is None else (_ABOVE[precision], below)
        found.append(tuple(DateText(moment.clock, line) for line in lines))
        before = moment.clock
    return found


def _below(clock: datetime, before: datetime | None, precision: Precision) -> DateForm | None:
    """What stands below a tick: what the one before it does not have in common."""
    if precision > Precision.DAY:
        return None if before and before.date() == clock.date() else "day"
    if before and before.year == clock.year:
        return None if precision == Precision.MONTH or before.month == clock.month else "month"
    return "year" if precision == Precision.MONTH else "month_year"


def full_form(values: Sequence[object]) -> DateForm:
    """The form that tells points in time apart, in one line."""
    return _FULL[precision_of(values)]


def some_dates(scale: BandScale, count: int) -> tuple[str, ...]:
    """Those of many dates that are written below columns: at beginnings of years, months or days, or every so many."""
    names = scale.names
    if len(names) <= _MOST_WRITTEN:
        return names
    moments = sorted(map(Moment.read, names))
    wished = {Moment(tick).isoformat() for tick in TimeScale(moments[0], moments[-1]).ticks(count)}
    found = tuple(name for name in names if name in wished)
    return found if len(found) > count / 2 else names[:: -(-len(names) // count)]
