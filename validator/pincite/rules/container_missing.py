"""A chapter, article or issue does not say what it is part of.

## Why

An article is found through its journal, a chapter through its book. The Chicago Manual of Style names both; here the journal or book
is a source of its own, and the part names it under `container`.

## Bad

```yaml
sources:
  - id: pale-seeds
    type: journal_article
    title: On Pale Seeds
    authors: [{literal: Ivo Moss}]
    date: "1904"
```

## Good

```yaml
sources:
  - {id: transactions, type: periodical, title: Garden Transactions}
  - id: pale-seeds
    type: journal_article
    title: On Pale Seeds
    authors: [{literal: Ivo Moss}]
    date: "1904"
    volume: "6"
    container: {source: transactions, relation: part_of, locator: {page: "76-79"}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import lacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN109", "container-missing", "warning", "A chapter, article or issue does not say what it is part of."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for one and has none."""
    for at, source in lacking(document, "container"):
        yield document.finding(
            RULE,
            at,
            f"{named(source)} does not say what it is part of",
            hint="describe the book or periodical as a source and name it under 'container'",
        )
