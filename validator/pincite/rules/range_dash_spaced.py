"""A range is printed with a hyphen between spaces.

## Why

A hyphen joins words; from–to is an en dash ("March 13–May 12, 1871", "pp. 12–14") or, between numbers alone, a plain hyphen without
spaces. A hyphen between spaces looks like a dash and tears the range apart. A range that is printed several times is told once.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Letters, Vol. 4, March 13 - May 12, 1871, p. 4)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Letters, Vol. 4, March 13 – May 12, 1871, pp. 4-6)"
      - raw: "(TELEGRAM TO THE PILOT - MAY 10TH, 1871)"
      - raw: "(The Bell - 12 Songs, Ada Fenn, no. 4 - 1871)"
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.printed_dates import month_numbers
from pincite.rules.raw_citations import outside_quotation_marks, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule("PIN220", "range-dash-spaced", "info", "A range is printed with a hyphen between spaces.")

_SPACED = re.compile(
    r"(?P<before>(?P<month>[^\W\d_]{3,10})?\.?[ \u00a0]?(?<![\w/])(?P<start>[0-9]{1,4})(?:st|nd|rd|th|\.)?(?P<more>[ \u00a0](?P<month2>[^\W\d_]{3,10}))?"
    r"(?:,?[ \u00a0][0-9]{4})?)"
    r"[ \u00a0]-[ \u00a0](?P<after>(?P<month3>[^\W\d_]{3,10}\b)?\.?[ \u00a0]?(?P<end>[0-9]{1,4})?(?:st|nd|rd|th)?(?![\w/])(?:,?[ \u00a0][0-9]{4}(?![0-9]))?)"
)

_YEAR_DIGITS = 4


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding for each range that is torn apart, however often it is printed."""
    seen: set[str] = set()
    for one in raw_citations(document):
        if " - " not in one.raw and "\u00a0- " not in one.raw:
            continue
        words = outside_quotation_marks(one.raw)
        for found in _SPACED.finditer(words):
            start, end = found.start(), found.end()
            printed = one.raw[start:end].strip()
            start = one.raw.index(printed, start)
            if printed in seen or not _is_range(document, found):
                continue
            seen.add(printed)
            times = document.printed("citations").count(printed)
            again = f" ({times} times)" if times > 1 else ""
            yield document.finding(
                RULE,
                one.at,
                f"the range '{printed}' has a hyphen between spaces for its dash{again}",
                hint=f"write '{printed.replace(' - ', '–')}'",
                span=piece(document, one, start, start + len(printed)),
                printed=[printed],
            )


def _is_range(document: Document, found: re.Match[str]) -> bool:
    """Return whether what stands on both sides is of one kind: two dates, or two numbers that rise."""
    months = month_numbers(document)
    before = any((found[name] or "").lower() in months for name in ("month", "month2"))
    after = (found["month3"] or "").lower() in months
    if before and (after or found["end"]):
        return True
    if after or found["month3"] or not found["end"]:
        return False
    start, end = found["start"], found["end"]
    # "no. 4 - 1871" is a number and a year
    longer = len(end) - len(start)
    return int(start) < int(end) and (longer == 0 or (longer == 1 and len(end) < _YEAR_DIGITS))
