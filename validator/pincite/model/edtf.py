"""Dates as EDTF (ISO 8601-2): whether one is possible, and which days it can mean.

Shapes are the schema's business; this module knows calendars. Levels 0 to 2 as far as the schema's shape lets
them through. A day is a ``(year, month, day)`` triple of the Gregorian calendar, so days compare as tuples.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import TypeAlias

    Day: TypeAlias = tuple[int, int, int]

EARLIEST: Day = (-(10**1010), 1, 1)
"""Before every year that EDTF can write: six digits with an exponent of three."""
LATEST: Day = (10**1010, 12, 31)

_DATE = re.compile(
    r"(?:(-?[0-9X]{4})|Y(-?[0-9]{1,12})(?:E([0-9]{1,3}))?)(?:S([0-9]{1,9}))?(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?"
)
_PLAIN_DATE = re.compile(
    r"(-?[0-9]{4})(?:-(?:(0[1-9]|1[0-2])(?:-([0-9]{2}))?|(2[1-9]|3[0-9]|4[01])))?([?~%]?)"
)
_MARKS = str.maketrans("", "", "?~%")
_SEASONS = {
    # spring to winter wherever the author lives: a southern summer and any winter end in the next year
    21: (1, 12), 22: (1, 14), 23: (1, 12), 24: (1, 14),
    # the same of the northern and of the southern hemisphere
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    # quarters, thirds and halves of a year
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12),
    40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""First and last month that a season can mean; 13 and 14 are the first months of the next year."""
_MONTHS = 12
_PLAIN_LENGTHS = (len("1871"), len("1871-04"), len("1871-04-02"))
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Parts(NamedTuple):
    """A plain date as it is written: its year, its month with or without a day, or its season (21 to 41).

    Digits as they stand, empty where there are none. ``doubt`` is the mark behind it all (``?``, ``~``, ``%``).
    """

    year: str
    month: str = ""
    day: str = ""
    season: str = ""
    doubt: str = ""


def parts(edtf: str) -> Parts | None:
    """Return a plain day, month, season or year in its parts.

    None for what is more (an interval, a set), less (digits that are not known) or other (marks on single parts), and
    for a day that no calendar has.
    """
    found = _PLAIN_DATE.fullmatch(edtf)
    return (
        None
        if found is None or impossible(edtf) is not None
        else Parts(*(one or "" for one in found.groups()))
    )


@lru_cache(maxsize=4096)
def impossible(edtf: str) -> str | None:
    """Return why no calendar has the date *edtf*, or None for a possible one."""
    for part in _dates_in(edtf):
        reason = _impossible_date(part)
        if reason:
            return reason
    for start, end in _ranges(edtf):
        low, high = _bounds(start), _bounds(end)
        if low and high and low[0] > high[1]:
            return f"the interval ends ({end}) before it begins ({start})"
    return None


@lru_cache(maxsize=4096)
def bounds(edtf: str) -> tuple[Day, Day] | None:
    """Return the first and the last day that *edtf* can mean, or None where it says nothing about the year.

    Takes any text; what is no date or none of a calendar gives None or the nearest days there are.
    """
    plain = _plain_bounds(edtf)
    if plain:
        return plain
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        low = (EARLIEST, EARLIEST) if start in {"", ".."} else _bounds(start)
        high = (LATEST, LATEST) if end in {"", ".."} else _bounds(end)
        return (low[0], high[1]) if low and high else None
    found = [_bounds(part) for part in _dates_in(edtf)]
    known = [one for one in found if one]
    if not known or len(known) != len(found):
        return None
    listed = edtf.strip("[]{}")
    return (
        EARLIEST if listed.startswith("..") else min(low for low, _ in known),
        LATEST if listed.endswith("..") else max(high for _, high in known),
    )


def _plain_bounds(date: str) -> tuple[Day, Day] | None:
    """Return the days of a plain year, month or day: what nearly all dates are, and what needs no parser."""
    length = len(date)
    if length not in _PLAIN_LENGTHS or not date.isascii() or not date[:4].isdecimal():
        return None
    year = int(date[:4])
    if length == _PLAIN_LENGTHS[0]:
        return (year, 1, 1), (year, _MONTHS, 31)
    if date[4] != "-" or not date[5:7].isdecimal() or not 1 <= (month := int(date[5:7])) <= _MONTHS:
        return None
    if length == _PLAIN_LENGTHS[1]:
        return (year, month, 1), (year, month, _length(year, month))
    if date[7] != "-" or not date[8:].isdecimal() or not 1 <= (day := int(date[8:])) <= _length(year, month):
        return None
    return (year, month, day), (year, month, day)


