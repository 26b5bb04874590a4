"""Axes of charts: scales from the data, ticks and how they are written."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, get_args

from layoutkit.components.chart_data import numbers
from layoutkit.components.chart_time import date_texts, place_of, some_dates
from layoutkit.diagnostics import error
from layoutkit.moments import Moment
from layoutkit.nodes import Numeral
from layoutkit.nodes.node import check_word
from layoutkit.numbers import is_finite_number
from layoutkit.origin import caller_origin
from layoutkit.scales import BandScale, LinearScale, LogScale, PointScale, ScaleError, name_of, nice_domain
from layoutkit.time_scale import TimeScale

if TYPE_CHECKING:
    from layoutkit.components.chart_data import Value
    from layoutkit.nodes.span import LateText
    from layoutkit.origin import Origin
    from layoutkit.scales import Scale

__all__ = ["Axis", "Format", "least_step", "scale_of", "tick_number", "tick_texts", "ticks_of", "written"]

Format = str | Callable[[float], str]
"""How numbers are written: as Python's ``format`` has it, such as ``".1f"`` or ``".0%"``, or a function of one."""
AxisFormat = str | Callable[[Any], str]
"""The same, and for dates a pattern of ``strftime`` or a function of a ``datetime``."""
TitleAngle = Literal[0, -90, 90]
"""In Vega-Lite's words."""
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_FROM, _PLAIN_TO = 1e-3, 1e5
"""Numbers between these are written without a power of ten."""
_MOST_NAMES, _MOST_DATES = 60, 400
"""As many names can be read along an axis; of dates only some are written."""
_USUAL_TICKS, _MOST_TICKS = 5, 50
_PAIR = 2
_WHOLE = 1e15
"""Below it a number is known to be whole or not."""


@dataclass(frozen=True, slots=True)
class Axis:
    """How one direction of a chart is measured and labelled; all of it follows from the data where it is left out."""

    title: str = ""
    """What is measured, with its unit."""
    scale: Literal["linear", "log", "time"] = "linear"
    """``time`` reads texts as dates in the form of ISO 8601; objects of ``datetime`` make an axis of time anyway."""
    domain: tuple[float, float] | tuple[date, date] | None = None
    """From and to; what lies outside is cut off. From above to below turns the axis around."""
    ticks: int | Sequence[float | str | date] | Mapping[Any, str] | None = None
    """About how many (None leaves it to the chart), or at which values or names; a dict has words for each value:
    ``{0: "start", 1000: "end"}``."""
    format: AxisFormat = ""
    """How ticks are written: ``".1f"``, ``".0%"``, or a function of the number; dates as ``"%d/%m"``, in which ``%b``
    and ``%B`` are months in the figure's language, or by a function of a ``datetime``."""
    grid: bool | None = None
    """Whether lines cross the chart at the ticks; None is yes for the axis that values are read on."""
    labels: bool = True
    """Whether ticks are written."""
    title_angle: TitleAngle = 0
    """By how many degrees the title is turned, clockwise: -90 stands beside the axis of y and is read upward, 90
    downward; 0 stands above it."""

    def __post_init__(self) -> None:
        """Refuse what is not an axis.

        Raises:
            LayoutkitError: a word is not known, the domain is not a pair of numbers, ticks are none, or the title is
                turned by another angle (``bad-value``).
        """
        if self.title_angle not in get_args(TitleAngle):
            message = f"title_angle is {self.title_angle!r:.40}; expected 0, -90 or 90"
            hint = "-90 is read upward, 90 downward"
            raise error("bad-value", message, origin=caller_origin(), hint=hint)
        check_word("scale", self.scale, ("linear", "log", "time"))
        domain, ticks = self.domain, self.ticks
        if domain is not None and (isinstance(domain, str) or len(domain) != _PAIR or not _are_ends(domain)):
            message = f"the domain of an Axis is {domain!r:.40}; expected two numbers, or two dates"
            raise error("bad-value", message, origin=caller_origin(), hint="domain=(0, 1)")
        counted = isinstance(ticks, int) and not isinstance(ticks, bool)
        if not (counted or ticks is None or (isinstance(ticks, Sequence | Mapping) and not isinstance(ticks, str))):
            message = f"the ticks of an Axis are {ticks!r:.40}; expected a number of ticks, values, or a dict"
            raise error("bad-value", message, origin=caller_origin(), hint="ticks=5, ticks=[0, 1]")


