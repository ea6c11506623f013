"""A quotation is said to stand in itself, or to translate itself.

## Why

`within` leads from a quotation to the one around it, `translation_of` to the one it was translated from. Where they lead back,
nothing says where the words really stand.

## Bad

```yaml
quotations:
  - {id: q1, text: Six o'clock., within: q1}
```

## Good

```yaml
quotations:
  - {id: q1, text: "He cried: “Six o'clock.”", uncited: {reason: heard on the quay}}
  - {id: q2, text: Six o'clock., within: q1}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN330",
    "quotation-within-itself",
    "error",
    "A quotation is said to stand in itself, or to translate itself.",
)

_HINTS: dict[Literal["within", "translation_of"], str] = {
    "within": "name the quotation around it, or leave 'within' out",
    "translation_of": "name the quotation it was translated from, or give its words",
}


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each circle of quotations, at the first of it that the file has."""
    places: dict[str, str] = {}
    for at, quotation in document.quotations:
        places.setdefault(quotation["id"], at)
    order = {quotation_id: number for number, quotation_id in enumerate(places)}
    for member, hint in _HINTS.items():
        known: set[str] = set()  # where these lead has been looked at
        for quotation_id in places:
            path = _path(document, quotation_id, member, known)
            known.update(path)
            last = document.quotation_by_id[path[-1]].get(member) if path else None
            if last in path:
                circle = path[path.index(last) :]
                first = min(range(len(circle)), key=lambda index: order[circle[index]])
                circle = [*circle[first:], *circle[:first], circle[first]]
                does = "stands in" if member == "within" else "is a translation of"
                yield document.finding(
                    RULE,
                    f"{places[circle[0]]}/{member}",
                    f"quotation '{circle[0]}' {does} itself ({' → '.join(circle)})",
                    hint=hint,
                )


def _path(
    document: Document, quotation_id: str, member: Literal["within", "translation_of"], known: set[str]
) -> list[str]:
    """Return the ids that one leads to the next, until one leads out, back, or to one known already."""
    path: dict[str, None] = {}
    current: str | None = quotation_id
    while current in document.quotation_by_id and current not in path and current not in known:
        path[current] = None
        current = document.quotation_by_id[current].get(member)
    return list(path)
