"""A source was looked up before it was published.

## Why

Nobody reads on Monday what comes out on Friday: the date of the source or that of the visit is mistyped, often the year in
January. A day is allowed for the time zones.

## Bad

```yaml
sources:
  - {id: tides, type: webpage, title: Tides, date: "2021-03-19", url: "https://example.org/tides", accessed: "2020-03-24"}
```

## Good

```yaml
sources:
  - {id: tides, type: webpage, title: Tides, date: "2021-03-19", url: "https://example.org/tides", accessed: "2021-03-24"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between, printed_forms
from pincite.rules.containers import named
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN320", "accessed-before-published", "warning", "A source was looked up before it was published."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source whose visit surely lies before its date."""
    for at, source in document.sources:
        if "accessed" not in source or "date" not in source:
            continue
        accessed, date = source["accessed"], source["date"]
        visited, published = bounds(accessed), bounds(date)
        if visited is None or published is None or uncertain(date) or uncertain(accessed):
            continue
        if days_between(visited[1], published[0]) > 1:
            yield from told_where_printed(
                document,
                RULE,
                f"{at}/accessed",
                source["id"],
                f"{named(source)} was looked up ({accessed}) before it was published ({date})",
                hint="one of the two dates is wrong",
                printed=printed_forms(accessed),
            )
