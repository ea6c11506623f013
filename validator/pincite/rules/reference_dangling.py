"""An id names nothing in the document, or nothing of the right kind.

## Why

Citations, evidence, containers and images are tied together by ids alone. A mistyped id cuts the thread: the quotation
stands without its source and nothing else says so.

## Bad

```yaml
sources:
  - {id: harbour-log, type: manuscript, title: Harbour log, archive: {name: Town Archive}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - source: harbor-log
```

## Good

```yaml
sources:
  - {id: harbour-log, type: manuscript, title: Harbour log, archive: {name: Town Archive}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - source: harbour-log
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import dangling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN301",
    "reference-dangling",
    "error",
    "An id names nothing in the document, or nothing of the right kind.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each id that leads nowhere."""
    for reference, kinds, meant in dangling(document):
        wanted = _listed(reference.kinds)
        if kinds:
            message = f"{reference.by} names '{reference.id}', which is {_article(kinds[0])}, not {_article(wanted)}"
        else:
            message = f"{reference.by} names '{reference.id}', but no {wanted} has that id"
        hint = (
            f"did you mean '{meant}'?" if meant else f"add {_article(wanted)} with that id, or correct the id"
        )
        yield document.finding(RULE, reference.at, message, hint=hint)


def _listed(kinds: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _article(word: str) -> str:
    return f"an {word}" if word.startswith("i") else f"a {word}"
