"""That a picture was altered is said far from the picture.

## Why

Readers take a photograph for what the camera saw. A line at the end of the page that it was put together or retouched reaches
those who have believed it for the whole article. The word belongs into the caption, beside the picture.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |
      A clock above a crowd

      The tide turned at six.

      Join the mailing list

      Picture at the top, a photoshop of the two clocks
  blocks:
    - {type: figure, start: 0, end: 21}
    - {type: paragraph, start: 23, end: 46}
    - {type: boilerplate, start: 48, end: 69}
images:
  - id: clock
    role: figure
    missing: {reason: not supplied}
    anchor: {start: 0, end: 21}
    credit: Picture at the top, a photoshop of the two clocks
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |
      A clock above a crowd

      Picture above, a photoshop of the two clocks

      The tide turned at six.
images:
  - id: clock
    role: figure
    missing: {reason: not supplied}
    anchor: {start: 0, end: 21}
    credit: Picture above, a photoshop of the two clocks
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import offsets
from pincite.model.rule import Rule
from pincite.rules.credit_lines import credit_lines, holds
from pincite.rules.excerpt import excerpt
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule(
    "PIN526",
    "alteration-disclosed-late",
    "warning",
    "That a picture was altered is said far from the picture.",
    needs="text",
)


_FAR = 1500
"""Code points, about a page of a book, behind which a line does not stand beside a picture any more."""
_BESIDE = 300
"""Code points behind a picture in which its caption may stand."""
_BODY = frozenset({"paragraph", "quotation", "citation", "list", "lead"})


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for the line of a credit that discloses it, where nothing beside the picture does."""
    words = phrases(document, "altered_pictures")
    for at, image in document.images:
        if not holds(image.get("credit", ""), words) or holds(image.get("caption", ""), words):
            continue
        line = next((one for one in credit_lines(document, at, image) if holds(one.text, words)), None)
        if line is None or line.span is None or not _late(document, image, line.span.start, words):
            continue
        yield document.finding(
            RULE,
            line.at,
            f"that image '{image['id']}' was altered is said only here, far from the picture: {excerpt(line.text)}",
            hint="say it in the caption, beside the picture",
            span=line.span,
        )


def _late(document: Document, image: Image, said: int, words: tuple[str, ...]) -> bool:
    """Return whether the article discloses at the offset *said* what nobody could know at the picture."""
    shown = offsets(image.get("anchor", {}))
    if shown is None:
        return False
    text, end = document.text or "", _end_of_article(document)
    if end is not None and end <= said:
        # behind the page's furniture: also where no other place of the picture is known
        beside_picture = end <= shown[0] < said
        return not beside_picture and not holds(text[shown[0] : min(shown[1] + _BESIDE, said)], words)
    return said - shown[1] > _FAR and not holds(text[shown[0] : shown[1] + _BESIDE], words)


def _end_of_article(document: Document) -> int | None:
    """Return where the last block of the article itself ends, None without furniture of the page behind it."""
    end, behind = 0, False
    for block in document.article.get("blocks", ()):
        if block and block["type"] in _BODY:
            end, behind = block["end"], False
        elif block and block["type"] in {"boilerplate", "navigation"}:
            behind = True
    return end if behind and end else None
