"""A quotation holds text of the page it was copied from.

## Why

"Read more" and "Share this article" between two quoted paragraphs are not the source's words. They came along when the passage was copied,
and whoever compares the quotation with the source will not find them.

## Bad

```yaml
quotations:
  - id: q1
    text: |-
      The clock was slow.
      Share this article
      The bell was not.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: |-
      The clock was slow.
      Share this bread with me, the keeper said.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.phrase_finder import find, index_of
from pincite.rules.phrase_patterns import GAP
from pincite.rules.phrases import language_of, languages
from pincite.rules.running_text import as_running_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN623",
    "quotation-with-navigation",
    "warning",
    "A quotation holds text of the page it was copied from.",
)

_LONGEST = 70
"""How long a line of a page's furniture is at most."""
_AROUND = " \t\u00a0|·•»›>:.!…-–—→[]()"
"""What stands around it on its line."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation one of whose lines is a link or an advertisement of the page."""
    for at, quotation in document.quotations:
        text = quotation["text"]
        if "\n" not in text:
            continue
        language = quotation.get("language", "").partition("-")[0].lower()
        pack = language if language in languages() else language_of(document)
        lines = (line.strip(_AROUND) for line in text.split("\n") if len(line) <= _LONGEST)
        line = next((line for line in lines if line and _is_furniture(line, pack)), None)
        if line is not None:
            yield document.finding(
                RULE,
                f"{at}/text",
                f"quotation '{quotation['id']}' holds text of the page: '{line}'",
                hint="leave it out of the quotation, and out of the article",
                printed=[line],
            )


def _is_furniture(line: str, language: str) -> bool:
    """Say whether a line is one phrase of a page's furniture, with nothing else on it that the phrase leaves no room for."""
    hits = find(as_running_text(line), index_of(language, ("navigation",)))
    return any(hit.start == 0 and (hit.end == len(line) or hit.phrase.endswith(GAP)) for hit in hits)
