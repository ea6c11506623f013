"""A document is dated after the letter that enclosed it, or after the work it is printed in.

## Why

Nothing can be enclosed before it is written, and no book of 1902 prints a letter of 1912. One of the two dates is mistyped,
or the document stands in another work. A day is allowed between a letter and its enclosure.

## Bad

```yaml
sources:
  - {id: letters, type: book, title: Letters, authors: [{literal: Ada Fenn}], date: "1902", publisher: Lantern Row}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1912-05-09"
    container: {source: letters, relation: printed_in}
```

## Good

```yaml
sources:
  - {id: letters, type: book, title: Letters, authors: [{literal: Ada Fenn}], date: "1902", publisher: Lantern Row}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1872-05-09"
    container: {source: letters, relation: printed_in}
```
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between, plainly_in_time, printed_forms
from pincite.rules.containers import ENCLOSED, named
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN319",
    "part-younger-than-whole",
    "warning",
    "A document is dated after the letter that enclosed it, or after the work it is printed in.",
)

_PUBLISHED_ONCE = frozenset(
    {"book", "chapter", "volume", "issue", "journal_article", "magazine_article", "news_article"}
    | {"report", "pamphlet", "thesis"}
)
"""Types whose date ends what they can hold; a series, a file or a web page goes on growing."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that is surely younger than the nearest dated work around it."""
    for at, source in document.sources:
        if "date" not in source or "container" not in source:
            continue
        around = document.source_by_id.get(source["container"]["source"], source)
        if plainly_in_time(source["date"], around.get("date", "")) and around is not source:
            continue  # the nearest work around it is dated, and no older
        outer = _dated(document, source)
        if outer is None or plainly_in_time(source["date"], outer["date"]):
            continue
        days, whole = bounds(source["date"]), bounds(outer["date"])
        if days is None or whole is None or days_between(whole[1], days[0]) <= 1:
            continue
        if (
            uncertain(source["date"])
            or uncertain(outer["date"])
            or _outside_coverage(document, source, days[0])
        ):
            continue
        yield from told_where_printed(
            document,
            RULE,
            f"{at}/date",
            source["id"],
            f"{named(source)} is of {source['date']}, after {named(outer)} ({outer['date']}), in which it stands",
            hint="correct one of the dates, or name the work that it really stands in",
            printed=printed_forms(source["date"], source.get("date_text")),
        )


def _dated(document: Document, source: Source) -> Source | None:
    """Return the nearest container with a date, if that date is an end to what it can hold."""
    enclosed = True
    chain = document.chain(source["id"])
    for inner, outer in pairwise(chain):
        enclosed = enclosed and inner["container"].get("relation") in ENCLOSED
        if "date" in outer:
            return outer if enclosed or outer["type"] in _PUBLISHED_ONCE else None
    return None


def _outside_coverage(document: Document, source: Source, first: tuple[int, int, int]) -> bool:
    """Return whether another rule tells the date as later than what its container covers."""
    coverage = next((one["coverage"] for one in document.chain(source["id"])[1:] if "coverage" in one), "")
    covered = bounds(coverage)
    return covered is not None and first > covered[1]
