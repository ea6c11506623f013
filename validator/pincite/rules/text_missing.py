"""The article's text is described, but it is neither given nor named.

## Why

Quotations, anchors and citations are compared with the article's text. A digest or a media type alone does
not bring it back.

## Bad

```yaml
article:
  title: The harbour clock
  text: {media_type: text/plain}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: The tide turned at six., media_type: text/plain}
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
    "PIN112",
    "text-missing",
    "warning",
    "The article's text is described, but it is neither given nor named.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if the description of the text has neither content nor path."""
    text = document.article.get("text")
    is_lost = text is not None and "content" not in text and "path" not in text
    if is_lost and not document.is_source_list:
        yield document.finding(
            RULE,
            "/article/text",
            "the article's 'text' has neither content nor path",
            hint="name the file under 'path', put the text under 'content', or leave 'text' out",
            on="key",
        )
