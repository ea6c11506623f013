"""A parenthesis or bracket of a citation opens or closes without its counterpart.

## Why

A citation that is never closed runs into the next sentence, and neither a reader nor a program knows where it ends. Enumerations
("1) 2)") and citations that stand inside a longer parenthesis are in order.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn (Port Ellery, 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn (Port Ellery, 1871), p. 4)"
      - raw: "1) The Bell Book, p. 4; 2) The Tide Book, p. 5"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.excerpt import ending, excerpt
from pincite.rules.raw_citations import piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN221",
    "parenthesis-unbalanced",
    "warning",
    "A parenthesis or bracket of a citation opens or closes without its counterpart.",
)

_BRACKET = re.compile(r"[()\[\]]")
_PAIR = re.compile(r"\([^()\n]*\)")
_PARTNER = {")": "(", "]": "["}
_ENUMERATED = re.compile(r"(?:^|[\s,;:.(])(?:[0-9]{1,3}|[a-z]|[ivx]{1,5})$|[:;]-?$")
"""What stands before the closing parenthesis of "1)" or "a)", and of a smiley."""
_ROOM = 25


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each bracket of a printed citation that has no counterpart."""
    text, printed = document.text or "", document.printed("citations")
    closed_twice = "))" in text.replace("]", ")")
    square = "[" in printed or "]" in printed
    if not (closed_twice or square) and _has_pairs_only(printed):
        return
    for one in raw_citations(document):
        raw = one.raw
        sound = raw.count("(") == raw.count(")") and not (square and raw.count("[") != raw.count("]"))
        for at in () if sound else unmatched(raw):
            yield document.finding(
                RULE,
                one.at,
                f"{one.name} has a '{raw[at]}' without its counterpart {_where(raw, at)}",
                hint="close what was opened, or drop what is too much",
                span=piece(document, one, at, at + 1),
            )
        if sound and closed_twice and raw.startswith(("(", "[")):
            yield from _doubled(document, one.at, one.name, piece(document, one, 0, len(raw)))


def _has_pairs_only(printed: str) -> bool:
    """Say whether all parentheses are (…), one pair behind the other on a line: then none of any citation is alone."""
    return printed.count("(") == printed.count(")") == len(_PAIR.findall(printed))


def _where(raw: str, at: int) -> str:
    after = raw[at + 1 :]
    return f"before {excerpt(after, _ROOM)}" if after.strip() else f"behind {ending(raw[:at], _ROOM)}"


def unmatched(wording: str) -> list[int]:
    """Return the offsets of the brackets in *wording* that have no counterpart."""
    opened: dict[str, list[int]] = {"(": [], "[": []}
    found: list[int] = []
    for bracket in _BRACKET.finditer(wording):
        at = bracket.start()
        if bracket[0] in opened:
            opened[bracket[0]].append(at)
        elif own := opened[_PARTNER[bracket[0]]]:
            begin = own.pop()
            for others in opened.values():
                while others and others[-1] > begin:  # opened inside and never closed
                    found.append(others.pop())
        elif bracket[0] == "]" or not _ENUMERATED.search(wording[:at], max(0, at - _ROOM)):
            found.append(at)
    return sorted([*found, *opened["("], *opened["["]])


def _doubled(document: Document, at: str, name: str, whole: Span | None) -> Iterator[Finding]:
    """Yield a finding where a second bracket closes behind a citation, and nothing before it was open."""
    text = document.text or ""
    if whole is None or text[whole.end : whole.end + 1] not in {")", "]"}:
        return
    paragraph = text.rfind("\n", 0, whole.start) + 1
    if whole.end - paragraph in unmatched(text[paragraph : whole.end + 1]):
        yield document.finding(
            RULE,
            at,
            f"{name} is closed twice: '{text[whole.end]}' has no counterpart",
            hint="drop the second",
            span=Span(whole.end, whole.end + 1),
        )
