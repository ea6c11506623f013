"""A source lacks a member that the house style requires.

## Why

A publication may ask more of its authors than these rules do: an ISBN for every book, an access date for every web page. Its
configuration lists the members by type of source. What another rule already misses is told there.

## Bad

With `required = {book = ["isbn"]}` in the configuration's house style: a book without an `isbn`.

## Good

The same book with its `isbn`; or with the reason why it has none under `inferred`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import kind_of, named
from pincite.rules.named_places import named_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN139", "house-member-missing", "warning", "A source lacks a member that the house style requires."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding for each source that lacks members its house requires of its type."""
    required = document.house.required
    if not required:
        return
    for at, source in document.sources:
        given: Mapping[str, object] = source
        missing = [
            member
            for member in required.get(source["type"], ())
            if not given.get(member) and member not in source.get("inferred", {})
        ]
        if missing:
            names = " and no ".join(f"'{member}'" for member in missing)
            yield document.finding(
                RULE,
                at,
                f"{named(source)} has no {names}: the house style requires it of every {kind_of(source)}",
                hint="add it; where a source has none, say so under 'inferred': publisher: privately printed",
                span=named_at(document, source),
            )
