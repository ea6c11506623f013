"""A web page or dataset has no address.

## Why

A web page is found by nothing else. A DOI will do, and lasts longer than a URL.

## Bad

```yaml
sources:
  - {id: records, type: webpage, title: The Hut, authors: [{literal: Hut Society}], date: "2019-05-17"}
```

## Good

```yaml
sources:
  - id: records
    type: webpage
    title: The Hut
    authors: [{literal: Hut Society}]
    date: "2019-05-17"
    url: https://example.org/hut
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import lacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN110", "address-missing", "warning", "A web page or dataset has no address.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for one and has none."""
    for at, source in lacking(document, "address"):
        yield document.finding(
            RULE,
            at,
            f"{named(source)} has no address",
            hint="add 'url' or 'doi'",
        )
