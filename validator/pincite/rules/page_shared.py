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

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between
from pincite.rules.containers import named
from pincite.rules.editions import as_printed, edition_keys, in_order, placed
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


class _Use(NamedTuple):
    """A document on a page: its days, the place that says so, the document."""

    days: tuple[Day, Day]
    at: str
    source: Source


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each later document on a page that an earlier one is cited from too."""
    keys = edition_keys(document)
    pages: dict[tuple[str, str, str, str], dict[str, _Use]] = {}
    for at, locator, cited in placed(document) if keys else ():
        source = as_printed(document, cited)
        container, page, date = source.get("container"), locator.get("page", ""), source.get("date", "")
        days = bounds(date)
        if (
            container
            and container["source"] in keys
            and days
            and not uncertain(date)
            and is_single(page)
            and in_order(document, source)
        ):
            key = (*keys[container["source"]], locator.get("volume", ""), page)
            pages.setdefault(key, {}).setdefault(source["id"], _Use(days, f"{at}/page", source))
    for (*_, page), uses in pages.items():
        first, *later = sorted(uses.values(), key=lambda use: use.days)
        for use in later:
            if days_between(first.days[1], use.days[0]) > 1:
                yield document.finding(
                    RULE,
                    use.at,
                    f"{named(use.source)} ({use.source['date']}) is on the same page {page} of '{use.source['container']['source']}' "
                    f"as {named(first.source)} ({first.source['date']})",
                    hint="if both are right, nothing is to be done; else correct the page",
                    printed=[f"p. {page}"],
                )
