"""An image's width or height is not that of its picture.

## Why

Pages keep room for a picture by its `width` and `height`, and regions are counted in them. Another size means another
version of the picture, on which regions lie elsewhere. For a photograph that is to be shown on its side (EXIF
orientation) both orders are right.

Pillow reads the size; it comes with `pip install 'pincite[images]'`. Without it this rule is reported as not applied.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, width: 400, height: 30}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, width: 40, height: 30}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.picture_files import picture_files, picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN515",
    "image-size-mismatch",
    "warning",
    "An image's width or height is not that of its picture.",
    needs="files",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image that says another size than its picture has."""
    for at, image, path, file in picture_files(document):
        width, height = image.get("width"), image.get("height")
        picture = None if width is None and height is None else picture_of(RULE, file)
        if picture is None:
            continue
        sizes = [(picture.width, picture.height)]
        if picture.turned:
            sizes.append((picture.height, picture.width))
        if not any(width in {None, wide} and height in {None, high} for wide, high in sizes):
            wide, high = sizes[0]
            yield document.finding(
                RULE,
                f"{at}/width" if width not in {None, wide} else f"{at}/height",
                f"image '{image['id']}' is described as {_size(width, height)}, but {path} is {_size(wide, high)}",
                hint="look whether it is the right picture, then give its size; regions may have to be moved",
            )


def _size(width: int | None, height: int | None) -> str:
    if width is None or height is None:
        return f"{width} pixels wide" if height is None else f"{height} pixels high"
    return f"{width} x {height} pixels"
