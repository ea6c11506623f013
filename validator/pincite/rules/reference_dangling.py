"""An id names nothing in the document, or nothing of the right kind.

## Why

Citations, evidence, containers and images are tied together by ids alone. A mistyped id cuts the thread: the quotation
stands without its source and nothing else says so.
A fix writes the one id that is a slip of the keys away.

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

import re
from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.nearness import meant_alone
from pincite.model.rule import Rule
from pincite.rules.references import dangling, ids_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN301",
    "reference-dangling",
    "error",
    "An id names nothing in the document, or nothing of the right kind.",
    fix="unsafe",
)


_ID = re.compile(r"[a-z][a-z0-9-]*")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each id that leads nowhere."""
    sure: dict[tuple[str, tuple[str, ...]], bool] = {}
    for reference, kinds, meant in dangling(document):
        wanted = _listed(reference.kinds)
        if kinds:
            message = f"{reference.by} names '{reference.id}', which is {_article(kinds[0])}, not {_article(wanted)}"
        else:
            message = f"{reference.by} names '{reference.id}', but no {wanted} has that id"
        hint = (
            f"did you mean '{meant}'?" if meant else f"add {_article(wanted)} with that id, or correct the id"
        )
        fix = None
        if meant and not kinds and _ID.fullmatch(meant):  # a malformed one is mended first
            key = (reference.id, reference.kinds)
            if key not in sure:
                sure[key] = meant_alone(reference.id, meant, ids_of(document, reference.kinds))
            if sure[key]:
                fix = Fix(f"write '{meant}'", "unsafe", (put(reference.at, meant),))
        yield document.finding(RULE, reference.at, message, hint=hint, fix=fix)


def _listed(kinds: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))


def _article(word: str) -> str:
    return f"an {word}" if word.startswith("i") else f"a {word}"
