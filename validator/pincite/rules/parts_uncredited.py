"""A picture was put together from others that are not named.

## Why

Each photograph in a montage has its maker, its licence and its own truth. `derived_from` names them one by one, so that a
reader can find what the picture was made from.

## Bad

```yaml
images:
  - {id: cover, role: figure, path: images/cover.png, credit: Ada Finch, edits: [montage of two photographs]}
```

## Good

```yaml
images:
  - id: cover
    role: figure
    path: images/cover.png
    credit: Ada Finch
    edits: [montage of two photographs]
    derived_from: [{title: The dial, credit: Ada Finch}, {title: The harbour, credit: Petra Okafor}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.credit_lines import holds, said_of_pictures
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule(
    "PIN525", "parts-uncredited", "info", "A picture was put together from others that are not named."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each picture at hand that says it is a composite, and names no parts or parts without credit."""
    together = said_of_pictures(document)
    words = [word for word in phrases(document, "composite_pictures") if word in together]
    if not words and "derived_from" not in document.members("images"):
        return
    for at, image in document.images:
        parts = image.get("derived_from", [])
        if "missing" in image:
            continue
        if len(parts) > 1:
            bare = sum(1 for part in parts if part and not (part.get("credit") or part.get("url")))
            if bare and "credit" in image:
                message = f"{bare} of the {len(parts)} pictures that image '{image['id']}' was made from {'has' if bare == 1 else 'have'} no credit"
                yield document.finding(
                    RULE, f"{at}/derived_from", message, hint="name the maker of each under 'credit'"
                )
        elif not parts and not _in_words(image) and (word := _composite(image, words)):
            yield document.finding(
                RULE,
                f"{at}/edits" if "edits" in image else at,
                f"image '{image['id']}' is called a {word}, but does not say of which pictures",
                hint="list the pictures it was made from under 'derived_from', each with its credit",
            )


def _composite(image: Image, words: list[str]) -> str | None:
    """Return the one of *words* by which an image says that it was put together from others."""
    said = [*image.get("edits", ()), image.get("caption", ""), image.get("credit", "")]
    found = next((word for text in said if text and (word := holds(text, words))), None)
    return found.removesuffix(" of") if found else None


def _in_words(image: Image) -> bool:
    """Return whether the credit lists several pictures or makers itself."""
    return any(
        mark in image.get("credit", "").strip()
        for mark in ("\n", ";", ",", "&", " + ", " and ", " und ", " y ", " et ")
    )
