"""An unpublished document does not say where it is.

## Why

A letter or a photograph can only be checked by someone who knows who keeps it or who printed it. The Chicago Manual of Style
ends such a note with the collection and the archive.

## Bad

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1931-05-02"
```

## Good

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1931-05-02"
    archive: {name: Town Archive, place: Skerrow, collection: Fenn Papers, box: "3"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.named_places import named_at
from pincite.rules.source_calls import lacking
from pincite.rules.unplaced_sources import loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN111", "whereabouts-missing", "warning", "An unpublished document does not say where it is.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each document that neither it nor a citation of it says where to find."""
    for at, source in lacking(document, "whereabouts"):
        if not any("archive_code" in cited.citation for cited in document.citing.get(source["id"], ())):
            yield document.finding(
                RULE,
                at,
                f"nothing says where {named(source)} is kept or printed",
                hint="add 'archive', or the 'container' that prints it, or a 'url'",
                span=named_at(document, source),
                severity=loudness(document, source),
            )
