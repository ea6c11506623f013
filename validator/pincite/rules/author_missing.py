"""A source names nobody who answers for it.

## Why

A citation begins with the author. Editors or translators will do for a book; the body that issued it for a report, a
web page or a dataset. Where the author is not known, `literal: Anonymous` says that somebody looked.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, date: "1962", publisher: Lantern Row}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, editors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: survey, type: report, title: The Mole, date: "1871", publisher: Harbour Board}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import answers, lacking
from pincite.rules.unplaced_sources import is_record, loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN107", "author-missing", "warning", "A source names nobody who answers for it.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for one and has none."""
    for at, source in lacking(document, "author"):
        if not is_record(source):
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no author",
                hint=f"add {answers(source, 'author')}; 'literal: Anonymous' where nobody knows",
                severity=loudness(document, source),
            )
