"""Dates in words or in single digits: how the format writes them."""

from __future__ import annotations

import re

from pincite.model.calendar_words import MONTHS

_SHORT = 3
"""Letters of the name of a month that tell it from all others, as in "Feb.", and in "Sept." with one more."""
_MONTH = "(?P<month>" + "|".join(rf"{name[:_SHORT]}(?:{name[_SHORT:]})?" for name in MONTHS) + r"|sept)\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_ABOUT = r"(?P<about>(?:c\.|ca\.|c(?=\s)|ca(?=\s)|circa|about|around|approximately)\s*)?"
_FORMS = tuple(
    re.compile(_ABOUT + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        _YEAR,
    )
)
"""English dates: 3 May 1871, May 3, 1871, May 1871, and each of them behind a word for "about"."""
_SINGLE_DIGITS = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?P<mark>[?~%]?)")
"""A day in EDTF without the zeros before single digits; without the day, "1871-5" may be five years."""
_DIGITS = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<mark>[./-])\s?(?P<other>[0-9]{1,2})(?P=mark)\s?(?P<year>[0-9]{4})"
)
"""A day and a month, whichever is first, and the year."""
_LAST_MONTH = 12


def date_in_edtf(text: str) -> str | None:
    """Return a date in EDTF that can be read in one way only, None for any other; whether a calendar has it is not asked.

    Of two numbers before a year, one has to be no month, or both the same.
    """
    text = text.strip()
    words = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if words is not None:
        parts = words.groupdict()
        month = parts.get("month")
        number = _number_of(month) if month else None
        return _written(parts["year"], number, parts.get("day")) + ("~" if parts["about"] else "")
    single = _SINGLE_DIGITS.fullmatch(text)
    if single is not None:
        return _written(single["year"], single["month"], single["day"]) + single["mark"]
    digits = _DIGITS.fullmatch(text)
    if digits is None:
        return None
    smaller, larger = sorted((int(digits["one"]), int(digits["other"])))
    return _written(digits["year"], smaller, larger) if larger > _LAST_MONTH or smaller == larger else None


def date_hint(written: str) -> str:
    """Return the hint that has a date in EDTF."""
    if written.endswith("~"):
        return f'write "{written}": ~ behind a date makes it approximate, ? uncertain'
    return f'write "{written}"'


def _number_of(month: str) -> int:
    """Return the number of a month that is named in full or in short."""
    short = month[:_SHORT].title()
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(short))


def _written(year: str, month: str | int | None, day: str | int | None) -> str:
    return year + "".join([f"-{int(one):02}" for one in (month, day) if one is not None])
