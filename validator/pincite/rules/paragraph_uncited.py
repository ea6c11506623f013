"""A paragraph that states facts cites nothing.

## Why

Names, dates and numbers are what a reader wants to check, and a newsroom's fact checker must. Many good paragraphs carry an argument and
need no source, so that this rule is asked only where a configuration selects it. A paragraph that leads in to a cited quotation,
or that holds a quotation, a note mark or a claim with its evidence, is passed over.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: >-
      In 1871 the Harbour Board bought the clock from Ivo Moss of Skerrow, who had built it for the church of Saint Brannoc. It struck
      thirteen on the first day, and the Board paid him 40 pounds less than had been agreed with Ida Marsh.
  blocks:
    - {type: paragraph, start: 0, end: 231}
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: >-
      In 1871 the Harbour Board bought the clock from Ivo Moss of Skerrow, who had built it for the church of Saint Brannoc. It struck
      thirteen on the first day, and the Board paid him 40 pounds less than had been agreed with Ida Marsh (Annual Report, p. 6).
  blocks:
    - {type: paragraph, start: 0, end: 253}
sources:
  - {id: report, type: report, title: Annual Report}
claims:
  - id: c1
    text: The Board paid him 40 pounds less than had been agreed
    citations: [{source: report, raw: "(Annual Report, p. 6)", anchor: {start: 231, end: 252}, locator: {page: "6"}}]
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.model.rule import Rule
from pincite.rules.article_blocks import Stretches, article_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Anchor
    from pincite.rules.article_blocks import ArticleBlock

RULE = Rule(
    "PIN122",
    "paragraph-uncited",
    "warning",
    "A paragraph that states facts cites nothing.",
    needs="text",
)

_SHORTEST = 150
_CHECKABLE = 3
"""How many names, years and numbers make a paragraph factual."""
_OPENING = 8
"""How many words of a paragraph are marked."""
_NOTE_MARK = re.compile(r"\[[0-9]{1,3}\]|[¹²³⁴-⁹]|\^[0-9]")
_NAME = re.compile(r"(?<![.!?:“”\"] )(?<!^)\b[A-ZÀ-Þ][\w’'-]{2,}|\b[A-Z]{2,}[0-9]?\b")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each long paragraph with names or numbers in which nothing is cited."""
    blocks = article_blocks(document)
    if not blocks:
        return
    cited = Stretches(_citing(document))
    lead_ins = Stretches(
        quotation["lead_in"] for _, quotation in document.quotations if "lead_in" in quotation
    )
    for index, one in enumerate(blocks):
        if one.block["type"] != "paragraph" or len(one.text) < _SHORTEST:
            continue
        after = blocks[index + 1].block["type"] if index + 1 < len(blocks) else ""
        if after == "citation" or (after == "quotation" and one.text.rstrip().endswith(":")):
            continue
        start, end = int(one.block["start"]), int(one.block["end"])
        if cited.touch(start, end) or lead_ins.touch(start, end) or _NOTE_MARK.search(one.text):
            continue
        if _is_factual(one.text):
            yield _finding(document, one)


def _finding(document: Document, one: ArticleBlock) -> Finding:
    start = int(one.block["start"]) + len(one.text) - len(one.text.lstrip())
    opening = " ".join(one.text.split()[:_OPENING])
    length = len(opening) if document.text is not None and document.text.startswith(opening, start) else 1
    return document.finding(
        RULE,
        one.at,
        f"the paragraph '{opening} …' names people, places, dates or numbers, but no source",
        hint="cite what its facts are taken from",
        span=Span(start, start + length),
    )


def _citing(document: Document) -> Iterator[Anchor]:
    """Yield where something is cited: citations, quotations, and claims that rest on something."""
    for cited in document.citations:
        if "anchor" in cited.citation:
            yield cited.citation["anchor"]
    for _, quotation in document.quotations:
        if "anchor" in quotation:
            yield quotation["anchor"]
    for _, claim in document.claims:
        if "anchor" in claim and (claim.get("evidence") or claim.get("citations")):
            yield claim["anchor"]


def _is_factual(text: str) -> bool:
    numbers = sum(word.strip(".,;:()%£$€")[:1].isdigit() for word in text.split())
    names = {found[0] for found in _NAME.finditer(text)}
    return numbers + len(names) >= _CHECKABLE
