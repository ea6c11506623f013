"""A published source names no publisher.

## Why

The publisher tells two editions of a work apart and says who vouched for it. It stands on the published book, volume or
report, not on the letter printed in it. For books before 1900 the Chicago Manual of Style is content with the place; for a
report, its issuing body, an archive or an address will do.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962"}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
  - {id: tides, type: book, title: Tides, authors: [{literal: Ivo Moss}], date: "1845", publisher_place: London}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds
from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting
from pincite.rules.source_calls import answers, lacking
from pincite.rules.unplaced_sources import is_periodical, loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN108", "publisher-missing", "warning", "A published source names no publisher.")

_PUBLISHER_NEEDED_FROM = (1900, 1, 1)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for a publisher and has none."""
    for at, source in lacking(document, "publisher"):
        chain = nesting(document, source).chain
        if not _old_with_place(chain) and not _of_periodical(chain):
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no publisher",
                hint=f"add {answers(source, 'publisher')}, here or to the work it is part of",
                severity=loudness(document, source),
            )


def _of_periodical(chain: list[Source]) -> bool:
    """Return whether a volume is one of a journal or newspaper, which is found by its name."""
    return chain[0]["type"] == "volume" and any(map(is_periodical, chain))


def _old_with_place(chain: list[Source]) -> bool:
    days = bounds(next((source["date"] for source in chain if "date" in source), ""))
    old = days is not None and days[1] < _PUBLISHER_NEEDED_FROM
    return old and any("publisher_place" in source for source in chain)
