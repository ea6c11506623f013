"""Dates as citations print them: found, taken apart, and told by their form.

Month names are those of the language pack for the article's language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.phrases import phrases
from pincite.rules.raw_citations import raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.rules.raw_citations import RawCitation

_YEAR = re.compile(r"[0-9]{4}(?![0-9])")
_SUFFIX = r"(?:st|nd|rd|th|ST|ND|RD|TH|er|[º°ª])?"
_SPACE = "[ \u00a0]"
_OF = rf"(?:{_SPACE}(?:de|del|of))?"
_BEFORE_YEAR = re.compile(
    rf"(?<![\w/.-])(?:(?P<month1>[^\W\d_]{{3,10}})\.?{_SPACE}+(?P<day1>[0-9]{{1,2}}){_SUFFIX},?"
    rf"|(?P<day2>[0-9]{{1,2}})(?:{_SUFFIX}|\.){_OF}{_SPACE}+(?P<month2>[^\W\d_]{{3,10}})\.?{_OF},?){_SPACE}+$"
)
_DAY_NUMBER = re.compile(
    r"[0-9](?<![0-9-].)[0-9]?(?![0-9–-])(?!(?<=\Wp\.[ \u00a0].)[,;)\]])(?!(?<=\Wp\.[ \u00a0]..)[,;)\]])"
)
"""Finds a number that may be a day's: of one or two digits, no end of a range and no page. Begins with what is found fast."""
_JOINTS = (["de"], ["del"], ["of"])
_ROOM = 32
"""How far before its year a date begins at most."""
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PrintedDate(NamedTuple):
    """A day as it is printed: where it stands in its wording, its parts, and whether the month comes first."""

    start: int
    end: int
    year: int
    month: int
    day: int
    month_first: bool

    @property
    def fault(self) -> str | None:
        """Return why no calendar has the day, or None."""
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        longest = 28 if self.month == 2 and not leap else _LENGTHS[self.month - 1]  # noqa: PLR2004 - February
        if 1 <= self.day <= longest:
            return None
        if self.month == 2 and self.day == 29 and self.year % 4 == 0:  # noqa: PLR2004 - February
            return None  # the Julian calendar has it
        return f"there is no day {self.day} in that month"


def month_numbers(document: Document) -> Mapping[str, int]:
    """Return the month names and abbreviations of the article's language, in lower case, with their numbers."""
    return _numbers(phrases(document, "months"), phrases(document, "month_abbreviations"))


@lru_cache(maxsize=1)
def may_have_days(document: Document) -> bool:
    """Return whether a citation prints a number that may be a day's; kept, because several rules ask."""
    return _DAY_NUMBER.search(document.printed("citations")) is not None


def printed_dates(document: Document, wording: str) -> Iterator[PrintedDate]:
    """Yield each day in *wording* that is printed with the name of its month and its year."""
    months = None
    for year in _YEAR.finditer(wording):
        before = wording[max(0, year.start() - _ROOM) : year.start()]
        words = before.split()[-2:]
        joined = words[-1:] in _JOINTS
        if not joined and not any(map(str.isdecimal, "".join(words))):
            continue
        # "3 May 1871" and "May 3, 1871" have two words before the year, "3 de mayo de 1871" has four
        found = _BEFORE_YEAR.match(
            wording, year.start() - _length_of_last(before, 4 if joined else 2), year.start()
        )
        if found is None:
            continue
        months = month_numbers(document) if months is None else months
        side = "1" if found["month1"] else "2"
        month = months.get(found["month" + side].lower())
        if month:
            day = int(found["day" + side])
            yield PrintedDate(found.start(), year.end(), int(year[0]), month, day, month_first=side == "1")


def _length_of_last(text: str, count: int) -> int:
    """Return how long the last *count* words of *text* are, without the marks before the first of them."""
    at = len(text.rstrip())
    for _ in range(count):
        at = max(text.rfind(" ", 0, at), text.rfind("\u00a0", 0, at), text.rfind("\n", 0, at))
        if at < 0:
            break
    word = text[at + 1 :]
    return len(word.lstrip("([{“„«\"'‘—–,;:"))


@lru_cache(maxsize=1)
def citation_dates(document: Document) -> tuple[tuple[RawCitation, PrintedDate], ...]:
    """Return the days that the printed citations have; kept for the document under judgement, as several rules ask."""
    # one search through all of them: most years belong to no day
    if (
        not may_have_days(document)
        or next(printed_dates(document, document.printed("citations")), None) is None
    ):
        return ()
    return tuple(
        [(one, date) for one in raw_citations(document) for date in printed_dates(document, one.raw)]
    )


@lru_cache(maxsize=8)
def _numbers(names: tuple[str, ...], abbreviations: tuple[str, ...]) -> Mapping[str, int]:
    numbers = {name: number for number, name in enumerate(names, 1)}
    for number, forms in enumerate(abbreviations, 1):
        numbers.update((form, number) for form in forms.split())
    return numbers
