"""A citation prints a date in another form than the others, or than the house asks for.

## Why

An article that writes "May 3, 1871" everywhere and "3 May 1871" once has two hands in it. The house may choose the form in its
configuration; where it does not, the article has to have a clear habit before anything is said. Dates inside quotation marks belong to a
title.

In an English article's own file, an unsafe fix writes the same day in the other form, unless it is one end of a range.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, May 3, 1871, p. 4)"
      - raw: "(The Tide Book, May 4, 1871, p. 4)"
      - raw: "(The Sand Book, May 5, 1871, p. 4)"
      - raw: "(The Lace Book, 6 May 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, May 3, 1871, p. 4)"
      - raw: "(The Tide Book, May 4, 1871, p. 4)"
      - raw: "(The Sand Book, 5 May 1871, p. 4)"
      - raw: "(The Lace Book, 6 May 1871, p. 4)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.phrases import declared_language, phrases
from pincite.rules.printed_dates import citation_dates, month_numbers
from pincite.rules.raw_citations import (
    CLEAR,
    RawCitation,
    exception,
    matches,
    outside_quotation_marks,
    piece,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix


RULE = Rule(
    "PIN243",
    "date-form-inconsistent",
    "info",
    "A citation prints a date in another form than the others, or than the house asks for.",
    fix="unsafe",
)

_ISO = re.compile(r"-(?<=[12][0-9]{3}-)(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?![\w/-])")
_MONTH_FIRST, _DAY_FIRST, _DIGITS = "month day, year", "day month year", "iso"
_PLAIN_DIGITS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLAIN = re.compile(
    r"(?:(?P<day>[0-9]{1,2}) (?P<month>[^\W\d_]{3,10})|(?P<name>[^\W\d_]{3,10}) (?P<number>[0-9]{1,2}),) (?P<year>[0-9]{4})"
)
_DASHES = "-‐‑–—/"
_FORMS = {_DAY_FIRST: "3 May 1871", _MONTH_FIRST: "May 3, 1871", _DIGITS: "1871-05-03"}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed day in another form than the house's, or than the article's clear habit."""
    wanted = document.house.date
    if wanted not in _FORMS and len(document.citations) <= CLEAR:
        return
    uses = list(_uses(document))
    if wanted not in _FORMS and len({form for *_, form in uses}) < 2:  # noqa: PLR2004 - one form is no mixture
        return
    tally = {form: sum(1 for *_, own in uses if own == form) for form in _FORMS}
    usual = wanted if wanted in _FORMS else max(tally, key=lambda form: tally[form])
    for one, start, end, form in uses:
        if form == usual or not (wanted in _FORMS or exception(tally[form], tally[usual])):
            continue
        printed = one.raw[start:end]
        other = "not in the house's form" if wanted in _FORMS else "in a form of its own"
        whose = "the house writes" if wanted in _FORMS else f"{tally[usual]} others are written"
        yield document.finding(
            RULE,
            one.at,
            f"the date '{printed}' is {other}",
            hint=f"{whose} like '{_FORMS[usual]}'",
            span=piece(document, one, start, end),
            printed=[printed],
            fix=_fix(document, one, start, end, usual),
        )


def _fix(document: Document, one: RawCitation, start: int, end: int, form: str) -> Fix | None:
    """Return the fix that writes a day in another form, None where it is not plainly one day in English."""
    around = one.raw[:start].rstrip()[-1:] + one.raw[end:].lstrip()[:1]
    if declared_language(document) != "en" or any(dash in around for dash in _DASHES):
        return None
    day = _named_day(document, one.raw[start:end])
    if day is None:
        return None
    number, month, year = day
    right = {
        _DAY_FIRST: f"{number} {month} {year}",
        _MONTH_FIRST: f"{month} {number}, {year}",
        _DIGITS: f"{year}-{month_numbers(document)[month.lower()]:02}-{number:0>2}",
    }[form]
    return rewritten(document, f"write '{right}'", "unsafe", [Piece(one, start, end, right)])


def _named_day(document: Document, printed: str) -> tuple[str, str, str] | None:
    """Return day, name of the month and year of a date in one of the three forms, None where anything else is in it."""
    if _PLAIN_DIGITS.fullmatch(printed):
        year, month, day = printed.split("-")
        names = phrases(document, "months")
        return day.lstrip("0"), names[int(month) - 1].capitalize(), year
    found = _PLAIN.fullmatch(printed)
    if found is None:
        return None
    return found["day"] or found["number"], found["month"] or found["name"], found["year"]


def _uses(document: Document) -> Iterator[tuple[RawCitation, int, int, str]]:
    for one, date in citation_dates(document):
        form = _MONTH_FIRST if date.month_first else _DAY_FIRST
        if "\x00" not in outside_quotation_marks(one.raw)[date.start : date.end]:
            yield one, date.start, date.end, form
    for one, found in matches(document, _ISO):
        yield one, found.start() - 4, found.end(), _DIGITS
