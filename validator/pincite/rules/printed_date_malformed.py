"""A printed date has a comma between month and day.

## Why

"April, 2, 1918" reads as a month, a number and a year: a slip of the hand that a reader stumbles over and a program takes
for three things. The comma belongs behind the day ("April 2, 1918") or nowhere ("2 April 1918"). In an article's own file it can be
taken out by a fix, which is safe: neither the month nor a figure changes.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, April, 2, 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, April 2, 1871, p. 4)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.printed_dates import month_numbers
from pincite.rules.raw_citations import piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN214",
    "printed-date-malformed",
    "error",
    "A printed date has a comma between month and day.",
    fix="safe",
)

_NUMBER_BETWEEN_COMMAS = re.compile(r",[ \u00a0]+([0-9]{1,2})(?:st|nd|rd|th)?,[ \u00a0]+([0-9]{4})(?![0-9])")
_WORD = re.compile(r"[^\W\d_]{3,10}\.?$")
_LONGEST = 11
"""The longest name of a month with a full stop."""
_LAST_DAY = 31


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each month of a citation that a comma parts from its day."""
    if not _NUMBER_BETWEEN_COMMAS.search(document.printed("citations")):
        return
    months = month_numbers(document)
    for one in raw_citations(document):
        for found in _NUMBER_BETWEEN_COMMAS.finditer(one.raw):
            word = _WORD.search(one.raw, max(0, found.start() - _LONGEST), found.start())
            if word is None or word[0].rstrip(".").lower() not in months:
                continue
            printed = one.raw[word.start() : found.end()]
            comma = Piece(one, found.start(), found.start() + 1, "")
            yield document.finding(
                RULE,
                one.at,
                f"the date '{printed}' has a comma between month and day",
                hint=f"write '{word[0]} {found[1]}, {found[2]}'",
                span=piece(document, one, word.start(), found.end()),
                printed=[printed],
                fix=rewritten(document, f"take out the comma behind '{word[0]}'", "safe", [comma])
                if 1 <= int(found[1]) <= _LAST_DAY
                else None,
            )
