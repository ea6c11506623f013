"""An image does not say under which terms it may be shown.

## Why

Without a licence (an SPDX expression) or a statement of rights, whoever republishes the article has to ask
anew for every picture. For a picture made from others it is enough that each of these has its licence.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Ada Finch, alt: {text: A dial with one hand}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Ada Finch, rights: By kind permission of the museum, alt: {text: A dial with one hand}}
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
    "PIN504", "license-missing", "warning", "An image does not say under which terms it may be shown."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image at hand without licence or rights, its own or of all it was made from."""
    for at, image in document.images:
        if "license" in image or "rights" in image or "missing" in image:
            continue
        origins = image.get("derived_from", [])
        if not (origins and all("license" in one for one in origins)):
            yield document.finding(
                RULE,
                at,
                f"image '{image['id']}' has neither license nor rights",
                hint="give its SPDX identifier under 'license', for example CC-BY-4.0, or state the terms under 'rights'",
            )
