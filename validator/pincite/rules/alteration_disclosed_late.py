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
from pincite.rules.credit_lines import credit_lines, holds, line_in_text, said_of_pictures
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
    together = said_of_pictures(document)
    words = [phrase for phrase in phrases(document, "altered_pictures") if phrase in together]
    if not words:
        return
    end = _end_of_article(document)
    for at, image in document.images:
        line = next((one for one in credit_lines(image) if holds(one.text, words)), None)
        span = None if line is None else line_in_text(document, line.text)
        if line is None or span is None or not _late(document, image, span.start, end):
            continue
        yield document.finding(
            RULE,
            f"{at}/credit",
            f"that image '{image['id']}' was altered is said only here, far from the picture: {excerpt(line.text)}",
            hint="say it in the caption, beside the picture",
            span=span,
        )


def _late(document: Document, image: Image, said: int, end: int | None) -> bool:
    """Return whether an article that ends at *end* discloses at *said* what nobody could know at the picture."""
    words = phrases(document, "altered_pictures")
    shown = offsets(image.get("anchor", {}))
    if shown is None or holds(image.get("caption", ""), words):
        return False
    text = document.text or ""
    if holds(text[shown[0] : min(shown[1] + _BESIDE, said)], words):
        return False
    # behind the page's furniture is late also where the credit is all that is known of the picture
    behind = end is not None and end <= said and not end <= shown[0] < said
    return behind or said - shown[1] > _FAR


def _end_of_article(document: Document) -> int | None:
    """Return where the last block of the article itself ends, None without furniture of the page behind it."""
    end, behind = 0, False
    for block in document.article.get("blocks", ()):
        if block and block["type"] in _BODY:
            end, behind = block["end"], False
        elif block and block["type"] in {"boilerplate", "navigation"}:
            behind = True
    return end if behind and end else None
