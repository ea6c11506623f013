"""A citation has a space where none belongs, two where one does, or none where one does.

## Why

Stray spaces come from copying and line breaks; a search for the document number then finds half of its uses. A no-break space
may hold a number to its word ("p. 4") but has no business behind a comma or beside another space. French sets a space before
; : ! and ?, and inside its quotation marks.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "( The Bell Book, Ada Fenn , no. 12 /4,  1871)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, no. 12/4, 1871, p. 4)"
      - raw: "(Songs / Lieder, A. B. Fenn . . . 1871)"
```

```yaml
article: {title: The harbour clock, language: fr}
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(« La cloche » : un livre, Ada Fenn ; 1871)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.phrases import language_of
from pincite.rules.raw_citations import piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN223",
    "space-misplaced",
    "info",
    "A citation has a space where none belongs, two where one does, or none where one does.",
)

_SPACE = "[ \u00a0\u2009\u202f]"
_FAULTS = (
    (re.compile(rf"[(\[]{_SPACE}+(?P<word>\S?)"), "a space inside the opening bracket"),
    (re.compile(rf"(?<!\s){_SPACE}+[)\]]"), "a space inside the closing bracket"),
    (re.compile(rf"(?<![\s.…]){_SPACE}+,(?!,)"), "a space before the comma"),
    (re.compile(rf"(?<![\s.…]){_SPACE}+\.(?=[\s)\]]|$)(?!{_SPACE}\.)"), "a space before the full stop"),
    (re.compile(rf"(?<=[^\s/]){_SPACE}+/(?=[^\s/])"), "a space before the slash"),
    (re.compile(rf"(?<=[^\s/])/{_SPACE}+(?=[^\s/])"), "a space behind the slash"),
    (re.compile(rf"(?<![\s.!?:…]){_SPACE}{{2,}}(?=[^\s)\],.;:/])"), "more than one space"),
    (re.compile("(?<=[,;])\u00a0(?=\\S)"), "a no-break space behind the comma"),
    (re.compile(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_]{2})"), "no space behind the comma"),
)
_NOT_IN_FRENCH = (re.compile(rf"(?<=[^\s:;!?]){_SPACE}+[;:!?](?![)(\w/-])"), "a space before the mark")
_SUSPICIOUS = (
    "  ",
    "\u00a0",
    "\u2009",
    "\u202f",
    "( ",
    "[ ",
    " )",
    " ]",
    " ,",
    " .",
    " /",
    "/ ",
    " ;",
    " :",
    " !",
    " ?",
)
_UNSPACED = re.compile(r",(?=[^\W\d_])")
_CONTEXT = 14
"""How much of a word beside the space a finding marks: a space alone is hard to see."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each space of a printed citation that is too many or too few."""
    printed = document.printed("citations")
    if not any(mark in printed for mark in _SUSPICIOUS) and not _UNSPACED.search(printed):
        return
    faults = _FAULTS if language_of(document) == "fr" else (*_FAULTS, _NOT_IN_FRENCH)
    for one in raw_citations(document):
        raw = one.raw
        if not any(mark in raw for mark in _SUSPICIOUS) and not _UNSPACED.search(raw):
            continue
        addresses = "://" in raw
        for pattern, what in faults:
            for found in pattern.finditer(raw):
                if addresses and _in_address(raw, found.start()):
                    continue
                start, end = _with_neighbours(raw, found.start(), found.end())
                yield document.finding(
                    RULE,
                    one.at,
                    f"{one.name} has {what}: '{raw[start:end]}'".replace("\u00a0", "⍽"),
                    hint="put a single space behind the comma" if what.startswith("no ") else "take it out",
                    span=piece(document, one, start, end),
                    printed=[raw[start:end]],
                )


def _with_neighbours(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return the piece with the rest of the words that it touches, as far as they are short."""
    low, high = start, end
    while low > max(0, start - _CONTEXT) and not raw[low - 1].isspace():
        low -= 1
    while high < min(len(raw), end + _CONTEXT) and not raw[high].isspace():
        high += 1
    return low, high


def _in_address(raw: str, at: int) -> bool:
    word = raw[: at + 1].rpartition(" ")[2]
    return "://" in word
