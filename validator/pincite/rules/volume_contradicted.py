"""A citation names another volume or issue than its source.

## Why

"Vol. 4, p. 245" of a letter that is said to stand in volume 5 sends the reader to two shelves. A set that is entered as one
source has no volume of its own, and the citation chooses one.

## Bad

```yaml
sources:
  - {id: letters, type: volume, title: Letters, volume: "5", date: "1902", publisher: Lantern Row}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: letters, locator: {volume: "4", page: "245"}}]
```

## Good

```yaml
sources:
  - {id: letters, type: book, title: Letters, date: "1902", publisher: Lantern Row}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: letters, locator: {volume: "4", page: "245"}}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pincite.model.page_ranges import extents
from pincite.model.rule import Rule
from pincite.rules.containers import named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN332",
    "volume-contradicted",
    "warning",
    "A citation names another volume or issue than its source.",
)

_MEMBERS: tuple[Literal["volume", "issue"], ...] = ("volume", "issue")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each volume and issue that is surely another number than the source's."""
    for cited in document.citations:
        locator = cited.citation.get("locator", {})
        if "volume" not in locator and "issue" not in locator:
            continue
        for member in _MEMBERS:
            if member not in locator:
                continue
            chain = document.chain(cited.citation.get("source"))
            source = next((one for one in chain if member in one), None)
            if source is not None and _other(locator[member], source[member]):
                yield document.finding(
                    RULE,
                    f"{cited.at}/locator/{member}",
                    f"the citation names {member} {locator[member]}, but {named(source)} is {member} {source[member]}",
                    hint=f"correct one of the two; where the source has its {member}, the citation need not name it",
                    printed=[f"Vol. {locator[member]}", f"vol. {locator[member]}", locator[member]],
                )


def _other(mine: str, its: str) -> bool:
    """Return whether two numbers, each a single one in digits, differ."""
    one, other = extents(mine), extents(its)
    return bool(one and other) and one[0].numbering == other[0].numbering == "" and one != other
