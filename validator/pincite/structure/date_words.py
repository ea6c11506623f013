"""Dates in words: how the format writes them."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_ABOUT = r"(?P<about>(?:c\.|ca\.|c(?=\s|[0-9])|ca(?=\s)|circa|about|around|approximately)\s*)?"
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


def date_hint(text: str) -> str | None:
    """Return how to write an English date in EDTF, or None for what is none."""
    found = next((match for form in _FORMS if (match := form.fullmatch(text.strip()))), None)
    if found is None:
        return None
    parts = found.groupdict()
    written = parts["year"]
    if parts.get("month"):
        written += f"-{_MONTHS.index(parts['month'][:3].lower()) + 1:02}"
    if parts.get("day"):
        written += f"-{int(parts['day']):02}"
    if parts["about"]:
        return f'write "{written}~": ~ behind a date makes it approximate, ? uncertain'
    return f'write "{written}"'
