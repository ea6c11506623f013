"""Calendars beside the Gregorian one: which day of it one of theirs is."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.edtf import Day

_REFORM: Day = (1582, 10, 15)
"""The first day of the Gregorian calendar."""
_ORDINAL_ZERO = 1_721_425
"""The Julian day number of the day before 1 January of the year 1."""
REPUBLICAN_MONTHS = (
    "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse", "ventôse",
    "germinal", "floréal", "prairial", "messidor", "thermidor", "fructidor",
)  # fmt: skip
"""The months of the French Republican calendar, thirty days each."""
_REPUBLICAN_YEARS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)
"""The day of September on which each of the fourteen Republican years began, from 1792 on."""
_DAYS = 30


def same_day(julian: Day, gregorian: Day) -> bool:
    """Return whether a day of the Julian calendar and one of the Gregorian calendar are the same day."""
    if gregorian < _REFORM or not (1 <= julian[1] <= 12 and julian[2] >= 1):  # noqa: PLR2004 - months
        return False
    try:
        ordinal = dt.date(*gregorian).toordinal()
    except ValueError:
        return False
    return ordinal + _ORDINAL_ZERO == _julian_day_number(*julian)


def republican(year: int, month: int, day: int) -> Day | None:
    """Return the Gregorian day of a Republican one, None where there is none."""
    if not (
        1 <= year <= len(_REPUBLICAN_YEARS) and 1 <= month <= len(REPUBLICAN_MONTHS) and 1 <= day <= _DAYS
    ):
        return None
    first = dt.date(1791 + year, 9, _REPUBLICAN_YEARS[year - 1])
    found = first + dt.timedelta(days=(month - 1) * _DAYS + day - 1)
    return found.year, found.month, found.day


def _julian_day_number(year: int, month: int, day: int) -> int:
    """Return the number of a Julian day; the year is counted from March on, so that leap days come last."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
