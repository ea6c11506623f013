"""Two things of the document have the same id.

## Why

Whoever names the id cannot say which of the two is meant, and programs quietly take the first. Ids are unique in the
file, across sources, quotations, claims and images.

## Bad

```yaml
sources:
  - {id: bell, type: map, title: Where the bells hang}
images:
  - {id: bell, role: figure, url: "https://example.org/bell.png"}
```

## Good

```yaml
sources:
  - {id: bell-map, type: map, title: Where the bells hang}
images:
  - {id: bell, role: figure, url: "https://example.org/bell.png"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import identified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN302", "identifier-duplicate", "error", "Two things of the document have the same id.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each id that was given before, at its second and later places."""
    images = {image["id"] for _, image in document.images}
    claims = {claim["id"] for _, claim in document.claims}
    sources = {source["id"] for _, source in document.sources}
    ids = images.union(claims, sources, document.quotation_by_id)
    things = len(document.images) + len(document.claims) + len(document.sources) + len(document.quotations)
    if len(ids) == things:
        return  # as in nearly every document
    first: dict[str, str] = {}
    for at, kind, name in identified(document):
        if name in first:
            other = f"another {kind}" if first[name] == kind else f"the {first[name]} of that name"
            yield document.finding(
                RULE,
                f"{at}/id",
                f"the id '{name}' of this {kind} already belongs to {other}",
                hint="give one of the two a new id, and rename it where that one is meant",
            )
        first.setdefault(name, kind)
