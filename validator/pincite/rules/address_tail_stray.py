"""A web address ends in a mark of the sentence that it was copied from.

## Why

The full stop, comma or closing parenthesis behind an address in running text is no part of it; with it, the page is not found.

## Bad

```yaml
sources:
  - {id: bells, type: webpage, title: Bells, url: "https://example.org/bells)."}
```

## Good

```yaml
sources:
  - {id: bells, type: webpage, title: Bells, url: "https://example.org/bells_(harbour)"}
  - {id: tides, type: webpage, title: Tides, url: "https://example.org/tides?page=2"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.web_addresses import address_lines, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN234",
    "address-tail-stray",
    "warning",
    "A web address ends in a mark of the sentence that it was copied from.",
    fix="unsafe",
)

_MARKS = tuple(".,;:!”’»…")
_TAILS = frozenset((*_MARKS, ")"))


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each address of a member that ends in punctuation."""
    ends = [url[-1:] for url in address_lines(document).split("\n")]
    for at, url in () if _TAILS.isdisjoint(ends) else addresses(document):
        bare = url.rstrip(".,;:!”’»…")
        while bare.endswith(")") and bare.count(")") > bare.count("("):
            bare = bare[:-1].rstrip(".,;:!”’»…")
        if bare != url and (url.endswith(_MARKS) or url.endswith(")")):
            tail = url[len(bare) :]
            yield document.finding(
                RULE,
                at,
                f"the address ends in '{tail}', which seems to belong to the sentence around it",
                hint=f"write '{bare}'",
                printed=[url],
                fix=Fix(f"write '{bare}'", "unsafe", (put(at, bare),)),
            )
