"""A citation prints an ISBN, ISSN or DOI that cannot exist.

## Why

The check digit of an ISBN or ISSN exists to catch a misread digit; whoever orders the printed number gets another book or none. A
DOI begins with "10." and has a slash.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1971, ISBN 978-0-306-40615-8)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Ada Fenn, 1971, ISBN 978-0-306-40615-7, doi:10.5555/bells.)"
      - raw: "(Tides, ISSN 2049-3630, p. 4, isbn lost)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.raw_citations import matches, piece
from pincite.structure.checksums import isbn_fault, issn_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN231",
    "printed-identifier-malformed",
    "error",
    "A citation prints an ISBN, ISSN or DOI that cannot exist.",
)

_PRINTED = re.compile(
    r"\b(?P<kind>ISBN(?:-1[03])?|ISSN|DOI)(?::[ \u00a0]?|[ \u00a0])(?P<number>[0-9][0-9X \u00a0‐‑–-]*[0-9X]|[0-9]\S*)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[ \u00a0‐‑–-]")
_LENGTHS = {"ISBN": (10, 13), "ISSN": (8,)}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed identifier with a wrong check digit, length or beginning."""
    for one, found in matches(document, _PRINTED):
        kind = found["kind"][:4].upper()
        number = found["number"]
        if kind == "DOI":
            number = one.raw[found.start("number") :].split(maxsplit=1)[0].rstrip(".,;)]")
        fault = _doi_fault(number) if kind == "DOI" else _number_fault(kind, number)
        if fault:
            yield document.finding(
                RULE,
                one.at,
                f"the printed {kind} {number} cannot be right: {fault}",
                hint="copy it from the source again",
                span=piece(document, one, found.start("number"), found.start("number") + len(number)),
                printed=[number],
            )


def _doi_fault(name: str) -> str | None:
    return (
        None
        if re.match(r"10\.[0-9][0-9.]{3,}/\S", name)
        else "a DOI is '10.', a registrant, a slash and a name"
    )


def _number_fault(kind: str, printed: str) -> str | None:
    digits = _PARTS.sub("", printed).upper()
    if len(digits) not in _LENGTHS[kind]:
        return f"it has {len(digits)} digits, not {' or '.join(map(str, _LENGTHS[kind]))}"
    if "X" in digits[:-1] or (len(digits) == max(_LENGTHS["ISBN"]) and not digits.isdecimal()):
        return "X stands only for the last digit of the short form"
    return isbn_fault(digits) if kind == "ISBN" else issn_fault(digits)
