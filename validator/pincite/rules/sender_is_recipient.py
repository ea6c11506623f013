"""A letter goes from one person to the same person.

## Why

Few people write to themselves: one of the two names was likely copied into the other's place. An office that writes to another
of its departments is not looked at.

## Bad

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: On the harbour clock
    authors: [{literal: Ada Fenn}]
    recipients: [{literal: Ada Fenn}]
    date: "1871-05-09"
    archive: {name: Town Archive}
```

## Good

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: On the harbour clock
    authors: [{literal: Ada Fenn}]
    recipients: [{literal: Ivo Moss}]
    date: "1871-05-09"
    archive: {name: Town Archive}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.spellings import person, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Name

RULE = Rule("PIN325", "sender-is-recipient", "warning", "A letter goes from one person to the same person.")

_SENT = frozenset({"letter", "telegram"})


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each letter and telegram whose only recipient also wrote it."""
    for at, source in document.sources:
        if source["type"] not in _SENT or "recipients" not in source:
            continue
        recipients = source["recipients"]
        if len(recipients) != 1:
            continue
        name = recipients[0]
        if any(_one_person(name, author) for author in source.get("authors", ())):
            literal = name.get("literal") or f"{name.get('given')} {name.get('family')}"
            yield document.finding(
                RULE,
                f"{at}/recipients/0",
                f"{named(source)} goes from '{literal}' to '{literal}'",
                hint="name who it was written to; two people of one name are told apart by the 'id' of their names",
                printed=[name.get("literal")],
            )


def _one_person(one: Name, other: Name) -> bool:
    """Return whether two names are the same, with a given name or a title to tell a family's members apart."""
    if one.get("kind") == "organization" or one.get("id") != other.get("id"):
        return False
    mine, its = person(one), person(other)
    return (
        mine is not None
        and its is not None
        and (mine.given, mine.family, mine.suffix) == (its.given, its.family, its.suffix)
        and len(plain(mine.given)) > 1
    )
