"""Several sources in one parenthesis: "(Day Book, 1871, p. 12; Tide Book, 1873, p. 9)"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.author_year import author_year
from pincite.converter.citation.dates import dates_in, only_date
from pincite.converter.citation.description import Description
from pincite.converter.citation.labels import is_locator, read_label
from pincite.converter.citation.pieces import QUOTED, parts, parts_around_dates, protected
from pincite.converter.citation.scripture import scripture
from pincite.converter.languages import any_of

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon

_NEAR = 40
"""Code points before "Ibid." in which the page of the source before it stands."""


def first_of_several(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the first source of a citation and what follows behind a semicolon, which is "" for a single one."""
    spans = sources_in(text, lexicon)
    if len(spans) < 2:  # noqa: PLR2004 - one source
        return text, ""
    return text[: spans[0][1]], text[spans[1][0] :]


def sources_in(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the start and end of each source of a citation without its parentheses.

    Sources are several where each side of a semicolon, or of a place before "Ibid.", has a name and a year or a page of its own, or says "ibid.";
    further pages behind a semicolon belong to the source before. Anything else leaves the citation whole.
    """
    whole = [(0, len(text))]
    ends = _before_same(text, lexicon)
    if ";" not in text and not ends:
        return whole
    inside = protected(text)
    ends = [at for at in (*ends, *(at for at, sign in enumerate(text) if sign == ";")) if not inside[at]]
    ends = [*sorted(ends), len(text)]
    found: list[tuple[int, int]] = []
    start = 0
    for end in ends:
        piece = text[start:end]
        if piece.strip():
            if _is_source(piece.strip(), lexicon):
                found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
            elif found and all(_continues(part, lexicon) for _, part in parts(piece)):
                found[-1] = (found[-1][0], start + len(piece.rstrip()))
            else:
                return whole
        start = end + 1
    return found if len(found) > 1 else whole


def _before_same(text: str, lexicon: Lexicon) -> list[int]:
    """Return where a source ends with its page and "Ibid." begins the next: without a page it is kept there."""
    if not lexicon.may_have("same_source", text):
        return []
    found: list[int] = []
    for again in _again(lexicon).finditer(text):
        last = text[max(0, again.start() - _NEAR) : again.start()].rpartition(",")[2]
        if is_locator(last.strip(), lexicon) or is_locator(" ".join(last.split()[-2:]), lexicon):
            found.append(again.end() - 1)
    return found


@lru_cache(maxsize=16)
def _again(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of the full stop and the blank before "Ibid." that begins the next source."""
    return re.compile(rf"(?<=[^\s.])\.\s(?=\s*(?i:{any_of(lexicon.words('same_source'))}))")


def _continues(part: str, lexicon: Lexicon) -> bool:
    """Return whether a part behind a semicolon belongs to the source before: a page, a box, a year, a reprint."""
    return (
        only_date(part, lexicon) is not None
        or read_label(part.strip(" ."), Description(), lexicon)
        or read_label(part, Description(), lexicon)
    )


def _is_source(text: str, lexicon: Lexicon) -> bool:
    """Return whether *text* names a source by itself: something that is no label, and a year or a page."""
    if (author_year(text, lexicon) or scripture(text, lexicon)) is not None or lexicon.starts(
        "same_source", text
    ):
        return True
    see = lexicon.starts("see", text)
    text = text[see.end() :].lstrip(" :,") if see else text
    if not (text[:1].isupper() or QUOTED.match(text)) or lexicon.starts("received", text):
        return False
    dates = dates_in(text, lexicon)
    listed = [part for _, part in parts_around_dates(text, lexicon)]
    bare = {date.text.strip() for date in dates}
    placed = any(is_locator(part.strip(" ."), lexicon) for part in listed)
    named = [
        part
        for part in listed
        if part.strip("()[] .") not in bare and not read_label(part.strip(" ."), Description(), lexicon)
    ]
    return bool(named) and (placed or bool(dates))
