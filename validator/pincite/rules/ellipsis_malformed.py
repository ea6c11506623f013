"""An ellipsis in a quotation has too few or too many dots, or a space on one side only.

## Why

Three dots are an omission, and a fourth may be a full stop; two or five are a slip of the hand. Inside a
sentence the mark has a space on both sides or on none.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide turned .. and the bell was struck.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide turned.... The bell ... was struck…
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Quotation

RULE = Rule(
    "PIN428",
    "ellipsis-malformed",
    "info",
    "An ellipsis in a quotation has too few or too many dots, or a space on one side only.",
)

_DOTS = re.compile(r"(?<![.?!…\\/])(?:\.\.|\.{5,6})(?![.…/\\])|……+|(?<=[^\W\d_] )(?:…|\.{3})(?=[^\W\d_])")
_SCRIPTS = ("zh", "ja", "ko")
"""Languages that double the mark."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each malformed ellipsis."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if ".." not in text and "…" not in text:
            continue
        if not _DOTS.search(text) or _language(document, quotation).startswith(_SCRIPTS):
            continue
        wording = quotation_wording(document, at, quotation)
        for one in _DOTS.finditer(wording.text):
            before = wording.text[max(0, one.start() - 12) : one.start()].split(" ")[-1]
            fault = f"an ellipsis of {len(one[0])} {'marks' if '…' in one[0] else 'dots'}"
            if one[0] in {"…", "..."}:
                fault = "an ellipsis with a space on one side only"
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has {fault}: '{before}{one[0]}{wording.text[one.end() : one.end() + 8].split(' ')[0]}'",
                hint="write … with a space on both sides, or a single full stop",
                span=wording.span(one.start(), len(one[0])),
            )


def _language(document: Document, quotation: Quotation) -> str:
    return quotation.get("language", document.article.get("language", ""))
