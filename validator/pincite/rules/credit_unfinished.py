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

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.credit_lines import credit_lines, holds, line_behind, line_in_text
from pincite.rules.excerpt import excerpt
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding, Span
    from pincite.model.format import Image
    from pincite.rules.credit_lines import CreditLine

RULE = Rule(
    "PIN524", "credit-unfinished", "warning", "A picture's credit breaks off before it names anybody."
)


_OF = frozenset({"of"})
"""The word behind which there may be other credits, those of a picture's parts."""
_LONGEST_NAME = 80
"""Code points of the longest line that may name what the line before it announces."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each line of a credit that ends in "from", "by", "©" or a colon, and is not continued."""
    endings = phrases(document, "open_credit_endings")
    # many pictures come from one house: each credit is looked at once
    credits_ = {image["credit"] for _, image in document.images if "credit" in image}
    unfinished = {one for one in credits_ if _breaks_off(one, endings)}
    if not unfinished and "derived_from" not in document.members("images"):
        return
    for at, image in document.images:
        for line in credit_lines(image) if image.get("credit") in unfinished else ():
            if not _open(line.text, endings):
                continue
            span = line_in_text(document, line.text)
            if not _continued(document, line, span, endings):
                yield document.finding(
                    RULE,
                    f"{at}/credit",
                    f"the credit {excerpt(line.text)} of image '{image['id']}' names nobody",
                    hint="name the maker or the institution that holds the picture; a link may have been lost here",
                    span=span,
                )
        if "derived_from" in image:
            yield from _of_parts(document, at, image, endings)


def _continued(document: Document, line: CreditLine, span: Span | None, endings: tuple[str, ...]) -> bool:
    """Return whether the next line, in the credit or in the article, may hold the name."""
    after = line.after or (line_behind(document, span) if span else "")
    if not after or len(after) > _LONGEST_NAME:
        return False
    last = _last_word(line.text)
    if last in _OF or last not in endings:  # behind "Photos:" and "a montage of" stands a list
        return True
    return not _open(after, endings) and not holds(after, phrases(document, "credit_words"))


def _of_parts(document: Document, at: str, image: Image, endings: tuple[str, ...]) -> Iterator[Finding]:
    for index, part in enumerate(image.get("derived_from", ())):
        if part and _open(part.get("credit", "").strip(), endings):
            yield document.finding(
                RULE,
                f"{at}/derived_from/{index}/credit",
                f"the credit {excerpt(part['credit'])} of a part of image '{image['id']}' names nobody",
                hint="name the maker or the institution that holds the picture",
            )


@lru_cache(maxsize=4096)
def _breaks_off(credit: str, endings: tuple[str, ...]) -> bool:
    """Return whether a line of a credit does."""
    return any(_open(line.strip(), endings) for line in credit.splitlines())


def _open(line: str, endings: tuple[str, ...]) -> bool:
    """Return whether something must follow behind *line*."""
    return line.rstrip(". …").lower().endswith((":", "©", "(c)")) or _last_word(line) in endings


def _last_word(line: str) -> str:
    plain = line.rstrip(":. …").casefold()
    return plain[plain.rfind(" ") + 1 :]
