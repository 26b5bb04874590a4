"""The scale of an axis of time: ticks at the beginnings of years, months, days, hours or minutes, as D3 has them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from layoutkit.moments import Moment
from layoutkit.scales import LinearScale, tick_step

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TimeScale"]

_SECOND, _MINUTE, _HOUR, _MONTH, _YEAR = 1 / 86_400, 1 / 1_440, 1 / 24, 30.0, 365.25
_STEPS = (
    *((count * _SECOND, count, "second") for count in (1, 5, 15, 30)),
    *((count * _MINUTE, count, "minute") for count in (1, 5, 15, 30)),
    *((count * _HOUR, count, "hour") for count in (1, 3, 6, 12)),
    *((float(count), count, "day") for count in (1, 2, 7)),
    *((count * _MONTH, count, "month") for count in (1, 3, 6)),
    (_YEAR, 1, "year"),
)
"""Steps of the calendar: their length in days, and how many of which unit they are. Longer ones are whole years."""
_MONDAY = datetime(1969, 12, 29)  # noqa: DTZ001 - clocks without a zone
_WEEK = 7
_LAST_OF_STEPS = 30
"""A later day of a month has no tick among every second ones: the first of the next month follows at once."""
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class TimeScale(LinearScale):
    """Equal spans of time are equally far; the ends are in days since 1970."""

    def ticks(self, count: int = 5, least: float = 0.0) -> tuple[float, ...]:
        """Beginnings of years, months, days or hours between the ends, about as many as asked for."""
        del least
        low, high = sorted((self.first, self.last))
        number, unit = self._step(count)
        found = []
        for clock in _beginnings(_clock(low), number, unit):
            moment = Moment.of(clock)
            if moment > high + 1e-9:
                break
            if moment >= low - 1e-9:
                found.append(moment)
        return tuple(found)

    def _step(self, count: int) -> tuple[int, str]:
        """The step of the calendar with about as many ticks: how many of which unit."""
        wished = abs(self.last - self.first) / max(1, count)
        if wished > _YEAR * math.sqrt(2):
            years = max(1, round(tick_step(self.first / _YEAR, self.last / _YEAR, count)))
            return years, "year"
        return min(_STEPS, key=lambda step: abs(math.log(step[0] / max(wished, _SECOND))))[1:]


def _clock(moment: float) -> datetime:
    """What calendar and clock show; the beginning of the calendar before it."""
    try:
        return Moment(moment).clock
    except OverflowError:
        return datetime(1, 1, 1)  # noqa: DTZ001


def _beginnings(start: datetime, number: int, unit: str) -> Iterator[datetime]:
    """The beginnings of every so many units, from one at or before a time."""
    if unit == "year":
        for year in range(max(1, start.year // number * number), _LAST_YEAR + 1, number):
            yield datetime(year, 1, 1)  # noqa: DTZ001
    elif unit == "month":
        months = start.year * 12 + (start.month - 1) // number * number
        while months // 12 <= _LAST_YEAR:
            yield datetime(months // 12, months % 12 + 1, 1)  # noqa: DTZ001
            months += number
    else:
        yield from _clocks(start, number, unit)


def _clocks(start: datetime, number: int, unit: str) -> Iterator[datetime]:
    """Days and what is shorter: every second day counts from the first of its month, weeks begin on Mondays."""
    day = start.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        if unit != "day":
            length = timedelta(**{f"{unit}s": number})
            clock = day + (start - day) // length * length
            while True:
                yield clock
                clock += length
        if number == _WEEK:
            day -= (day - _MONDAY) % timedelta(_WEEK)
        while True:
            if number == _WEEK or (not (day.day - 1) % number and (number == 1 or day.day <= _LAST_OF_STEPS)):
                yield day
            day += timedelta(_WEEK if number == _WEEK else 1)
    except OverflowError:  # the end of the calendar
        return
