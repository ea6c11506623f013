"""A picture is larger than is looked at.

## Why

A few hundred bytes can claim a picture that fills all memory of whoever opens it. Files of more than 256 MiB and
pictures of more than 100 million pixels are therefore not opened, and neither digest, type nor size was compared.
A copy for readers is smaller; the master can be named under `url`.

## Bad

```yaml
images:
  - {id: map, role: figure, path: images/bomb.png, alt: {text: A map of the outer sound}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, alt: {text: A dial with one hand}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.named_file import PictureFault
from pincite.model.rule import Rule
from pincite.rules.picture_files import looked_at, named_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule("PIN509", "image-too-large", "warning", "A picture is larger than is looked at.", needs="files")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file has more bytes, or whose picture more pixels, than are read."""
    named = list(named_files(document))
    # first what needs no decoder, because the rest may not be applied
    for at, image, _, file in named:
        if file.fault is not None and file.fault.kind == "too_large":
            yield _finding(document, at, image, file.fault.message)
    for at, image, _, file in named:
        found = looked_at(RULE, file)
        if isinstance(found, PictureFault) and found.kind == "too_large":
            yield _finding(document, at, image, found.message)


def _finding(document: Document, at: str, image: Image, why: str) -> Finding:
    return document.finding(
        RULE,
        f"{at}/path",
        f"image '{image['id']}' is not looked at: {why}",
        hint="name a smaller copy here; readers are spared a long wait, too",
    )
