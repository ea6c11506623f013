"""A web address carries parameters that follow its reader.

## Why

"utm_source" and its like say where somebody came from, not where the page is. Without them the address is shorter, lives longer, and
tells nobody who followed it.
A fix takes them out of the address of a member, unless a citation prints that address: then the printed one comes first.

## Bad

```yaml
sources:
  - {id: bells, type: webpage, title: Bells, url: "https://example.org/bells?page=2&utm_source=letter"}
```

## Good

```yaml
sources:
  - {id: bells, type: webpage, title: Bells, url: "https://example.org/bells?page=2"}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.raw_citations import piece, raw_citations
from pincite.rules.web_addresses import address_lines, addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN236",
    "address-tracked",
    "info",
    "A web address carries parameters that follow its reader.",
    fix="safe",
)

_NAME = r"(?P<name>utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|ref_src)"
_PARAMETER = re.compile(rf"[?&#]{_NAME}=[^&#\s)\],;]*", re.IGNORECASE)
_WHOLE = re.compile(rf"{_NAME}=.*", re.IGNORECASE)
_HINT = "take it out: the page is the same without it"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each address with such a parameter, printed or in a member."""
    told: set[str] = set()
    for at, url in addresses(document) if "=" in address_lines(document) else ():
        found = _PARAMETER.search(url) if "=" in url else None
        if found:
            told.add(url)
            yield document.finding(
                RULE,
                at,
                f"the address carries '{found['name']}'",
                hint=_HINT,
                printed=[found[0][1:]],
                fix=_fix(document, at, url),
            )
    for one in raw_citations(document) if "=" in document.printed("citations") else ():
        found = _PARAMETER.search(one.raw) if "=" in one.raw else None
        if found and not any(url in one.raw for url in told):
            start = found.start() + 1
            yield document.finding(
                RULE,
                one.at,
                f"the printed address carries '{found['name']}'",
                hint=_HINT,
                span=piece(document, one, start, found.end()),
                printed=[one.raw[start : found.end()]],
            )


def _fix(document: Document, at: str, url: str) -> Fix | None:
    """Return the fix that takes the parameters out; None where the address is printed so, and would differ from that."""
    if any(url in one.raw for one in raw_citations(document)):
        return None
    bare = without_tracking(url)
    return None if _PARAMETER.search(bare) else Fix(f"write '{bare}'", "safe", (put(at, bare),))


def without_tracking(url: str) -> str:
    """Return an address without the parameters that follow its reader."""
    address, hash_sign, fragment = url.partition("#")
    path, question_mark, query = address.partition("?")
    return path + _kept(question_mark, query) + _kept(hash_sign, fragment)


def _kept(sign: str, parameters: str) -> str:
    kept = [one for one in parameters.split("&") if not _WHOLE.fullmatch(one)]
    return f"{sign}{'&'.join(kept)}" if kept else ""
