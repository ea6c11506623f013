"""A phrase vouches for a statement, and no source is given.

## Why

"No doubt" and "obviously" ask the reader to agree before there is anything to agree with. Where a source is named in the
sentence, the phrase is the author's own voice and is left alone.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: There can be no doubt that the clock was stopped at six.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: There can be no doubt that the clock was stopped at six (Harbour Log, p. 3).
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
    "PIN602",
    "certainty-rhetorical",
    "info",
    "A phrase vouches for a statement, and no source is given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "certainty",
        "vouches for the statement; no source is given here",
        "cite a source, or leave the phrase out",
    )
