"""A displayed quotation also stands in quotation marks, unlike the article's others.

## Why

Setting a passage off says that it is quoted; marks around it say that the source has them, as in dialogue
(Chicago 13.30). Told only where most of the article's displayed quotations stand without marks.

## Bad

```yaml
article:
  title: The harbour clock
  text:
    content: |-
      One: The tide turned at six.
      Two: The bell was struck.
      Three: Nobody heard it.
      Four: “The hand was off.”
quotations:
  - {id: q1, text: The tide turned at six., display: block, uncited: {reason: x}}
  - {id: q2, text: The bell was struck., display: block, uncited: {reason: x}}
  - {id: q3, text: Nobody heard it., display: block, uncited: {reason: x}}
  - {id: q4, text: The hand was off., display: block, uncited: {reason: x}}
```

## Good

```yaml
quotations:
  - {id: q1, text: “The hand was off.”, display: block, uncited: {reason: x}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import offsets
from pincite.model.rule import Rule
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.rules.printed_wordings import PrintedWording

RULE = Rule(
    "PIN430",
    "block-quotation-in-marks",
    "info",
    "A displayed quotation also stands in quotation marks, unlike the article's others.",
    needs="text",
)

_CLEAR = 3
"""How many bare quotations make a habit, and how many of them stand against one in marks."""
_CLOSED_BY = {"“": "”", '"': '"', "«": "»", "»": "«", "„": "“”", "‘": "’"}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each block quotation in marks, if only few are."""
    displayed = [
        (at, quotation) for at, quotation in document.quotations if quotation.get("display") == "block"
    ]
    if len(displayed) <= _CLEAR:
        return
    text = document.text or ""
    marked: list[PrintedWording] = []
    for at, quotation in displayed:
        place = offsets(quotation.get("anchor", {}))
        if (
            quotation["text"][:1] not in _CLOSED_BY
            and place
            and text[place[0] - 1 : place[0]] not in _CLOSED_BY
        ):
            continue  # the quick way: what the anchor says is not doubted here
        wording = quotation_wording(document, at, quotation)
        if _is_marked(wording, text):
            marked.append(wording)
    if len(marked) * (_CLEAR + 1) > len(displayed):
        return
    for wording in marked:
        inside = wording.text.strip()[0] in _CLOSED_BY
        yield document.finding(
            RULE,
            wording.at,
            f"{wording.name} is set off and also stands in quotation marks, unlike the article's other displayed quotations",
            hint="take the marks off, unless the source has them",
            span=wording.span(0 if inside else -1, 1),
        )


def _is_marked(wording: PrintedWording, text: str) -> bool:
    """Say whether one pair of marks stands round the whole wording."""
    words = wording.text.strip()
    closers = _CLOSED_BY.get(words[:1])
    if closers and len(words) > 1 and words[-1] in closers:
        return not any(closer in words[1:-1] for closer in closers)
    if wording.start is None or wording.start == 0:
        return False
    end = wording.start + len(wording.text)
    closers = _CLOSED_BY.get(text[wording.start - 1])
    return bool(closers) and text[end : end + 1] in tuple(closers or "")
