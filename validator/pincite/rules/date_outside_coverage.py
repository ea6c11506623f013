"""A document's date lies outside the time that its volume or file covers.

## Why

A volume of letters from March to May has no letter of December: either the date is mistyped or the letter stands in another
volume. An enclosure may be older than the letter it came with.

## Bad

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row, coverage: "1868/1873"}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1817-05-09"
    container: {source: letters-4, relation: printed_in}
```

## Good

```yaml
sources:
  - {id: letters-4, type: volume, title: Letters, date: "1902", publisher: Lantern Row, coverage: "1868/1873"}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-05-09"
    container: {source: letters-4, relation: printed_in}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import printed_forms
from pincite.rules.containers import ENCLOSED, SEEN_ELSEWHERE, kind_of, named, nesting
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN310",
    "date-outside-coverage",
    "warning",
    "A document's date lies outside the time that its volume or file covers.",
)

_DATED_BY_PUBLICATION = frozenset(
    {
        "book",
        "chapter",
        "volume",
        "series",
        "periodical",
        "issue",
        "journal_article",
        "magazine_article",
        "webpage",
        "thesis",
        "dataset",
        "film",
    }
)
"""Types whose date says when they came out, while a coverage says what time they are about."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each document that is surely older or younger than what its container holds."""
    for at, source in document.sources:
        date = source.get("date", "")
        days = bounds(date)
        if days is None or uncertain(date) or source["type"] in _DATED_BY_PUBLICATION:
            continue
        container, older_allowed = _covering(nesting(document, source).chain)
        coverage = container.get("coverage", "") if container else ""
        covered = bounds(coverage)
        if container is None or covered is None or uncertain(coverage):
            continue
        side = (
            "after"
            if days[0] > covered[1]
            else "before"
            if days[1] < covered[0] and not older_allowed
            else None
        )
        if side:
            yield from told_where_printed(
                document,
                RULE,
                f"{at}/date",
                source["id"],
                f"{named(source)} is of {date}, {side} the time that {named(container)} covers ({coverage})",
                hint=f"correct the date or the coverage, or name the {kind_of(container)} that it really stands in",
                printed=printed_forms(date, source.get("date_text")),
            )


def _covering(chain: list[Source]) -> tuple[Source | None, bool]:
    """Return the nearest container with a coverage, and whether the first source may be older than that."""
    older_allowed = False
    for index, outer in enumerate(chain[1:]):
        relation = chain[index]["container"].get("relation")
        if relation in SEEN_ELSEWHERE:
            return None, False
        older_allowed = older_allowed or relation in ENCLOSED
        if "coverage" in outer:
            return outer, older_allowed
    return None, False
