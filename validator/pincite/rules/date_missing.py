"""A source has no date.

## Why

Readers tell editions, letters and reports apart by their dates. A part may have that of its container, a volume or file
its `coverage`. Where nobody knows the date, say so: `date_text: n.d.`, or a guess such as `date: "1871?"`.
A web page may change: without a date of its own it needs the day it was read, `accessed`.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], publisher: Lantern Row}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: tides, type: pamphlet, title: On Tides, date_text: n.d.}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import DATE_OR_VISIT, SOURCE_CALLS, lacking
from pincite.rules.unplaced_sources import loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN106", "date-missing", "warning", "A source has no date.")


_YEAR = re.compile(r"(?<![0-9])1[0-9]{3}(?![0-9])|(?<![0-9])20[0-9]{2}(?![0-9])")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for one and has none."""
    for at, source in lacking(document, "date"):
        if source["type"] == "document" and _YEAR.search(source.get("title", "")):
            continue  # "Census of 1901"
        on_the_web = SOURCE_CALLS[source["type"]]["date"] is DATE_OR_VISIT
        yield document.finding(
            RULE,
            at,
            f"{named(source)} has neither a date nor an access date"
            if on_the_web
            else f"{named(source)} has no date",
            hint="add 'date', or 'accessed', the day it was read"
            if on_the_web
            else "add 'date'; where it is not known, 'date_text: n.d.'",
            severity=loudness(document, source),
        )
