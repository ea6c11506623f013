"""The article says neither where it was published nor where it is found.

## Why

A text without an address or a publication cannot be cited, and nobody can look whether this is its latest state. An article that is
still to appear has a `publication` as well: the one it is written for.

## Bad

```yaml
article:
  title: The harbour clock
  date: "2019-05"
  text: {content: The clock struck thirteen.}
```

## Good

```yaml
article:
  title: The harbour clock
  date: "2019-05"
  publication: The Skerrow Almanac
  text: {content: The clock struck thirteen.}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN126",
    "article-address-missing",
    "info",
    "The article says neither where it was published nor where it is found.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if an article whose text is given has neither address nor publication."""
    article = document.article
    declared = article.get("inferred", {})
    said = any(article.get(one) or one in declared for one in ("url", "publication"))
    if "text" in article and not said and not document.is_source_list:
        yield document.finding(
            RULE,
            "/article",
            "the article has neither an address nor a publication",
            hint="add 'url' or 'publication'",
            on="key",
        )
