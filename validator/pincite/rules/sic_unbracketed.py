"""The quoter's *sic* stands in a quotation without square brackets.

## Why

Round brackets, or none, make *sic* a word of the source. Square brackets say that it is the quoter's.

## Bad

```yaml
quotations:
  - id: q1
    text: The boat lay at anker (sic) for nine days.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The boat lay at anker [sic] for nine days; sic transit gloria.
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

RULE = Rule(
    "PIN427",
    "sic-unbracketed",
    "info",
    "The quoter's *sic* stands in a quotation without square brackets.",
)

_SIC = re.compile(r"\(\s*sic\s*!?\s*\)|(?<=[^\W\d_] )sic!?(?=[,.;:)])", re.IGNORECASE)
_LATIN = ("la",)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each *sic* that is not in square brackets."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if ("(sic" not in text and " sic" not in text) or quotation.get("language", "").startswith(_LATIN):
            continue
        wording = quotation_wording(document, at, quotation)
        for one in _SIC.finditer(wording.text):
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has '{one[0]}' where the quoter's remark stands in square brackets",
                hint="write [sic]; if the source itself has it so, a segment can say that",
                span=wording.span(one.start(), len(one[0])),
            )
