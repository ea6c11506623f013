"""The file with the article's text cannot be read.

## Why

Without the text no quotation, anchor or citation can be compared with what the article prints. The file is
named relative to the document and lies in its folder or, if the document lies in it, the working folder.

## Bad

```yaml
article:
  title: The harbour clock
  text: {path: no-such-folder/clock.txt}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: The tide turned at six.}
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
    "PIN408",
    "text-unreadable",
    "error",
    "The file with the article's text cannot be read.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding if the article names a text file that gave no text."""
    if document.text_file is not None and document.text_file.fault is not None:
        yield document.finding(
            RULE,
            "/article/text/path",
            document.text_file.fault,
            hint="the path is relative to this document; quotations and anchors were not compared with the text",
        )
