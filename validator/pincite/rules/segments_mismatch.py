"""A quotation's segments, joined as displayed, are not its text.

## Why

The segments say what was left out, added or changed, and by whom. They describe the displayed words only if,
joined with their marks and brackets, they give exactly these.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide […] turned [at last].
    uncited: {reason: a proverb}
    segments:
      - {type: text, text: "The tide "}
      - {type: omission, mark: "…"}
      - {type: text, text: " turned "}
      - {type: insertion, text: at last}
      - {type: text, text: .}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide […] turned [at last].
    uncited: {reason: a proverb}
    segments:
      - {type: text, text: "The tide "}
      - {type: omission, mark: "[…]"}
      - {type: text, text: " turned "}
      - {type: insertion, text: at last}
      - {type: text, text: .}
```
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from pincite.model.anchoring import Anchoring, fold
from pincite.model.rule import Rule
from pincite.model.segments import displayed
from pincite.rules.excerpt import ending, excerpt, shared_beginning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN406",
    "segments-mismatch",
    "error",
    "A quotation's segments, joined as displayed, are not its text.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation whose segments give other words than its text."""
    for at, quotation in document.quotations:
        segments = quotation.get("segments")
        if not segments:
            continue
        pieces = [displayed(segment) for segment in segments]
        whole = "".join(pieces)
        # most are their text to the letter; a malformed segment is told by its own finding
        if whole == quotation["text"] or not all(pieces):
            continue
        joined, text = Anchoring(whole), fold(quotation["text"])
        if joined.folded == text:
            continue
        parted = shared_beginning(joined.folded, text)
        place = f"{at}/segments"
        if parted < len(joined.folded):
            ends = list(accumulate(map(len, pieces)))
            place += f"/{bisect_right(ends, joined.offset(parted))}"
        name = f"the segments of quotation '{quotation['id']}'"
        if joined.folded.replace(" ", "") == text.replace(" ", ""):
            message = f"{name} differ from its text in spaces, first after {ending(text[:parted], 30)}"
            hint = "write the spaces between the pieces into the pieces"
        else:
            message = f"{name} give {_from(joined.folded, parted)} where its text has {_from(text, parted)}"
            hint = (
                "joined as displayed, the segments must be the text: insertions and replacements in brackets"
            )
        yield document.finding(RULE, place, message, hint=hint)


def _from(text: str, start: int) -> str:
    """Return *text* from the word in which *start* lies, for a message."""
    if start >= len(text):
        return "nothing more"
    return excerpt(text[start if text[start] == " " else text.rfind(" ", 0, start) + 1 :], 30)
