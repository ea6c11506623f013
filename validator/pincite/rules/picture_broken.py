"""A picture cannot be decoded to its end.

## Why

A download that was cut off leaves a file with a picture's beginning. Readers see half a page, or nothing. PNG, JPEG, GIF,
WebP, TIFF and BMP are decoded, the first frame of an animation; of pictures too large to be held in memory (40 million
pixels, 12 of WebP, 25 of progressive JPEG) only the header and, in PNG, the checksums are looked at.

Pillow decodes; it comes with `pip install 'pincite[images]'`. Without it this rule is reported as not applied.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/torn.png, alt: {text: A dial with one hand}}
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
from pincite.rules.picture_files import KINDS, looked_at, picture_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN514", "picture-broken", "error", "A picture cannot be decoded to its end.", needs="files")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each picture whose data ends too early or makes no sense."""
    for at, image, path, file in picture_files(document):
        fault = looked_at(RULE, file)
        if isinstance(fault, PictureFault) and fault.kind == "broken":
            kind = KINDS[file.media_type or ""]
            yield document.finding(
                RULE,
                f"{at}/path",
                f"{path}, the file of image '{image['id']}', begins as {kind}, but {fault.message}",
                hint="fetch or save the picture again",
            )
