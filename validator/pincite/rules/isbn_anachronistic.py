"""A book has an ISBN and a date from before there were any.

## Why

Book numbers began in 1965, ISBNs in 1970: the number belongs to a later printing, and pages are counted in that one. Either
the date or the number is of another edition than the one that was read.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1862", publisher: Lantern Row, isbn: 0-306-40615-2}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1972", publisher: Lantern Row, isbn: 0-306-40615-2}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import printed_forms
from pincite.rules.containers import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN329", "isbn-anachronistic", "info", "A book has an ISBN and a date from before there were any."
)

_FIRST_YEAR = 1965


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source with an ISBN that is surely older than book numbers."""
    for at, source in document.sources:
        date = source.get("date", "") if "isbn" in source else ""
        days = bounds(date) if date else None
        if days is not None and days[1][0] < _FIRST_YEAR and not uncertain(date):
            yield document.finding(
                RULE,
                f"{at}/isbn",
                f"{named(source)} is of {date} and has an ISBN; book numbers began in {_FIRST_YEAR}",
                hint="give the date of the printing that was read, and the first one's in 'note'",
                printed=[source["isbn"], *printed_forms(date, source.get("date_text"))],
            )
