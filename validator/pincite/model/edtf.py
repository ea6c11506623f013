"""Dates as EDTF (ISO 8601-2): is one possible, and which days can it mean?

Shapes are the schema's business; this module knows calendars. Levels 0 to 2 as far as the schema's shape lets
them through. A day is a ``(year, month, day)`` triple, so days compare as tuples.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    Day: TypeAlias = tuple[int, int, int]

EARLIEST: Day = (-1_000_000_000, 1, 1)
LATEST: Day = (1_000_000_000, 12, 31)

_DATE = re.compile(r"(-?[0-9X]{4}|Y-?[0-9]+)(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_MARKS = str.maketrans("", "", "?~%")
_SEASONS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 12),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
}
"""First and last month of a season or quarter; the others of 25 to 41 stand for the whole year."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def impossible(edtf: str) -> str | None:
    """Return why no calendar has the date *edtf*, or None for a possible one."""
    for part in _parts(edtf):
        reason = _impossible_date(part)
        if reason:
            return reason
    if edtf.count("/") == 1:
        start, end = edtf.split("/")
        low, high = _bounds(start), _bounds(end)
        if low and high and low[0] > high[1]:
            return f"the interval ends ({end}) before it begins ({start})"
    return None


def bounds(edtf: str) -> tuple[Day, Day] | None:
    """Return the first and the last day that *edtf* can mean, or None where it says nothing about the year."""
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        low = (EARLIEST, EARLIEST) if start in {"", ".."} else _bounds(start)
        high = (LATEST, LATEST) if end in {"", ".."} else _bounds(end)
        return (low[0], high[1]) if low and high else None
    known = [found for found in map(_bounds, _parts(edtf)) if found]
    return (min(low for low, _ in known), max(high for _, high in known)) if known else None


def uncertain(edtf: str) -> bool:
    """Return whether *edtf* is qualified (``?``, ``~``, ``%``)."""
    return any(mark in edtf for mark in "?~%")


def _parts(edtf: str) -> list[str]:
    return [part for part in re.split(r"/|,|\.\.", edtf.strip("[]{}")) if part]


def _bounds(date: str) -> tuple[Day, Day] | None:
    found = _DATE.fullmatch(date.translate(_MARKS).strip("[]{}"))
    if not found or "X" in found[1] and found[1].strip("-")[:2] == "XX":
        return None
    low_year, high_year = _years(found[1])
    low_month, high_month = 1, 12
    if found[2] and found[2] != "XX":
        if "X" in found[2]:
            low_month, high_month = (1, 9) if found[2][0] == "0" else (10, 12)
        else:
            month = int(found[2])
            low_month, high_month = _SEASONS.get(month, (1, 12)) if month > 12 else (month, month)  # noqa: PLR2004
    low_day, high_day = 1, _LENGTHS[high_month - 1]
    if found[3] and "X" not in found[3]:
        low_day = high_day = int(found[3])
    return (low_year, low_month, low_day), (high_year, high_month, high_day)


def _years(year: str) -> tuple[int, int]:
    year = year.removeprefix("Y")
    if year.startswith("-"):
        return int(year.replace("X", "9")), int(year.replace("X", "0"))
    return int(year.replace("X", "0")), int(year.replace("X", "9"))


def _impossible_date(date: str) -> str | None:
    found = _DATE.fullmatch(date.translate(_MARKS))
    if not found or not found[2] or "X" in found[2]:
        return None
    month = int(found[2])
    if not 1 <= month <= 12 and not 21 <= month <= 41:  # noqa: PLR2004 - months, then EDTF's seasons
        return f"there is no month {found[2]}"
    if not found[3] or "X" in found[3]:
        return None
    day = int(found[3])
    if month > 12:  # noqa: PLR2004
        return f"a season ({found[2]}) has no day"
    longest = _LENGTHS[month - 1]
    if month == 2 and "X" not in found[1] and not _leap(int(found[1].removeprefix("Y"))):  # noqa: PLR2004
        longest = 28
    if not 1 <= day <= longest:
        return f"month {found[2]} of {found[1]} has {longest} days, not {found[3]}"
    return None


def _leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
