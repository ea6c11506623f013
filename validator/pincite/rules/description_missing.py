"""An image has no description for those who cannot see it.

## Why

Readers with a screen reader, and everybody when the file is lost, depend on the text under `alt`
(WCAG 2, success criterion 1.1.1). It says what is to be seen; a caption does not replace it.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Ada Finch, license: CC0-1.0}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Ada Finch, license: CC0-1.0, alt: {text: A dial with one hand}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.described_images import descriptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN502", "description-missing", "warning", "An image has no description for those who cannot see it."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image at hand whose alternative text is absent or blank."""
    if len(descriptions(document)) == len(document.images):
        return
    for at, image in document.images:
        alt = image.get("alt")
        if "missing" not in image and not (alt or {}).get("text", "").strip():
            yield document.finding(
                RULE,
                at if alt is None else f"{at}/alt",
                f"image '{image['id']}' has no description",
                hint="say in a sentence under 'alt: {text: …}' what is to be seen",
            )
