"""A source on the web has no address.

## Why

A web page is found by nothing else. A DOI will do, and lasts longer than a URL. The same holds for news that a broadcaster or an agency
brought out since the web became its place (from 1995 on), and for what is known through a web platform alone. What has a
page, a periodical around it or an archive is found there.

## Bad

```yaml
sources:
  - {id: records, type: webpage, title: The Hut, authors: [{literal: Hut Society}], date: "2019-05-17"}
  - {id: news, type: news_article, title: The Mole Has Gone, publisher: Radio Skerrow, date: "2011-03-19"}
```

## Good

```yaml
sources:
  - id: records
    type: webpage
    title: The Hut
    authors: [{literal: Hut Society}]
    date: "2019-05-17"
    url: https://example.org/hut
  - {id: gazette, type: periodical, title: Skerrow Gazette}
  - {id: news, type: news_article, title: The Mole Has Gone, date: "2011-03-19", container: {source: gazette, relation: part_of}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.edtf import bounds
from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.source_calls import lacking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule("PIN110", "address-missing", "warning", "A source on the web has no address.")


_WEB_SINCE = (1995, 1, 1)
_ON_A_PLATFORM = frozenset(
    {"news_article", "magazine_article", "broadcast", "recording", "film", "interview", "speech"}
)
_FOUND_OTHERWISE = ("url", "doi", "container", "archive", "copies", "volume", "issue", "number")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each source that calls for one and has none."""
    calling = {at for at, _ in lacking(document, "address")}
    for at, source in document.sources:
        if at in calling or (source["type"] in _ON_A_PLATFORM and _only_on_the_web(document, source)):
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no address",
                hint="add 'url' or 'doi'",
            )


def _only_on_the_web(document: Document, source: Source) -> bool:
    """Return whether all that is known of a source's whereabouts is a web platform, or who broadcast it."""
    if any(member in source for member in _FOUND_OTHERWISE):
        return False
    days = bounds(source.get("date", ""))
    recent = days is not None and days[0] >= _WEB_SINCE
    broadcast = source["type"] == "news_article" and "publisher" in source and recent
    if not broadcast and "platform" not in source:
        return False
    citing = document.citing.get(source["id"], ())
    return "url" not in source.get("inferred", {}) and not any("locator" in one.citation for one in citing)
