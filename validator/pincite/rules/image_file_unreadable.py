"""The file that an image names is not there or cannot be read.

## Why

A picture that is named and not delivered proves nothing, and the gap is noticed by the reader. The path is relative to
the document; capitals count. Where a picture is absent on purpose, `missing` says so.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/no-such-dial.png, alt: {text: A dial with one hand}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, alt: {text: A dial with one hand}}
```

```yaml
images:
  - {id: dial, role: figure, missing: {reason: the museum has not scanned it yet}}
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
    "PIN508",
    "image-file-unreadable",
    "error",
    "The file that an image names is not there or cannot be read.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file is absent, no file, or refused by the system."""
    for at, image, _, file in named_files(document):
        if file.fault is not None and file.fault.kind in {"absent", "unreadable"}:
            yield document.finding(
                RULE,
                f"{at}/path",
                f"image '{image['id']}': {file.fault.message}",
                hint="the path is relative to this document, and capitals count; "
                "if there is no picture, say so under 'missing' instead",
            )
