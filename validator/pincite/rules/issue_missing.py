"""A journal article names neither the volume nor the issue of its journal.

## Why

Libraries bind, shelve and order journals by volume. The Chicago Manual of Style gives volume and issue before the page; a DOI or an
address leads there as well.

## Bad

```yaml
sources:
  - {id: transactions, type: periodical, title: Garden Transactions}
  - id: pale-seeds
    type: journal_article
    title: On Pale Seeds
    authors: [{literal: Ivo Moss}]
    date: "1904"
    container: {source: transactions, relation: part_of}
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
    container: {source: transactions, relation: part_of}
  - id: dark-seeds
    type: journal_article
    title: On Dark Seeds
    authors: [{literal: Ivo Moss}]
    date: "1906-04"
    container: {source: transactions, relation: part_of}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN119",
    "issue-missing",
    "info",
    "A journal article names neither the volume nor the issue of its journal.",
)

_COUNTED = ("volume", "issue", "number", "doi", "url")
_YEAR = 4
"""The length of a date that is a year alone; a month or a day names the issue."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each journal article with a year alone, where nothing around it is numbered either."""
    for at, source in document.sources:
        if source["type"] != "journal_article" or "container" not in source or _numbered(source):
            continue
        chain, complete = nesting(document, source)
        if complete and not any(_numbered(one) for one in chain):
            yield document.finding(
                RULE,
                at,
                f"{named(source)} names neither volume nor issue",
                hint="add 'volume' and 'issue', or 'doi'",
            )


def _numbered(source: Source) -> bool:
    declared = source.get("inferred", {})
    dated = source["type"] in {"journal_article", "issue"} and len(source.get("date", "")) > _YEAR
    return dated or any(member in source or member in declared for member in _COUNTED)
