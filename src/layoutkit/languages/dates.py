"""How a language writes dates and times, as in Unicode's CLDR; the defaults are English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

__all__ = ["ENGLISH_DATES", "DateForm", "DateWords"]

DateForm = Literal[
    "year", "month", "month_year", "of_month", "day", "day_year", "minute", "second", "day_minute", "day_second"
]
"""What is written of a date and a time; ``of_month`` is the number of the day, ``day_minute`` the date with it."""
_NAMED = "%[aAbB%]"


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_LONG_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Mon Tue Wed Thu Fri Sat Sun"
_LONG_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names of months and days, and their order."""

    months: tuple[str, ...] = tuple(_MONTHS.split())
    """In short, from January."""
    long_months: tuple[str, ...] = tuple(_LONG_MONTHS.split())
    days: tuple[str, ...] = tuple(_DAYS.split())
    """In short, from Monday."""
    long_days: tuple[str, ...] = tuple(_LONG_DAYS.split())
    month_year: str = "{month} {year}"
    day: str = "{month} {day}"
    day_year: str = "{month} {day}, {year}"

    def written(self, clock: datetime, form: str) -> str:
        """A date or a time.

        Args:
            clock: what calendar and clock show.
            form: a ``DateForm``, or a pattern of ``strftime``, in which ``%b`` and ``%B`` are months of this language,
                ``%a`` and ``%A`` its days.
        """
        names = {"day": str(clock.day), "month": self.months[clock.month - 1], "year": str(clock.year)}
        whole = self.day_year.format(**names)
        forms: dict[str, str] = {
            "year": names["year"],
            "month": names["month"],
            "month_year": self.month_year.format(**names),
            "of_month": names["day"],
            "day": self.day.format(**names),
            "day_year": whole,
            "minute": f"{clock:%H:%M}",
            "second": f"{clock:%H:%M:%S}",
            "day_minute": f"{whole} {clock:%H:%M}",
            "day_second": f"{whole} {clock:%H:%M:%S}",
        }
        return (
            forms[form]
            if form in forms
            else clock.strftime(re.sub(_NAMED, lambda sign: self._named(clock, sign[0]), form))
        )

    def _named(self, clock: datetime, sign: str) -> str:
        """The word for a sign of a pattern."""
        match sign:
            case "%b":
                return self.months[clock.month - 1]
            case "%B":
                return self.long_months[clock.month - 1]
            case "%a":
                return self.days[clock.weekday()]
            case "%A":
                return self.long_days[clock.weekday()]
        return sign


ENGLISH_DATES = DateWords()