def scale_of(
    axis: Axis, values: Sequence[Value], extra: Sequence[float], origin: Origin, *, banded: bool, nice: bool
) -> Scale:
    """The scale of an axis.

    Args:
        axis: what the author says.
        values: of all marks; names make a scale of names.
        extra: numbers that it has to include, such as the base of bars.
        origin: of the chart, for messages.
        banded: whether names have bands, as bars need them.
        nice: whether it begins and ends at a tick.

    Raises:
        LayoutkitError: the data has no place on such a scale (``bad-value``).
    """
    given = [value for value in values if value is not None]
    kinds = set(map(type, given))
    dated = Moment in kinds
    try:
        if banded or any(issubclass(kind, str) for kind in kinds):
            names = _names(given, _MOST_DATES if dated else _MOST_NAMES)
            return BandScale(names, _padding(len(names)), dated) if banded else PointScale(names)
        if dated:
            return _timed(axis, numbers(given), extra)
        return _measured(axis, numbers(given), extra, nice=nice)
    except ScaleError as cause:
        raise error("bad-value", f"this Chart cannot be drawn: {cause}", origin=origin) from None


def _padding(count: int) -> float:
    """The share of a band that is free: more of it where there are few, so that bars stay slim."""
    return max(0.2, 0.6 - 0.1 * count)


def _are_ends(domain: Sequence[object]) -> bool:
    """Whether two ends of an axis are two numbers, or two dates."""
    return all(map(is_finite_number, domain)) or all(isinstance(end, date) for end in domain)


def _ends(axis: Axis) -> tuple[float, float] | None:
    """The ends that the author gives an axis, as numbers."""
    return None if axis.domain is None else (place_of(axis.domain[0]), place_of(axis.domain[1]))  # type: ignore[return-value]


def _names(given: Sequence[Value], most: int) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name_of(value) for value in given if value is not None))
    if len(names) > most:
        raise ScaleError(f"the data has {len(names)} names; at most {most} can be read")
    return names


def _timed(axis: Axis, given: Sequence[float], extra: Sequence[float]) -> Scale:
    """A scale of time, from the first to the last date; around a single one, a day before and after."""
    if axis.scale == "log":
        raise ScaleError("dates have no place on a logarithmic scale")
    ends = _ends(axis)
    if ends is not None and not all(isinstance(end, Moment) for end in ends):
        raise ScaleError(f"its dates are on an axis from {ends[0]:g} to {ends[1]:g}; give it two dates as domain")
    low, high = ends or (min((*given, *extra)), max((*given, *extra)))
    return TimeScale(low, high) if low != high else TimeScale(low - 1, high + 1)


def _measured(axis: Axis, given: Sequence[float], extra: Sequence[float], *, nice: bool) -> Scale:
    """A scale of numbers; of whole ones its ticks are whole as well."""
    if not given:
        raise ScaleError("the data has no number")
    known = [*given, *extra]
    low, high = _ends(axis) or (min(known), max(known))
    if isinstance(low, Moment):
        raise ScaleError(f"its numbers are on an axis from {name_of(low)} to {name_of(high)}")
    if axis.scale == "log":
        wrong = next((value for value in (*known, low, high) if value <= 0), None)
        if wrong is not None:
            raise ScaleError(f"{wrong:g} has no place on a logarithmic scale")
        return LogScale(*((low, high) if axis.domain else _decades(low, high)))
    if axis.domain is None and (nice or low == high):
        count = axis.ticks if isinstance(axis.ticks, int) else len(axis.ticks or ())
        low, high = nice_domain(low, high, count or _USUAL_TICKS, least_step(given))
    return LinearScale(low, high)


def _decades(low: float, high: float) -> tuple[float, float]:
    """The powers of ten around two numbers."""
    begin, end = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    return 10.0**begin, 10.0 ** max(end, begin + 1)


def least_step(values: Sequence[Value]) -> float:
    """How far ticks are from each other at least: 1 where all numbers are whole."""
    known = numbers(values)
    return 1.0 if all(abs(value) < _WHOLE and float(value).is_integer() for value in known) else 0.0


