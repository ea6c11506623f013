"""What a document is cited from is described, not named.

## Why

"In a report to the Harbour Board" tells a reader what the work is, but not which: a catalogue finds it only by its title, its number or
its file. In an article where other citations say "In:" and a title, it also reads as prose.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "(Enclosure, Ada Fenn, May 2, 1871. In a report to the Harbour Board, May 4, 1871)"}
sources:
  - {id: report, type: report, title: report to the Harbour Board, title_supplied: true, date: "1871-05-04"}
  - {id: fenn, type: letter, authors: [{literal: Ada Fenn}], date: "1871-05-02", container: {source: report, relation: enclosure}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - {source: fenn, raw: "(Enclosure, Ada Fenn, May 2, 1871. In a report to the Harbour Board, May 4, 1871)"}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "(Enclosure, Ada Fenn, May 2, 1871. In: “The Mole in May”, May 4, 1871)"}
sources:
  - {id: report, type: report, title: The Mole in May, date: "1871-05-04"}
  - {id: fenn, type: letter, authors: [{literal: Ada Fenn}], date: "1871-05-02", container: {source: report, relation: enclosure}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations:
      - {source: fenn, raw: "(Enclosure, Ada Fenn, May 2, 1871. In: “The Mole in May”, May 4, 1871)"}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import kind_of
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN117", "container-untitled", "warning", "What a document is cited from is described, not named."
)


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each container whose supplied title stands in a citation behind "in a"."""
    holding = {one["container"]["source"] for _, one in document.sources if "container" in one}
    for at, source in document.sources:
        title = source.get("title")
        if not title or not source.get("title_supplied") or source["id"] not in holding:
            continue
        wording = _described(document, source["id"], title)
        if wording:
            yield document.finding(
                RULE,
                f"{at}/title",
                f"the {kind_of(source)} is described ('{wording}'), not named",
                hint="give its title, its number or the file it is in",
                printed=[wording],
            )


def _described(document: Document, source_id: str, title: str) -> str | None:
    """Return the printed words of a citation that describe the source, or None."""
    openings = phrases(document, "indefinite_containers")
    for cited in document.citing.get(source_id, ()):
        raw = cited.citation.get("raw", "")
        at = raw.find(title)
        if at < 0:
            continue
        before = raw[:at].rstrip()
        for opening in openings:
            if before.lower().endswith(opening) and not before[: -len(opening)][-1:].isalnum():
                return raw[len(before) - len(opening) : at + len(title)]
    return None
