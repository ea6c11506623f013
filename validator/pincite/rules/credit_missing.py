"""An image does not say who made it or where it comes from.

## Why

Nearly all licences and most archives ask that the maker or the holding institution is named beside the
picture. For a picture made from others it is enough that each of these has its credit.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, license: CC0-1.0, alt: {text: A dial with one hand}}
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN503", "credit-missing", "warning", "An image does not say who made it or where it comes from."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image at hand without a credit of its own or of all it was made from."""
    for at, image in document.images:
        if "credit" in image or "missing" in image:
            continue
        origins = image.get("derived_from", [])
        if origins and all("credit" in one for one in origins):
            continue
        yield document.finding(
            RULE,
            at,
            f"image '{image['id']}' has no credit",
            hint="name its maker or the institution that holds it under 'credit'",
        )
