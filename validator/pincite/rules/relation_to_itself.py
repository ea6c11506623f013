"""A statement is related to itself.

## Why

A quotation that contradicts, qualifies or restates itself says nothing: one of the two ids was meant to be another.

## Bad

```yaml
quotations:
  - {id: q1, text: Six o'clock., uncited: {reason: a proverb}}
relations:
  - {type: contradicts, from: q1, to: q1}
```

## Good

```yaml
quotations:
  - {id: q1, text: Six o'clock., uncited: {reason: a proverb}}
  - {id: q2, text: Seven o'clock., uncited: {reason: a proverb}}
relations:
  - {type: contradicts, from: q1, to: q2}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN331", "relation-to-itself", "error", "A statement is related to itself.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each relation with one id at both ends."""
    for at, relation in document.relations:
        one = relation["from"]
        if one != relation["to"]:
            continue
        if relation["type"] == "corroborates" and one in document.quotation_by_id:
            continue  # told as a corroboration that is not independent
        yield document.finding(
            RULE, f"{at}/to", f"'{one}' {relation['type']} itself", hint="name another quotation or claim"
        )
