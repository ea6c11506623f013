"""A page lies outside the pages on which its source is said to stand.

## Why

A chapter on pages 228 to 250 has no page 289. Either the page was mistyped, or the passage stands in another chapter. A
reprint with page numbers of its own is a source of its own.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: bells, type: chapter, title: Bells, container: {source: clocks, relation: chapter_of, locator: {page: "228-250"}}}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations: [{source: bells, locator: {page: "289"}}]
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: bells, type: chapter, title: Bells, container: {source: clocks, relation: chapter_of, locator: {page: "228-250"}}}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations: [{source: bells, locator: {page: "239"}}]
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.locator_values import extents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN316",
    "page-outside-extent",
    "warning",
    "A page lies outside the pages on which its source is said to stand.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each place that is surely outside the extent of its source."""
    if not any("locator" in source.get("container", ()) for _, source in document.sources):
        return
    wholes: dict[str, tuple[Source, str] | None] = {}
    for at, source_id, locator in _places(document):
        page = locator.get("page")
        if not page or "note" in locator:
            continue
        if source_id not in wholes:
            wholes[source_id] = _extent_of(document, source_id)
        whole = wholes[source_id]
        if whole is None:
            continue
        source, extent = whole
        other_volume = locator.get("volume") != source["container"]["locator"].get("volume")
        if not other_volume and _outside(page, extent):
            yield document.finding(
                RULE,
                f"{at}/page",
                f"page {page} is outside {named(source)}, which stands on {extent} of '{source['container']['source']}'",
                hint="correct the page or the extent, or name the part in which the passage stands",
                printed=[f"p. {page}", f"pp. {page}", page],
            )


def _places(document: Document) -> Iterator[tuple[str, str, dict[str, str]]]:
    for cited in document.citations:
        yield (
            f"{cited.at}/locator",
            cited.citation.get("source", ""),
            cited.citation.get("locator", {}),
        )
    for at, image in document.images:
        for index, depicts in enumerate(image.get("depicts", ())):
            yield f"{at}/depicts/{index}/locator", depicts.get("source", ""), depicts.get("locator", {})


def _extent_of(document: Document, source_id: str) -> tuple[Source, str] | None:
    """Return the nearest source with an extent in pages, and that extent."""
    for source in document.chain(source_id):
        page = source.get("container", {}).get("locator", {}).get("page")
        if page:
            return source, page
    return None


@lru_cache(maxsize=4096)
def _outside(page: str, extent: str) -> bool:
    """Return whether a piece of *page* is surely outside: of the same numbering, and in none of the pieces of *extent*."""
    whole = extents(extent)
    if len(whole) == 1 and whole[0].first == whole[0].last:
        return False  # a single page may be the first of several
    numberings = {one.numbering for one in whole}
    return any(
        one.numbering in numberings
        and not any(
            one.numbering == other.numbering and other.first <= one.first and one.last <= other.last
            for other in whole
        )
        for one in extents(page)
    )
