"""A quotation names no citation.

## Why

A quotation without a citation cannot be looked up. Where that is on purpose, say so with `uncited`.
A quotation inside another one (`within`) is looked up where that one stands.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide turned at six.
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned at six.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN101", "quotation-uncited", "warning", "A quotation names no citation.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation with neither citation nor declared reason.

    A quotation within another one is cited with it.
    """
    for at, quotation in document.quotations:
        if quotation.get("citations") or "uncited" in quotation:
            continue
        if quotation.get("within") not in document.quotation_by_id:
            yield document.finding(
                RULE,
                at,
                f"quotation '{quotation['id']}' has no citation",
                hint="name its source under 'citations', or say why there is none under 'uncited'",
            )
