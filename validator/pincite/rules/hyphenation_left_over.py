"""A quotation has a word that was divided at the end of a line and not joined again.

## Why

*Light- house* comes from a page whose lines were joined without a look. Suspended hyphens (*two- and three-
day tides*) are in order, and so is a hyphen used as a dash where both parts are words of the article.

## Bad

```yaml
quotations:
  - id: q1
    text: The light- house keeper struck the bell.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The lighthouse keeper knew two- and three-day tides.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.phrases import phrases
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN426",
    "hyphenation-left-over",
    "info",
    "A quotation has a word that was divided at the end of a line and not joined again.",
)

_DIVIDED = re.compile(r"(?<![\w-])([^\W\d_]{2,30})-(?: ?\n ?| )([^\W\d_]{2,30})(?![\w-])")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each divided word."""
    words: frozenset[str] | None = None
    for at, quotation in document.quotations:
        text = quotation["text"]
        if "- " not in text and "-\n" not in text:
            continue
        wording = quotation_wording(document, at, quotation)
        for one in _DIVIDED.finditer(wording.text):
            first, second = one[1], one[2]
            if not second.islower() or second in phrases(document, "conjunctions"):
                continue
            words = _words(document) if words is None else words
            joined = f"{first}{second}".lower()
            if joined in words or (
                second not in words and "\n" not in wording.text[one.end() - 1 : one.end() + 1]
            ):
                yield document.finding(
                    RULE,
                    wording.at,
                    f"{wording.name} has a word divided as at the end of a line: '{first}- {second}'",
                    hint=f"join it ('{first}{second}', or with a hyphen if the word has one)",
                    span=wording.span(one.start(), len(one[0])),
                )


def _words(document: Document) -> frozenset[str]:
    """Return the words that the article has whole."""
    text = document.text or document.printed("quotations")
    undivided = _DIVIDED.sub(" ", text)
    return frozenset(re.findall(r"[^\W\d_]+", undivided.lower()))
