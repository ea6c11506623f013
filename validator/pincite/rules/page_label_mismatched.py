"""One page is printed with the label of several, or several with that of one.

## Why

"pp. 12" makes the reader look for a second page, "p. 12-14" is easily taken for one. An article that writes "p." throughout, as
French and German do, has its own habit, and nothing is said. In an article's own file, a fix writes the other label; it is unsafe, because
"12-14" may be the name of one page.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, pp. 12)"
      - raw: "(The Tide Book, Ada Fenn, 1872, p. 12-14)"
      - raw: "(The Sand Book, Ada Fenn, 1872, pp. 4-6)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1871, pp. 12-14)"
      - raw: "(The Tide Book, Ada Fenn, 1872, p. 12)"
      - raw: "(The Sand Book, Ada Fenn, 1872, p. A-4, pp. 4, 7, pp. 12 ff.)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.phrases import phrases
from pincite.rules.raw_citations import RawCitation, exception, matches, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN227",
    "page-label-mismatched",
    "info",
    "One page is printed with the label of several, or several with that of one.",
    fix="unsafe",
)

_NUMBER = r"(?:[0-9]+|[ivxlc]+\b)"
_DASH = r"[ \u00a0]?[-‐‑–—][ \u00a0]?"
# behind the label, not before it: a pattern that begins with a letter is found faster
_SEVERAL = re.compile(rf"p\.(?<![\w.]p\.)[ \u00a0]?{_NUMBER}{_DASH}{_NUMBER}")
_GOES_ON = r"[ \u00a0]?(?:ff?\b|sqq?\b|et |and |y |&|n\.|[0-9a-z*\[]|[-‐‑–—/]|,[ \u00a0]?[0-9]{1,4}(?![0-9 ]*[A-Za-z])(?:[,)\]–-]|$))"
_ONE = re.compile(rf"pp\.(?<![\w.]pp\.)[ \u00a0]?{_NUMBER}(?!{_GOES_ON})", re.MULTILINE)
_PAIRS = re.compile(rf"pp\.[ \u00a0]?{_NUMBER}{_DASH}")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each label whose number is not that of its pages."""
    several = list(matches(document, _SEVERAL))
    single = list(matches(document, _ONE))
    if not several and not single:
        return
    singular, plural = phrases(document, "page_singulars"), phrases(document, "page_plurals")
    if "p." not in singular or "pp." not in plural:
        return
    right = len(_PAIRS.findall(document.printed("citations"))) if len(several) > 1 else 0
    # an article may write "p." for one and for many
    if len(several) <= 1 or exception(len(several), right):
        for one, place in several:
            yield _finding(document, one, place, "several pages", "pp.")
    for one, place in single:
        yield _finding(document, one, place, "one page", "p.")


def _finding(document: Document, one: RawCitation, place: re.Match[str], what: str, label: str) -> Finding:
    return document.finding(
        RULE,
        one.at,
        f"'{place[0]}' names {what}",
        hint=f"write '{label}'",
        span=piece(document, one, place.start(), place.end()),
        printed=[place[0]],
        fix=rewritten(
            document,
            f"write '{label}'",
            "unsafe",
            [Piece(one, place.start(), place.start() + place[0].index(".") + 1, label)],
        ),
    )
