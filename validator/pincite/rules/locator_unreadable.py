"""The value of a locator cannot be read as a place.

## Why

A range without its end, a letter for a digit ("l2") or a label inside the value ("p. 12") leads to no page. Arabic and Roman
numbers, folios with their sides ("12v"), numbers with letters ("A4", "12a"), ranges and lists of them can be read; values that are
words ("front cover") are left alone.
A fix leaves the label of pages out, and writes digits for letters: look at those.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "12-"}}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal.
    citations:
      - {source: clocks, locator: {page: "xvi-xx, 3, 7-9, 12a, A4"}}
      - {source: clocks, locator: {page: "front cover"}}
      - {source: clocks, locator: {page: "[3]"}}
      - {source: clocks, locator: {page: "12 n. 3"}}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.locator_values import OPEN_RANGE, composed_values, printed_pages
from pincite.rules.raw_citations import matches, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN226", "locator-unreadable", "warning", "The value of a locator cannot be read as a place.", fix="both"
)

_FAULTS = (
    (re.compile(r"[0-9ivxlcdm]\s*[-‐‑–—]\s*$"), "ends in a dash"),
    (re.compile(r"^\s*[-‐‑–—]\s*[0-9]"), "begins with a dash"),
    (re.compile(r"[,;]\s*$"), "ends in a mark"),
    (re.compile(r"^\s*[,;]|[,;]\s*[,;]"), "has a mark with nothing before it"),
)
_MISREAD = re.compile(r"(?<!\w)(?:l[0-9]+|[0-9]+[lO][0-9]*|[oO][0-9]+|[0-9]+I[0-9]*)(?!\w)")
_DIGITS = str.maketrans("lIoO", "1100")
_PAGES = re.compile(
    r"\s*(?:(?:pp?|pgs?|pages?|págs?)\.?|S\.)\s*([0-9]+[a-z]?(?:\s?[-–,]\s?[0-9]+[a-z]?)*)\s*", re.IGNORECASE
)
"""Pages behind their label; folios and columns have a locator of their own."""
_LABELLED = re.compile(r"\s*(?:(?:pp?|pgs?|pages?|fols?|cols?|págs?)\.?|S\.)\s*[0-9]", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each value that leads nowhere, and for each printed range without its end."""
    yield from _of_printed(document)
    for at, label, value in composed_values(document):
        fault = _fault(label, value)
        if fault:
            yield document.finding(
                RULE,
                at,
                f"the {label} '{value}' {fault[0]}",
                hint=fault[1],
                printed=printed_pages(value),
                fix=_fix(at, label, value),
            )


def _of_printed(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed range without its end that nobody has put into a locator."""
    for one, found in matches(document, OPEN_RANGE):
        if "locator" not in one.cited.citation:
            yield document.finding(
                RULE,
                one.at,
                f"the range '{found[0]}' has no end",
                hint="give the place that the source has",
                span=piece(document, one, found.start(), found.end()),
                printed=[found[0]],
            )


def _fix(at: str, label: str, value: str) -> Fix | None:
    """Return the fix that leaves the label out, or writes digits for letters; None where pages are wanting."""
    if any(pattern.search(value) for pattern, _ in _FAULTS):
        return None
    misread = _MISREAD.search(value)
    if misread and label in {"page", "column", "line"}:
        right = _MISREAD.sub(lambda one: one[0].translate(_DIGITS), value)
        return Fix(f"write '{right}'", "unsafe", (put(at, right),))
    bare = _PAGES.fullmatch(value)
    return Fix(f"write '{bare[1]}'", "safe", (put(at, bare[1]),)) if label == "page" and bare else None


def _fault(label: str, value: str) -> tuple[str, str | None] | None:
    for pattern, what in _FAULTS:
        if pattern.search(value):
            return what, "give the place that the source has"
    misread = _MISREAD.search(value)
    if misread and label in {"page", "column", "line"}:
        return f"has a letter for a digit in '{misread[0]}'", f"was it '{misread[0].translate(_DIGITS)}'?"
    if label == "page" and _LABELLED.match(value):
        return "has its label inside", "write the number alone"
    return None
