"""A bracket in a quotation opens or closes without its counterpart.

## Why

Inside square brackets the quoter speaks, outside them the source: where one is lost, nobody can tell which.
Numbering such as *a)* and brackets that a paragraph break parts are not taken for faults.

## Bad

```yaml
quotations:
  - id: q1
    text: The boat lay there [off the point for nine days.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: "The boat lay [off the point] for a) nine days, b) ten (or eleven)."
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import ending, excerpt
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN429",
    "quotation-brackets-unbalanced",
    "warning",
    "A bracket in a quotation opens or closes without its counterpart.",
)

_OPENED_BY = {")": "(", "]": "["}
_BRACKET = re.compile(r"[()\[\]]")
_MARKS = tuple("\"'`“”‘’«»")
"""Between two of these a bracket is what is spoken of."""
_ROOM = 25
_LONGEST_NUMBER = 4


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the first bracket without counterpart in each quotation."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if not ("(" in text or "[" in text or ")" in text or "]" in text) or _unmatched(text) is None:
            continue
        wording = quotation_wording(document, at, quotation)
        place = _unmatched(wording.text)
        if place is not None:
            after, before = wording.text[place + 1 :], wording.text[:place]
            where = f"before {excerpt(after, _ROOM)}" if after.strip() else f"after {ending(before, _ROOM)}"
            yield document.finding(
                RULE,
                wording.at,
                f"{wording.name} has a bracket without its counterpart: {wording.text[place]} {where}",
                hint="compare with the source",
                span=wording.span(place, 1),
            )


def _unmatched(text: str) -> int | None:
    """Return where the first bracket without counterpart stands, numbering left aside."""
    opened: list[int] = []
    for found in _BRACKET.finditer(text):
        place, mark = found.start(), found[0]
        if _is_spoken_of(text, place):
            continue
        if mark in "([":
            opened.append(place)
        elif opened and text[opened[-1]] == _OPENED_BY[mark]:
            opened.pop()
        elif mark == "]" or not _is_number(text, place):
            return place
    return opened[0] if opened else None


def _is_spoken_of(text: str, place: int) -> bool:
    return text[place - 1 : place] in _MARKS and text[place + 1 : place + 2] in _MARKS


def _is_number(text: str, place: int) -> bool:
    """Say whether the bracket at *place* closes the number or letter of a list, or a smile."""
    label = text[max(0, place - _LONGEST_NUMBER - 1) : place].split()
    last = label[-1] if label and not text[place - 1].isspace() else ""
    return (
        last.rstrip(".") == ""
        or last in {":", ";", ":-"}
        or (
            len(last) <= _LONGEST_NUMBER
            and (last.isdigit() or len(last) == 1 or set(last.lower()) <= set("ivxl"))
        )
    )
