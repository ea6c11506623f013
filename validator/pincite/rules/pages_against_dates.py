"""The pages of one document in a volume run against the order of the dates.

## Why

An edition that prints letters by their dates has the letter of May behind that of April. Where five or more documents are
cited from one volume (three from one with a `coverage`), and all but one stand in order, the page or the date of that one was
likely mistyped. An edition in chapters by subject has an order of its own.

## Bad

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row}
  - {id: a, type: letter, title: One, date: "1871-04-02", container: {source: letters-4, relation: printed_in, locator: {page: "12"}}}
  - {id: b, type: letter, title: Two, date: "1871-05-02", container: {source: letters-4, relation: printed_in, locator: {page: "24"}}}
  - {id: c, type: letter, title: Six, date: "1871-06-02", container: {source: letters-4, relation: printed_in, locator: {page: "390"}}}
  - {id: d, type: letter, title: Ten, date: "1871-07-02", container: {source: letters-4, relation: printed_in, locator: {page: "48"}}}
  - {id: e, type: letter, title: End, date: "1871-08-02", container: {source: letters-4, relation: printed_in, locator: {page: "60"}}}
```

## Good

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row}
  - {id: a, type: letter, title: One, date: "1871-04-02", container: {source: letters-4, relation: printed_in, locator: {page: "12"}}}
  - {id: b, type: letter, title: Two, date: "1871-05-02", container: {source: letters-4, relation: printed_in, locator: {page: "24"}}}
  - {id: c, type: letter, title: Six, date: "1871-06-02", container: {source: letters-4, relation: printed_in, locator: {page: "39"}}}
  - {id: d, type: letter, title: Ten, date: "1871-07-02", container: {source: letters-4, relation: printed_in, locator: {page: "48"}}}
  - {id: e, type: letter, title: End, date: "1871-08-02", container: {source: letters-4, relation: printed_in, locator: {page: "60"}}}
```
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.edtf import bounds, uncertain
from pincite.model.page_ranges import extents
from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.editions import as_printed, edition_keys, in_order, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.edtf import Day
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN315",
    "pages-against-dates",
    "info",
    "The pages of one document in a volume run against the order of the dates.",
)

_ENOUGH = 5
"""So many documents show that a volume is in the order of dates."""
_ENOUGH_COVERED = 3
"""So many do where the volume says which time it covers."""


class _Use(NamedTuple):
    """A document at its first page: the place that says so, and the days it may be of."""

    page: int
    days: tuple[Day, Day]
    at: str
    source: Source
    printed: str


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each volume in which one document stands out of the order of the others."""
    keys = edition_keys(document, _ENOUGH_COVERED)
    volumes: dict[tuple[str, str, str], dict[str, _Use]] = {}
    for at, locator, cited in placed(document) if keys else ():
        page = locator.get("page")
        source = as_printed(document, cited) if page else cited
        container = source.get("container", {}).get("source", "")
        if not page or container not in keys or not in_order(document, source):
            continue
        days, pages = bounds(source.get("date", "")), extents(page)
        if days and pages and not pages[0].numbering and not uncertain(source["date"]):
            use = _Use(pages[0].first, days, f"{at}/page", source, page)
            uses = volumes.setdefault((*keys[container], locator.get("volume", "")), {})
            if source["id"] not in uses or use.page < uses[source["id"]].page:
                uses[source["id"]] = use
    for by_id in volumes.values():
        uses_in_order = sorted(by_id.values(), key=lambda use: (use.page, use.days))
        out = _out_of_order(uses_in_order) if _enough(document, uses_in_order) else None
        if out:
            yield _told(document, *out)


def _enough(document: Document, uses: list[_Use]) -> bool:
    """Return whether so many documents show the order of their volume."""
    edition = document.source_by_id[uses[0].source["container"]["source"]]
    return len(uses) >= (_ENOUGH_COVERED if "coverage" in edition else _ENOUGH)


def _told(document: Document, use: _Use, other: _Use) -> Finding:
    where = "before" if use.page < other.page else "behind"
    return document.finding(
        RULE,
        use.at,
        f"{named(use.source)} ({use.source['date']}) stands on page {use.page} of '{use.source['container']['source']}', "
        f"{where} {named(other.source)} ({other.source['date']}, page {other.page}); the others are in order of date",
        hint="look up the page and the date",
        printed=[f"p. {use.printed}", f"pp. {use.printed}", use.printed],
    )


def _out_of_order(uses: list[_Use]) -> tuple[_Use, _Use] | None:
    """Return the only one of *uses*, in order of pages, that breaks the order of days, and one that it stands wrong to."""
    breaks = [index for index in range(len(uses) - 1) if uses[index].days[0] > uses[index + 1].days[1]]
    if len(breaks) != 1:
        return None
    at = breaks[0]
    for index, other in ((at + 1, at), (at, at + 1)):
        rest = uses[:index] + uses[index + 1 :]
        if all(one.days[0] <= after.days[1] for one, after in pairwise(rest)):
            return uses[index], uses[other]
    return None
