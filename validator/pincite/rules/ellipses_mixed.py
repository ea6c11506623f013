"""Omissions in the article's quotations are marked in two ways, or not as the house asks.

## Why

Three full stops beside an ellipsis character look like two different things, as if one were the quoter's and the
other the source's. Told once for each form, at its first place; where no form clearly prevails, it is the full
stops that are told.

## Bad

```yaml
quotations:
  - id: q1
    text: The tide ... turned at six, and the bell … was struck.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: The tide … turned at six, and the bell … was struck.
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.omission_marks import PRINTED, may_omit, omissions
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.rules.omission_marks import Omission
    from pincite.rules.printed_wordings import PrintedWording

RULE = Rule(
    "PIN415",
    "ellipses-mixed",
    "info",
    "Omissions in the article's quotations are marked in two ways, or not as the house asks.",
)

_CLEAR = 3
_PREVAILS = 2
"""How many times as frequent as the character full stops must be to be the article's own form."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each form that is not the article's own, or not the house's, at its first place."""
    house = document.house.ellipsis
    words = document.printed("quotations")
    if house is None and sum(form in words for form in PRINTED) < 2:  # noqa: PLR2004 - two forms
        return
    found: dict[str, list[tuple[PrintedWording, Omission]]] = {}
    for at, quotation in document.quotations:
        if may_omit(quotation):
            wording = quotation_wording(document, at, quotation)
            for one in omissions(wording.text):
                found.setdefault(one.form, []).append((wording, one))
    if len(found) < (1 if house else 2):
        return
    own = house or _own(found)
    for form, places in found.items():
        if form != own:
            wording, first = places[0]
            beside = "the house asks for" if house else f"{_times(len(found[own]))} it is"
            yield document.finding(
                RULE,
                wording.at,
                f"omissions are marked with '{form}' ({_times(len(places))}, first in {wording.name}) where {beside} '{own}'",
                hint=f"mark every omission with '{own}'",
                span=wording.span(first.start, first.end - first.start),
            )


def _own(found: dict[str, list[tuple[PrintedWording, Omission]]]) -> str:
    """Return the form that the article keeps to: the most frequent one, but full stops only where that is clear."""
    ranked = sorted(found, key=lambda form: (-len(found[form]), PRINTED.index(form)))
    most, next_most = len(found[ranked[0]]), len(found[ranked[1]])
    if "…" in found and (most < _CLEAR or most < _PREVAILS * next_most):
        return "…"
    return ranked[0]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
