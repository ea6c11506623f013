"""A citation does not say where, although the article cites the same source or file with its pages elsewhere.

## Why

Many documents have no pages worth naming: a letter, a web page. Where an article gives a page of a document, or of the file or
collection it lies in, that document has pages; and the citation without one sends its readers through all of them. Books
and other sources that always have pages are judged by PIN103.

## Bad

```yaml
sources:
  - {id: history, type: document, title: History of the Mole, authors: [{literal: Ada Fenn}], date: "1871", archive: {name: Town Archive, item: "12"}}
quotations:
  - {id: q1, text: Six., citations: [{source: history, locator: {page: "27"}, raw: "(History of the Mole, 1871, p. 27)"}]}
  - {id: q2, text: Seven., citations: [{source: history, raw: "(History of the Mole, 1871)"}]}
```

## Good

```yaml
sources:
  - {id: history, type: document, title: History of the Mole, authors: [{literal: Ada Fenn}], date: "1871", archive: {name: Town Archive, item: "12"}}
quotations:
  - {id: q1, text: Six., citations: [{source: history, locator: {page: "27"}, raw: "(History of the Mole, 1871, p. 27)"}]}
  - {id: q2, text: Seven., citations: [{source: history, locator: {page: "29"}, raw: "(History of the Mole, 1871, p. 29)"}]}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting
from pincite.rules.locator_missing import paged_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Citation, Source

RULE = Rule(
    "PIN129",
    "locator-sometimes-missing",
    "info",
    "A citation does not say where, although the article cites the same source or file with its pages elsewhere.",
)

_GATHERED = frozenset({"collection", "file"})
"""Containers whose pages are counted through all that they hold."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed citation without a place in what is cited with a page or folio elsewhere."""
    bare = [cited for cited in document.citations if _without_place(cited.citation)]
    if not bare:
        return
    counted: set[str] = set()
    for cited in document.citations:
        if not {"page", "folio"}.isdisjoint(cited.citation.get("locator", ())):
            counted.update(one["id"] for one in _where_pages_count(document, cited.citation))
    for cited in bare:
        around = _where_pages_count(document, cited.citation)
        known = next((one for one in around if one["id"] in counted), None)
        if known is not None and paged_source(nesting(document, around[0]).chain) is None:
            yield document.finding(
                RULE,
                cited.at,
                f"this citation does not say where, although {named(known)} is cited with its pages elsewhere",
                hint="add 'locator' with the page",
                printed=[known.get("title")],
            )


def _without_place(citation: Citation) -> bool:
    return bool(citation.get("raw")) and not citation.get("locator") and not citation.get("inferred")


def _where_pages_count(document: Document, citation: Citation) -> list[Source]:
    """Return the cited source and the files and collections around it; empty where it has its place there."""
    source = document.source_by_id.get(citation.get("source", ""))
    if source is None:
        return []
    chain = nesting(document, source).chain
    if any(one.get("container", {}).get("locator") for one in chain):
        return []
    return [one for index, one in enumerate(chain) if not index or one["type"] in _GATHERED]
