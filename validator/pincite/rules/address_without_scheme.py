"""A printed web address has no https:// before it.

## Why

Programs make a link of what begins with "https://" or "http://", and only then is it certain where the address begins.
In an article's own file, a fix puts "https://" before it; it is unsafe, because nobody has looked whether the address leads there.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 2001, www.example.org/bells)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 2001, https://www.example.org/bells)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.raw_citations import matches, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN235",
    "address-without-scheme",
    "info",
    "A printed web address has no https:// before it.",
    fix="unsafe",
)

_BARE = re.compile(r"(?<![\w/.@-])www\.[a-z0-9-]+\.[a-z][^\s,;)\]>]*", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each address that begins with "www."."""
    for one, found in matches(document, _BARE):
        printed = found[0].rstrip(".")
        yield document.finding(
            RULE,
            one.at,
            f"the address '{printed}' has no https:// before it",
            hint=f"write 'https://{printed}', after a look whether it leads there",
            span=piece(document, one, found.start(), found.start() + len(printed)),
            printed=[printed],
            fix=rewritten(
                document,
                "put https:// before the address",
                "unsafe",
                [Piece(one, found.start(), found.start(), "https://")],
            ),
        )
