"""A citation's note speaks of emphasis, but nothing in the quotation is emphasised.

## Why

*Italics original* under plain words is the trace of formatting that was lost in copying. The reader cannot know
which words the author stressed. Emphasis counts in segments, as Markdown (`*so*`, `_so_`), and in capitals.

## Bad

```yaml
quotations:
  - id: q1
    text: The hand points to the water and not to the hour.
    citations:
      - raw: (The Dial, p. 4. Italics original)
        note: Italics original
```

## Good

```yaml
quotations:
  - id: q1
    text: The hand points to the *water* and not to the hour.
    citations:
      - raw: (The Dial, p. 4. Italics original)
        note: Italics original
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.emphasis_marks import is_emphasis_note, shows_emphasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN417",
    "emphasis-lost",
    "warning",
    "A citation's note speaks of emphasis, but nothing in the quotation is emphasised.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each note on emphasis under a quotation that shows none."""
    for at, quotation in document.quotations:
        for index, citation in enumerate(quotation.get("citations", ())):
            note = citation.get("note") if citation else None
            if note and is_emphasis_note(document, note) and not shows_emphasis(quotation):
                yield document.finding(
                    RULE,
                    f"{at}/citations/{index}/note",
                    f"the citation of quotation '{quotation['id']}' says '{note}', but nothing in the quotation is emphasised",
                    hint="restore the emphasis from the source, as a segment of type 'emphasis' or as *so*",
                    printed=[note],
                )
