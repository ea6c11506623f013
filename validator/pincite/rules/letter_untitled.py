"""A letter, telegram, memorandum or enclosure has no title.

## Why

Lists and footnotes call such a document after its correspondents: "Ida Marsh to the Harbour Board". Give it that as a
supplied title, so that every program calls it the same.
A fix supplies one where author and recipient are known; say it in a better way, if there is one.

## Bad

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    authors: [{literal: Ada Fenn}]
    recipients: [{literal: Ivo Moss}]
    date: "1931-05-02"
    archive: {name: Town Archive}
```

## Good

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    title_supplied: true
    authors: [{literal: Ada Fenn}]
    recipients: [{literal: Ivo Moss}]
    date: "1931-05-02"
    archive: {name: Town Archive}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.containers import kind_of, named
from pincite.rules.named_places import named_at
from pincite.rules.source_calls import called_after_correspondents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Name, Source

RULE = Rule(
    "PIN105",
    "letter-untitled",
    "info",
    "A letter, telegram, memorandum or enclosure has no title.",
    fix="unsafe",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each document with correspondents but without a title."""
    for at, source in document.sources:
        if not source.get("title") and called_after_correspondents(source):
            title = _title(source)
            is_whole = bool(_first(source.get("authors", []))) and bool(_first(source.get("recipients", [])))
            changes = (put(f"{at}/title", title), put(f"{at}/title_supplied", value=True))
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no title",
                hint=f"give it one, such as '{title}', with 'title_supplied: true'",
                span=named_at(document, source),
                fix=Fix(f"supply the title '{title}'", "unsafe", changes) if is_whole else None,
            )


def _title(source: Source) -> str:
    author = _first(source.get("authors", []))
    recipient = _first(source.get("recipients", []))
    if author and recipient:
        return f"{author} to {recipient}"
    kind = kind_of(source).capitalize()
    return f"{kind} by {author}" if author else f"{kind} to {recipient or '…'}"


def _first(names: list[Name]) -> str:
    return next((name.get("literal") or name.get("family", "") for name in names), "")
