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
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.page_ranges import counted, extents
from pincite.model.rule import Rule
from pincite.rules.containers import named

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


class _Whole(NamedTuple):
    """The nearest source with an extent in pages, that extent, and its pages where it is a plain range."""

    source: Source
    extent: str
    pages: range


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each place that is surely outside the extent of its source."""
    wholes = _wholes(document)
    for at, whole, locator in _places(document, wholes) if wholes else ():
        page, source = locator["page"], whole.source
        other_volume = locator.get("volume") != source["container"]["locator"].get("volume")
        if not other_volume and _outside(page, whole.extent):
            yield document.finding(
                RULE,
                f"{at}/page",
                f"page {page} is outside {named(source)}, which stands on {whole.extent} of '{source['container']['source']}'",
                hint="correct the page or the extent, or name the part in which the passage stands",
                printed=[f"p. {page}", f"pp. {page}", page],
            )


def _places(document: Document, wholes: dict[str, _Whole]) -> Iterator[tuple[str, _Whole, dict[str, str]]]:
    """Yield the places in sources with an extent, but for pages that plainly are in it."""
    for at, citation, _, _ in document.citations:
        whole = wholes.get(citation.get("source", ""))
        if whole is None or "locator" not in citation:
            continue
        locator = citation["locator"]
        page = locator.get("page", "")
        if counted(page) in whole.pages:
            continue  # as nearly all are
        if _in_question(page, whole.pages) and "note" not in locator:
            yield f"{at}/locator", whole, locator
    for at, image in document.images if "depicts" in document.members("images") else ():
        for index, depicts in enumerate(image.get("depicts", ())):
            whole, locator = wholes.get(depicts.get("source", "")), depicts.get("locator", {})
            if whole and _in_question(locator.get("page", ""), whole.pages) and "note" not in locator:
                yield f"{at}/depicts/{index}/locator", whole, locator


def _in_question(page: str, pages: range) -> bool:
    """Return whether a place names pages that are not, at the first look, among *pages*."""
    if page.isdecimal():
        return counted(page) not in pages
    first, _, last = page.partition("-")
    plain = len(first) == len(last) and counted(first) in pages and counted(last) in pages
    return page != "" and not plain


def _wholes(document: Document) -> dict[str, _Whole]:
    """Return, by the id of a source, what it stands in with pages."""
    inner = {name: one for name, one in document.known_sources.items() if "container" in one}
    pages = {
        name: one["container"]["locator"].get("page")
        for name, one in inner.items()
        if "locator" in one["container"]
    }
    wholes = {name: _Whole(inner[name], page, _plain_pages(page)) for name, page in pages.items() if page}
    for name, source in inner.items() if wholes else ():
        # what stands in something that stands on pages stands on these pages
        if name not in wholes and source["container"]["source"] in inner:
            whole = next((wholes[one["id"]] for one in document.chain(name) if one["id"] in wholes), None)
            if whole:
                wholes[name] = whole
    return wholes


@lru_cache(maxsize=4096)
def _plain_pages(extent: str) -> range:
    """Return the pages of an extent that is a plain range, none for any other."""
    pieces = extents(extent)
    plain = len(pieces) == 1 and not pieces[0].numbering
    return range(pieces[0].first, pieces[0].last + 1) if plain else range(0)


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
