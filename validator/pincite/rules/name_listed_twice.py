"""One person stands twice in one list of a source.

## Why

The second name is a slip of copying: most likely another person should stand there. Father and son of one name are told apart
by the `id` or the `suffix` of their names. A person may well be both author and editor.

## Bad

```yaml
sources:
  - id: clocks
    type: book
    title: Clocks
    authors: [{literal: Ada Fenn}, {literal: Ivo Moss}, {literal: Ada Fenn}]
    date: "1962"
    publisher: Lantern Row
```

## Good

```yaml
sources:
  - id: clocks
    type: book
    title: Clocks
    authors: [{literal: Ada Fenn}, {literal: Ivo Moss}]
    editors: [{literal: Ada Fenn}]
    date: "1962"
    publisher: Lantern Row
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.spellings import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Name

RULE = Rule("PIN324", "name-listed-twice", "warning", "One person stands twice in one list of a source.")

_LISTS: tuple[Literal["authors", "recipients", "editors", "translators"], ...] = (
    "authors",
    "recipients",
    "editors",
    "translators",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each name that its list already has."""
    for at, source in document.sources:
        for member in _LISTS:
            names = source.get(member)
            if names is None or len(names) < 2:  # noqa: PLR2004 - a pair
                continue
            listed: set[tuple[str, str, str]] = set()
            for index, name in enumerate(names):
                key = _key(name)
                if key[0] and key in listed:
                    yield document.finding(
                        RULE,
                        f"{at}/{member}/{index}",
                        f"'{_shown(name)}' stands twice among the {member} of {named(source)}",
                        hint="take one out, or give two people of one name an 'id' each",
                        printed=[name.get("literal")],
                    )
                listed.add(key)


def _shown(name: Name) -> str:
    return name.get("literal") or f"{name.get('given', '')} {name.get('family', '')}".strip()


def _key(name: Name) -> tuple[str, str, str]:
    return plain(_shown(name)), plain(name.get("suffix", "")), name.get("id", "")
