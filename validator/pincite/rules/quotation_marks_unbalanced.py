"""A quotation mark opens or closes without its counterpart.

## Why

A mark that is never closed leaves open where the quoted words end. Apostrophes, inches, marks repeated at each
paragraph and the customs of other languages (*„…“*, *« … »*, *»…«*) are not taken for faults; where a mark was
lost in the source itself, the quotation can say so with a `sic` segment.

## Bad

```yaml
quotations:
  - id: q1
    text: He asked “where the hand stood, and put out.
    uncited: {reason: a proverb}
```

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: ("The Bell and the Bar, The Packet, p. 2)
```

## Good

```yaml
quotations:
  - id: q1
    text: He asked “where the pilots’ hand stood”, and put out.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import ending, excerpt
from pincite.rules.printed_wordings import printed_wordings
from pincite.rules.quotation_marks import ANY_MARKS, unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN404",
    "quotation-marks-unbalanced",
    "warning",
    "A quotation mark opens or closes without its counterpart.",
)

_ROOM = 25
"""How many characters a message shows on each side of a mark."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation and printed citation with a mark that has no counterpart."""
    for wording in printed_wordings(document, ANY_MARKS):
        for mark in unmatched(wording.text, quoted=wording.is_quotation):
            end = mark.at + len(mark.characters)
            before, after = wording.text[: mark.at], wording.text[end:]
            where = f"before {excerpt(after, _ROOM)}" if after.strip() else f"after {ending(before, _ROOM)}"
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has a quotation mark without its counterpart: {mark.characters} {where}",
                hint="copy both marks from the article; or drop the ones that enclose the whole quotation"
                if wording.is_quotation
                else "copy both marks from the article",
                span=wording.span(mark.at, len(mark.characters)),
            )