def ticks_of(axis: Axis, scale: Scale, least: float = 0.0) -> tuple[float | str, ...]:
    """Where the ticks of an axis are, ``least`` apart where the chart chooses."""
    if axis.ticks is not None and not isinstance(axis.ticks, int):
        return tuple(_tick(tick, scale) for tick in axis.ticks)
    count = max(1, min(_USUAL_TICKS if axis.ticks is None else axis.ticks, _MOST_TICKS))
    if isinstance(scale, BandScale) and scale.dated:
        return some_dates(scale, count)
    return scale.ticks(count, least) if isinstance(scale, LinearScale) else scale.ticks(count)


def _tick(tick: float | str | date, scale: Scale) -> float | str:
    """A tick of the author as a value of the scale; on one of time, texts are dates.

    Raises:
        ScaleError: it is a text, and no date.
    """
    if isinstance(scale, TimeScale) and isinstance(tick, str):
        try:
            return Moment.read(tick)
        except ValueError:
            raise ScaleError(f"the tick {tick!r:.40} is not a date such as 2024-05-31") from None
    placed = place_of(tick)
    is_name = isinstance(scale, BandScale) and isinstance(placed, Moment)
    return name_of(placed) if is_name else placed  # type: ignore[arg-type, return-value]


def tick_texts(
    axis: Axis, scale: Scale, ticks: Sequence[float | str], origin: Origin, *, stacked: bool = False
) -> Sequence[tuple[str | LateText, ...]]:
    """The lines of ticks, all of a linear axis with as many digits; dates over their years if they are ``stacked``.

    Raises:
        LayoutkitError: the axis has a format that Python does not know (``bad-value``).
    """
    if isinstance(axis.ticks, Mapping):
        return [(str(word),) for word in axis.ticks.values()]
    if isinstance(scale, TimeScale) or (isinstance(scale, BandScale) and scale.dated):
        dates = [Moment.read(tick) if isinstance(tick, str) else tick for tick in ticks]
        return date_texts(dates, axis.format, origin, stacked=stacked)
    if axis.format:
        return [(tick if isinstance(tick, str) else written(tick, axis.format, origin),) for tick in ticks]
    found = [tick for tick in ticks if not isinstance(tick, str)]
    digits = max((_digits(tick) for tick in found), default=0)
    powers = isinstance(scale, LogScale) or any(tick and not _PLAIN_FROM <= abs(tick) < _PLAIN_TO for tick in found)
    return [(tick if isinstance(tick, str) else Numeral(_written(tick, digits, powers=powers)),) for tick in ticks]


def written(number: float, form: Format, origin: Origin) -> str | Numeral:
    """A number in a format, with the signs of the figure's language; what a function returns is taken as it is.

    Raises:
        LayoutkitError: Python does not know the format (``bad-value``).
    """
    if not isinstance(form, str):
        return str(form(number))
    try:
        return Numeral(format(number, form))
    except ValueError:
        message = f"the format of a number is {form!r}, which Python's format() does not know"
        raise error("bad-value", message, origin=origin, hint='such as ".1f" or ".0%"') from None


def tick_number(number: float) -> str:
    """A number by itself, in four digits at most, as Python writes it or with a power of ten."""
    plain = number == 0 or _PLAIN_FROM <= abs(number) < _PLAIN_TO
    return f"{float(f'{number:.4g}'):g}" if plain else _written(float(f"{number:.3g}"), 0, powers=True)


def _written(tick: float, digits: int, *, powers: bool) -> str:
    if not powers:
        return f"{tick:.{digits}f}"
    if tick == 0 or _PLAIN_FROM <= abs(tick) < _PLAIN_TO:
        return f"{tick:g}"
    factor, power = f"{tick:.9e}".split("e")
    shown = f"10{str(int(power)).translate(_SUPERSCRIPTS)}"
    return shown if float(factor) == 1 else f"{float(factor):g} · {shown}"


def _digits(tick: float) -> int:
    """The digits behind the point."""
    text = f"{tick:.6f}".rstrip("0")
    return len(text) - text.index(".") - 1
