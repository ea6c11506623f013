"""A citation names the publisher before the author, where the article's others name the author first.

## Why

A reader who has learnt that the name behind the title is the author's takes the publisher for one. It is told only where
at least three sources have the author first and at most one in four has not; once for each source.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: tides, type: book, title: Tides, authors: [{literal: Ivo Moss}], date: "1964", publisher: Lantern Row}
  - {id: bells, type: book, title: Bells, authors: [{literal: Uma Reed}], date: "1966", publisher: Lantern Row}
  - {id: lamps, type: book, title: Lamps, authors: [{literal: Otto Hale}], date: "1968", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "5"}, raw: "(Clocks, Ada Fenn, Lantern Row, 1962, p. 5)"}
      - {source: tides, locator: {page: "6"}, raw: "(Tides, Ivo Moss, Lantern Row, 1964, p. 6)"}
      - {source: bells, locator: {page: "7"}, raw: "(Bells, Uma Reed, Lantern Row, 1966, p. 7)"}
      - {source: lamps, locator: {page: "8"}, raw: "(Lamps, Lantern Row, Otto Hale, 1968, p. 8)"}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: tides, type: book, title: Tides, authors: [{literal: Ivo Moss}], date: "1964", publisher: Lantern Row}
  - {id: bells, type: book, title: Bells, authors: [{literal: Uma Reed}], date: "1966", publisher: Lantern Row}
  - {id: lamps, type: book, title: Lamps, authors: [{literal: Otto Hale}], date: "1968", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "5"}, raw: "(Clocks, Ada Fenn, Lantern Row, 1962, p. 5)"}
      - {source: tides, locator: {page: "6"}, raw: "(Tides, Ivo Moss, Lantern Row, 1964, p. 6)"}
      - {source: bells, locator: {page: "7"}, raw: "(Bells, Uma Reed, Lantern Row, 1966, p. 7)"}
      - {source: lamps, locator: {page: "8"}, raw: "(Lamps, Otto Hale, Lantern Row, 1968, p. 8)"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Cited, Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN314",
    "author-after-publisher",
    "info",
    "A citation names the publisher before the author, where the article's others name the author first.",
)

_HABIT = 3
"""So many sources make a habit, and so many to one against it."""


class _Order(NamedTuple):
    """Author and publisher in the order in which a citation prints them, and the piece from one to the other."""

    author: str
    publisher: str
    piece: str


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source whose publisher stands first, where that is the exception."""
    usual = 0
    unusual: list[tuple[Cited, _Order]] = []
    seen: set[str] = set()
    for cited in document.citations:
        source_id = cited.citation.get("source", "")
        if source_id in seen:
            continue
        raw = cited.citation.get("raw")
        source = document.source_by_id.get(source_id) if raw else None
        if raw and source and source.get("authors") and "authors" not in source.get("inferred", ()):
            seen.add(source_id)
            author = source["authors"][0].get("literal", "")
            order = _publisher_first(raw, author, source)
            if order:
                unusual.append((cited, order))
            elif author and author in raw:
                usual += 1
    if usual < _HABIT * max(len(unusual), 1):
        return
    for cited, order in unusual:
        yield document.finding(
            RULE,
            f"{cited.at}/raw",
            f"the citation of {owner_of(cited)} names the publisher ({order.publisher}) before the author "
            f"({order.author}), unlike the article's others",
            hint=f"write '{order.author}, {order.publisher}'",
            printed=[order.piece],
        )


def _publisher_first(raw: str, author: str, source: Source) -> _Order | None:
    """Return how *raw* names the publisher of *source* before its author, None where it does not."""
    publisher = source.get("publisher", "")
    if not publisher or not author or source["authors"][0].get("kind") == "organization":
        return None
    title = source.get("title", "")
    # a title may hold the publisher's name
    after_title = raw.find(title) + len(title) if title and title in raw else 0
    at, author_at = raw.find(publisher, after_title), raw.find(author)
    if at < 0 or author_at < at + len(publisher):
        return None
    return _Order(author, publisher, raw[at : author_at + len(author)])
