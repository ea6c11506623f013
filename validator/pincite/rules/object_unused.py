"""A source, image or archive code is listed but used nowhere.

## Why

What nothing leads to is often the other half of a mistake: a citation that lost its source, a scan that was filed under the wrong
quotation. A bibliography of works not cited belongs elsewhere. Illustrations (`role: figure`) stand for
themselves; `role: evidence` has a rule of its own.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
claims:
  - {id: c1, text: The clock is older than the tower., basis: none}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
claims:
  - id: c1
    text: The clock is older than the tower.
    basis: source
    evidence: [clocks]
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to
from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.references import dangling, unknown_kinds, used_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image, Source

RULE = Rule(
    "PIN303",
    "object-unused",
    "warning",
    "A source, image or archive code is listed but used nowhere.",
)


_WORD = re.compile(r"\w+")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source, image and archive code that nothing leads to."""
    if not document.quotations and not document.claims:
        return  # nothing is annotated yet
    used = set().union(*used_ids(document).values())
    if _lost_sources(document, used) or _lost_images(document, used) or _unnamed_codes(document):
        yield from _unused(document, used)


def _unused(document: Document, used: set[str]) -> Iterator[Finding]:
    """Yield the findings where something may be unused."""
    if unknown_kinds(document) - {"source"}:
        return  # what could not be read may use them
    used = used.union([meant for _, _, meant in dangling(document) if meant])
    for at, source in _lost_sources(document, used):
        yield document.finding(
            RULE,
            at,
            f"nothing leads to {named(source)}",
            hint="cite it, name it as evidence or as a container, or leave it out",
        )
    for at, image in _lost_images(document, used):
        yield document.finding(
            RULE,
            at,
            f"nothing names image '{image['id']}'",
            hint="name it under 'images' of the citation it shows, or call an illustration 'role: figure'",
        )
    yield from _unused_codes(document)


def _lost_sources(document: Document, used: set[str]) -> list[tuple[str, Source]]:
    unnamed = [(at, source) for at, source in document.sources if source["id"] not in used]
    around = _around(document, used) if unnamed else set()
    return [(at, source) for at, source in unnamed if source["id"] not in around]


def _lost_images(document: Document, used: set[str]) -> list[tuple[str, Image]]:
    return [
        (at, image)
        for at, image in document.images
        if image["id"] not in used and "role" not in image and "depicts" not in image
    ]


def _around(document: Document, used: set[str]) -> set[str]:
    """Return the ids of all that contains a used source."""
    around: set[str] = set()
    for name in used & document.source_by_id.keys():
        source: Source | None = document.source_by_id[name]
        while source is not None and "container" in source:
            outer = source["container"]["source"]
            if outer in around:
                break
            around.add(outer)
            source = document.source_by_id.get(outer)
    return around


def _unused_codes(document: Document) -> Iterator[Finding]:
    rest = _unnamed_codes(document)
    if not rest:
        return  # before the words of all citations are looked through
    words = {word for cited in document.citations for word in _WORD.findall(cited.citation.get("raw", ""))}
    kept = {level for _, source in document.sources for level in source.get("archive", {}).values()}
    for code, entry in document.data.get("archives", {}).items():
        if code in rest and code not in words and kept.isdisjoint({code, entry.get("name")}):
            yield document.finding(
                RULE,
                pointer_to("/archives", code),
                f"no citation uses the archive code '{code}'",
                hint="name it under 'archive_code' of the citations that print it, or leave it out",
                on="key",
            )


def _unnamed_codes(document: Document) -> set[str]:
    """Return the archive codes that no citation names as its own."""
    codes = document.data.get("archives")
    if not codes:
        return set()
    return codes.keys() - {cited.citation.get("archive_code", "") for cited in document.citations}
