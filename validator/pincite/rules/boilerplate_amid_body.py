"""Text of the page stands between two paragraphs of the article.

## Why

A mailing list or a row of links in the middle of the body was meant for the page, not for the reader of the article. Left there, it is
read as what the author says, and a quotation on both sides of it is torn in two. At the beginning and the end of an article it
is where it belongs.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |
      The clock was slow.
      Join the harbour's mailing list!
      The pilots of Skerrow had known it since the winter, when the bar took two boats in one night.
  blocks:
    - {type: paragraph, start: 0, end: 19}
    - {type: boilerplate, start: 20, end: 52}
    - {type: paragraph, start: 53, end: 147}
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |
      The clock was slow.
      Join the harbour's mailing list!
  blocks:
    - {type: paragraph, start: 0, end: 19}
    - {type: boilerplate, start: 20, end: 52}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.prose_findings import Place, reported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Block

RULE = Rule(
    "PIN621",
    "boilerplate-amid-body",
    "warning",
    "Text of the page stands between two paragraphs of the article.",
)

_OF_THE_PAGE = ("navigation", "boilerplate")
_BODY = ("paragraph", "quotation", "citation")
_LONG = 60
"""From how many characters on a paragraph behind it is the body's, and not one more line of the page's foot."""
_ROOM = 40
"""How many characters the message shows."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each run of such blocks with the body before and behind it."""
    blocks = document.article.get("blocks") or ()
    if any(block is not None and block["type"] in _OF_THE_PAGE for block in blocks):
        yield from reported(
            document, RULE, _places(document), "move it before or behind the article's text, or leave it out"
        )


def _places(document: Document) -> Iterator[Place]:
    blocks = [
        (index, block)
        for index, block in enumerate(document.article.get("blocks") or ())
        if block is not None
    ]
    run: list[tuple[int, Block]] = []
    body_before = False
    for index, block in sorted(blocks, key=lambda one: one[1]["start"]):
        if block["type"] in _OF_THE_PAGE:
            run += [(index, block)] if body_before else []
        elif block["type"] in _BODY:
            if run and (block["type"] != "paragraph" or block["end"] - block["start"] >= _LONG):
                yield _place(document, run)
            # a short paragraph may still be the page's: what follows it decides
            if block["type"] != "paragraph" or block["end"] - block["start"] >= _LONG or not run:
                run = []
            body_before = True


def _place(document: Document, run: list[tuple[int, Block]]) -> Place:
    """Return the place of a run of blocks: the whole of it, which is what has to go."""
    span = Span(int(run[0][1]["start"]), int(run[-1][1]["end"]))
    words = (document.text or "")[span.start : span.end]
    shown = f": {excerpt(words, _ROOM)}" if words else ""
    message = f"text of the page stands between two paragraphs of the article{shown}"
    return Place(span, f"/article/blocks/{run[0][0]}", message)
