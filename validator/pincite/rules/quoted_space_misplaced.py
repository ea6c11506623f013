"""A quotation has a space where none belongs: two between words, or one before a comma.

## Why

Such spaces come from scanned pages and from deletions; they hide in print and break a search for the words.
French spaces before *; : ! ?*, dots of an ellipsis and the double space after a full stop are in order. Told
once a quotation.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide turned , and the bell was struck.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned, and . . . the bell was struck.  Nobody heard it.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN425",
    "quoted-space-misplaced",
    "info",
    "A quotation has a space where none belongs: two between words, or one before a comma.",
)

_TRACES = ("  ", " ,", " .", " ;", " :", " !", " ?", " )", "( ")
_SPACE = re.compile(r"(?<=[\w,;])  +(?=[\w(])|(?<=[\w)”’\"]) [,.](?! ?\.)(?=\s|\Z)|(?<=\w) \)|\( (?=\w)")
_HIGH = re.compile(r"(?<=[\w)”’\"]) [;:!?](?=\s|\Z)")
_FRENCH = ("fr",)
_LAYOUT = 3
"""More double spaces than this are columns or a poem's indents."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation with a misplaced space, at the first one."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if not any(trace in text for trace in _TRACES) or text.count("  ") > _LAYOUT:
            continue
        language = quotation.get("language", document.article.get("language", ""))
        wording = quotation_wording(document, at, quotation)
        found = _SPACE.search(wording.text)
        if found is None and not language.startswith(_FRENCH):
            found = _HIGH.search(wording.text)
        if found:
            kind = "two spaces" if found[0].isspace() else "a space too many"
            shown = wording.text[max(0, found.start() - 12) : found.end() + 12]
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has {kind} in {excerpt(shown)}"
                if found[0] != "  "
                else f"{wording.name} has {kind} in a row",
                hint="take the space out; compare with the source",
                span=wording.span(found.start(), len(found[0])),
            )
