"""The identifier of a person or organization is none of its register.

## Why

The last character of an ORCID iD or ISNI (ISO 7064 MOD 11-2) exists to catch a misread digit; a wrong one names another person or
nobody. GND, VIAF and Wikidata are looked at for their form; other registers are left alone.
A fix sets the hyphens of an ORCID iD; characters are never changed.

## Bad

```yaml
article:
  title: The harbour clock
  authors: [{literal: Ada Fenn, id: "https://orcid.org/0000-0002-1825-0098"}]
```

## Good

```yaml
article:
  title: The harbour clock
  authors: [{literal: Ada Fenn, id: "https://orcid.org/0000-0002-1825-0097"}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.model.fix import Fix, put
from pincite.model.rule import Rule
from pincite.rules.authority_ids import authority_fault, with_hyphens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Name

RULE = Rule(
    "PIN230",
    "name-identifier-malformed",
    "error",
    "The identifier of a person or organization is none of its register.",
    fix="safe",
)

_LISTS = ("authors", "recipients", "editors", "translators")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each name whose identifier its register cannot have given."""
    for at, name in _identified(document):
        fault = authority_fault(name["id"])
        if fault:
            right = with_hyphens(name["id"])
            yield document.finding(
                RULE,
                f"{at}/id",
                f"'{name['id']}' identifies nobody: {fault}",
                hint=f"write '{right}'" if right else "copy it from the register again",
                printed=[name.get("literal")],
                fix=Fix(f"write '{right}'", "safe", (put(f"{at}/id", right),)) if right else None,
            )


def _identified(document: Document) -> Iterator[tuple[str, Name]]:
    """Yield the names that have an identifier."""
    for at, item in [("/article", document.article), *document.sources]:
        for member in _LISTS:
            if member in item:
                yield from _listed(f"{at}/{member}", cast("list[Name | None]", item[member]))  # type: ignore[literal-required]
    for at, quotation in document.quotations:
        if "speaker" in quotation and "id" in quotation["speaker"]:
            yield f"{at}/speaker", quotation["speaker"]
    for at, claim in document.claims:
        if "attributed_to" in claim and "id" in claim["attributed_to"]:
            yield f"{at}/attributed_to", claim["attributed_to"]
    annotator = document.data.get("annotation", {}).get("by", {})
    if "id" in annotator:
        yield "/annotation/by", annotator


def _listed(at: str, names: list[Name | None]) -> list[tuple[str, Name]]:
    # None is a name beyond mending
    return [(f"{at}/{index}", name) for index, name in enumerate(names) if name and "id" in name]
