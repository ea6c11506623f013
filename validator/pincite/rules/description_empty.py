"""The description of an image only says that it is an image.

## Why

"Image" or "scan" tells a reader who cannot see the picture what the screen reader has said already (WCAG 2, failure F30). What
counts is what it shows: the page of which source, the one hand of the dial.

## Bad

```yaml
images:
  - {id: scan, role: evidence, path: images/p6.png, alt: {text: Scan 3}}
```

## Good

```yaml
images:
  - {id: scan, role: evidence, path: images/p6.png, alt: {text: Page 6 of the harbour master's log}}
```
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.described_images import descriptions
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN522", "description-empty", "warning", "The description of an image only says that it is an image."
)


_LONGEST = 40
"""Code points of the longest description that may say nothing."""
_AROUND = " \t\n.,:;#()[]<>*_-–—0123456789"
"""What may stand around the word."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each description that is nothing but a word for pictures, with or without a number."""
    empty = _words(phrases(document, "empty_descriptions"))
    for at, image, text in descriptions(document):
        if len(text) <= _LONGEST and text.strip(_AROUND).casefold().replace("’", "'") in empty:
            yield document.finding(
                RULE,
                f"{at}/alt/text",
                f"the description of image '{image['id']}' is only '{text}'",
                hint="say what is to be seen: of a scan the page and its source, of a figure what it shows",
            )


@cache
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)
