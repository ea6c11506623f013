"""An omission stands right next to a negation or a number.

## Why

What is left out beside *not*, *never* or a figure can turn a sentence round: *not … useful* may have been *not only
useful*. This says nothing of the quotation; it names the places where the source is looked at first.

## Bad

```yaml
quotations:
  - id: q1
    text: The keeper was never … late with the bell.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The keeper … was never late with the bell.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.omission_marks import omissions, omitting
from pincite.rules.phrases import phrases
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN416",
    "omission-beside-negation",
    "info",
    "An omission stands right next to a negation or a number.",
)

_ROUND = "[]() \u00a0\t"
_NEAR = 40


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each omission mark with a negation or number before or after it."""
    negations = _as_set(phrases(document, "negations"))
    for at, quotation in omitting(document):
        if not any(_around(quotation["text"], negations)):
            continue
        wording = quotation_wording(document, at, quotation)
        for one, word in zip(omissions(wording.text), _around(wording.text, negations), strict=True):
            if word:
                kind = "number" if word[0].isdigit() else "negation"
                yield document.finding(
                    RULE,
                    wording.at,
                    f"{wording.name} leaves out words right next to the {kind} '{word}'",
                    hint="check in the source what was left out",
                    span=wording.span(one.start, one.end - one.start),
                )


@lru_cache(maxsize=8)
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _around(text: str, negations: frozenset[str]) -> Iterator[str | None]:
    """Yield, for each omission mark, the negation or number beside it, None where there is none."""
    for one in omissions(text):
        yield _telling_neighbour(text, one.start, one.end, negations)


def _telling_neighbour(text: str, start: int, end: int, negations: frozenset[str]) -> str | None:
    """Return the negation or number beside an omission mark, None where there is none.

    A sentence that ends before the mark is whole, and what stands in another paragraph is not its neighbour.
    """
    near = text[max(0, start - _NEAR) : start].rpartition("\n")[2].rstrip(_ROUND)
    last = near.rsplit(maxsplit=1)[-1:]
    if last and last[0][-1].isalnum():
        word = last[0].lstrip("“‘\"'«([")
        if _tells(word, negations):
            return word
    after = text[end : end + _NEAR].partition("\n")[0].lstrip(_ROUND)
    word = after.split(maxsplit=1)[0].strip(",;:.!?”’\"'»)]") if after and after[0].isalnum() else ""
    return word if _tells(word, negations) else None


def _tells(word: str, negations: frozenset[str]) -> bool:
    return bool(word) and (word[0].isdigit() or word.lower().replace("’", "'") in negations)
