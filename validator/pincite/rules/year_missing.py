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
from pincite.rules.printed_dates import month_numbers
from pincite.rules.raw_citations import outside_quotation_marks, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN219", "year-missing", "info", "A printed date has a day and a month but no year.")

_DAY = r"[0-9]{1,2}(?:st|nd|rd|th|er|\.|[º°])?"
_NAME = r"[^\W\d_]{3,10}\.?"
_DATE = re.compile(rf"(?:({_NAME})[ \u00a0]{_DAY}|(?<![0-9.]){_DAY}(?: de)?[ \u00a0]({_NAME}))(?![^\W_])")
_BEFORE = re.compile(r"(?:^|[(\[,.;])[ \u00a0]*(?:[^\W\d_]+\.?[ \u00a0])?(?:el |le |am |on )?$")
"""What may stand before a date that is a piece of its own: a mark, and at most one word such as "Received"."""
_AFTER = re.compile(r"[ \u00a0]*(?:[)\];]|$|[,.](?![ \u00a0]*(?:de )?[0-9]{4}))")
_FAR = 30


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date of a citation that lacks its year."""
    for one in raw_citations(document):
        words = None
        for found in _DATE.finditer(one.raw):
            if not _AFTER.match(one.raw, found.end()):
                continue
            if (found[1] or found[2]).rstrip(".").lower() not in month_numbers(document):
                continue
            words = words or outside_quotation_marks(one.raw)
            if "\x00" in words[found.start() : found.end()]:
                continue
            if not _BEFORE.search(one.raw[max(0, found.start() - _FAR) : found.start()]):
                continue
            yield document.finding(
                RULE,
                one.at,
                f"the date '{found[0]}' has no year",
                hint="add the year",
                span=piece(document, one, found.start(), found.end()),
                printed=[found[0]],
            )
