"""Something is said to be proved, and no source is given.

## Why

Proof is what the reader is to see. Where the sentence says that something has been established, it can name the quotation or the
source that does so.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It has been established that the clock was stopped at six.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It has been established that the clock was stopped at six (Harbour Log, p. 3).
claims:
  - id: c1
    text: the clock was stopped at six
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
    "PIN606",
    "proof-asserted",
    "info",
    "Something is said to be proved, and no source is given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "proof",
        "says that something is proved; no source is given here",
        "cite what proves it, or give the claim its evidence",
    )
