"""Some of the images are declared missing.

## Why

The article points to pictures that were not supplied with it. That is said once for the document, so that
whoever completes it knows how much is left to find.

## Bad

```yaml
images:
  - {id: scan, role: figure, missing: {reason: the plate is not in the digital edition}}
```

## Good

```yaml
images:
  - {id: scan, role: figure, url: "https://example.org/plate.png", credit: Ada Finch, license: CC0-1.0, alt: {text: A dial}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN506", "images-missing", "info", "Some of the images are declared missing.")

_TOLD = 5
"""How many of them a message names."""


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding if any image is declared missing."""
    missing = [image["id"] for _, image in document.images if "missing" in image]
    if missing:
        told = ", ".join(f"'{name}'" for name in missing[:_TOLD])
        rest = len(missing) - _TOLD
        total = len(document.images)
        yield document.finding(
            RULE,
            "/images",
            f"{len(missing)} of {total} {'image is' if total == 1 else 'images are'} declared missing: {told}"
            + (f" and {rest} more" if rest > 0 else ""),
            on="key",
        )
