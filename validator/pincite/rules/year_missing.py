"""A printed date has a day and a month but no year.

## Why

"(Received March 11)" leaves the year to be guessed from a date near by; in a letter of December the guess goes wrong. A range
may leave the year to its end ("March 13 – May 12, 1871").

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Ada Fenn to Ivo Moss – (Received March 11), Port Ellery, March 8, 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Ada Fenn to Ivo Moss – (Received March 11, 1871), Port Ellery, March 8, 1871, p. 4)"
      - raw: "(The May 3 Storm, Letters, March 13 – May 12, 1871, p. 4)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_dates import may_have_days, month_numbers
from pincite.rules.raw_citations import RawCitation, matches, outside_quotation_marks, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN219", "year-missing", "info", "A printed date has a day and a month but no year.")

_SUFFIX = r"(?:st|nd|rd|th|er|[º°])?"
_AFTER = r"[ \u00a0]*(?=[)\];]|$|[,.](?![ \u00a0]*(?:de |c\.? ?|ca\.? |[\[(])?[0-9]{4}))"
# both begin with a plain space, which a search jumps to
_MONTH_FIRST = re.compile(rf" (?P<day>[0-9]{{1,2}}){_SUFFIX}{_AFTER}", re.MULTILINE)
_DAY_FIRST = re.compile(rf" (?<=[0-9tdhr.º°] )(?:de )?(?P<month>[^\W\d_]{{3,10}})\.?{_AFTER}", re.MULTILINE)
_DAY = re.compile(rf"(?<![0-9./-])[0-9]{{1,2}}(?:{_SUFFIX}|\.)$")
_MONTH = re.compile(r"(?<!\w)([^\W\d_]{3,10})\.?$")
_BEFORE = re.compile(r"(?:^|[(\[,.;])[ \u00a0]*(?:[^\W\d_]+\.?[ \u00a0])?(?:el |le |am |on )?$")
"""What may stand before a date that is a piece of its own: a mark, and at most one word such as "Received"."""
_LATER = re.compile(
    r"(?:(?!\. [A-Z])[^()])*?,(?<![^\W\d_] [0-9],)(?<![^\W\d_] [0-9]{2},)[ \u00a0]*[0-9]{4}(?=[,.;)\]]|$)"
)
"""The year stands in a piece of its own further on."""
_FAR = 30
_LONGEST_DAY = 4
_LONGEST_MONTH = 12


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date of a citation that lacks its year."""
    for one, start, end in _dates(document):
        if "\x00" in outside_quotation_marks(one.raw)[start:end]:
            continue
        if _LATER.match(one.raw, end) or not _BEFORE.search(one.raw[max(0, start - _FAR) : start]):
            continue
        printed = one.raw[start:end]
        yield document.finding(
            RULE,
            one.at,
            f"the date '{printed}' has no year",
            hint="add the year",
            span=piece(document, one, start, end),
            printed=[printed],
        )


def _dates(document: Document) -> Iterator[tuple[RawCitation, int, int]]:
    """Yield where a day and the name of a month stand, and no year behind them."""
    if not may_have_days(document):
        return
    for one, found in matches(document, _DAY_FIRST):
        if found["month"].lower() in month_numbers(document):
            day = _DAY.search(one.raw[: found.start()], max(0, found.start() - _LONGEST_DAY))
            if day:
                yield one, day.start(), found.start() + len(found[0].rstrip(" \u00a0"))
    for one, found in matches(document, _MONTH_FIRST):
        word = one.raw[max(0, found.start() - _LONGEST_MONTH) : found.start()]
        if not word[-3:-1].isalpha():
            continue  # "p. 4" and the like
        month = _MONTH.search(word)
        if month and month[1].lower() in month_numbers(document):
            yield one, found.start() - len(month[0]), found.start() + len(found[0].rstrip(" \u00a0"))
