"""The article has no date.

## Why

Readers judge an article by when it was written: what could its author know? Whoever cites it must give its date. A document that
neither holds the article's text nor says where it is (`text`, `url`) is a draft, and nothing is asked of it; nor of a list of sources
that others name under `catalogues`.

## Bad

```yaml
article:
  title: The harbour clock
  url: https://example.org/clock
```

## Good

```yaml
article:
  title: The harbour clock
  date: "2019-05"
  url: https://example.org/clock
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN125", "article-date-missing", "info", "The article has no date.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if an article that is given or found somewhere has no date."""
    article = document.article
    known = article.get("date") or "date" in article.get("inferred", {})
    if ("text" in article or "url" in article) and not known and not document.is_source_list:
        yield document.finding(
            RULE,
            "/article",
            "the article has no date",
            hint="add the day, month or year it was published",
            on="key",
        )
