"""An archive is named, but nothing by which it would find the document.

## Why

An archive keeps millions of sheets. Without a collection, a box, a folder or a document number neither its staff nor a reader can
ask for this one. An address on the archive's website will do.

## Bad

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1931-05-02"
    archive: {name: Town Archive, place: Skerrow}
```

## Good

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1931-05-02"
    archive: {name: Town Archive, place: Skerrow, collection: Fenn Papers}
  - id: survey
    type: report
    title: The Mole
    authors: [{literal: Harbour Board}]
    number: HB 12/4
    date: "1871"
    archive: {name: Town Archive, place: Skerrow}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN116",
    "archive-number-missing",
    "warning",
    "An archive is named, but nothing by which it would find the document.",
)

_UNPUBLISHED = frozenset(
    {
        "document",
        "file",
        "interview",
        "letter",
        "manuscript",
        "memorandum",
        "report",
        "speech",
        "telegram",
    }
)
_IN_ARCHIVE = ("collection", "collection_id", "series", "box", "folder", "item", "url")
_ELSEWHERE = ("number", "volume", "url", "doi", "isbn", "publisher", "platform", "copies")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each unpublished document with an archive's bare name."""
    for at, source in document.sources:
        archive = source.get("archive")
        if archive is None or source["type"] not in _UNPUBLISHED or not archive.get("name"):
            continue
        name = archive["name"]
        if any(member in archive for member in _IN_ARCHIVE) or any(sign.isdigit() for sign in name):
            continue
        if not any(_findable(one) for one in nesting(document, source).chain):
            yield document.finding(
                RULE,
                f"{at}/archive",
                f"{named(source)} is said to be in '{name}', without a number or collection to ask for",
                hint="add its 'number', or 'collection', 'box', 'folder' or 'item' to the archive",
                printed=[name],
            )


def _findable(source: Source) -> bool:
    """Return whether the source has something else that it is found by, or says why it has not."""
    declared = source.get("inferred", {})
    held = source["type"] in {"collection", "series"} and source.get("title")
    return bool(held) or "archive" in declared or any(member in source for member in _ELSEWHERE)
