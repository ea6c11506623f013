"""A source stands in itself, directly or through its containers.

## Why

A letter in a volume in a series is a chain with an outer end. Where it comes back to its beginning there is no published
work to look up, and one of the containers must be the wrong one.

## Bad

```yaml
sources:
  - {id: log, type: manuscript, title: Log, container: {source: letter}}
  - {id: letter, type: letter, title: A to B, authors: [{literal: A}], date: "1871", container: {source: log}}
```

## Good

```yaml
sources:
  - {id: log, type: manuscript, title: Log, archive: {name: Town Archive}}
  - {id: letter, type: letter, title: A to B, authors: [{literal: A}], date: "1871", container: {source: log}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN304",
    "container-cyclic",
    "error",
    "A source stands in itself, directly or through its containers.",
)


_SHOWN = 10
"""How many sources of a circle a message names."""


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding for each circle of containers, at its first source in the file."""
    outer = {
        name: one["container"]["source"] for name, one in document.known_sources.items() if "container" in one
    }
    within = outer.keys() & set(outer.values())
    if not any(outer[one] in within for one in within):
        return  # in a circle each stands in one that stands in another
    places: dict[str, str] = {}
    for at, source in document.sources:
        places.setdefault(source["id"], at)
    order = {name: index for index, name in enumerate(places)}
    walked: dict[str, int] = {}
    for walk, start in enumerate(places):
        current: str | None = start
        while current in document.known_sources and current not in walked:
            walked[current] = walk
            current = _outer(document, current)
        if current is None or walked.get(current) != walk:
            continue
        circle = _circle(document, current)
        if places.keys().isdisjoint(circle):
            continue  # a catalogue is judged where it stands
        first = min(places.keys() & set(circle), key=order.__getitem__)
        turn = circle.index(first)
        path = [*circle[turn:], *circle[:turn], first]
        shown = path if len(path) <= _SHOWN else [*path[: _SHOWN - 2], "…", first]
        yield document.finding(
            RULE,
            f"{places[first]}/container/source",
            f"source '{first}' stands in itself: {' in '.join(shown)}",
            hint="one of these containers is the wrong one",
        )


def _outer(document: Document, source_id: str) -> str | None:
    return document.source_by_id[source_id].get("container", {}).get("source")


def _circle(document: Document, member: str) -> list[str]:
    circle = [member]
    while (outer := _outer(document, circle[-1])) is not None and outer != member:
        circle.append(outer)
    return circle
