r"""A quotation's words are those that lead in to it.

## Why

The same sentence once as the article's own and once as quoted is a slip of copying or of annotation: one of
the two was meant to be something else.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The tide turned at six every day.\nThe tide turned at six every day."}
quotations:
  - id: q1
    text: The tide turned at six every day.
    anchor: {start: 34, end: 67}
    lead_in: {start: 0, end: 33}
    uncited: {reason: a proverb}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote:\nThe tide turned at six every day."}
quotations:
  - id: q1
    text: The tide turned at six every day.
    anchor: {start: 18, end: 51}
    lead_in: {start: 0, end: 17}
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import fold, offsets
from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.quotation_edges import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN422",
    "lead-in-repeated",
    "warning",
    "A quotation's words are those that lead in to it.",
)

_DIFFERENCE = 20
"""How many marks and spaces one may have and the other not."""
_AROUND = MARKS + " .,:;!?"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation that says the same as its lead-in."""
    for at, quotation in document.quotations:
        lead = quotation.get("lead_in")
        place = offsets(lead) if lead else None
        if lead is None or (place and abs(place[1] - place[0] - len(quotation["text"])) > _DIFFERENCE):
            continue
        words = lead.get("exact") or (document.text[slice(*place)] if document.text and place else "")
        said = fold(words).strip(_AROUND).casefold()
        if said and said == fold(quotation["text"]).strip(_AROUND).casefold():
            yield document.finding(
                RULE,
                f"{at}/lead_in",
                f"the words that lead in to quotation '{quotation['id']}' are the quotation itself: {excerpt(words)}",
                hint="keep one of the two",
            )
