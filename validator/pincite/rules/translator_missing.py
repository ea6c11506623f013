"""A translation does not name its translator.

## Why

The words of a translation are the translator's: without the name nobody can find the same words again, and another
translation says something else. Looked at are sources with `textual_status: translation`; the translator may stand on the
book that they are printed in, and the article's own author is named like any other.

## Bad

```yaml
sources:
  - {id: mareas, type: book, title: The Tides, authors: [{literal: Lucía Ibarra}], date: "1962", publisher: Lantern Row, textual_status: translation}
```

## Good

```yaml
sources:
  - id: mareas
    type: book
    title: The Tides
    authors: [{literal: Lucía Ibarra}]
    translators: [{literal: Ada Fenn}]
    date: "1962"
    publisher: Lantern Row
    textual_status: translation
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

RULE = Rule("PIN323", "translator-missing", "info", "A translation does not name its translator.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each translation without a translator of its own or of a work around it."""
    for at, source in document.sources:
        if source.get("textual_status") != "translation":
            continue
        around = nesting(document, source)
        if around.complete and not any(one.get("translators") for one in around.chain):
            yield document.finding(
                RULE,
                f"{at}/textual_status",
                f"{named(source)} is a translation and names no translator",
                hint="name who translated it under 'translators', the article's author too",
            )
