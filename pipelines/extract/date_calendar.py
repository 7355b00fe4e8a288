"""Calendar arithmetic: the first and last day of years, months, quarters and weeks, whatever words name them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from pipelines.extract.records import Precision

if TYPE_CHECKING:
    from pipelines.extract.date_lexicon import Unit

FIRST_YEAR, LAST_YEAR = 1900, 2100
MONTHS_OF = {"quarter": 3, "half": 6}
DAYS_IN_WEEK = 7
Placed = tuple[dt.date, dt.date, Precision]


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def nth_weekday(start: dt.date, end: dt.date, weekday: int, rank: int) -> dt.date | None:
    """The nth of a weekday in a month or year, -1 the last; None where there are fewer."""
    if rank == -1:
        return end - dt.timedelta((end.weekday() - weekday) % DAYS_IN_WEEK)
    day = start + dt.timedelta((weekday - start.weekday()) % DAYS_IN_WEEK + DAYS_IN_WEEK * (rank - 1))
    return day if day <= end else None


def whole_year(year: int) -> Placed:
    """A year, known to the year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def whole_month(year: int, month: int) -> Placed:
    """A month, known to the month."""
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month"


def add_months(base: dt.date, months: int) -> tuple[int, int]:
    """Year and month some months from the one that a day is in."""
    total = base.year * 12 + base.month - 1 + months
    return total // 12, total % 12 + 1


def period_around(base: dt.date, months: int, offset: int) -> Placed:
    """The quarter or half (of so many months) that a day is in, or one that is `offset` further."""
    first = base.replace(month=(base.month - 1) // months * months + 1, day=1)
    year, month = add_months(first, months * offset)
    end_year, end_month = add_months(dt.date(year, month, 1), months - 1)
    return dt.date(year, month, 1), whole_month(end_year, end_month)[1], "month"


def days_around(base: dt.date, unit: Unit | None, offset: int, weekday: int | None) -> Placed:
    """The day, the week, its weekend or one of its weekdays, `offset` days or weeks from a day."""
    if unit == "day":
        day = base + dt.timedelta(offset)
        return day, day, "day"
    monday = base - dt.timedelta(base.weekday()) + dt.timedelta(DAYS_IN_WEEK * offset)
    if unit == "weekend":
        return monday + dt.timedelta(5), monday + dt.timedelta(6), "day"
    if weekday is not None:
        day = monday + dt.timedelta(weekday)
        return day, day, "day"
    return monday, monday + dt.timedelta(6), "day"
