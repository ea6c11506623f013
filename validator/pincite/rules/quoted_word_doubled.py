"""A quotation has the same small word twice in a row.

## Why

*The the* is a slip of the copyist, or of the source; the copyist's is mended, the source's is marked with
*[sic]*. Only words that no sentence doubles rightly are looked for, in the article's language.

## Bad

```yaml
quotations:
  - id: q1
    text: The keeper looked at the the water.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: He had had enough, and knew that that hand was very, very late.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from operator import eq
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.phrases import phrases
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN424",
    "quoted-word-doubled",
    "warning",
    "A quotation has the same small word twice in a row.",
)

_SIC = re.compile(r"\s*[\[(]\s*sic\b")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each doubled word that no *sic* follows."""
    words = document.printed("quotations").lower().split()
    if not any(map(eq, words, islice(words, 1, None))):
        return
    small = phrases(document, "never_doubled")
    for at, quotation in document.quotations:
        if "language" in quotation and quotation["language"] != document.article.get("language"):
            continue
        own = quotation["text"].lower().split()
        doubled = sorted({word for word, following in pairwise(own) if word == following})
        wording = quotation_wording(document, at, quotation) if doubled else None
        for word in doubled:
            if wording is None or word not in small:
                continue
            for one in re.finditer(
                rf"(?<![\w’'-]){re.escape(word)}\s+{re.escape(word)}(?![\w’'-])", wording.text, re.IGNORECASE
            ):
                if not _SIC.match(wording.text, one.end()):
                    yield document.finding(
                        RULE,
                        wording.at,
                        f"{wording.name} has '{word}' twice in a row",
                        hint="compare with the source; if it has the word twice, mark it [sic]",
                        span=wording.span(one.start(), len(one[0])),
                    )
