"""One page is printed with the label of several, or several with that of one.

## Why

"pp. 12" makes the reader look for a second page, "p. 12-14" is easily taken for one. An article that writes "p." throughout, as
French and German do, has its own habit, and nothing is said.

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
from pincite.rules.phrases import phrases
from pincite.rules.raw_citations import RawCitation, exception, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN227",
    "page-label-mismatched",
    "info",
    "One page is printed with the label of several, or several with that of one.",
)

_PAGES = re.compile(
    r"(?<![\w.])(pp?\.)[ \u00a0]?([0-9]+|[ivxlc]+\b)(?P<more>[ \u00a0]?[-‐‑–—][ \u00a0]?(?:[0-9]+|[ivxlc]+)\b)?"
)
_GOES_ON = re.compile(
    r"[ \u00a0]?(?:ff?\b|sqq?\b|et |and |y |&|n\.|[0-9a-z*]|[-‐‑–—]|,[ \u00a0]?[0-9]{1,4}(?![0-9 ]*[A-Za-z])(?:[,)\]–-]|$))"
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each label whose number is not that of its pages."""
    singular, plural = phrases(document, "page_singulars"), phrases(document, "page_plurals")
    if not singular or not plural:
        return
    found = list(_pages(document))
    several_right = sum(1 for _, one in found if one[1] in plural and one["more"])
    several_wrong = [use for use in found if use[1][1] in singular and use[1]["more"]]
    if len(several_wrong) > 1 and not exception(len(several_wrong), several_right):
        several_wrong = []  # "p." is what this article writes for one and for many
    for one, place in several_wrong:
        yield _finding(document, one, place, "several pages", plural[0])
    for one, place in found:
        if place[1] in plural and not place["more"] and not _GOES_ON.match(one.raw, place.end()):
            yield _finding(document, one, place, "one page", singular[0])


def _pages(document: Document) -> Iterator[tuple[RawCitation, re.Match[str]]]:
    for one in raw_citations(document):
        if "p." in one.raw:
            for found in _PAGES.finditer(one.raw):
                yield one, found


def _finding(document: Document, one: RawCitation, place: re.Match[str], what: str, label: str) -> Finding:
    return document.finding(
        RULE,
        one.at,
        f"'{place[0]}' is {what} with the label '{place[1]}'",
        hint=f"write '{label}'",
        span=piece(document, one, place.start(), place.end()),
        printed=[place[0]],
    )
