"""A statement rests on common knowledge, and no source is given.

## Why

What every reader of one town knows, a reader elsewhere cannot check. The phrase does not make the statement wrong: it stands where
a source could stand. Silent where the sentence has a citation, or a claim in it says what it rests on.

## Bad

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It is common knowledge that the clock was stopped at six.
```

## Good

```yaml
article:
  title: The harbour clock
  language: en
  text:
    content: It is common knowledge that the clock was stopped at six.
claims:
  - id: c1
    text: the clock was stopped at six
    basis: common_knowledge
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
    "PIN601",
    "common-knowledge-appeal",
    "info",
    "A statement rests on common knowledge, and no source is given.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each such phrase in the author's own prose whose sentence names no source."""
    yield from unsourced(
        document,
        RULE,
        "common_knowledge",
        "rests on common knowledge; no source is given here",
        "cite a source, or let the claim declare 'basis: common_knowledge'",
    )
