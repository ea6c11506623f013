"""A citation has no image mark, although the article's others have one.

## Why

An article that shows a picture of the page for each citation promises its readers that they can look for themselves. Where one
citation has no picture, either the mark was forgotten or there is a reason that readers would like to know.

## Bad

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
quotations:
  - {id: q1, text: Six., citations: [{source: report, locator: {page: "1"}, raw: "(Report, p. 1)", images: [p1]}]}
  - {id: q2, text: Seven., citations: [{source: report, locator: {page: "2"}, raw: "(Report, p. 2)", images: [p2]}]}
  - {id: q3, text: Eight., citations: [{source: report, locator: {page: "3"}, raw: "(Report, p. 3)", images: [p3]}]}
  - {id: q4, text: Nine., citations: [{source: report, locator: {page: "4"}, raw: "(Report, p. 4)"}]}
```

## Good

```yaml
sources:
  - {id: report, type: report, title: Annual Report}
quotations:
  - {id: q1, text: Six., citations: [{source: report, locator: {page: "1"}, raw: "(Report, p. 1)", images: [p1]}]}
  - {id: q2, text: Seven., citations: [{source: report, locator: {page: "2"}, raw: "(Report, p. 2)", images: [p2]}]}
  - {id: q3, text: Eight., citations: [{source: report, locator: {page: "3"}, raw: "(Report, p. 3)", images: [p3]}]}
  - {id: q4, text: Again six., citations: [{source: report, locator: {page: "1"}, raw: "(Report, p. 1)"}]}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Citation

RULE = Rule(
    "PIN121",
    "citation-without-image",
    "info",
    "A citation has no image mark, although the article's others have one.",
)

_HABIT = 3
"""How many citations with an image there must be for each one without."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each printed citation without an image of its place, where that is the exception."""
    if all(cited.citation.get("images") for cited in document.citations):
        return
    printed = [cited for cited in document.citations if cited.citation.get("raw")]
    bare = [cited for cited in printed if not cited.citation.get("images")]
    if not bare or len(printed) - len(bare) < _HABIT * len(bare):
        return
    shown = {_place(cited.citation) for cited in printed if cited.citation.get("images")}
    for cited in bare:
        if _place(cited.citation) not in shown:
            yield document.finding(
                RULE,
                cited.at,
                f"the citation of {owner_of(cited)} has no image, as the article's others do",
                hint="add the image under 'images'; the article's mark goes behind the citation",
                printed=[_ending(cited.citation.get("raw", ""))],
            )


def _place(citation: Citation) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the place that a citation names: its source, else its words, and the locator."""
    where = citation.get("source") or citation.get("raw", "")
    return where, tuple(sorted(citation.get("locator", {}).items()))


def _ending(raw: str) -> str:
    """Return the last word of a printed citation: the mark would stand behind it."""
    return raw.rsplit(maxsplit=1)[-1] if raw.split() else ""
