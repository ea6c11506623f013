"""A source stands in more containers than the format allows.

## Why

An enclosure in a letter in a file in a collection is deep already; eight containers, one within the other, are the most that
the format reads. Levels of an archive are members of `archive`, not sources of their own.

## Bad

```yaml
sources:
  - {id: note, type: document, title: Note, date: "1871", container: {source: c1}}
  - {id: c1, type: file, title: Leaf, container: {source: c2}}
  - {id: c2, type: file, title: Quire, container: {source: c3}}
  - {id: c3, type: file, title: Bundle, container: {source: c4}}
  - {id: c4, type: file, title: Folder, container: {source: c5}}
  - {id: c5, type: file, title: Box, container: {source: c6}}
  - {id: c6, type: file, title: Shelf, container: {source: c7}}
  - {id: c7, type: collection, title: Room, container: {source: c8}}
  - {id: c8, type: collection, title: Floor, container: {source: c9}}
  - {id: c9, type: collection, title: Harbour papers, archive: {name: Town Archive}}
```

## Good

```yaml
sources:
  - id: note
    type: document
    title: Note
    date: "1871"
    archive: {name: Town Archive, collection: Harbour papers, box: "4", folder: "2"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.model.sourced import MAX_CHAIN
from pincite.rules.containers import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN305",
    "container-too-deep",
    "error",
    "A source stands in more containers than the format allows.",
)


_CIRCLE = -1_000_000_000
"""A depth that no walk climbs out of."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each innermost source that stands too deep."""
    containers = {
        source["container"]["source"] for source in document.known_sources.values() if "container" in source
    }
    if len(containers) <= MAX_CHAIN:
        return  # too few for so deep a nesting
    depths: dict[str, int] = {}
    for at, source in document.sources:
        depth = _depth(document, source["id"], depths)
        if depth > MAX_CHAIN and source["id"] not in containers:
            yield document.finding(
                RULE,
                f"{at}/container",
                f"{named(source)} stands in {depth} containers, one within the other; at most {MAX_CHAIN} are allowed",
                hint="leave out those that a reader does not need, or describe an archive's levels under 'archive'",
            )


def _depth(document: Document, source_id: str, depths: dict[str, int]) -> int:
    """Return how many containers stand around a source; those that lead into a circle stand nowhere."""
    way: list[str] = []
    current: str | None = source_id
    while current in document.source_by_id and current not in depths:
        way.append(current)
        depths[current] = 0  # until the way back; met again, it is a circle
        current = document.source_by_id[current].get("container", {}).get("source")
    depth = _CIRCLE if current in way else 0
    if current in depths and current not in way:
        depth = depths[current] + 1
    for inner in reversed(way):
        depths[inner] = depth
        depth += 1
    return depths.get(source_id, 0)
