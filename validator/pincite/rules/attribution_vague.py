"""A view is given to people who are not named, and no source is given.

## Why

"Some may argue" and "experts say" let nobody answer for the view. Who said it, and where, is what a citation would say.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: Some may argue that the clock was always slow.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: Some may argue that the clock was always slow (Harbour Log, p. 3).
claims:
  - id: c1
    text: the clock was always slow
    basis: source
    citations:
      - raw: (Harbour Log, p. 3)
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
    "PIN603",
    "attribution-vague",
    "info",
    "A view is given to people who are not named, and no source is given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "vague_attribution",
        "names nobody; no source is given here",
        "say who holds this view and cite where, or leave it out",
    )
