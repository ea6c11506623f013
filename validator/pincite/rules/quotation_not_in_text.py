"""A quotation's words do not stand in the article's text.

## Why

What is annotated must be what the article prints: a quotation is copied letter for letter, with its own
quotation marks, dashes and omission dots. Only white space may differ. If the article was changed since, the
annotation has to follow.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote: “The tide turned at six.”"}
quotations:
  - id: q1
    text: The tide turned at seven.
    uncited: {reason: a proverb}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote: “The tide turned at six.”"}
quotations:
  - id: q1
    text: The tide turned at six.
    uncited: {reason: a proverb}
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
    "PIN401",
    "quotation-not-in-text",
    "error",
    "A quotation's words do not stand in the article's text.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation that the article's text does not hold."""
    anchoring = document.anchoring
    if anchoring is None:
        return
    nearest = None
    for at, quotation in standing_words(document).doubtful_quotations:
        words = quotation["text"]
        if anchoring.resolve(quotation.get("anchor", {}), words).outcome != "drifted":
            continue
        if nearest is None:
            from pincite.rules.nearest_wording import NearestWording  # noqa: PLC0415 - only where something is wrong

            nearest = NearestWording(anchoring)
        yield document.finding(
            RULE,
            f"{at}/text",
            f"quotation '{quotation['id']}' does not stand in the article's text: {excerpt(words)}",
            hint=nearest.difference(words) or "copy the words from the article as it prints them",
        )
