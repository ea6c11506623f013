"""A title in a citation stands in single quotation marks where the article's other titles stand in double ones, or the other way round.

## Why

Readers take a change of marks for a change of meaning: a chapter and not a book, a quotation and not a title. Told
only where the habit is clear; a title inside another title has the other kind of marks rightly.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: (“The Bell”, The Packet, p. 2)
      - raw: (“The Bar”, The Packet, p. 3)
      - raw: (“The Dial”, The Packet, p. 4)
      - raw: (‘The Hand’, The Packet, p. 5)
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: (“The Bell”, The Packet, p. 2)
      - raw: (“The Bar”, The Packet, p. 3)
      - raw: (“The Dial”, The Packet, p. 4)
      - raw: (“The ‘Left’ Hand”, The Packet, p. 5)
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN414",
    "title-marks-inconsistent",
    "info",
    "A title in a citation stands in single quotation marks where the article's other titles stand in double ones, or the other way round.",
)

_CLEAR = 3
"""How many times as frequent as the other, and how frequent at all, a kind of marks must be to be a habit."""
_CLOSED_BY = {"‘": "’", "“": "”", "„": "“”", "‚": "‘’", '"': '"'}
_SINGLE = "‘‚"
_LONGEST = 300
_BEFORE = ("", " ", "(", "[")
_AFTER = ("", ",", ".", ")", "]", ";", ":", " ")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed title whose marks are not the kind that the article's titles have."""
    kinds: dict[bool, dict[str, tuple[str, str]]] = {True: {}, False: {}}
    for cited in document.citations:
        raw = cited.citation.get("raw", "")
        for title in _titles(raw):
            kinds[title[0] in _SINGLE].setdefault(title, (cited.at, owner_of(cited)))
    few, many = sorted(kinds.values(), key=len)
    if len(many) < _CLEAR or len(few) * _CLEAR > len(many):
        return
    kind = "double" if few is kinds[True] else "single"
    for title, (at, owner) in few.items():
        yield document.finding(
            RULE,
            f"{at}/raw",
            f"the citation of {owner} has {title} where the article's other titles stand in {kind} quotation marks",
            hint=f"use {kind} marks for titles throughout",
            printed=[title],
        )


def _titles(raw: str) -> Iterator[str]:
    """Yield the outermost pieces between quotation marks, with their marks."""
    at = 0
    while at < len(raw):
        closers = _CLOSED_BY.get(raw[at])
        if closers and raw[at - 1 : at] in _BEFORE:
            end = next(
                (
                    n
                    for n in range(at + 1, min(len(raw), at + _LONGEST))
                    if raw[n] in closers and raw[n + 1 : n + 2] in _AFTER
                ),
                None,
            )
            if end is not None:
                yield raw[at : end + 1]
                at = end
        at += 1
