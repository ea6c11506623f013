"""One work is entered as two sources.

## Why

Two entries for one book split its citations: a list of sources names it twice, and a correction reaches one of them. Entries
are taken for one work if they say the same, or have the same DOI, ISBN or address and nothing (title, volume, number,
edition, container) that tells them apart.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1972", publisher: Lantern Row, isbn: 0-306-40615-2}
  - {id: fenn, type: book, title: Clocks, authors: [{literal: A. Fenn}], date: "1972", publisher: Lantern Row, isbn: 0-306-40615-2}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1972", publisher: Lantern Row, edition: "1"}
  - {id: fenn, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1972", publisher: Lantern Row, edition: "2"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.same_work import identical, same_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN317", "source-entered-twice", "warning", "One work is entered as two sources.")

_NAMING = ("title", "doi", "isbn", "url", "archive", "authors", "number")
"""Members of which a source must have one for two equal entries to be one work rather than two unknown ones."""
_IDENTIFIERS: tuple[Literal["doi", "isbn", "url"], ...] = ("doi", "isbn", "url")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that an earlier one already describes."""
    entered: dict[tuple[str, str], list[Source]] = {}
    for at, source in document.sources:
        if not any(member in source for member in _NAMING):
            continue
        told = _first_equal(source, entered.get(("", _outline(source)), ()))
        if told:
            yield document.finding(
                RULE,
                f"{at}/id",
                f"{named(source)} says the same as '{told['id']}'",
                hint=f"cite '{told['id']}' in its place, or say what tells the two apart",
            )
            continue
        for member in _IDENTIFIERS:
            if member in source and not told:
                told = next(
                    (
                        one
                        for one in entered.get((member, _key(source[member])), ())
                        if _same(source, one, member)
                    ),
                    None,
                )
                if told:
                    yield document.finding(
                        RULE,
                        f"{at}/{member}",
                        f"{named(source)} has the same {_CALLED[member]} as '{told['id']}'",
                        hint=f"cite '{told['id']}' in its place, or say what tells the two apart "
                        "(volume, edition, number)",
                        printed=[source[member]],
                    )
        entered.setdefault(("", _outline(source)), []).append(source)
        for member in _IDENTIFIERS:
            if member in source:
                entered.setdefault((member, _key(source[member])), []).append(source)


_CALLED = {"doi": "DOI", "isbn": "ISBN", "url": "address"}
_MOST = 20
"""How many sources of one outline are compared: an archive's hundred untitled letters of one day are no bibliography."""


def _outline(source: Source) -> str:
    return f"{source['type']}\n{source.get('title')}\n{source.get('date')}\n{source.get('number')}"


def _key(identifier: str) -> str:
    return identifier.casefold().replace("-", "").replace(" ", "").rstrip("/")


def _first_equal(source: Source, others: list[Source] | tuple[()]) -> Source | None:
    return next((one for one in others[:_MOST] if identical(source, one)), None)


def _same(source: Source, one: Source, member: str) -> bool:
    return same_entry(source, one, dated=member == "url")
