"""A source is older than its kind.

## Why

A telegram of 1748 is one of 1848, or no telegram; a web page dated 1914 shows a text of 1914, which has a date of its own
as a source that the page reproduces. Looked at are kinds of which the first is known: telegrams (1794), photographs (1822),
films (1888), recordings (1857), broadcasts (1893), web pages (1990) and printed newspapers and journals (1605).

## Bad

```yaml
sources:
  - {id: cable, type: telegram, title: On the bell, authors: [{literal: Ada Fenn}], date: "1748-05-09", archive: {name: Town Archive}}
```

## Good

```yaml
sources:
  - {id: cable, type: telegram, title: On the bell, authors: [{literal: Ada Fenn}], date: "1848-05-09", archive: {name: Town Archive}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds, uncertain
from pincite.model.rule import Rule
from pincite.rules.calendar_days import printed_forms
from pincite.rules.containers import named
from pincite.rules.printed_places import told_where_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN326", "date-anachronistic", "warning", "A source is older than its kind.")

_SINCE = {
    "telegram": (1794, "the first telegraph lines, which were optical"),
    "photograph": (1822, "Niépce's first heliograph"),
    "recording": (1857, "the phonautograph"),
    "film": (1888, "Le Prince's first film"),
    "broadcast": (1893, "the first news service by telephone"),
    "webpage": (1990, "the first web page"),
    "news_article": (1605, "the first printed newspaper"),
    "journal_article": (1665, "the first learned journals"),
    "magazine_article": (1663, "the first magazine"),
    "patent": (1421, "the first patent for an invention"),
}
"""The year of the first of each kind, and what it was; the earliest that anyone claims, so that no real one is told."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that is surely older than the first of its kind."""
    for at, source in document.sources:
        since = _SINCE.get(source["type"])
        # a concluded type is the likelier fault, and none of the article's
        if since is None or "date" not in source or "type" in source.get("inferred", ()):
            continue
        days = bounds(source["date"])
        if days is None or days[1][0] >= since[0] or uncertain(source["date"]):
            continue
        yield from told_where_printed(
            document,
            RULE,
            f"{at}/date",
            source["id"],
            f"{named(source)} is dated {source['date']}, before {since[1]} ({since[0]})",
            hint="correct the date or the type; a text shown in another medium is a source of its own, 'reproduced_in' that",
            printed=printed_forms(source["date"], source.get("date_text")),
        )
