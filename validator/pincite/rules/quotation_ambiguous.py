"""A quotation's words stand in the text more than once, and nothing says which place is meant.

## Why

Short quotations recur. Without a place, a reader or a program cannot tell which of them is annotated, and
Pincite does not pick one. The anchor's offsets or the words around the place decide, as in the W3C Web
Annotation model.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "“Low water,” said the keeper. “Low water,” said the pilot."}
quotations:
  - id: q1
    text: Low water,
    uncited: {reason: spoken words}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "“Low water,” said the keeper. “Low water,” said the pilot."}
quotations:
  - id: q1
    text: Low water,
    anchor: {suffix: "” said the pilot"}
    uncited: {reason: spoken words}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.standing_words import standing_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN402",
    "quotation-ambiguous",
    "warning",
    "A quotation's words stand in the text more than once, and nothing says which place is meant.",
    needs="text",
)

_TOLD = 3
"""How many places a message tells."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation whose anchor does not choose among several places."""
    anchoring = document.anchoring
    if anchoring is None:
        return
    for at, quotation in standing_words(document).doubtful_quotations:
        words, anchor = quotation["text"], quotation.get("anchor", {})
        if anchoring.resolve(anchor, words).outcome != "ambiguous":
            continue
        places = anchoring.occurrences(words, limit=_TOLD + 1)
        told = ", ".join(f"{span.start}-{span.end}" for span in places[:_TOLD])
        yield document.finding(
            RULE,
            f"{at}/anchor" if anchor else at,
            f"quotation '{quotation['id']}' stands in the text more than once: {excerpt(words)} "
            f"(offsets {told}{' and more' if len(places) > _TOLD else ''})",
            hint="say which place is meant: the anchor's start and end, or its prefix or suffix",
        )
