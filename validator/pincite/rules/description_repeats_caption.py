"""The description of an image repeats its caption.

## Why

A screen reader reads both: the reader hears the same words twice and still does not know what is to be seen. The
caption says what the picture means, the description what it shows.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, caption: The dial of 1793., alt: {text: The dial of 1793}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, caption: The dial of 1793., alt: {text: A dial with one hand}}
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
    "PIN523", "description-repeats-caption", "info", "The description of an image repeats its caption."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each description that is its caption, but for capitals, spaces and the full stop."""
    for at, image in document.images:
        text = _plain(image.get("alt", {}).get("text", ""))
        if text and text == _plain(image.get("caption", "")):
            yield document.finding(
                RULE,
                f"{at}/alt/text",
                f"the description of image '{image['id']}' is its caption once more",
                hint="say what is to be seen in the picture",
            )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
