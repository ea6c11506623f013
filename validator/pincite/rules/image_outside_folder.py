"""An image's path leads out of the document's folder.

## Why

A document may come from anywhere, so the files it names are opened only in its own folder or, if it lies in it, the
working folder. Links are followed first. What lies elsewhere is not looked at, and not delivered with the document
either.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: ../../elsewhere/dial.png, alt: {text: A dial with one hand}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, alt: {text: A dial with one hand}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.picture_files import named_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN507",
    "image-outside-folder",
    "error",
    "An image's path leads out of the document's folder.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file lies in no allowed folder."""
    for at, image, _, file in named_files(document):
        if file.fault is not None and file.fault.kind == "outside":
            yield document.finding(
                RULE,
                f"{at}/path",
                f"image '{image['id']}': {file.fault.message}",
                hint="copy the picture into the document's folder, and name it by its path from there",
            )
