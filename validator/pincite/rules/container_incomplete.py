"""An edited work that documents are cited from names no editor, volume or year of publication.

## Why

Letters and papers are cited from editions, and an edition is known by who edited it, by its volume and by the year it came
out: the time that its documents cover is not that year. The Chicago Manual of Style gives all three. A missing publisher or
title is told by rules of its own. Nothing is asked where everything that is cited from the work is by one person, as in collected works.

## Bad

```yaml
sources:
  - {id: fenn-papers, type: series, title: The Fenn Papers}
  - {id: fenn-3, type: volume, volume: "3", coverage: "1871", publisher: Lantern Row, container: {source: fenn-papers, relation: volume_of}}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-05-02"
    container: {source: fenn-3, relation: printed_in}
  - id: moss-to-fenn
    type: letter
    title: Ivo Moss to Ada Fenn
    authors: [{literal: Ivo Moss}]
    date: "1871-05-04"
    container: {source: fenn-3, relation: printed_in}
```

## Good

```yaml
sources:
  - {id: fenn-papers, type: series, title: The Fenn Papers, editors: [{literal: Ida Marsh}]}
  - {id: fenn-3, type: volume, volume: "3", coverage: "1871", date: "1902", publisher: Lantern Row, container: {source: fenn-papers, relation: volume_of}}
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-05-02"
    container: {source: fenn-3, relation: printed_in}
  - id: moss-to-fenn
    type: letter
    title: Ivo Moss to Ada Fenn
    authors: [{literal: Ivo Moss}]
    date: "1871-05-04"
    container: {source: fenn-3, relation: printed_in}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import SEEN_ELSEWHERE, kind_of, nesting
from pincite.rules.named_places import named_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN114",
    "container-incomplete",
    "info",
    "An edited work that documents are cited from names no editor, volume or year of publication.",
)

_EDITED = frozenset({"volume", "series"})
_EDITORS = ("editors", "authors", "translators")


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding for each work, however many sources it is described as and documents it holds."""
    told: set[tuple[str, ...]] = set()
    own = {source["id"] for _, source in document.sources}
    for outer_id, writers in _edited_works(document).items():
        outer = document.source_by_id[outer_id]
        if outer_id not in own:
            continue  # a catalogue is judged where it stands
        if len(writers) <= 1 and outer["type"] != "series":
            continue  # nothing can be missing
        chain, complete = nesting(document, outer)
        missing = _missing(chain, edited=len(writers) > 1) if complete else []
        work = tuple(
            [f"{one.get('title', '')} {one.get('volume', '')}".casefold() for one in chain if missing]
        )
        if missing and work not in told:
            told.add(work)
            place = document.source_at(outer_id) or ""
            title = next((one["title"] for one in chain if one.get("title")), outer_id)
            yield document.finding(
                RULE,
                place,
                f"{kind_of(chain[0])} '{title}' names no {' and no '.join(words for words, _ in missing)}",
                hint=f"add {' and '.join(member for _, member in missing)}",
                span=named_at(document, chain[0]),
            )


def _edited_works(document: Document) -> dict[str, set[str]]:
    """Return the volumes and series that documents stand in, each with the writers of those documents."""
    found: dict[str, set[str]] = {}
    if _EDITED.isdisjoint([source["type"] for _, source in document.sources]):
        return found
    for _, source in document.sources:
        if not _has_outer(source) or source["type"] in _EDITED:
            continue
        for one in nesting(document, source).chain[1:]:
            if one["type"] in _EDITED:
                writers = found.setdefault(one["id"], set())
                writers.update([name.get("literal", "") for name in source.get("authors", ())])
                break
    return found


def _has_outer(source: Source) -> bool:
    return "container" in source and source["container"].get("relation") not in SEEN_ELSEWHERE


def _missing(chain: Sequence[Source], *, edited: bool) -> list[tuple[str, str]]:
    """Return what the work lacks, in words and as the member that would give it."""
    missing = []
    if edited and not _given(chain, _EDITORS):
        missing.append(("editor", "'editors'"))
    if chain[0]["type"] == "series" and not _given(chain, ("volume", "number", "url", "doi")):
        missing.append(("volume", "the 'volume'"))
    if edited and any("coverage" in one for one in chain) and not _given(chain, ("date", "date_text")):
        missing.append(("year of publication", "'date'"))
    return missing


def _given(chain: Sequence[Source], members: Sequence[str]) -> bool:
    return any(member in one or member in one.get("inferred", {}) for one in chain for member in members)
