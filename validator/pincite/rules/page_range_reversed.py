"""A range of pages ends before it starts.

## Why

"pp. 58-49" sends the reader nowhere: either the two pages were swapped or one of them is mistyped. A shortened end, as in
"248-52", is read the way the Chicago Manual of Style writes it. Folios, columns, lines and verses are looked at in the same way.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - source: clocks
        locator: {page: "58-49"}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - source: clocks
        locator: {page: "49-58"}
      - source: clocks
        locator: {page: "248-52, xvi"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.locator_values import COUNTED, composed_values, printed_pages, reversed_ranges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN212", "page-range-reversed", "error", "A range of pages ends before it starts.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each place whose range runs backwards."""
    for at, label, value in composed_values(document):
        if label not in COUNTED:
            continue
        for start, end in reversed_ranges(value):
            yield document.finding(
                RULE,
                at,
                f"{label} range '{value}' ends ({end}) before it starts ({start})",
                hint=f"if the two were swapped, write '{end}-{start}'" if _whole(end) else None,
                printed=printed_pages(value),
            )
            break


def _whole(end: str) -> bool:
    return end.isdecimal() or len(end) > 1
