"""A citation gives the first page and leaves the end open.

## Why

"12 ff." says that something follows, not how far. Style guides (Chicago 14.148 among them) ask for the full range; then a reader
knows what to order and what to read.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "12 ff."}}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "12-15"}}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.locator_values import composed_values, printed_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN229", "pages-open-ended", "info", "A citation gives the first page and leaves the end open.")

_OPEN = re.compile(
    r"(?:^|[,;\s])[0-9]+\s?(?:ff?\.?|sqq?\.?|et\sseqq?\.?|et\ssuiv\.?|et\ss\.|y\ss{1,2}\.|ss?\.|\+)$"
)
_LABELS = frozenset({"page", "folio", "column", "line", "verse", "paragraph"})


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each locator that ends in "and the following"."""
    for at, label, value in composed_values(document):
        if label in _LABELS and not value[-1:].isdecimal() and _OPEN.search(value):
            yield document.finding(
                RULE,
                at,
                f"the {label} '{value}' does not say where the passage ends",
                hint="give the full range, as in '12-15'",
                printed=printed_pages(value),
            )
