"""An image that is to show a source is tied to no place in one.

## Why

A scan proves a quotation only if it is known which page of which source it shows. A citation names it under
`images`, or the image itself says what it shows under `depicts`. In an article it is the mark, as in "(IMG)", that stands behind a
citation; one that stands elsewhere shows readers nothing that they could look up.

## Bad

```yaml
images:
  - {id: scan, role: evidence, path: images/p6.png, credit: Ada Finch, license: CC0-1.0, alt: {text: Page 6}}
```

## Good

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: report, locator: {page: "6"}, images: [scan]}]
images:
  - {id: scan, role: evidence, path: images/p6.png, credit: Ada Finch, license: CC0-1.0, alt: {text: Page 6}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import used_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN505",
    "evidence-unconnected",
    "warning",
    "An image that is to show a source is tied to no place in one.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image of evidence that no citation names and that depicts nothing."""
    named = used_ids(document)["image",]
    for at, image in document.images:
        if image.get("role") == "evidence" and image["id"] not in named and not image.get("depicts"):
            marked = "missing" in image and "anchor" in image
            yield document.finding(
                RULE,
                f"{at}/role",
                f"the image mark of '{image['id']}' belongs to no citation"
                if marked
                else f"image '{image['id']}' is evidence, but no citation names it and it does not say what it depicts",
                hint="cite the place it shows in front of the mark, or give source and place under 'depicts'"
                if marked
                else "name it under 'images' of the citation it belongs to, or give source and place under 'depicts'",
            )
