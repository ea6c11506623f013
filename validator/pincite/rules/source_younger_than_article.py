"""A source is dated after the article that cites it.

## Why

An article of 2019 cannot quote a report of 2091: the date of the source is mistyped, or the article was changed and still
bears its first date. Where the article has no date, the day of the annotation counts. Books and journals bear dates
ahead of their day, and so a hundred days are allowed to what is published.

## Bad

```yaml
article: {title: The harbour clock, date: "2019-05-04"}
sources:
  - {id: report, type: report, title: Report on the Bell, authors: [{literal: Ada Fenn}], date: "2091-03-01"}
```

## Good

```yaml
article: {title: The harbour clock, date: "2019-05-04"}
sources:
  - {id: report, type: report, title: Report on the Bell, authors: [{literal: Ada Fenn}], date: "2019-03-01"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import days_between, plainly_in_time, printed_forms
from pincite.rules.containers import named
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN321", "source-younger-than-article", "warning", "A source is dated after the article that cites it."
)

_UNPUBLISHED = frozenset(
    {"letter", "telegram", "memorandum", "manuscript", "speech", "interview", "photograph"}
)
_DAYS_AHEAD = 100
_TIME_ZONE = 1


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that surely did not exist yet on the article's date."""
    article_date = document.article.get("date", "")
    annotated = document.data.get("annotation", {}).get("on", "")
    date, of = (article_date, "article") if article_date else (annotated, "annotation")
    latest = max([source["date"] for _, source in document.sources if "date" in source], default="")
    if plainly_in_time(latest, date):
        return  # and so are all others
    days = bounds(date) if date and not uncertain(date) else None
    if days is None:
        return
    for at, source in document.sources:
        written = bounds(source["date"]) if "date" in source else None
        if written is None or written[0] <= days[1] or uncertain(source["date"]):
            continue
        allowed = _TIME_ZONE if source["type"] in _UNPUBLISHED else _DAYS_AHEAD
        if days_between(days[1], written[0]) > allowed:
            yield from told_where_printed(
                document,
                RULE,
                f"{at}/date",
                source["id"],
                f"{named(source)} is of {source['date']}, after the {of} ({date})",
                hint=f"correct the date, or give the {of} the date of its last change",
                printed=printed_forms(source["date"], source.get("date_text")),
            )