def uncertain(edtf: str) -> bool:
    """Return whether *edtf* is qualified (``?``, ``~``, ``%``)."""
    return "?" in edtf or "~" in edtf or "%" in edtf


def _dates_in(edtf: str) -> list[str]:
    return [part for part in re.split(r"/|,|\.\.", edtf.strip("[]{}")) if part]


def _ranges(edtf: str) -> list[tuple[str, str]]:
    """Return the dates from which and to which the intervals of *edtf* reach; open ones are left out."""
    pairs = (re.split(r"/|\.\.", part) for part in edtf.strip("[]{}").split(","))
    return [(pair[0], pair[1]) for pair in pairs if len(pair) == 2 and all(pair)]  # noqa: PLR2004 - a pair


def _bounds(date: str) -> tuple[Day, Day] | None:
    plain = _plain_bounds(date)
    if plain:
        return plain
    found = _DATE.fullmatch(date.translate(_MARKS))
    years = _years(found) if found else None
    if found is None or years is None:
        return None
    low_month, high_month = _months(found[5])
    low_day, high_day = _days(found[6])
    low_year, high_year = years
    return (
        _day(low_year, low_month, min(low_day, _length(low_year, low_month))),
        _day(high_year, high_month, min(high_day, _length(high_year, high_month))),
    )


def _day(year: int, month: int, day: int) -> Day:
    return (year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1, day)


def _years(found: re.Match[str]) -> tuple[int, int] | None:
    """Return the first and last year, None where the century is unknown."""
    plain, large, exponent, significant = found.group(1, 2, 3, 4)
    if plain is None:
        low = high = int(large) * 10 ** int(exponent or 0)
    elif plain.lstrip("-").startswith("XX"):
        return None
    else:
        low, high = sorted((int(plain.replace("X", "0")), int(plain.replace("X", "9"))))
    if significant is not None:  # an estimate: only so many of the leading digits count
        unit = 10 ** max(len(str(abs(low))) - int(significant), 0)
        low, high = low // unit * unit, high // unit * unit + unit - 1
    return low, high


def _months(month: str | None) -> tuple[int, int]:
    """Return the first and last month, counted on into the next year."""
    if month is None:
        return 1, _MONTHS
    fitting = _fitting(month, range(1, _MONTHS + 1))
    if fitting or not month.isdecimal():
        return (fitting[0], fitting[-1]) if fitting else (1, _MONTHS)
    return _SEASONS.get(int(month), (1, _MONTHS))


def _days(day: str | None) -> tuple[int, int]:
    fitting = _fitting(day or "XX", range(1, 32))
    return (fitting[0], fitting[-1]) if fitting else (1, 31)


def _fitting(digits: str, numbers: range) -> list[int]:
    """Return the numbers that two digits can mean, of which ``X`` is unknown."""
    if digits.isdecimal():
        return [int(digits)] if int(digits) in numbers else []
    pattern = re.compile(digits.replace("X", "[0-9]"))
    return [number for number in numbers if pattern.fullmatch(f"{number:02d}")]


def _length(year: int, month: int) -> int:
    year, month, _ = _day(year, month, 1)
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _LENGTHS[month - 1]  # noqa: PLR2004 - February


def _impossible_date(date: str) -> str | None:
    found = _DATE.fullmatch(date.translate(_MARKS))
    if not found or not found[5]:
        return None
    months = _fitting(found[5], range(1, _MONTHS + 1))
    if not months and (not found[5].isdecimal() or int(found[5]) not in _SEASONS):
        return f"there is no month {found[5]}"
    if not found[6]:
        return None
    if not months:
        return f"a season ({found[5]}) has no day"
    years = _leap_and_common_years(found)
    longest = max(_length(year, month) for year, month in product(years, months))
    if _fitting(found[6], range(1, longest + 1)):
        return None
    named = found[0].rpartition("-")[0].rpartition("-")[0]
    return f"month {found[5]} of {named} has {longest} days, not {found[6]}"


def _leap_and_common_years(found: re.Match[str]) -> list[int]:
    """Return years that stand for all that are meant: one, or one of each length."""
    years = _years(found)
    return [years[0]] if years and years[0] == years[1] else [2000, 2001]
