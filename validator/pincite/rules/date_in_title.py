"""A date hides in the title beside a second date.

## Why

Where a title prints the date of the document ("TELEGRAM TO THE PILOT - MAY 10TH, 1871") and the citation goes on to another
date, a reader takes the second for the date of the document. Put the date of the document in its place, and say what the other
one is.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(TELEGRAM TO THE PILOT - MAY 10TH, 1871, handed to Ivo Moss, May 11, 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Telegram to the pilot, May 10, 1871, p. 4)"
      - raw: "(Telegram to the pilot, May 10, 1871. In: Letters, May 11, 1871 – May 12, 1872, p. 4)"
```
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_dates import citation_dates
from pincite.rules.raw_citations import piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN218", "date-in-title", "info", "A date hides in the title beside a second date.")

_DASHES = (" - ", " – ", " — ")
_NEXT_SOURCE = re.compile(r"\.\s|;\s")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date that a dash joins to a title, where another date follows it."""
    printed_citations = document.printed("citations")
    if not any(dash in printed_citations for dash in _DASHES):
        return
    for one, pairs in groupby(citation_dates(document), key=itemgetter(0)):
        if not any(dash in one.raw for dash in _DASHES):
            continue
        dates = [date for _, date in pairs]
        for date, after in pairwise(dates):
            words = one.raw[: date.start]
            joined = words.endswith(_DASHES) and words[:-3].rstrip()[-1:].isalpha()
            if not joined or date[2:5] == after[2:5] or _NEXT_SOURCE.search(one.raw, date.end, after.start):
                continue
            printed = one.raw[date.start : date.end]
            yield document.finding(
                RULE,
                one.at,
                f"the date '{printed}' stands in the title, and a second date '{one.raw[after.start : after.end]}' follows",
                hint="print the date of the document behind its title, and say what the other date is",
                span=piece(document, one, date.start, date.end),
                printed=[printed],
            )
            break
