"""One label stands for pictures of different places.

## Why

A label leads from the article to a picture. If two pictures of different pages carry the same one, the reader finds the
wrong page, or does not know that there are two. Labels are compared without regard to capitals and white space.

## Bad

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, label: The Tides, missing: {reason: only marked}}
  - {id: b, role: evidence, label: The Tides, missing: {reason: only marked}}
```

## Good

```yaml
sources:
  - {id: tides, type: book, title: Tides}
quotations:
  - {id: q1, text: It turned at six., citations: [{source: tides, locator: {page: "16"}, images: [a]}]}
  - {id: q2, text: It turned at ten., citations: [{source: tides, locator: {page: "41"}, images: [b]}]}
images:
  - {id: a, role: evidence, label: "Tides, p. 16", missing: {reason: only marked}}
  - {id: b, role: evidence, label: "Tides, p. 41", missing: {reason: only marked}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.shown_places import differ, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule("PIN517", "image-label-shared", "warning", "One label stands for pictures of different places.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each label, at the first image that shows something else than an earlier one with it."""
    labels = {" ".join(image["label"].casefold().split()) for _, image in document.images if "label" in image}
    if len(labels) == len(document.images):
        return
    labelled: dict[str, list[tuple[str, Image]]] = {}
    for at, image in document.images:
        if "label" in image:
            labelled.setdefault(" ".join(image["label"].casefold().split()), []).append((at, image))
    for images in labelled.values():
        _, first = images[0]
        for at, image in images[1:]:
            what = _difference(document, first, image)
            if what:
                yield document.finding(
                    RULE,
                    f"{at}/label",
                    f"the label '{image['label']}' stands for {what}",
                    hint="give each picture a label of its own, for example with the page",
                )
                break


def _difference(document: Document, first: Image, image: Image) -> str | None:
    """Return in words what two images with one label show, None where it may be the same."""
    places, others = places_of(document, first), places_of(document, image)
    if places and others:
        if all(differ(one, other) for one in places for other in others):
            one, other = places[0], others[0]
            return f"{one.where if one.source == other.source and one.where else one} and for {other}"
        return None
    for member in ("path", "url"):
        file, its = first.get(member), image.get(member)
        if file is not None and its is not None and file != its and not (places or others):
            return f"{file} and for {its}"
    return None
