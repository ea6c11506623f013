"""A conclusion is drawn, and what it follows from is not given.

## Why

"It thus follows" is a claim of its own: that the premises suffice. An inference names its premises in the claim's `evidence`,
or declares `basis: inference`.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It thus follows that the clock was stopped at six.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It thus follows that the clock was stopped at six.
claims:
  - id: c1
    text: the clock was stopped at six
    basis: inference
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
    "PIN605",
    "inference-unsupported",
    "info",
    "A conclusion is drawn, and what it follows from is not given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "inference",
        "draws a conclusion; what it rests on is not given here",
        "cite the source, or let the claim declare 'basis: inference' with its premises as evidence",
    )
