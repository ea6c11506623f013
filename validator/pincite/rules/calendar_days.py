"""Days of EDTF dates as rules compare and print them."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from pincite.model.calendar_words import MONTHS

if TYPE_CHECKING:
    from pincite.model.edtf import Day

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_SAFE_DAY = 28
"""A day that every month has."""


def days_between(earlier: Day, later: Day) -> int:
    """Return how many days lie from one day to another; far more than any rule asks where a year is extreme."""
    low, high = _ordinal(earlier), _ordinal(later)
    if low is None or high is None:
        return (later > earlier) * 1_000_000 - (later < earlier) * 1_000_000
    return high - low


def plainly_in_time(date: str, other: str) -> bool:
    """Return whether years alone show that *date* does not begin after *other* ends, both in EDTF.

    Most dates are years away from the ones they are compared with: no calendar is needed for them.
    """
    year, end = date[:4], other.rpartition("/")[2]
    return (year < end[:4] or year == end) and end[:4].isdecimal() and end.isascii()


def printed_forms(edtf: str | None, date_text: str | None = None) -> list[str]:
    """Return the wordings in which an article may print a date, the likeliest first."""
    forms = [date_text] if date_text else []
    found = _PLAIN.fullmatch(edtf or "")
    if not found:
        return forms
    year, month, day = found.groups()
    if month is None or not 1 <= int(month) <= len(MONTHS):
        return [*forms, year]
    name = MONTHS[int(month) - 1]
    if day is None:
        return [*forms, f"{name} {year}"]
    number = int(day)
    return [
        *forms,
        f"{name} {number}, {year}",
        f"{number} {name} {year}",
        f"{number} {name}, {year}",
        found[0],
    ]


def _ordinal(day: Day) -> int | None:
    year, month, number = day
    if not 1 <= year <= 9999 or not 1 <= month <= len(MONTHS):  # noqa: PLR2004 - what a calendar of days reaches
        return None
    return date(year, month, min(number, _SAFE_DAY)).toordinal() + max(number - _SAFE_DAY, 0)
