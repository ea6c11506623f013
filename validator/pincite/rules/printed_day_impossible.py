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

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_dates import citation_dates
from pincite.rules.raw_citations import piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN215", "printed-day-impossible", "error", "A citation prints a day that no calendar has.")

_SAFE = range(1, 29)
"""Days that every month has."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed day that does not exist."""
    for one, date in citation_dates(document):
        if date.day in _SAFE or date.fault is None:
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
