"""Printed dates become EDTF: read strictly, one meaning or none.

Libraries for dates fill gaps from today's date and read ranges as single days; here whatever is not certain
yields no date, and a repaired form says what was repaired.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.languages import any_of
from pincite.model import edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.converter.lexicon import Lexicon


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed, from ``start`` to ``end`` (code points in the text searched).

    ``edtf`` is None where the form has no certain meaning; ``reason`` says what was concluded or repaired.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    reason: str | None = None

    @property
    def has_month(self) -> bool:
        """Return whether more than a year is printed."""
        return self.edtf is not None and "-" in self.edtf.lstrip("-")

    @property
    def has_year(self) -> bool:
        """Return whether the year is known."""
        return self.edtf is not None and not self.edtf.startswith("XXXX")


@dataclass(frozen=True)
class _Atom:
    """One date inside a text, its parts as numbers or None."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    reason: str | None = None
    season: int | None = None
    decade: bool = False
    last_day: int | None = None
    last_year: int | None = None
    unclear: bool = False


def dates_in(text: str, lexicon: Lexicon) -> list[PrintedDate]:
    """Return the dates printed in *text*, in order, ranges as one."""
    atoms = list(_atoms(text, lexicon))
    found: list[PrintedDate] = []
    index = 0
    while index < len(atoms):
        first = atoms[index]
        second = atoms[index + 1] if index + 1 < len(atoms) else None
        if (
            second is not None
            and _DASH.fullmatch(text, first.end, second.start)
            and _continues(first, second)
        ):
            found.append(_range(text, first, second))
            index += 2
            continue
        found.append(_single(text, first, lexicon))
        index += 1
    return [date for date in found if date.edtf is not None or date.reason is not None]


_DASH = re.compile(r"\s*[-‐‑–—]\s*")


def _continues(first: _Atom, second: _Atom) -> bool:
    """Return whether two dates with a dash between can be the ends of one range."""
    if second.last_day or first.last_day or second.last_year or first.last_year or second.year is None:
        return False
    if first.year is None:
        return first.month is not None or first.season is not None
    return first.year <= second.year


def _range(text: str, first: _Atom, second: _Atom) -> PrintedDate:
    low = _written(
        first.year if first.year is not None else second.year, first.month, first.day, first.season
    )
    value = f"{low}/{_written(second.year, second.month, second.day, second.season)}"
    reason = first.reason or second.reason
    if edtf.impossible(value):
        return PrintedDate(first.start, second.end, text[first.start : second.end], None, "no such date")
    return PrintedDate(first.start, second.end, text[first.start : second.end], value, reason)


def _single(text: str, atom: _Atom, lexicon: Lexicon) -> PrintedDate:
    start, end = atom.start, atom.end
    value = _written(atom.year, atom.month, atom.day, atom.season)
    if atom.decade:
        value = value[:3] + "X"
    if atom.last_day is not None:
        value = f"{value}/{_written(atom.year, atom.month, atom.last_day)}"
    if atom.last_year is not None:
        value = f"{value}/{_written(atom.last_year)}"
    if atom.unclear:
        return PrintedDate(start, end, text[start:end], None, atom.reason)
    choice = _choice(lexicon).search(text, 0, start)
    if choice is not None and atom.month is not None:
        return PrintedDate(choice.start(), end, text[choice.start() : end], None, "one of several days")
    before = _circa(lexicon).search(text, 0, start)
    after = text[end : end + 1] == "?"
    if before is not None:
        start = before.start()
    if after:
        end += 1
    value += "%" if before is not None and after else "~" if before is not None else "?" if after else ""
    printed = text[start:end]
    if edtf.impossible(value):
        return PrintedDate(start, end, printed, None, "no such date")
    return PrintedDate(start, end, printed, value, atom.reason)


def _written(
    year: int | None, month: int | None = None, day: int | None = None, season: int | None = None
) -> str:
    value = "XXXX" if year is None else f"{year:04}"
    if season is not None:
        return f"{value}-{season:02}"
    if month is not None:
        value += f"-{month:02}"
        if day is not None:
            value += f"-{day:02}"
    return value


def _atoms(text: str, lexicon: Lexicon) -> Iterator[_Atom]:
    months, seasons = lexicon.months, lexicon.seasons
    for found in _pattern(lexicon).finditer(text):
        form = found.lastgroup
        get = found.groupdict().get
        if form == "iso":
            yield _iso(found)
        elif form == "dotted":
            yield _Atom(found.start(), found.end(), int(found["ny"]), int(found["nm"]), int(found["nd"]))
        elif form == "monthday":
            odd = "a comma between month and day was passed over" if "," in (get("mdc") or "") else None
            year = int(found["mdy"]) if get("mdy") else None
            last = int(found["mdl"]) if get("mdl") else None
            month = months[found["mdm"].lower()]
            yield _Atom(found.start(), found.end(), year, month, int(found["mdd"]), odd, last_day=last)
        elif form == "daymonth":
            year = int(found["dmy"]) if get("dmy") else None
            last = int(found["dml"]) if get("dml") else None
            month = months[found["dmm"].lower()]
            yield _Atom(found.start(), found.end(), year, month, int(found["dmd"]), last_day=last)
        elif form == "monthyear":
            year = int(found["myy"]) if get("myy") else None
            yield _Atom(found.start(), found.end(), year, months[found["mym"].lower()])
        elif form == "seasonyear":
            yield _Atom(found.start(), found.end(), int(found["sy"]), season=seasons[found["s"].lower()])
        else:
            yield from _year(found)


