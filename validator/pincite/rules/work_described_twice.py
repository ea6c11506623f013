"""One work is described in two ways, as two sources.

## Why

The same author, title and date, once with a publisher and once without, are most likely one work that two citations print
with different care. Give the fuller form in both, or say what tells the two apart. Anything that differs (volume, edition,
place, container) keeps two entries apart.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: fenn, type: book, title: Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962"}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "1"}
  - {id: fenn, type: book, title: The Clocks of Bath, authors: [{literal: Ada Fenn}], date: "1962", volume: "2"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.same_work import (
    any_of_one_date,
    compatible,
    identical,
    only_respelt,
    same_entry,
    same_people,
    short_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN318", "work-described-twice", "info", "One work is described in two ways, as two sources.")

_UNTITLED = frozenset({"letter", "telegram"})
"""Types that the correspondents and the day describe well enough."""
_COLLECTIVE = frozenset({"collection", "series", "periodical"})
"""Types that have no author to be told apart by."""
_DAY = len("1871-04-02")
_MOST = 20
"""How many sources of one title and date are compared."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source of which an earlier one is likely another description."""
    if not any_of_one_date(document):
        return
    described: dict[tuple[str, str, str], list[Source]] = {}
    for at, source in document.sources:
        key = _key(source)
        others = described.setdefault(key, []) if key else []
        if others and not any(identical(source, one) for one in others[:_MOST]):
            other = next((one for one in others[:_MOST] if _one_work(source, one)), None)
            if other:
                yield document.finding(
                    RULE,
                    f"{at}/id",
                    f"{named(source)} seems to be the same work as '{other['id']}', described in another way",
                    hint="describe it in one way, or say what tells the two apart (volume, edition, container)",
                    printed=[source.get("title")],
                )
        others.append(source)


def _key(source: Source) -> tuple[str, str, str] | None:
    """Return what two descriptions of one work have in common, None where a source says too little."""
    date = source.get("date", source.get("coverage", ""))
    if source["type"] not in _COLLECTIVE and (not date or "authors" not in source):
        return None
    if "title" in source and not source.get("title_supplied"):
        return source["type"], short_title(source), date
    if source["type"] in _UNTITLED and len(date) == _DAY and "recipients" in source:
        return source["type"], "", date
    return None


def _one_work(source: Source, other: Source) -> bool:
    if only_respelt(source, other) or not compatible(source, other):
        return False
    if not same_people(source.get("authors", ()), other.get("authors", ())):
        return False
    # by an identifier it is told as entered twice
    return not any(
        member in source
        and source.get(member) == other.get(member)
        and same_entry(source, other, dated=False)
        for member in ("doi", "isbn", "url")
    )
