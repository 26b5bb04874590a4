"""Points in time as numbers: days since 1970-01-01, so that they can be measured as all other data of an axis is.

A time is taken as its own clock shows it: time zones are not converted.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Moment", "Precision", "precision_of"]

_START = datetime(1970, 1, 1)  # noqa: DTZ001 - clocks without a zone, see above
_DAY = timedelta(days=1)
_MICROSECONDS = 86_400_000_000
_YEAR, _MONTH = len("2024"), len("2024-05")


class Precision(IntEnum):
    """The smallest part of a date or a time that says something."""

    YEAR = 0
    MONTH = 1
    DAY = 2
    MINUTE = 3
    SECOND = 4


class Moment(float):
    """A point in time, in days since the beginning of 1970.

    Example:
        >>> Moment.of(date(1970, 1, 3)), Moment.of(datetime(1970, 1, 1, 12)).isoformat()
        (2.0, '1970-01-01T12:00:00')
    """

    __slots__ = ()

    @classmethod
    def of(cls, value: date) -> Moment:
        """A date, at its beginning, or a date with a time."""
        if not isinstance(value, datetime):
            value = datetime.combine(value, time())
        return cls((value.replace(tzinfo=None) - _START) / _DAY)

    @classmethod
    def read(cls, text: str) -> Moment:
        """A date or a time in the form of ISO 8601: ``2024``, ``2024-05``, ``2024-05-31``, ``2024-05-31T14:30``.

        Raises:
            ValueError: it is none.
        """
        text = text.strip()
        if len(text) == _YEAR and text.isascii() and text.isdigit():
            return cls.of(date(int(text), 1, 1))
        return cls.of(datetime.fromisoformat(f"{text}-01" if len(text) == _MONTH and text[4] == "-" else text))

    @property
    def clock(self) -> datetime:
        """What calendar and clock show, to the microsecond.

        Raises:
            OverflowError: it lies before the year 1 or after 9999.
        """
        return _START + timedelta(microseconds=round(self * _MICROSECONDS))

    def isoformat(self) -> str:
        """The date, and the time where there is one."""
        clock = self.clock
        return (clock.date() if clock.time() == time() else clock).isoformat()

    @property
    def precision(self) -> Precision:
        """What of it says something: midnight is a day, the first of a month a month, the first of January a year."""
        clock = self.clock
        if clock.time() != time():
            return Precision.SECOND if clock.second or clock.microsecond else Precision.MINUTE
        return Precision.DAY if clock.day > 1 else Precision.MONTH if clock.month > 1 else Precision.YEAR


def precision_of(values: Iterable[object]) -> Precision:
    """What has to be said of points in time to tell them apart; of other values nothing."""
    found = (value.precision for value in values if isinstance(value, Moment))
    return max(found, default=Precision.YEAR)
