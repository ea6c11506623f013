"""A citation does not say which source it means.

## Why

The printed citation is kept in `raw`, but only a named source can be looked up, compared and listed. A citation
that no source belongs to leads nowhere.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - raw: (Harbour log, p. 12)
```

## Good

```yaml
sources:
  - id: harbour-log
    type: manuscript
    title: Harbour log
    archive: {name: Town Archive}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - source: harbour-log
        locator: {page: "12"}
        raw: (Harbour log, p. 12)
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN102", "citation-without-source", "warning", "A citation does not say which source it means.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each citation that names no source."""
    for cited in document.citations:
        if "source" in cited.citation:
            continue
        yield document.finding(
            RULE,
            cited.at,
            f"a citation of {owner_of(cited)} names no source",
            hint="describe what it cites under 'sources' and name it here with 'source'",
        )
