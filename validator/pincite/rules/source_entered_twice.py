"""One work is entered as two sources.

## Why

Two entries for one book split its citations: a list of sources names it twice, and a correction reaches one of them. Entries
are taken for one work if they say the same, or have the same DOI, ISBN or address and nothing (title, volume, number,
edition, container) that tells them apart.
A fix joins two entries that say the same word for word.

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

from pincite.model.fix import Fix, put, remove
from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.references import references
from pincite.rules.same_work import any_of_one_date, identical, same_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN317", "source-entered-twice", "warning", "One work is entered as two sources.", fix="unsafe")

_NAMING = frozenset({"title", "doi", "isbn", "url", "archive", "authors", "number"})
"""Members of which a source must have one for two equal entries to be one work rather than two unknown ones."""
_IDENTIFIERS: tuple[Literal["doi", "isbn", "url"], ...] = ("doi", "isbn", "url")
_CALLED = {"doi": "DOI", "isbn": "ISBN", "url": "address"}
_MOST = 20
"""How many sources of one outline are compared: a hundred untitled letters of one day are no bibliography."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that an earlier one already describes."""
    if not any_of_one_date(document) and document.members("sources").isdisjoint(_IDENTIFIERS):
        return
    outlined: dict[tuple[str | None, ...], list[Source]] = {}
    identified: dict[tuple[str, str], list[Source]] = {}
    for at, source in document.sources:
        if _NAMING.isdisjoint(source):
            continue
        alike = outlined.setdefault((source["type"], source.get("title"), source.get("date")), [])
        equal = next((one for one in alike[:_MOST] if identical(source, one)), None) if alike else None
        if equal:
            yield document.finding(
                RULE,
                f"{at}/id",
                f"{named(source)} says the same as '{equal['id']}'",
                hint=f"cite '{equal['id']}' in its place, or say what tells the two apart",
                fix=_joined(document, at, source, equal),
            )
            continue
        alike.append(source)
        told = False
        for member in _IDENTIFIERS:
            if member not in source:
                continue
            others = identified.setdefault((member, _key(source[member], member)), [])
            other = next((one for one in others[:_MOST] if _one_thing(source, one, member)), None)
            others.append(source)
            if other and not told:
                told = True
                yield document.finding(
                    RULE,
                    f"{at}/{member}",
                    f"{named(source)} has the same {_CALLED[member]} as '{other['id']}'",
                    hint=f"cite '{other['id']}' in its place, or say what tells the two apart (volume, edition, number)",
                    printed=[source[member]],
                )


def _joined(document: Document, at: str, source: Source, equal: Source) -> Fix | None:
    """Return the fix that has all that names a source name its equal, and leaves it out; None where it says more."""
    name, other = source["id"], equal["id"]
    named_twice = sum(one["id"] in {name, other} for _, one in document.sources) > 2  # noqa: PLR2004 - the two
    if {**source, "id": other} != equal or named_twice:
        return None
    naming = [put(one.at, other) for one in references(document) if one.id == name]
    return Fix(f"cite '{other}' for '{name}'", "unsafe", (*naming, remove(at)))


def _key(identifier: str, member: str) -> str:
    """Return an identifier as it is compared; only in an ISBN do hyphens and spaces mean nothing."""
    if member == "isbn":
        return identifier.replace("-", "").replace(" ", "").upper()
    return identifier.rstrip("/") if member == "url" else identifier.casefold()


def _one_thing(source: Source, one: Source, member: str) -> bool:
    return same_entry(source, one, dated=member == "url")
