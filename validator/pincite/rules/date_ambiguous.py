"""A printed date in digits can be read as two days.

## Why

"03/04/1871" is the third of April to one reader and the fourth of March to another. The name of the month, or the order of
ISO 8601 (1871-04-03), leaves no doubt.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 03/04/1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 23/04/1871, p. 4)"
      - raw: "(The Tide Book, Ada Fenn, 3 April 1871, no. 12/3/1871-B)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.raw_citations import matches, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN217", "date-ambiguous", "info", "A printed date in digits can be read as two days.")

_IN_DIGITS = re.compile(r"(?<![\w/.-])([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3})(?![\w/-])")
_MONTHS = 12


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date whose day could as well be its month."""
    for one, found in matches(document, _IN_DIGITS):
        first, second = int(found[1]), int(found[2])
        if first != second and 1 <= first <= _MONTHS and 1 <= second <= _MONTHS:
            yield document.finding(
                RULE,
                one.at,
                f"'{found[0]}' can be read as day/month or as month/day",
                hint="write the name of the month",
                span=piece(document, one, found.start(), found.end()),
                printed=[found[0]],
            )
