"""A citation does not say where in the source.

## Why

A pinpoint citation names the page. Without one a reader has to read the whole book to check a sentence. A short
document printed in a volume may have its pages under its `container` instead. Any label will do: where an e-book has
no pages, name the chapter or the section.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - source: clocks
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1931-05-02"
    container: {source: clocks, relation: printed_in, locator: {page: "212-213"}}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - source: clocks
        locator: {page: "39"}
  - id: q2
    text: It struck thirteen and nobody laughed.
    citations:
      - source: fenn-to-moss
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting
from pincite.rules.locator_values import is_single
from pincite.rules.source_calls import PAGED, SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN103", "locator-missing", "warning", "A citation does not say where in the source.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each citation without a place in a source, or in its container, that has pages."""
    for cited in document.citations:
        if cited.citation.get("locator"):
            continue
        source = document.source_by_id.get(cited.citation.get("source", ""))
        if source is None:
            continue
        paged = paged_source(nesting(document, source).chain)
        if paged is None:
            continue
        within = "" if paged is source else f", which stands in {named(paged)}"
        yield document.finding(
            RULE,
            cited.at,
            f"the citation of {named(source)}{within}, does not say where"
            if within
            else f"the citation of {named(source)} does not say where in it",
            hint="add 'locator' with the page, or another label where there are no pages",
        )


def paged_source(chain: list[Source]) -> Source | None:
    """Return the nearest source of the chain that has pages, None where one on the way has its place there."""
    for source in chain:
        extent = source.get("container", {}).get("locator", {})
        if extent and (source["type"] not in PAGED or source["type"] in SHORT or _one_page(extent)):
            return None
        if source["type"] == "magazine_article" and "url" in source:
            return None  # read on the web, where it has no pages
        if source["type"] in PAGED:
            return source
    return None


def _one_page(extent: dict[str, str]) -> bool:
    return is_single(extent.get("page", ""))
