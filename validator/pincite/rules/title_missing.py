"""A source has no title.

## Why

The title is what a reader types into a catalogue. Where a document has none of its own, the Chicago Manual of Style puts a
description in its place; say that it is one with `title_supplied`. A volume may have the title of its series.

## Bad

```yaml
sources:
  - {id: clocks, type: book, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - id: mole
    type: photograph
    title: The mole at low tide
    title_supplied: true
    archive: {name: Town Archive}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import called_after_correspondents, lacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN104", "title-missing", "warning", "A source has no title.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for a title and has none."""
    for at, source in lacking(document, "title"):
        if not called_after_correspondents(source):
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no title",
                hint="add 'title'; where it has none, a description, with 'title_supplied: true'",
            )
