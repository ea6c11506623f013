"""One quotation or citation uses double quotation marks of two styles side by side.

## Why

Straight and curly marks in one sentence are the trace of two hands or of a copying step that changed some of
them. Style guides (Chicago, Duden, the French *Code typographique*) ask for one style a level; another style
inside the first is in order.

## Bad

```yaml
quotations:
  - id: q1
    text: The bell says “come in” and the bar says "stay out".
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The bell says “come in” and the bar says “stay out”.
    uncited: {reason: a proverb}
  - id: q2
    text: "« Il a dit “entrez” », écrit le pilote."
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_wordings import printed_wordings
from pincite.rules.quotation_marks import DOUBLE_MARKS, mixed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN405",
    "quotation-marks-mixed",
    "warning",
    "One quotation or citation uses double quotation marks of two styles side by side.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation and printed citation that mixes styles at one level."""
    for wording in printed_wordings(document, DOUBLE_MARKS):
        found = mixed(wording.text)
        if found:
            rarer, other = found
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has quotation marks of two styles: {rarer.characters} beside {other.characters}",
                hint="use one style; if the article itself mixes them, change it there first, for a quotation is copied as it stands",
                span=wording.span(rarer.at, len(rarer.characters)),
            )
