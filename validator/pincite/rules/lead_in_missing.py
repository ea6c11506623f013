"""Nothing leads in to a displayed quotation, as something does to the article's others.

## Why

A passage that follows another without a word between them leaves the reader to find out who speaks, and why.
Told only where most displayed quotations of the article have a lead-in, and only where the article prints no
words of its own before the quotation.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The keeper wrote:
      The tide turned at six.
      The pilot wrote:
      The bell was struck at seven.
      The mate wrote:
      Nobody heard it.
      The hand was off.
quotations:
  - {id: q1, text: The tide turned at six., display: block, lead_in: {start: 0, end: 17}, anchor: {start: 18, end: 41}, uncited: {reason: x}}
  - {id: q2, text: The bell was struck at seven., display: block, lead_in: {start: 42, end: 58}, anchor: {start: 59, end: 88}, uncited: {reason: x}}
  - {id: q3, text: Nobody heard it., display: block, lead_in: {start: 89, end: 104}, anchor: {start: 105, end: 121}, uncited: {reason: x}}
  - {id: q4, text: The hand was off., display: block, anchor: {start: 122, end: 139}, uncited: {reason: x}}
```

## Good

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      The keeper wrote:
      The tide turned at six.
quotations:
  - {id: q1, text: The tide turned at six., display: block, lead_in: {start: 0, end: 17}, anchor: {start: 18, end: 41}, uncited: {reason: x}}
```
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from pincite.model.anchoring import offsets
from pincite.model.rule import Rule
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN421",
    "lead-in-missing",
    "info",
    "Nothing leads in to a displayed quotation, as something does to the article's others.",
    needs="text",
)

_CLEAR = 3
"""How many lead-ins make a habit, and how many of them stand against one that is missing."""
_MARK = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]")
"""What may stand between two quotations and is no lead-in: image marks, numbers of notes."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each displayed quotation that directly follows another one or its citation."""
    displayed = [
        (at, quotation)
        for at, quotation in document.quotations
        if "display" in quotation and quotation["display"] == "block" and "within" not in quotation
    ]
    bare = [(at, quotation) for at, quotation in displayed if "lead_in" not in quotation]
    led = len(displayed) - len(bare)
    text = document.text
    if text is None or not bare or led < _CLEAR or len(bare) * _CLEAR > led:
        return
    ends = _ends(document)
    for at, quotation in bare:
        wording = quotation_wording(document, at, quotation)
        if wording.start is None:
            continue
        place = bisect_right(ends, wording.start)
        between = text[ends[place - 1] : wording.start] if place else "no quotation before it"
        if not any(letter.isalpha() for letter in _MARK.sub("", between)):
            yield document.finding(
                RULE,
                wording.at,
                f"nothing leads in to {wording.name}, which follows another quotation",
                hint="say before it who speaks, or join the two",
                span=wording.span(0, _first_words(wording.text)),
            )


def _ends(document: Document) -> list[int]:
    """Return where quotations and citations end, in order."""
    anchors = [quotation.get("anchor", {}) for _, quotation in document.quotations]
    anchors += [cited.citation.get("anchor", {}) for cited in document.citations]
    return sorted(place[1] for place in map(offsets, anchors) if place)


def _first_words(text: str) -> int:
    """Return where the first few words of a text end."""
    at = 0
    for _ in range(_CLEAR):
        space = text.find(" ", at + 1)
        if space < 0:
            return len(text)
        at = space
    return at
