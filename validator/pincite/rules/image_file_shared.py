"""Two images of different pages are one and the same file.

## Why

Two scans with one file, or with one digest, are one picture under two names: one of the pages is not shown. Where a picture
shows both, each image has its `region`; a file of many pages gives the page there.

## Bad

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, path: images/p16.png}
  - {id: b, role: evidence, path: images/p16.png}
```

## Good

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, path: images/p16.png}
  - {id: b, role: evidence, path: images/p41.png}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.shown_places import apart, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image
    from pincite.rules.shown_places import Place

    _Member: TypeAlias = Literal["path", "sha256", "url"]

RULE = Rule(
    "PIN520", "image-file-shared", "warning", "Two images of different pages are one and the same file."
)


_OF_A_FILE: tuple[_Member, ...] = ("path", "sha256", "url")
"""Members of which two images of one file have the same value."""
_OF_MANY_PAGES = (".pdf", ".tif", ".tiff", ".djvu", ".djv")
"""Ends of file names that may hold many pages."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image whose file an earlier image of another place has."""
    given = document.members("images")
    if not any(member in given and _repeated(document, member) for member in _OF_A_FILE):
        return
    first: dict[str, tuple[Image, list[Place]]] = {}
    for at, image in document.images:
        many = image.get("path", image.get("url", "")).lower().endswith(_OF_MANY_PAGES)
        places = [] if many else places_of(document, image)
        for member in _OF_A_FILE:
            value = str(image.get(member, ""))
            if not value or not places:
                continue
            earlier, others = first.setdefault(f"{member} {value}", (image, places))
            if earlier is image or (earlier.get("region") != image.get("region")):
                continue
            if all(apart(one, other) for one in others for other in places):
                yield document.finding(
                    RULE,
                    f"{at}/{member}",
                    f"image '{image['id']}' of {places[0]} is the same picture as '{earlier['id']}' of {others[0]}",
                    hint="name the file that shows this page; if the picture shows both, give each image its region",
                )
                break


def _repeated(document: Document, member: _Member) -> bool:
    """Return whether two images have the same value of a member."""
    values = [image[member] for _, image in document.images if member in image]
    return len(set(values)) < len(values)
