"""The article has no title.

## Why

Everything else in a document hangs on knowing which article it describes. Lists, citations and search results call it by its title,
and a text whose first line is its author's name has lost its own.

## Bad

```yaml
article:
  authors: [{literal: Ada Fenn}]
  date: "2019-05-17"
  url: https://example.org/clock
```

## Good

```yaml
article:
  title: The harbour clock
  authors: [{literal: Ada Fenn}]
  date: "2019-05-17"
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

RULE = Rule("PIN124", "article-title-missing", "warning", "The article has no title.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if the article has neither a title nor a reason under ``inferred`` for having none."""
    article = document.article
    if not article.get("title") and "title" not in article.get("inferred", {}):
        yield document.finding(
            RULE, "/article", "the article has no title", hint="put it above the author's name", on="key"
        )
