"""Words in a quotation are emphasised, and nothing says by whom.

## Why

Readers take emphasis in a quotation for the author's. If the quoter put it there, honest practice says so; if the
author did, a note (*emphasis in original*) keeps the next copyist from wondering. The segment's `by` says it, too.

## Bad

```yaml
quotations:
  - id: q1
    text: The hand points to the water.
    segments:
      - {type: text, text: "The hand points to the "}
      - {type: emphasis, text: water}
      - {type: text, text: .}
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The hand points to the water.
    segments:
      - {type: text, text: "The hand points to the "}
      - {type: emphasis, text: water, by: source}
      - {type: text, text: .}
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.emphasis_marks import is_emphasis_note
from pincite.rules.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN418",
    "emphasis-unattributed",
    "info",
    "Words in a quotation are emphasised, and nothing says by whom.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation with emphasis of unknown origin, at the first such segment."""
    for at, quotation in document.quotations:
        for index, segment in enumerate(quotation.get("segments", ())):
            if segment["type"] != "emphasis" or segment.get("by", "unknown") != "unknown":
                continue
            notes = [citation.get("note") for citation in quotation.get("citations", ()) if citation]
            if not any(note and is_emphasis_note(document, note) for note in notes):
                words = segment.get("text", "")
                yield document.finding(
                    RULE,
                    f"{at}/segments/{index}",
                    f"quotation '{quotation['id']}' emphasises {excerpt(words)} without saying whose emphasis it is",
                    hint="say it in the segment's 'by', or in the citation's 'note'",
                    printed=[words],
                )
            break
