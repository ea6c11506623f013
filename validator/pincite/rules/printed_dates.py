"""Dates as citations print them: found, taken apart, and told by their form.

Month names belong to the language packs. A date may stand in another language than the article does (a citation names
its source in the source's words), so where the article's own pack finds nothing the English names count too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document

_MONTH = r"(?P<month{0}>[^\W\d_]{{3,10}})\.?"
_DAY = r"(?P<day{0}>[0-9]{{1,2}})(?:st|nd|rd|th|ST|ND|RD|TH|er|\.|[º°ª])?"
_YEAR = r"(?P<year{0}>[0-9]{{4}})(?![0-9])"
_OF = r"(?:[ \u00a0]+(?:de|del|of))?"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{_MONTH.format(1)}[ \u00a0]+{_DAY.format(1)},?[ \u00a0]+{_YEAR.format(1)}"
    rf"|{_DAY.format(2)}{_OF}[ \u00a0]+{_MONTH.format(2)}{_OF},?[ \u00a0]+{_YEAR.format(2)})"
)
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


def printed_dates(document: Document, wording: str) -> Iterator[PrintedDate]:
    """Yield each day in *wording* that is printed with the name of its month and its year."""
    months: Mapping[str, int] | None = None
    for found in _DATE.finditer(wording):
        months = month_numbers(document) if months is None else months
        side = "1" if found["month1"] else "2"
        month = months.get(found["month" + side].lower())
        if month:
            year, day = int(found["year" + side]), int(found["day" + side])
            yield PrintedDate(found.start(), found.end(), year, month, day, month_first=side == "1")


@lru_cache(maxsize=8)
def _numbers(names: tuple[str, ...], abbreviations: tuple[str, ...]) -> Mapping[str, int]:
    numbers = {name: number for number, name in enumerate(names, 1)}
    for number, forms in enumerate(abbreviations, 1):
        numbers.update((form, number) for form in forms.split())
    return numbers
