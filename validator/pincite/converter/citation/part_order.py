"""The parts of a level put in order before they are read: what belongs together joined, what does not cut apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.bare_places import join_places
from pincite.converter.citation.dates import YEAR, dates_in
from pincite.converter.citation.genres import genre_of
from pincite.converter.citation.labels import issue_number
from pincite.converter.citation.pieces import edition_spans, parts

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_YEAR = re.compile(YEAR)
_YEARS = re.compile(rf"{YEAR}[-–](?:1[0-9]|20)?[0-9]{{2}}")
_IMPRINT = rf"\([^():]{{2,60}}: [^():]{{2,60}}, {YEAR}\)"
_IMPRINT_YEAR = re.compile(rf"{_IMPRINT}$")
_YEARS_AND_IMPRINT = re.compile(rf"{YEAR}(?:[-–](?:1[0-9]|20)?[0-9]{{2}})?\s{_IMPRINT}")
_SERIES_BEHIND = re.compile(r"(?P<before>[^()]*[0-9]{4})\s\(=\s(?P<series>[^()]+)\)")
"""An imprint with its series behind it, "Göttingen 1987 (= Küstenstudien 14)"."""


def parts_in_order(text: str, whole: list[tuple[int, int]], lexicon: Lexicon) -> list[str]:
    """Return the parts of a level; ``whole`` are the spans of its dates, which no cut may fall into."""
    kept = [*whole, *edition_spans(text, lexicon)]
    listed = [cut for _, part in parts(text, kept) for cut in _behind_edition(part, lexicon)]
    listed = _reviewed(_titled_with_years(listed), lexicon)
    return join_places(_day_with_year(listed, lexicon), lexicon)


def _reviewed(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts with the author of a reviewed work on the review's title: "review of The Lamp", "by Ada Holm"."""
    for at, part in enumerate(listed[:-1]):
        if lexicon.starts("reviews", part) and lexicon.starts("authors", listed[at + 1]):
            return [*listed[:at], f"{part}, {listed[at + 1]}", *listed[at + 2 :]]
    return listed


def _titled_with_years(listed: list[str]) -> list[str]:
    """Return the parts with years put on the title where an imprint in brackets has the book's: "Trade, 1780-1830"."""
    places = range(1, len(listed))
    at = next((at for at in places if _YEARS_AND_IMPRINT.fullmatch(listed[at])), None)
    if at is None:  # "Annual Report, 1874 (London: Gull Press, 1875)" has its imprint right behind the year
        at = next((at for at in places if _YEARS.fullmatch(listed[at])), None)
        if at is None or not any(_IMPRINT_YEAR.search(part) for part in listed[at + 1 :]):
            return listed
    return [*listed[: at - 1], f"{listed[at - 1]}, {listed[at]}", *listed[at + 1 :]]


def _day_with_year(listed: list[str], lexicon: Lexicon) -> list[str]:
    """Return the parts with a year put behind its day where an issue's number parts them: "1882, № 61, 8 августа"."""
    for at in range(2, len(listed)):
        year, number, day = listed[at - 2 : at + 1]
        if not _YEAR.fullmatch(year) or issue_number(number, lexicon) is None:
            continue
        days = dates_in(day, lexicon)
        if len(days) == 1 and days[0].text == day and days[0].has_month and not days[0].has_year:
            return [*listed[: at - 2], number, f"{day} {year}", *listed[at + 1 :]]
    return listed


def _behind_edition(part: str, lexicon: Lexicon) -> list[str]:
    """Return the edition and what follows it without a comma, "2. Aufl. Leipzig: Hafenverlag"; a series in brackets."""
    behind = _SERIES_BEHIND.fullmatch(part)
    if behind is not None:
        return [behind["before"], behind["series"]]
    spans = edition_spans(part, lexicon)
    if not spans or spans[0][0] > 0 or not part[spans[0][1] :].strip()[:1].isupper():
        return [part]
    return [part[: spans[0][1]], part[spans[0][1] :].strip()]


def without_supervisor(listed: list[str], described: Description, lexicon: Lexicon) -> list[str]:
    """Take who directed a thesis, which is neither its editor nor a film's director, for a remark on it."""
    if not any(genre_of(part, lexicon) == "thesis" for part in listed):
        return listed
    told = [part for part in listed[1:] if lexicon.starts("supervisors", part)]
    described.remarks.extend(told)
    return [part for part in listed if part not in told]
