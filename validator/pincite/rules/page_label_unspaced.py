"""A page stands close to its label, against the habit of the article.

## Why

"p.12" here and "p. 12" there: a search for one misses the other. The space may be one that does not break.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, p.12)"
      - raw: "(The Tide Book, Ada Fenn, 1872, p. 14)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, p. 12)"
      - raw: "(The Tide Book, Ada Fenn, 1872, pp. 14-16)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.raw_citations import exception, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN228",
    "page-label-unspaced",
    "info",
    "A page stands close to its label, against the habit of the article.",
)

_CLOSE = re.compile(r"(?<![\w./])(?:pp?|S|ff?|fols?|cols?|vols?)\.[0-9]+", re.IGNORECASE)
_APART = re.compile(r"(?<![\w./])(?:pp?|S|ff?|fols?|cols?|vols?)\.[ \u00a0\u2009\u202f][0-9]", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each label without a space before its number, unless most have none."""
    printed = document.printed("citations")
    close = len(_CLOSE.findall(printed))
    if not close or exception(len(_APART.findall(printed)), close):
        return
    for one in raw_citations(document):
        for found in _CLOSE.finditer(one.raw):
            label, _, number = found[0].partition(".")
            yield document.finding(
                RULE,
                one.at,
                f"there is no space between label and number in '{found[0]}'",
                hint=f"write '{label}. {number}'",
                span=piece(document, one, found.start(), found.end()),
                printed=[found[0]],
            )
