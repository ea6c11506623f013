"""Printed dates become EDTF: read strictly, one meaning or none.

Libraries for dates fill gaps from today's date and read ranges as single days; here whatever is not certain
yields no date, and a repaired form says what was repaired.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.date_joints import joined
from pincite.converter.citation.date_periods import atoms
from pincite.converter.citation.date_words import qualified
from pincite.model import edtf

if TYPE_CHECKING:
    from pincite.converter.citation.date_joints import Joined
    from pincite.converter.lexicon import Lexicon

YEAR = r"(?:1[0-9]|20)[0-9]{2}"
"""A pattern for a year of a date, from 1000 to 2099."""
_CITATION = 500
"""Code points of the longest text whose dates are remembered."""
_AROUND = "()[] ."
"""What can stand around a date that is a part of its own."""


@dataclass(frozen=True)
class PrintedDate:
    """A date as printed, from ``start`` to ``end`` (code points in the text searched).

    ``edtf`` is None where the form has no certain meaning; ``reason`` says what was concluded or repaired.
    ``more`` is whether the printed form says what the EDTF one cannot: a weekday, an hour, "late".
    """

    start: int
    end: int
    text: str
    edtf: str | None
    reason: str | None = None
    more: bool = False

    @property
    def has_month(self) -> bool:
        """Return whether more than a year is printed."""
        return self.edtf is not None and "-" in self.edtf.lstrip("-")

    @property
    def has_year(self) -> bool:
        """Return whether the year is known."""
        return self.edtf is not None and not self.edtf.startswith("XXXX")


def dates_in(text: str, lexicon: Lexicon) -> list[PrintedDate]:
    """Return the dates printed in *text*, in order, ranges as one."""
    return list(_remembered(text, lexicon) if len(text) <= _CITATION else _dates_in(text, lexicon))


def only_date(text: str, lexicon: Lexicon) -> PrintedDate | None:
    """Return the date that is all of *text*, brackets and a full stop aside."""
    bare = text.strip(_AROUND)
    return next((date for date in dates_in(text, lexicon) if date.text.strip(_AROUND) == bare), None)


@lru_cache(maxsize=1024)
def _remembered(text: str, lexicon: Lexicon) -> tuple[PrintedDate, ...]:
    """Return the dates of a text as short as a citation, whose parts are asked for their dates again and again."""
    return tuple(_dates_in(text, lexicon))


def _dates_in(text: str, lexicon: Lexicon) -> list[PrintedDate]:
    found = [_printed(text, date, lexicon) for date in joined(text, atoms(text, lexicon), lexicon)]
    return [date for date in found if date is not None]


def _printed(text: str, date: Joined, lexicon: Lexicon) -> PrintedDate | None:
    """Return a date with the words around it that qualify it; None where it is no date at all."""
    around = qualified(text, date.start, date.end, lexicon, is_range=len(date.ends) != 1, is_day=date.is_day)
    if date.bounded and not around.stands_alone:
        return None
    start, end = around.start, around.end
    value: str | None = "/".join(one if one[-1] in "?~" else one + around.mark for one in date.ends) or None
    reason = date.reason or around.reason
    if value is not None and len(date.ends) > 1 and around.mark:
        reason = reason or "the mark of doubt is taken for both ends"
    if around.refused:
        value, reason = None, around.refused
    if value is not None and edtf.impossible(value):
        value, reason = None, "no such date"
    if value is None and reason is None:
        return None
    return PrintedDate(start, end, text[start:end], value, reason, around.more)
