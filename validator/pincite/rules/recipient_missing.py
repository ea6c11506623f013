"""A letter does not say to whom, although the article's other letters do.

## Why

A letter is found, and understood, by who wrote it to whom. Where an article gives both for most of its letters, the one
without a recipient reads as an oversight. A letter with a printed title of its own is known by that.

## Bad

```yaml
sources:
  - {id: l1, type: letter, authors: [{literal: Ada Fenn}], recipients: [{literal: Ivo Moss}], date: "1871-05-02"}
  - {id: l2, type: letter, authors: [{literal: Ivo Moss}], recipients: [{literal: Ada Fenn}], date: "1871-05-04"}
  - {id: l3, type: letter, authors: [{literal: Ida Marsh}], place: Skerrow, date: "1871-05-09"}
```

## Good

```yaml
sources:
  - {id: l1, type: letter, authors: [{literal: Ada Fenn}], recipients: [{literal: Ivo Moss}], date: "1871-05-02"}
  - {id: l2, type: letter, authors: [{literal: Ivo Moss}], recipients: [{literal: Ada Fenn}], date: "1871-05-04"}
  - {id: l3, type: letter, authors: [{literal: Ida Marsh}], recipients: [{literal: Ada Fenn}], date: "1871-05-09"}
  - {id: l4, type: letter, title: To all who use the ferry, authors: [{literal: Ida Marsh}], date: "1871-05-10"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.named_places import named_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Source

RULE = Rule(
    "PIN115",
    "recipient-missing",
    "info",
    "A letter does not say to whom, although the article's other letters do.",
)

_SENT = frozenset({"letter", "telegram"})
_CORRESPONDENCE = _SENT | {"memorandum"}
_HABIT = 2
"""How many with a recipient there must be for each one without, and at least."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each untitled letter or telegram with a sender alone, where that is the exception."""
    usual = sum("recipients" in one for _, one in document.sources if one["type"] in _CORRESPONDENCE)
    odd = [(at, one) for at, one in document.sources if one["type"] in _SENT and _to_nobody(one)]
    if usual < _HABIT * max(1, len(odd)):
        return
    for at, source in odd:
        yield document.finding(
            RULE,
            at,
            f"{named(source)} names who sent it but not to whom, as the article's other letters do",
            hint="add 'recipients'",
            span=named_at(document, source),
        )


def _to_nobody(source: Source) -> bool:
    titled = source.get("title") and not source.get("title_supplied")
    known = "recipients" in source or "recipients" in source.get("inferred", {})
    return bool(source.get("authors")) and not known and not titled
