r"""A displayed quotation ends in mid-sentence without a mark that says so.

## Why

Where the last word has no full stop, the reader cannot tell whether the source goes on. An ellipsis says that it
does. A quotation that the article's own sentence continues is in order, and so is one whose full stop stands
behind the citation; verse and articles that close no quotation with a full stop are left alone.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote:\nIn spring the hand was taken off and\n\nNobody knows why."}
quotations:
  - id: q1
    text: In spring the hand was taken off and
    display: block
    uncited: {reason: a proverb}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote:\nIn spring the hand was taken off and …\n\nNobody knows why."}
quotations:
  - id: q1
    text: In spring the hand was taken off and …
    display: block
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import ending
from pincite.rules.quotation_edges import displayed_prose, ends_unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN410",
    "quotation-end-unmarked",
    "info",
    "A displayed quotation ends in mid-sentence without a mark that says so.",
    needs="text",
)

_HABIT = 3
"""One quotation in so many without an end is a custom of the article and no slip."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each block quotation that breaks off after a word."""
    if not any(quotation["text"].rstrip()[-1:].isalpha() for _, quotation in document.quotations):
        return
    displayed = list(displayed_prose(document))
    cut = [edges for edges in displayed if ends_unmarked(edges) and _has_case(edges.wording.text)]
    if len(cut) > 1 and len(cut) * _HABIT > len(displayed):
        return
    for edges in cut:
        words = edges.wording.text.rstrip()
        last = words.split()[-1]
        yield document.finding(
            RULE,
            edges.at,
            f"{edges.name} ends in mid-sentence: {ending(words, 25)}",
            hint="end it with an ellipsis, or with the source's own full stop",
            span=edges.wording.span(len(words) - len(last), len(last)),
        )


def _has_case(text: str) -> bool:
    """Say whether the text is in a script with capitals; others need not end a sentence with a full stop."""
    return text.lower() != text.upper()
