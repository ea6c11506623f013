"""Parts of a printed citation were not understood when it was converted.

## Why

A converter keeps what it cannot read under `unparsed` instead of guessing. An editor sees at once what it is, puts
it where it belongs, and removes it from the list.

## Bad

```yaml
sources:
  - {id: bell-act, type: law, title: Harbour Bells Act}
quotations:
  - id: q1
    text: Every bell shall be rung.
    citations: [{source: bell-act, raw: "(Harbour Bells Act, 50 & 51 Vict. c. 118)", unparsed: [50 & 51 Vict. c. 118]}]
```

## Good

```yaml
sources:
  - {id: bell-act, type: law, title: Harbour Bells Act, number: 50 & 51 Vict. c. 118}
quotations:
  - id: q1
    text: Every bell shall be rung.
    citations: [{source: bell-act, raw: "(Harbour Bells Act, 50 & 51 Vict. c. 118)"}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.locator_values import OPEN_RANGE
from pincite.rules.web_addresses import MISSPELT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN213",
    "citation-unparsed",
    "info",
    "Parts of a printed citation were not understood when it was converted.",
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each citation with pieces that nobody has put in their place."""
    for cited in document.citations:
        pieces = [piece for piece in cited.citation.get("unparsed", ()) if not _is_misprint(piece)]
        if pieces:
            listed = ", ".join(f"'{piece}'" for piece in pieces)
            yield document.finding(
                RULE,
                f"{cited.at}/unparsed",
                f"not understood in this citation: {listed}",
                hint="put each piece into the member it belongs to, then remove it here",
                printed=pieces,
            )


def _is_misprint(piece: str) -> bool:
    """Return whether another rule says what is wrong with the piece: PIN226 or PIN233."""
    return bool(OPEN_RANGE.fullmatch(piece) or MISSPELT.fullmatch(piece))
