"""A claim names nothing that it rests on.

## Why

A reader who wants to check a statement needs to know what to look up: a quotation, a source, a citation; for
a conclusion, the statements it is drawn from. Where the article gives nothing or appeals to what everybody
knows, `basis` says so.

## Bad

```yaml
claims:
  - id: c1
    text: The clock was stopped in 1851.
    basis: source
  - id: c2
    text: The bell was to blame.
    basis: inference
```

## Good

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
claims:
  - id: c1
    text: The clock was stopped in 1851.
    basis: source
    citations: [{source: report, locator: {page: "6"}}]
  - id: c2
    text: The bell was to blame.
    basis: inference
    evidence: [c1]
  - id: c3
    text: Tides come twice a day.
    basis: common_knowledge
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN113", "claim-unsupported", "warning", "A claim names nothing that it rests on.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each claim without the evidence or citations that its basis calls for."""
    for at, claim in document.claims:
        basis = claim.get("basis")
        if claim.get("evidence"):
            continue
        if basis == "inference":
            message = f"claim '{claim['id']}' is a conclusion without evidence: from what is it drawn?"
            hint = "name the quotations or claims it follows from under 'evidence'"
        elif basis in {"source", None} and not claim.get("citations"):
            message = f"claim '{claim['id']}' has neither evidence nor citations"
            hint = "name what it rests on under 'evidence' or 'citations', or say 'basis: none'"
        else:
            continue
        yield document.finding(RULE, f"{at}/basis" if basis else at, message, hint=hint)
