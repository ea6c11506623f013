"""A picture's credit breaks off before it names anybody.

## Why

"Photo from" with nothing behind it was a link once, or was to be filled in later. The maker's name is what the licence asks
for, and what a reader needs to find the picture.

## Bad

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Photo by}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, credit: Photo by Ada Finch}
```

```yaml
images:
  - id: dial
    role: figure
    path: images/dial.png
    credit: |-
      Photo by
      Ada Finch
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.credit_lines import credit_lines, holds, line_behind
from pincite.rules.excerpt import excerpt
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule(
    "PIN524", "credit-unfinished", "warning", "A picture's credit breaks off before it names anybody."
)


_LONGEST_NAME = 80
"""Code points of the longest line that may name what the line before it announces."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each line of a credit that ends in "from", "by", "©" or a colon, and is not continued."""
    endings = phrases(document, "open_credit_endings")
    words = phrases(document, "credit_words")
    for at, image in document.images:
        for line in credit_lines(document, at, image):
            if not _open(line.text, endings):
                continue
            if line.after:
                after, heading = line.after, line.text.endswith(":")
            else:
                after, heading = line_behind(document, line.span) if line.span else "", False
            # behind "Photos:" stands a list; behind "Photo by" a name, but not another credit
            if (
                after
                and len(after) <= _LONGEST_NAME
                and (heading or not (_open(after, endings) or holds(after, words)))
            ):
                continue
            yield document.finding(
                RULE,
                line.at,
                f"the credit {excerpt(line.text)} of image '{image['id']}' names nobody",
                hint="name the maker or the institution that holds the picture; a link may have been lost here",
                span=line.span,
            )
        yield from _of_parts(document, at, image, endings)


def _of_parts(document: Document, at: str, image: Image, endings: tuple[str, ...]) -> Iterator[Finding]:
    for index, part in enumerate(image.get("derived_from", ())):
        if part and _open(part.get("credit", "").strip(), endings):
            yield document.finding(
                RULE,
                f"{at}/derived_from/{index}/credit",
                f"the credit {excerpt(part['credit'])} of a part of image '{image['id']}' names nobody",
                hint="name the maker or the institution that holds the picture",
            )


def _open(line: str, endings: tuple[str, ...]) -> bool:
    """Return whether something must follow behind *line*."""
    lower = line.rstrip(". …").casefold()
    return lower.endswith((":", "©", "(c)")) or any(
        lower.endswith(ending) and (len(lower) == len(ending) or lower[-len(ending) - 1].isspace())
        for ending in endings
    )
