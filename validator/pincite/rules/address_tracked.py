"""A web address carries parameters that follow its reader.

## Why

"utm_source" and its like say where somebody came from, not where the page is. Without them the address is shorter, lives longer, and
tells nobody who followed it. A fix takes such parameters out; it is unsafe, because some pages do not come without them. A printed address
is only mended in the article's own file.

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
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.raw_citations import RawCitation, piece, raw_citations
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
    fix="unsafe",
)

_NAMES = "utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|_hsenc|_hsmi|ref_src"
_PARAMETER = re.compile(rf"[?&#](?P<name>{_NAMES})=[^&#\s)\],;]*", re.IGNORECASE)
_TRACKER = re.compile(rf"(?:{_NAMES})=.*", re.IGNORECASE)
_PRINTED = re.compile(r"(?:https?://|www\.)[^\s)\],;>]+", re.IGNORECASE)
_TITLE = "take out what follows the reader"
_HINT = "take it out, after a look whether the page still comes"


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
                # in an article that nobody has annotated, a member is what is printed
                fix=rewritten(document, _TITLE, "unsafe", list(_printing(document, url)))
                or Fix(_TITLE, "unsafe", (put(at, untracked(url)),)),
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
                fix=rewritten(document, _TITLE, "unsafe", list(_tracked(one))),
            )


def untracked(address: str) -> str:
    """Return an address without the parameters that follow its reader."""
    address, hash_mark, fragment = address.partition("#")
    path, question_mark, query = address.partition("?")
    parts = []
    for mark, parameters in ((question_mark, query), (hash_mark, fragment)):
        kept = "&".join([one for one in parameters.split("&") if not _TRACKER.fullmatch(one)])
        parts += [mark, kept] if kept or not parameters else []
    return path + "".join(parts)


def _printing(document: Document, url: str) -> Iterator[Piece]:
    """Yield the places where citations print an address, and what it is without such parameters."""
    for one in raw_citations(document):
        at = one.raw.find(url)
        if at >= 0 and not one.raw[at + len(url) :][:1].strip(").],;>"):
            yield Piece(one, at, at + len(url), untracked(url))


def _tracked(one: RawCitation) -> Iterator[Piece]:
    """Yield each printed address that has such parameters, and what it is without them."""
    for found in _PRINTED.finditer(one.raw):
        address = found[0].rstrip(".")
        if untracked(address) != address:
            yield Piece(one, found.start(), found.start() + len(address), untracked(address))
