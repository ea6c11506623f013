"""A quotation is said to be borne out by one that comes from the same source or work.

## Why

Two witnesses count as two only if one does not repeat the other. Words from one letter, one newspaper issue
or one edited volume have passed through the same hands; where they are independent all the same, the relation
says why under `independence`. Sources that only share a series, a periodical, an archive's file or a
collection are not taken for dependent.

## Bad

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
quotations:
  - {id: q1, text: The tide turned at six., citations: [{source: report, locator: {page: "6"}}]}
  - {id: q2, text: At six it turned., citations: [{source: report, locator: {page: "9"}}]}
relations:
  - {type: corroborates, from: q1, to: q2}
```

## Good

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
  - {id: log, type: manuscript, title: Log of the Wren}
quotations:
  - {id: q1, text: The tide turned at six., citations: [{source: report, locator: {page: "6"}}]}
  - {id: q2, text: At six it turned., citations: [{source: log, locator: {folio: "9"}}]}
relations:
  - {type: corroborates, from: q1, to: q2}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN309",
    "corroboration-dependent",
    "warning",
    "A quotation is said to be borne out by one that comes from the same source or work.",
)

_LOOSE = {"series", "periodical", "collection", "file"}
"""Types that hold independent works together: sharing only one of these makes no two sources dependent."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each corroboration whose two sides share whatever they come from."""
    for at, relation in document.relations:
        if relation["type"] != "corroborates":
            continue
        one, other = relation["from"], relation["to"]
        if one == other and one in document.quotation_by_id:
            message = f"quotation '{one}' is said to corroborate itself"
            yield document.finding(RULE, f"{at}/to", message, hint="name another quotation")
            continue
        if "independence" in relation:
            continue
        shared = _shared(document, one, other)
        if shared:
            yield document.finding(
                RULE,
                at,
                f"quotations '{one}' and '{other}' are said to corroborate each other, but both come from '{shared}'",
                hint="say under 'independence' why they count as two, or take the relation out",
            )


def _shared(document: Document, one: str, other: str) -> str | None:
    """Return a source both quotations come from, or None where some pair of their sources is independent."""
    shared = None
    sources = document.source_by_id
    for mine in _cited(document, one):
        own = {source["id"]: source["type"] for source in document.chain(mine)}
        for its in _cited(document, other):
            if mine != its and "container" not in sources[mine] and "container" not in sources[its]:
                return None
            common = [source["id"] for source in document.chain(its) if source["id"] in own]
            shared = mine if mine == its else next((name for name in common if own[name] not in _LOOSE), None)
            if shared is None:
                return None
    return shared


def _cited(document: Document, quotation_id: str) -> list[str]:
    """Return the sources that a quotation, or else the one it stands in, is cited from; none if one is unknown."""
    seen: set[str] = set()
    while quotation_id in document.quotation_by_id and quotation_id not in seen:
        seen.add(quotation_id)
        quotation = document.quotation_by_id[quotation_id]
        cited = {one.get("source", "") for one in quotation.get("citations", ()) if one}
        if cited:
            return sorted(cited) if cited <= document.source_by_id.keys() else []
        quotation_id = quotation.get("within", quotation_id)
    return []
