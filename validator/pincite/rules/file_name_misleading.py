"""A picture's file name ends in the name of another type.

## Why

A PNG picture called `dial.jpg` is refused by programs that go by the name, and web servers send it with the wrong media
type.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/renamed.jpg}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.picture_files import KINDS, picture_files, plain_type, type_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN512",
    "file-name-misleading",
    "warning",
    "A picture's file name ends in the name of another type.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each picture whose file name claims another type than its first bytes show."""
    for at, image, path, file in picture_files(document):
        found, named = file.media_type, type_by_name(path)
        # where the media type is wrong, too, that is told, and it is one fault
        rightly_declared = plain_type(image.get("media_type", found or "")) == found
        if found in KINDS and named not in {None, found} and rightly_declared:
            yield document.finding(
                RULE,
                f"{at}/path",
                f"{path}, the file of image '{image['id']}', is {KINDS[found]}",
                hint=f"rename it: its media type is {found}",
            )
