"""A statement is promised to be shown later, and no place is given.

## Why

A reader who wants to see it now has to search. A promise is kept more often when it names its section; one that stands in the
same sentence as a citation or a place needs nothing.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The clock, as shall be seen, was never slow.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: The clock, as shall be seen in the third part, was never slow.
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.prose_findings import unsourced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN604",
    "promise-forward",
    "info",
    "A statement is promised to be shown later, and no place is given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "forward_promise",
        "promises what comes later; no place or source is given here",
        "say where it is shown, or cite the source here",
    )
