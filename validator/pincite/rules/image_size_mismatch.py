"""An image's width or height is not that of its picture.

## Why

Pages keep room for a picture by its `width` and `height`, and regions are counted in them. Another size means another
version of the picture, on which regions lie elsewhere. For a photograph that is to be shown on its side (EXIF
orientation) both orders are right.

Pillow reads the size; it comes with `pip install 'pincite[images]'`. Without it this rule is reported as not applied.
A fix gives the size of the file where no region was measured; it is safe where the digest says that the picture is the same.

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

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.picture_files import picture_files, picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image
    from pincite.model.named_file import NamedFile, Picture

RULE = Rule(
    "PIN515",
    "image-size-mismatch",
    "warning",
    "An image's width or height is not that of its picture.",
    needs="files",
    fix="both",
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
                fix=_fix(at, image, file, picture),
            )


def _fix(at: str, image: Image, file: NamedFile, picture: Picture) -> Fix | None:
    """Return the fix that gives the picture's size; None where a region was measured in another one, or another picture.

    It is safe where the digest says that the picture is the one that was described.
    """
    digest = image.get("sha256", "").lower()
    is_measured = "region" in image and image["region"].get("unit") != "percent"
    if is_measured or (digest and digest != file.sha256):
        return None
    size = [("width", picture.width), ("height", picture.height)]
    changes = tuple([put(f"{at}/{member}", pixels) for member, pixels in size if member in image])
    title = f"give its size, {_size(picture.width, picture.height)}"
    return Fix(title, "safe" if digest else "unsafe", changes)


def _size(width: int | None, height: int | None) -> str:
    if width is None or height is None:
        return f"{width} pixels wide" if height is None else f"{height} pixels high"
    return f"{width} x {height} pixels"
