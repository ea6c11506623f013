"""A block quotation in the article's text has no citation.

## Why

Words that an article sets apart and ascribes to somebody are a quotation, with or without quotation marks. Nobody can look them up
without a citation. This looks at the article's own blocks: a quotation that the document records is judged by PIN101.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The keeper wrote:
      The clock struck thirteen on the first day and nobody laughed.
  blocks:
    - {type: paragraph, start: 0, end: 17}
    - {type: paragraph, start: 18, end: 80}
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The keeper wrote:
      The clock struck thirteen on the first day and nobody laughed. (Harbour Log, 1871, p. 6)
  blocks:
    - {type: paragraph, start: 0, end: 17}
    - {type: quotation, start: 18, end: 80, ref: q1}
    - {type: citation, start: 81, end: 106}
quotations:
  - id: q1
    text: The clock struck thirteen on the first day and nobody laughed.
    citations: [{raw: "(Harbour Log, 1871, p. 6)"}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.article_blocks import Stretches, article_block
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Block
    from pincite.rules.article_blocks import ArticleBlock

RULE = Rule(
    "PIN120",
    "block-quotation-uncited",
    "warning",
    "A block quotation in the article's text has no citation.",
    needs="text",
)

_SHORTEST = 40
"""Characters of a paragraph behind a lead-in that may be a quotation; a shorter one is a caption or a price."""
_LAST_WORDS = 4
"""How near its colon a lead-in has its verb: "wrote to the Harbour Board:"."""
_OPENING = 8
"""How many words of a quotation are marked."""
_ENDS_A_SENTENCE = ".!?"
_SAID = frozenset({"quotation", "paragraph"})
_GOES_ON = frozenset({"citation", "quotation", "list", "code"})
"""Blocks in which a quotation goes on or is cited."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each block quotation, or paragraph behind a lead-in, that nothing in the document cites."""
    known: Stretches | None = None
    for one, before in _in_question(document):
        if before is not None and not (_leads_in(document, before) and _quotable(one.text)):
            continue
        known = known or _known(document)
        first = before or one
        if not known.touch(int(first.block["start"]), int(one.block["end"])):
            yield _finding(document, one)


def _in_question(document: Document) -> Iterator[tuple[ArticleBlock, ArticleBlock | None]]:
    """Yield the block quotations that nothing follows which may cite them; paragraphs, too, with the one before.

    The types of the blocks leave few of which the words must be looked at.
    """
    text = document.text
    if text is None:
        return
    blocks = [(index, block) for index, block in enumerate(document.article.get("blocks", ())) if block]
    kinds = [block["type"] for _, block in blocks]
    for place, kind in enumerate(kinds):
        if kind not in _SAID or (place + 1 < len(kinds) and kinds[place + 1] in _GOES_ON):
            continue
        if kind == "quotation":
            if "ref" not in blocks[place][1]:
                yield article_block(text, *blocks[place]), None
        elif place and kinds[place - 1] == "paragraph" and _ends_in_colon(text, blocks[place - 1][1]):
            yield article_block(text, *blocks[place]), article_block(text, *blocks[place - 1])


def _ends_in_colon(text: str, block: Block) -> bool:
    end = int(block["end"])
    return ":" in text[end - 1 : end] or text[int(block["start"]) : end].rstrip().endswith(":")


def _finding(document: Document, one: ArticleBlock) -> Finding:
    start = int(one.block["start"]) + len(one.text) - len(one.text.lstrip())
    opening = " ".join(one.text.split()[:_OPENING])
    length = len(opening) if document.text is not None and document.text.startswith(opening, start) else 1
    return document.finding(
        RULE,
        one.at,
        f"the quotation '{opening} …' has no citation",
        hint="cite what it is taken from, behind its last word",
        span=Span(start, start + length),
    )


def _known(document: Document) -> Stretches:
    """Return where quotations and citations stand."""
    anchors = [cited.citation["anchor"] for cited in document.citations if "anchor" in cited.citation]
    for _, quotation in document.quotations:
        anchor = quotation.get("anchor", {})
        span = document.anchoring.resolve(anchor, quotation["text"]).span if document.anchoring else None
        anchors.append({"start": span.start, "end": span.end} if span else anchor)
    return Stretches(anchors)


def _leads_in(document: Document, before: ArticleBlock) -> bool:
    """Return whether a paragraph ends in words that announce what somebody said, and a colon."""
    text = before.text.rstrip()
    start = max(text.rfind(f"{mark} ") for mark in _ENDS_A_SENTENCE) + 1
    sentence = text[start:-1].strip().lower().replace("’", "'")
    if sentence.startswith(phrases(document, "attributed_openings")):
        return True
    verbs = phrases(document, "speech_verbs")
    return any(word.strip(",;") in verbs for word in sentence.split()[-_LAST_WORDS:])


def _quotable(text: str) -> bool:
    words = text.strip()
    return len(words) >= _SHORTEST and words[-1] != ":" and not words[0].isdigit() and words[0] not in "-*•(["
