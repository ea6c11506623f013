"""A citation prints a day that no calendar has.

## Why

There is no 31 April. One of the digits is a misprint, and only the source knows which. The 29 February of a year that is a
leap year only in the Julian calendar is let pass.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 31 April 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 30 April 1871, p. 4)"
      - raw: "(The Tide Book, Ada Fenn, February 29, 1872, p. 4)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_dates import printed_dates
from pincite.rules.raw_citations import piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN215", "printed-day-impossible", "error", "A citation prints a day that no calendar has.")

_LATE = re.compile(r"(?<![0-9])(?:29|[3-9][0-9]|00?)(?![0-9])")
"""A number that not every month has as a day."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed day that does not exist."""
    if not _LATE.search(document.printed("citations")):
        return
    for one in raw_citations(document):
        if not _LATE.search(one.raw):
            continue
        for date in printed_dates(document, one.raw):
            if date.fault is None:
                continue
            printed = one.raw[date.start : date.end]
            yield document.finding(
                RULE,
                one.at,
                f"no calendar has the day '{printed}': {date.fault}",
                hint="look the date up in the source",
                span=piece(document, one, date.start, date.end),
                printed=[printed],
            )
