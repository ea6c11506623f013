"""Dates: EDTF in biblatex, year, month and day in classic BibTeX."""

from __future__ import annotations

import re

from pincite.model.edtf import impossible

_LEVEL_1 = re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?")
"""A date as biblatex reads it; in intervals an end may be open."""
_PARTS = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?[?~%]?")
_YEARS = re.compile(r"\s*([0-9]{4})\s*(?:/|--?|–)\s*([0-9]{4})\s*")
_CIRCA = re.compile(r"(?:c|ca|circa)\.?\s*([0-9]{4})", re.IGNORECASE)
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own names for the months."""
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = re.compile(r"(?:([0-9]{1,2})[\s.,\u00a0]*)?([A-Za-z]{3,9})\.?(?:[\s.,\u00a0]*([0-9]{1,2}))?")


def is_level_1(edtf: str) -> bool:
    """Return whether a date is EDTF of level 1, which biblatex reads, without years of more than four digits."""
    ends = edtf.split("/")
    return (
        len(ends) <= 2  # noqa: PLR2004 - an interval has two ends
        and any(_LEVEL_1.fullmatch(one) for one in ends)
        and all(_LEVEL_1.fullmatch(one) or (one in {"", ".."} and len(ends) > 1) for one in ends)
        and impossible(edtf) is None
    )


def is_calendar_date(text: str) -> bool:
    """Return whether a text is a year, a month or a day of the calendar."""
    return (
        re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", text) is not None and impossible(text) is None
    )


def year_month_day(edtf: str) -> tuple[str, str, str]:
    """Return a date's year (or first and last year, ``1871/1872``), month and day; each is empty where there is none."""
    ends = [_PARTS.match(one) for one in edtf.split("/")]
    whole = [_PARTS.fullmatch(one) for one in edtf.split("/")]
    if len(whole) == 1 and whole[0]:
        return whole[0][1], whole[0][2] or "", whole[0][3] or ""
    years = list(dict.fromkeys(one[1] for one in ends if one))
    return "/".join(years[:2]) if all(ends) or len(years) == 1 else "", "", ""


def date_of(year: str, month: str, day: str) -> tuple[str, str]:
    """Return what year, month and day say as EDTF and, where that says less, as printed; each may be empty."""
    printed = " ".join(part for part in (day, month, year) if part)
    years = _YEARS.fullmatch(year)
    if years and not month and not day:
        found = f"{years[1]}/{years[2]}"
        return ("", printed) if impossible(found) else (found, "")
    if not re.fullmatch(r"[0-9]{4}", year):
        circa = _CIRCA.fullmatch(year)
        return (f"{circa[1]}~" if circa and not month and not day else "", printed)
    number, day_too = _month(month)
    last = day or day_too
    parts = [year, *([number] if number else []), *([last.zfill(2)] if last else [])]
    found = "-".join(parts)
    is_all = bool(number) == bool(month) and (
        not last or (number <= "12" and last.isdecimal() and bool(number))
    )
    return (found, "") if is_all and is_level_1(found) else (year, printed)


def _month(text: str) -> tuple[str, str]:
    """Return the number of a month or season, and the day that some write with it (``2~apr``)."""
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return f"{int(text):02}", ""
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        return "", ""
    word = found[2].lower()
    if word in _SEASONS:
        return _SEASONS[word], ""
    number = next((at for at, name in enumerate(_NAMES, start=1) if name.startswith(word)), 0)
    return (f"{number:02}", found[1] or found[3] or "") if number else ("", "")
