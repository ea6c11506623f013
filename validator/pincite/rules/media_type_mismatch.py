"""An image's media type is not that of its file.

## Why

Programs choose by the media type how to show a file; a browser that is told the wrong one may show nothing. Compared
are the first bytes of the file, not its name.
A fix sets it to that of the file, unless the file is named as of another type.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, media_type: image/jpeg}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, media_type: image/png}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.picture_files import KINDS, picture_files, plain_type, type_by_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN511",
    "media-type-mismatch",
    "warning",
    "An image's media type is not that of its file.",
    needs="files",
    fix="safe",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each picture whose first bytes are those of another type than the document says."""
    for at, image, path, file in picture_files(document):
        if "media_type" not in image:
            continue
        declared, found = image["media_type"], file.media_type
        if found in KINDS and plain_type(declared) not in {found, "application/octet-stream"}:
            yield document.finding(
                RULE,
                f"{at}/media_type",
                f"image '{image['id']}' has the media type {declared}, but {path} is {KINDS[found]}",
                hint=f"set 'media_type' to {found}; if its file name ends in another type, too, rename the file",
                fix=Fix(f"set 'media_type' to {found}", "safe", (put(f"{at}/media_type", found),))
                if type_by_name(path) in {found, None}
                else None,
            )
