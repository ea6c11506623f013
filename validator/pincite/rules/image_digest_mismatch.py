"""A picture is not the one that was described: its SHA-256 digest differs.

## Why

The digest (FIPS 180-4) ties the description, the region and what was read in a scan to one state of the file. Another
digest is another file: a new scan, another page, a file that was saved again.

## Bad

```yaml
images:
  - id: dial
    role: figure
    path: images/dial.png
    sha256: "0000000000000000000000000000000000000000000000000000000000000000"
```

## Good

```yaml
images:
  - id: dial
    role: figure
    path: images/dial.png
    sha256: 436dbc1f21f957c088ac031d5c1afaed4581e347316d2c0d2f21ff1deee73bc1
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.picture_files import NEVER, picture_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN510",
    "image-digest-mismatch",
    "warning",
    "A picture is not the one that was described: its SHA-256 digest differs.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file has another digest than the document says."""
    for at, image, _, file in picture_files(document):
        declared = image.get("sha256")
        if declared is None or file.media_type in NEVER:  # which is fault enough
            continue
        digest = file.sha256
        if digest is not None and declared.lower() != digest:
            yield document.finding(
                RULE,
                f"{at}/sha256",
                f"the file of image '{image['id']}' was changed or replaced: its SHA-256 is another",
                hint=f"look at the picture, then set 'sha256' to the new digest, {digest}",
            )
