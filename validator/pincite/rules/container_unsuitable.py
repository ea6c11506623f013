"""A source cannot stand in such a container in this way.

## Why

The chain of containers is what a footnote is printed from: letter, volume, series. A series inside a book or an enclosure
of a periodical turns that chain upside down; usually the wrong source is named, or the wrong `relation`.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: notes, type: report, title: Notes, authors: [{literal: Ivo Moss}], date: "1960",
     container: {source: clocks, relation: enclosure}}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: notes, type: report, title: Notes, authors: [{literal: Ivo Moss}], date: "1960",
     container: {source: clocks, relation: printed_in}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import ENCLOSED, SEEN_ELSEWHERE, kind_of, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN306", "container-unsuitable", "warning", "A source cannot stand in such a container in this way."
)

_ARTICLES = frozenset({"journal_article", "magazine_article", "news_article"})
_SENT = frozenset({"letter", "telegram", "memorandum"})
_PUBLISHED = frozenset({"book", "chapter", "volume", "series", "periodical", "issue"}) | _ARTICLES
_SPOKEN = frozenset({"speech", "interview", "film", "broadcast", "recording"})

_CANNOT_HAVE = {
    "enclosure": _PUBLISHED | _SPOKEN | {"photograph", "map", "score"},
    "attachment": _PUBLISHED - _ARTICLES | _SPOKEN | {"photograph"},
    "printed_in": _SENT | _SPOKEN | {"manuscript", "file", "photograph"},
    "chapter_of": _ARTICLES
    | _SENT
    | _SPOKEN
    | {"periodical", "issue", "file", "collection", "photograph", "map"},
    "volume_of": _ARTICLES
    | _SENT
    | _SPOKEN
    | {"chapter", "issue", "webpage", "pamphlet", "photograph", "patent"},
    "file_of": _PUBLISHED - {"series"} | _SENT | _SPOKEN | {"webpage", "thesis", "pamphlet", "photograph"},
}
"""Relation to the containers that do not go with it."""

_CANNOT_HOLD = {
    "series": _ARTICLES | _SENT | {"book", "chapter", "volume", "issue"},
    "periodical": _ARTICLES | _SENT | {"book", "chapter", "volume", "issue"},
    "volume": _ARTICLES | _SENT | {"chapter", "issue"},
    "book": _ARTICLES | _SENT | {"chapter", "issue"},
    "chapter": _ARTICLES | _SENT,
    "issue": _ARTICLES | _SENT | {"book", "chapter", "report", "thesis", "pamphlet", "issue"},
    "journal_article": _ARTICLES | _SENT | {"chapter"},
}
"""Source type to the containers that such a source is never a part of (it may be enclosed, shown or quoted)."""

_WORDS = {
    "enclosure": ("an enclosure of", "has no enclosures"),
    "attachment": ("an attachment of", "has no attachments"),
    "printed_in": ("printed in", "prints nothing"),
    "chapter_of": ("a chapter of", "has no chapters"),
    "volume_of": ("a volume of", "has no volumes"),
    "file_of": ("a file of", "has no files"),
}
"""How messages speak of a relation, and of a container that does not go with it."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each container that does not go with its relation or with what it holds."""
    for at, source in document.sources:
        container = source.get("container")
        outer = document.source_by_id.get(container["source"]) if container else None
        if container is None or outer is None:
            continue
        relation = container.get("relation", "")
        if outer["type"] in _CANNOT_HAVE.get(relation, ()):
            called, why_not = _WORDS[relation]
            yield document.finding(
                RULE,
                f"{at}/container/relation",
                f"{named(source)} is said to be {called} {named(outer)}, but {_a(outer)} {why_not}",
                hint="name another relation, such as 'printed_in' or 'part_of', or another container",
            )
        elif (
            outer["type"] in _CANNOT_HOLD.get(source["type"], ())
            and relation not in ENCLOSED | SEEN_ELSEWHERE
        ):
            yield document.finding(
                RULE,
                f"{at}/container/source",
                f"{named(source)} is said to stand in {named(outer)}, but {_a(outer)} holds no {kind_of(source)}",
                hint="perhaps the other way round, or one of the two is of another type",
            )


def _a(source: Source) -> str:
    kind = kind_of(source)
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
