"""Two documents of different dates are cited from the same page of a volume.

## Why

An edition prints documents in order. If a letter of 2 April and one of 18 April both stand on page 245, one page was likely
copied from the other citation. A letter and its enclosure may share a page.

## Bad

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row}
  - {id: a, type: letter, title: Fenn to Moss, authors: [{literal: Ada Fenn}], date: "1871-04-02",
     container: {source: letters-4, relation: printed_in}}
  - {id: b, type: letter, title: Moss to Fenn, authors: [{literal: Ivo Moss}], date: "1871-04-18",
     container: {source: letters-4, relation: printed_in}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: a, locator: {page: "245"}}]
  - id: q2
    text: The tide did not turn.
    citations: [{source: b, locator: {page: "245"}}]
```

## Good

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row}
  - {id: a, type: letter, title: Fenn to Moss, authors: [{literal: Ada Fenn}], date: "1871-04-02",
     container: {source: letters-4, relation: printed_in}}
  - {id: b, type: letter, title: Moss to Fenn, authors: [{literal: Ivo Moss}], date: "1871-04-18",
     container: {source: letters-4, relation: printed_in}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: a, locator: {page: "245"}}]
  - id: q2
    text: The tide did not turn.
    citations: [{source: b, locator: {page: "261"}}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.document import MAX_CHAIN
from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between
from pincite.rules.containers import ENCLOSED, SEEN_ELSEWHERE, named
from pincite.rules.locator_values import is_single

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.edtf import Day
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN313",
    "page-shared",
    "warning",
    "Two documents of different dates are cited from the same page of a volume.",
)

_DOCUMENTS = frozenset({"letter", "telegram", "memorandum", "report", "speech", "document"})
_EDITIONS = frozenset({"book", "volume", "series"})


class _Use(NamedTuple):
    """A document on a page: its days, the place that says so, the document."""

    days: tuple[Day, Day]
    at: str
    source: Source


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each later document on a page that an earlier one is cited from too."""
    pages: dict[tuple[str, str, str], dict[str, _Use]] = {}
    for at, locator, cited in _placed(document):
        source = _printed(document, cited)
        container, page, date = source.get("container"), locator.get("page", ""), source.get("date", "")
        days = bounds(date)
        if container and days and not uncertain(date) and is_single(page) and _in_order(document, source):
            key = (container["source"], locator.get("volume", ""), page)
            pages.setdefault(key, {}).setdefault(source["id"], _Use(days, f"{at}/page", source))
    for (container_id, _, page), uses in pages.items():
        first, *later = sorted(uses.values(), key=lambda use: use.days)
        for use in later:
            if days_between(first.days[1], use.days[0]) > 1:
                yield document.finding(
                    RULE,
                    use.at,
                    f"{named(use.source)} ({use.source['date']}) is on the same page {page} of '{container_id}' "
                    f"as {named(first.source)} ({first.source['date']})",
                    hint="if both are right, nothing is to be done; else correct the page",
                    printed=[f"p. {page}"],
                )


def _placed(document: Document) -> Iterator[tuple[str, dict[str, str], Source]]:
    """Yield the places of sources that citations give, then those that the containers give."""
    for cited in document.citations:
        source = document.source_by_id.get(cited.citation.get("source", ""))
        if source is not None:
            yield f"{cited.at}/locator", cited.citation.get("locator", {}), source
    for at, source in document.sources:
        yield f"{at}/container/locator", source.get("container", {}).get("locator", {}), source


def _printed(document: Document, source: Source) -> Source:
    """Return the document that stands in the edition itself: for an enclosure the one it was sent with."""
    for _ in range(MAX_CHAIN):
        container = source.get("container")
        outer = document.source_by_id.get(container["source"]) if container else None
        if (
            outer is None
            or outer["type"] not in _DOCUMENTS
            or source["container"].get("relation") not in ENCLOSED
        ):
            break
        source = outer
    return source


def _in_order(document: Document, source: Source) -> bool:
    """Return whether the source is a document that an edition prints in the order of dates."""
    container = source["container"]
    outer = document.source_by_id.get(container["source"])
    return (
        outer is not None
        and outer["type"] in _EDITIONS
        and source["type"] in _DOCUMENTS
        and container.get("relation") not in ENCLOSED | SEEN_ELSEWHERE
    )
