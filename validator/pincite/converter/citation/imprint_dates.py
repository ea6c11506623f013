"""Dates as they stand beside publishers and places: "Port Ansel 1926", "(London: Harbour Press, 1958)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.classify import (
    are_people,
    is_organization,
    is_periodical,
    is_place,
    is_publisher,
)
from pincite.converter.citation.correspondence import correspondence
from pincite.converter.citation.dates import YEAR, PrintedDate, dates_in
from pincite.converter.citation.genres import genre_of
from pincite.converter.citation.pieces import CAPITAL, parts, unquoted

if TYPE_CHECKING:
    from pincite.converter.citation.description import Description
    from pincite.converter.lexicon import Lexicon

_IMPRINT = re.compile(rf"(?P<head>[{CAPITAL}][^0-9()\[\]]*[^0-9()\[\]\s,])\s+(?P<year>{YEAR})")
"""A place or a publisher with a year behind it."""


def bare_imprint(part: str, described: Description, rest: list[str], lexicon: Lexicon) -> str:
    """Read the only year off a part such as "Port Ansel 1926" or "Harbour Press 1926"; return what is left.

    A place is one word or a known city, and something that is no author's name stands before it: else it might be
    the title.
    """
    found = _IMPRINT.fullmatch(part)
    volume_of_one = bool(
        described.volume or described.editors
    )  # "„Briefe“, Bd. 2, Altenhafen 1879": no journal
    if (
        found is None
        or not rest
        or described.date is not None
        or (unquoted(rest[0])[1] and not volume_of_one)
    ):
        return part
    head = found["head"]
    years = dates_in(part, lexicon)
    if len(years) != 1 or years[0].text != found["year"] or is_periodical(head, lexicon):
        return part
    placed = re.fullmatch(r"[^:]{2,40}: [^:]+", head) is not None
    if placed or is_publisher(head, lexicon):
        take_date(years[0], described, covering=False)
        return head
    known = lexicon.is_one("cities", head)
    if not (known or (" " not in head and is_place(head, lexicon))) or (
        len(rest) == 1 and are_people(rest[0], lexicon)
    ):
        return part
    told = len(rest) > 1 or described.authors or described.publisher or volume_of_one
    if _is_written(rest, lexicon):
        described.place = head
    elif not told:
        return part
    else:
        described.publisher_place = head
        described.inferred["publisher_place"] = "its place before the year"
    take_date(years[0], described, covering=False)
    return ""


def _is_written(rest: list[str], lexicon: Lexicon) -> bool:
    """Return whether the parts before tell something that was written or made at a place, not published there."""
    if any(correspondence(unquoted(one)[0], lexicon) is not None for one in rest):
        return True
    heads = [rest[0].partition(" ")[0], *(one for one in rest if " " not in one)]
    return any(lexicon.kind_of(head) not in {None, "report", "thesis", "pamphlet", "map"} for head in heads)


def bracketed_imprint(inner: str, described: Description, lexicon: Lexicon) -> bool:
    """Read a bracket such as "(Place: Publisher, 1958)", "(Publisher, 1958)" or "(Place, 1958)"."""
    *names, last = [part for _, part in parts(inner)] or [""]
    genre = genre_of(names[0], lexicon) if names else None
    if genre is not None and described.type is None:
        described.type, described.genre = genre, names.pop(0)
    dates = dates_in(last, lexicon)
    if not names or len(names) > 2 or len(dates) != 1 or last.replace(dates[0].text, "", 1).strip(" ."):  # noqa: PLR2004 - place and publisher
        return False
    place, colon, publisher = names[-1].partition(": ")
    if colon and len(names) > 1:  # "Washington, DC: GPO"
        place = f"{names[0]}, {place}"
    if colon:
        described.publisher_place, described.publisher = place, publisher
    elif len(names) > 1:
        described.publisher_place, described.publisher = names[0], names[1]
    elif " " in place or is_organization(place, lexicon):
        described.publisher = place
    else:
        described.publisher_place = place
    take_date(dates[0], described, covering=False)
    return True


def take_date(date: PrintedDate, described: Description, *, covering: bool) -> None:
    """Put a printed date where it belongs: a range in brackets or of a volume is what it covers."""
    is_range = date.edtf is not None and "/" in date.edtf
    if is_range and (covering or described.volume is not None) and described.coverage is None:
        described.coverage = date.edtf
        if date.reason:
            described.inferred["coverage"] = date.reason
    elif described.date is None and described.date_text is None:
        described.date = date.edtf
        if date.edtf is None or date.reason or date.more or not _same_layout(date):
            described.date_text = date.text
        if date.edtf is not None and date.reason:
            described.inferred["date"] = date.reason
    else:
        described.unparsed.append(date.text)


def _same_layout(date: PrintedDate) -> bool:
    """Return whether the printed form adds nothing to the EDTF one: it is a plain day, month or year."""
    if date.edtf is None or date.text == date.edtf:
        return date.edtf is not None
    return not any(mark in date.edtf for mark in "~%/X") and date.text.upper() != date.text
