"""The region of an image lies, in part, outside of the picture.

## Why

A region shows readers the lines that were quoted. One that reaches over the edge was measured on another version of the
picture, or in another unit (percent, not pixels). Rounding is forgiven: less than a pixel, a tenth of a percent.

## Bad

```yaml
images:
  - {id: scan, role: evidence, url: "https://example.org/p6.png", region: {unit: percent, x: 30, y: 10, w: 80, h: 5}}
```

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, region: {x: 10, y: 10, w: 20, h: 40}}
```

## Good

```yaml
images:
  - {id: scan, role: evidence, url: "https://example.org/p6.png", region: {unit: percent, x: 20, y: 10, w: 80, h: 5}}
```

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, region: {x: 10, y: 10, w: 20, h: 20}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.named_file import Picture
from pincite.model.rule import Rule
from pincite.rules.picture_files import picture_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image, Region

RULE = Rule(
    "PIN516",
    "region-outside-image",
    "error",
    "The region of an image lies, in part, outside of the picture.",
    needs="files",
)


_PERCENT, _PIXEL = 0.1, 1.0
"""By how much a region has to reach over an edge; less is rounding."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each region that reaches over an edge, or lies on a page that the file does not have."""
    regions = [(at, image, image["region"]) for at, image in document.images if "region" in image]
    # first what needs no file, because the rest may not be applied
    for at, image, region in regions:
        if region.get("unit") == "percent" and (edge := _over(region, 100, 100, _PERCENT)):
            yield _finding(document, at, image, f"reaches over {edge}: more than 100 percent")
    for at, image, region in regions:
        page = region.get("page", 1)
        in_pixels = region.get("unit") != "percent" and page == 1
        picture = _picture(document, image) if in_pixels or page > 1 else None
        if picture is None:
            continue
        if picture.pages is not None and page > picture.pages:
            many = "one page" if picture.pages == 1 else f"{picture.pages} pages"
            yield _finding(document, at, image, f"is on page {page}, but the file has {many}", "/page")
        elif in_pixels:
            edges = [_over(region, picture.width, picture.height, _PIXEL)]
            if picture.turned:
                edges.append(_over(region, picture.height, picture.width, _PIXEL))
            if all(edges):
                size = f"{picture.width} x {picture.height}"
                yield _finding(document, at, image, f"reaches over {edges[0]}: the picture has {size} pixels")


def _picture(document: Document, image: Image) -> Picture | None:
    """Return an image's picture, for one without a file what the document says of its size."""
    file = document.named_file(image["path"]) if "path" in image else None
    if file is not None and file.fault is None:
        return picture_of(RULE, file)
    if "width" in image and "height" in image:
        return Picture(image["width"], image["height"], pages=None)
    return None


def _over(region: Region, width: float, height: float, spare: float) -> str | None:
    """Return the edge of a picture that a region reaches over by *spare* or more."""
    if region.get("x", 0) + region.get("w", 0) >= width + spare:
        return "the right edge"
    return "the lower edge" if region.get("y", 0) + region.get("h", 0) >= height + spare else None


def _finding(document: Document, at: str, image: Image, what: str, member: str = "") -> Finding:
    return document.finding(
        RULE,
        f"{at}/region{member}",
        f"the region of image '{image['id']}' {what}",
        hint="measure it anew; 'unit' says whether its numbers are pixels or percent",
    )
