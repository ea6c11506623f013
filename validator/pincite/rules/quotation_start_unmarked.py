r"""A displayed quotation begins in mid-sentence without a mark that says so.

## Why

A small first letter after a colon shows that the beginning of the sentence was left out. An ellipsis, a bracket
(*[T]he tide*), or words of one's own that the quotation continues (*She wrote that*) tell the reader. A quotation
that the article's own sentence runs into is in order, as is verse.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote:\nin the spring the hand was taken off and oiled."}
quotations:
  - id: q1
    text: in the spring the hand was taken off and oiled.
    display: block
    uncited: {reason: a proverb}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "The keeper wrote:\n… in the spring the hand was taken off and oiled."}
quotations:
  - id: q1
    text: … in the spring the hand was taken off and oiled.
    display: block
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.excerpt import excerpt
from pincite.rules.quotation_edges import MARKS, displayed_prose, starts_unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN409",
    "quotation-start-unmarked",
    "info",
    "A displayed quotation begins in mid-sentence without a mark that says so.",
    needs="text",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each block quotation that begins with a small letter after a finished sentence."""
    if not any(
        quotation["text"][:1].islower() or quotation["text"].startswith(tuple(MARKS))
        for _, quotation in document.quotations
    ):
        return
    for edges in displayed_prose(document):
        if starts_unmarked(edges):
            first = edges.wording.text.split(maxsplit=1)[0]
            yield document.finding(
                RULE,
                edges.at,
                f"{edges.name} begins in mid-sentence: {excerpt(edges.wording.text, 25)}",
                hint="begin it with an ellipsis, or let your own sentence run into it",
                span=edges.wording.span(edges.wording.text.index(first), len(first)),
            )
