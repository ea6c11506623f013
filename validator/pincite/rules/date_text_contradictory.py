"""The printed date of a source and its date are two different days.

## Why

`date_text` keeps what the source prints, `date` says the same in EDTF. Where they part, one of them was mistyped. A difference of up to
thirteen days, or of one year between January and March, is left alone: it may be that between the old calendar and the new.

## Bad

```yaml
sources:
  - {id: tides, type: letter, title: Tides, date: "1871-05-03", date_text: "8 May 1817"}
```

## Good

```yaml
sources:
  - {id: tides, type: letter, title: Tides, date: "1871-05-03", date_text: "MAY 3RD, 1871"}
  - {id: bells, type: letter, title: Bells, date: "1871-05-03", date_text: "21 April 1871 (Old Style)"}
  - {id: sands, type: letter, title: Sands, date: "1871~", date_text: "about 1871, in the year of the long frost"}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between
from pincite.rules.printed_dates import printed_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.edtf import Day
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN242",
    "date-text-contradictory",
    "warning",
    "The printed date of a source and its date are two different days.",
)

_YEAR = re.compile(r"(?<![0-9/.,-])(1[0-9]{3}|20[0-9]{2})(?![0-9])")
_CALENDARS_APART = 13
_OLD_NEW_YEAR = 3
"""Where the year began on 25 March, the months up to March belong to the year before."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source whose printed date lies outside its date."""
    for at, source in document.sources:
        date, text = source.get("date", ""), source.get("date_text", "")
        days = bounds(date)
        if not text or days is None or uncertain(date):
            continue
        dates = list(printed_dates(document, text))
        if len(dates) == 1:
            apart = _days_apart(days, (dates[0].year, dates[0].month, dates[0].day))
            differs = apart > _CALENDARS_APART and not _may_be_old_style(days, dates[0].year)
        else:
            years = {int(year) for year in _YEAR.findall(text)}
            differs = len(years) == 1 and not any(days[0][0] - 1 <= year <= days[1][0] + 1 for year in years)
        if differs:
            yield document.finding(
                RULE,
                f"{at}/date_text",
                f"the source prints '{text}', but its date is {date}",
                hint="correct the one that is wrong",
                printed=[text],
            )


def _days_apart(days: tuple[Day, Day], printed: Day) -> int:
    return max(days_between(printed, days[0]), days_between(days[1], printed))


def _may_be_old_style(days: tuple[Day, Day], year: int) -> bool:
    return days[0][0] - year == 1 and days[0][1] <= _OLD_NEW_YEAR
