"""A file that an image names is no picture.

## Why

A web page that says "not found", saved under the picture's name, or the stand-in that Git LFS leaves when the file was not
fetched: the name is there, the picture is not. The first bytes of a file tell; nothing needs to be installed for it.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/notes.png, alt: {text: A dial with one hand}}
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
from pincite.rules.picture_files import KINDS, NEVER, claimed_type, picture_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN513", "picture-fake", "error", "A file that an image names is no picture.", needs="files")


_OTHERS = {
    "text/plain": "text, no picture",
    "application/zip": "a ZIP archive, no picture",
    "application/gzip": "a compressed file, no picture",
}
"""What is no picture where a picture of a known type is claimed; there are types of pictures that are text."""
_DRAWING = "image/svg+xml"
"""A type that may begin with anything: with a comment of any length, or compressed."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each file that is something else, or that lacks the beginning of the type it claims."""
    for at, image, path, file in picture_files(document):
        found, claimed = file.media_type, claimed_type(image)
        if found in KINDS:
            continue
        if found in NEVER or (claimed is not None and claimed != _DRAWING):
            what = NEVER.get(found or "") or _OTHERS.get(found or "") or f"not {KINDS[claimed or _DRAWING]}"
            hint = "put the picture there; the file may be the answer of a server that did not have it"
            yield document.finding(
                RULE,
                f"{at}/path",
                f"{path}, the file of image '{image['id']}', is {what}",
                hint="fetch it: git lfs pull" if found == "text/x-git-lfs-pointer" else hint,
            )
