"""A date is written in a form of EDTF level 2, which many programs do not read.

## Why

Sets ("[1667,1668]"), a mark on one part ("1871-?05"), estimates ("1871S2") and seasons beyond winter are right and kept, but few
programs read more than level 1. Where level 1 says enough ("1667/1668", "1871-05?"), it is the safer form.

## Bad

```yaml
sources:
  - {id: tides, type: book, title: Tides, date: "[1871,1872]"}
```

## Good

```yaml
sources:
  - {id: tides, type: book, title: Tides, date: "1871?"}
  - {id: bells, type: book, title: Bells, date: "1871-05-03~/1872"}
  - {id: sands, type: book, title: Sands, date: "XXXX-03-11"}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN241",
    "date-form-advanced",
    "info",
    "A date is written in a form of EDTF level 2, which many programs do not read.",
)

_MEMBERS = ("date", "received", "coverage")
_ORDINARY = frozenset("0123456789-/X.")
_MARK_INSIDE = re.compile(r"[?~%](?=[^/])|(?:^|[/-])[?~%]")
_SEASON = re.compile(r"-(?:2[5-9]|3[0-9]|4[01])(?:$|/)")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each date of a source or the article in a form of level 2."""
    for at, item in [("/article", document.article), *document.sources]:
        for member in _MEMBERS:
            if member not in item:
                continue
            date = str(item[member])  # type: ignore[literal-required]
            # a year, or digits and hyphens without a month beyond the twelfth: most dates
            if date.isdecimal() or (date.replace("-", "").isdecimal() and date[4:6] in {"-0", "-1"}):
                continue
            form = _form(date)
            if form:
                yield document.finding(
                    RULE,
                    f"{at}/{member}",
                    f"the date '{date}' {form}, which is EDTF level 2",
                    hint="few programs read it; keep it where level 1 cannot say the same",
                )


def _form(date: str) -> str | None:
    """Return what makes a date one of level 2, None where nothing does."""
    form = None
    if not _ORDINARY.issuperset(date):
        if date[:1] in {"[", "{"}:
            form = "is a set"
        elif "S" in date or "E" in date:
            form = "is an estimate"
        elif _MARK_INSIDE.search(date):
            form = "has a mark on one of its parts"
    elif "-" in date and _SEASON.search(date) and date.count("-") in {1, 2}:
        form = "is a season or quarter" if len(date.partition("/")[0]) == 7 else None  # noqa: PLR2004 - year and season
    return form
