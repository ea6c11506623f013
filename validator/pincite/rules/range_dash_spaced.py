"""A range is printed with a hyphen between spaces.

## Why

A hyphen joins words; from–to is an en dash ("March 13–May 12, 1871", "pp. 12–14") or, between numbers alone, a plain hyphen without
spaces. A hyphen between spaces looks like a dash and tears the range apart. A range that is printed several times is told once.

In an article's own file, the en dash can be set by a fix. It is safe between dates, years and pages; of other numbers somebody has to see
that they are a range.

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
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.printed_dates import month_numbers
from pincite.rules.raw_citations import RawCitation, outside_quotation_marks, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding


RULE = Rule(
    "PIN220", "range-dash-spaced", "info", "A range is printed with a hyphen between spaces.", fix="both"
)

_NAME = r"[^\W\d_]{3,10}"
_SPACE = "[ \u00a0]"
_SUFFIX = r"(?:st|nd|rd|th|\.|[º°])?"
_YEAR = rf"(?:,?{_SPACE}[0-9]{{4}}(?![0-9]))?"
_SPACED = re.compile(
    rf"(?<![\w/])(?:(?P<month1>{_NAME})\.?{_SPACE})?(?P<start>[0-9]{{1,4}}){_SUFFIX}(?:{_SPACE}(?P<month2>{_NAME}))?{_YEAR}"
    rf"{_SPACE}-{_SPACE}(?:(?P<month3>{_NAME})\.?{_SPACE})?(?P<end>[0-9]{{1,4}})(?![\w/]*/){_SUFFIX}"
    rf"(?P<rest>(?:{_SPACE}(?P<month4>{_NAME}))?{_YEAR})"
)
_HYPHEN = re.compile(rf"{_SPACE}-{_SPACE}")
_PAGED = re.compile(rf"(?<!\w)(?:[Pp]{{1,2}}|S|[Ff]{{1,2}}|[Ff]ols?|págs?)\.{_SPACE}?$")
"""Finds the label of pages that stands before a number."""
_MONTHS = ("month1", "month2", "month3", "month4")
_YEAR_DIGITS = 4


class _Range(NamedTuple):
    """Where a citation prints a range, and whether it is certainly one of days, years or pages."""

    one: RawCitation
    start: int
    certain: bool


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding for each range that is torn apart, however often it is printed."""
    ranges: dict[str, list[_Range]] = {}
    for printed, place in _ranges(document):
        ranges.setdefault(printed, []).append(place)
    for printed, places in ranges.items():
        one, start, _ = places[0]
        times = document.printed("citations").count(printed)
        again = f" ({times} times)" if times > 1 else ""
        right = _HYPHEN.sub("–", printed)
        hyphen = _HYPHEN.search(printed)
        yield document.finding(
            RULE,
            one.at,
            f"the range '{printed}' has a hyphen between spaces for its dash{again}",
            hint=f"write '{right}'",
            span=piece(document, one, start, start + len(printed)),
            printed=[printed],
            fix=hyphen
            and rewritten(
                document,
                f"write '{right}'",
                "safe" if all(place.certain for place in places) else "unsafe",
                [Piece(its, at + hyphen.start(), at + hyphen.end(), "–") for its, at, _ in places],
            ),
        )


def _ranges(document: Document) -> Iterator[tuple[str, _Range]]:
    """Yield each range that is torn apart, with its place."""
    for one in raw_citations(document):
        if " - " not in one.raw and "\u00a0- " not in one.raw:
            continue
        words = outside_quotation_marks(one.raw)
        for found in _SPACED.finditer(words):
            if not _is_range(document, found):
                continue
            months = month_numbers(document)
            start = found.start() if (found["month1"] or "").lower() in months else found.start("start")
            named = found["month4"] is None or found["month4"].lower() in months
            end = found.end() if named else found.start("rest")
            dated = any((found[name] or "").lower() in months for name in _MONTHS)
            years = len(found["start"]) == len(found["end"]) == _YEAR_DIGITS
            paged = _PAGED.search(words[: found.start("start")]) is not None
            yield one.raw[start:end], _Range(one, start, dated or years or paged)


def _is_range(document: Document, found: re.Match[str]) -> bool:
    """Return whether what stands on both sides is of one kind: two dates, or two numbers that rise."""
    months = month_numbers(document)
    before = any((found[name] or "").lower() in months for name in ("month1", "month2"))
    after = any((found[name] or "").lower() in months for name in ("month3", "month4"))
    if before or after:
        # one month for both days stands before them or behind them; "Report 12 - May 1871" is no range
        return before or found["month3"] is None
    start, end = found["start"], found["end"]
    # "no. 4 - 1871" is a number and a year
    longer = len(end) - len(start)
    return int(start) < int(end) and (longer == 0 or (longer == 1 and len(end) < _YEAR_DIGITS))
