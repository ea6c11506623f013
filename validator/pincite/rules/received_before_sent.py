"""A document arrived before it was sent.

## Why

One of the two dates must be mistyped, often the year in January. Dates are Gregorian: a letter dated in the Old Style is
converted, and its printed date kept in `date_text`. A telegram across the date line may seem to arrive a day early.

## Bad

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-12-30"
    received: "1871-01-02"
    archive: {name: Town Archive}
```

## Good

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-12-30"
    received: "1872-01-02"
    archive: {name: Town Archive}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between, printed_forms
from pincite.rules.containers import named
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN311", "received-before-sent", "error", "A document arrived before it was sent.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that was certainly received before its date."""
    for at, source in document.sources:
        date, received = source.get("date", ""), source.get("received", "")
        sent_days, received_days = bounds(date), bounds(received)
        if sent_days is None or received_days is None:
            continue
        early = days_between(received_days[1], sent_days[0])
        exact = sent_days[0] == sent_days[1] and received_days[0] == received_days[1]
        if early > (1 if exact else 0):
            yield from told_where_printed(
                document,
                RULE,
                f"{at}/received",
                source["id"],
                f"{named(source)} was received ({received}) before it was sent ({date})",
                hint="one of the two dates is wrong; Old Style dates are converted, 'date_text' keeps the printed one",
                printed=printed_forms(received),
            )