def _iso(found: re.Match[str]) -> _Atom:
    """Return the atom of an ISO date; ``1904-05`` may be a month or two years and is neither."""
    year, month, day = int(found["iy"]), int(found["im"]), found["id"]
    if day is None and month > year % 100:
        return _Atom(
            found.start(), found.end(), year, reason="a month or the end of a range of years", unclear=True
        )
    return _Atom(found.start(), found.end(), year, month, int(day) if day else None)


def _year(found: re.Match[str]) -> Iterator[_Atom]:
    year, last = int(found["y"]), None
    if found["yl"]:
        last = int(found["yl"]) if len(found["yl"]) == 4 else year // 100 * 100 + int(found["yl"])  # noqa: PLR2004
        if last <= year:
            return
    yield _Atom(found.start(), found.end(), year, decade=bool(found["decade"]), last_year=last)


@lru_cache(maxsize=16)
def _circa(lexicon: Lexicon) -> re.Pattern[str]:
    words = any_of(lexicon.words("circa"))
    return re.compile(rf"{words}\s*$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _choice(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of a day that an "or", an "and" or a slash joins to the date behind it."""
    joint, suffix = any_of(lexicon.words("alternatives")), _suffix(lexicon)
    return re.compile(
        rf"(?<![0-9])[0-3]?[0-9]{suffix}\s*(?:/|&|{joint})(?:\s*[0-3]?[0-9])?\s*$",
        re.IGNORECASE,
    )


def _suffix(lexicon: Lexicon) -> str:
    return "(?:" + "|".join(map(re.escape, lexicon.words("ordinal_suffixes"))) + ")?"


@lru_cache(maxsize=16)
def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """Return one pattern for all forms of a date; the name of its last group says which form it was."""
    month = "(?:" + "|".join(sorted(map(re.escape, lexicon.months), key=len, reverse=True)) + r")"
    season = "(?:" + "|".join(sorted(map(re.escape, lexicon.seasons), key=len, reverse=True)) + r")"
    suffix = _suffix(lexicon)
    decade = any_of(f"-{word}" for word in lexicon.words("decade_suffixes"))
    day = rf"[0-3]?[0-9](?={suffix}(?![0-9]))"
    year = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9])"
    joints = "|".join(map(re.escape, lexicon.words("date_joints")))
    of = rf"(?:\s+(?:{joints}))?" if joints else ""
    dash = r"\s?[-–—]\s?"
    words = lexicon.words("year_words")
    behind = rf"(?:(?<=[0-9])\s{any_of(words)})?" if words else ""  # "1890 года"
    return re.compile(
        r"(?<![\w/])(?:"
        r"(?P<iso>(?P<iy>[12][0-9]{3})-(?P<im>0[1-9]|1[0-2])(?:-(?P<id>[0-3][0-9]))?(?![\w/-]))"
        r"|(?P<dotted>(?P<nd>[0-3]?[0-9])\.\s?(?P<nm>[01]?[0-9])\.\s?(?P<ny>[12][0-9]{3})(?![\w/]))"
        rf"|(?P<monthday>(?P<mdm>{month})\b\.?(?P<mdc>,?)\s*(?P<mdd>{day}){suffix}(?:{dash}(?P<mdl>{day}){suffix})?"
        rf"(?:,?{of}\s+(?P<mdy>{year})|(?![\w/])))"
        rf"|(?P<daymonth>(?P<dmd>{day}){suffix}(?:{dash}(?P<dml>{day}){suffix})?\.?{of}\s+(?P<dmm>{month})\b\.?"
        rf"(?:,?{of}\s+(?P<dmy>{year}))?)"
        rf"|(?P<monthyear>(?P<mym>{month})\b\.?(?:,?{of}\s+(?P<myy>{year})|(?=\s*[-–—]\s*[0-9]{{0,2}}\s*{month})))"
        rf"|(?P<seasonyear>(?P<s>{season})\b,?{of}\s+(?P<sy>{year}))"
        rf"|(?P<plain>(?P<y>1[0-9]{{3}}|20[0-9]{{2}})(?P<decade>{decade})?(?:[-–/](?P<yl>[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?(?![\w/])(?!-[0-9]))"
        rf"){behind}",
        re.IGNORECASE,
    )
