"""An image has no file, no address and no word on why.

## Why

A picture that is to prove a quotation has to be found. Where the article points to one that it does not supply,
`missing` declares it, with the reason, so that nobody searches twice.

## Bad

```yaml
images:
  - {id: scan, role: figure, alt: {text: A dial with one hand}}
```

```yaml
images:
  - {id: scan, role: figure, missing: {}}
```

## Good

```yaml
images:
  - {id: scan, role: figure, missing: {reason: the article names a plate that the web page left out}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN501", "image-without-file", "warning", "An image has no file, no address and no word on why.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image with neither path, address nor a declared reason."""
    for at, image in document.images:
        if "missing" in image:
            if not image["missing"].get("reason", "").strip():
                yield document.finding(
                    RULE,
                    f"{at}/missing",
                    f"image '{image['id']}' is declared missing without a reason",
                    hint="say under 'reason' why there is no picture",
                )
        elif "path" not in image and "url" not in image:
            yield document.finding(
                RULE,
                at,
                f"image '{image['id']}' has neither path nor url",
                hint="name its file under 'path' or its address under 'url', or say under 'missing' why there is none",
            )
