"""A printed web address is misspelt.

## Why

"http//" or "htp://" leads nowhere; a reader cannot tell what else was lost on the way. In an article's own file, and in a member that has
one beginning twice, the beginning can be mended by an unsafe fix: somebody has to see whether the address leads anywhere then.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 2001, http//example.org/bells)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 2001, http://example.org/bells)"
      - raw: "(The Tide Book, https://web.example.org/2001/https://example.org/tides)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.raw_citations import RawCitation, piece, raw_citations
from pincite.rules.web_addresses import MISSPELT, address_lines, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN233", "address-misspelt", "error", "A printed web address is misspelt.", fix="unsafe")

_TWICE = re.compile(r"(?:https?://){2}|https?://(?:https?[:/]|www\.www\.)", re.IGNORECASE)
_AGAIN = re.compile(
    r"^(?P<first>(?:(?P<scheme>https?://)(?=(?P=scheme)[^:/]))|https?://(?=www\.www\.))(?:(?P=scheme)|www\.)",
    re.IGNORECASE,
)
"""A beginning of a member's address that stands there twice in the same form."""
_BEGINNING = re.compile(r"(?P<letters>[a-z]+)[:;]? ?[/\\]{1,2}(?:(?P<again>https?)://)?", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each address that no browser follows as it is printed."""
    printed = document.printed("citations")
    for one in raw_citations(document) if "//" in printed or ":/" in printed or ":\\" in printed else ():
        for found in MISSPELT.finditer(one.raw):
            yield document.finding(
                RULE,
                one.at,
                f"the address '{found[0]}' is misspelt",
                hint="an address begins with https:// or http://",
                span=piece(document, one, found.start(), found.end()),
                printed=[found[0]],
                fix=_fix(document, one, found),
            )
    given = address_lines(document).lower()
    for at, url in addresses(document) if "//http" in given or "//www.www." in given else ():
        if _TWICE.match(url):
            once = _AGAIN.sub(r"\g<first>", url, count=1)
            yield document.finding(
                RULE,
                at,
                f"the address '{url}' begins twice",
                hint="take out one beginning",
                printed=[url],
                fix=Fix(f"write '{once}'", "unsafe", (put(at, once),)) if once != url else None,
            )


def _fix(document: Document, one: RawCitation, found: re.Match[str]) -> Fix | None:
    """Return the fix that writes the beginning of a printed address anew, None where it begins in two ways."""
    beginning = _BEGINNING.match(found[0])
    if beginning is None:
        return None
    scheme = "https" if beginning["letters"].lower().endswith("s") else "http"
    if (beginning["again"] or scheme).lower() != scheme:
        return None
    rest = found[0][beginning.end() :].replace("\\", "/")
    address = Piece(one, found.start(), found.end(), f"{scheme}://{rest}")
    return rewritten(document, f"begin the address with {scheme}://", "unsafe", [address])
