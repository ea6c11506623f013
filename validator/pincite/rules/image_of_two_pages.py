"""One image is named by citations of pages that no single picture shows.

## Why

A scan shows a page, or the two pages of an open book. If it is named for page 16 and for page 41, one of the citations has
the wrong picture, or the picture is put together from both: then `depicts` says so.

## Bad

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [a]}]}
images:
  - {id: a, role: evidence, missing: {reason: lost}}
```

## Good

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "17"}, images: [a]}]}
images:
  - {id: a, role: evidence, missing: {reason: lost}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.shown_places import apart, cited_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN519",
    "image-of-two-pages",
    "warning",
    "One image is named by citations of pages that no single picture shows.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each image with two citations that lie apart and no word on what it depicts."""
    named = [name for cited in document.citations for name in cited.citation.get("images", ())]
    if len(named) == len(set(named)):
        return
    for at, image in document.images:
        if image.get("depicts"):
            continue
        places = cited_places(document).get(image["id"], [])
        other = next((place for place in places[1:] if apart(places[0], place)), None)
        if other is not None:
            yield document.finding(
                RULE,
                at,
                f"image '{image['id']}' is named for {places[0]} and for {other}",
                hint="name the right picture in each citation; if it shows both, list them under 'depicts'",
            )
