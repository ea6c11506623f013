"""A quotation has words in square brackets, and nothing says who put them there.

## Why

Brackets may be the quoter's, an editor's of the source, or the author's own, and only the first change what the
source says. `segments` tell them apart. *[sic]*, omissions, numbers of notes and a changed first letter
(*[T]he*) need no saying. Told once a quotation.

## Bad

```yaml
quotations:
  - id: q1
    text: He must sign [the log] at any cost.
    uncited: {reason: a proverb}
```

## Good

```yaml
quotations:
  - id: q1
    text: He must sign [the log] at any cost.
    segments:
      - {type: text, text: "He must sign "}
      - {type: insertion, text: the log, by: quoter}
      - {type: text, text: " at any cost."}
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.emphasis_marks import is_emphasis_note
from pincite.rules.excerpt import excerpt
from pincite.rules.phrases import phrases
from pincite.rules.printed_wordings import quotation_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN419",
    "bracket-undeclared",
    "info",
    "A quotation has words in square brackets, and nothing says who put them there.",
)

_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_SAY_THEMSELVES = re.compile(r"\W*sic\W*|[\W\d_]*|[^\W\d_]", re.IGNORECASE)
"""Brackets that need no saying: [sic], [!], […], [12], [T]."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation without segments that has words in brackets, at the first of them."""
    for at, quotation in document.quotations:
        if "[" not in quotation["text"] or quotation.get("segments"):
            continue
        notes = [citation.get("note", "") for citation in quotation.get("citations", ()) if citation]
        if any(word in note.lower() for note in notes for word in phrases(document, "bracket_notes")):
            continue
        wording = quotation_wording(document, at, quotation)
        for one in _BRACKETED.finditer(wording.text):
            if not _SAY_THEMSELVES.fullmatch(one[1]) and not is_emphasis_note(document, one[1]):
                yield document.finding(
                    RULE,
                    wording.at,
                    f"{wording.name} has {excerpt(one[0])}, and nothing says who put it there",
                    hint="say it in 'segments': an insertion by the quoter, the edition or the source",
                    span=wording.span(one.start(), len(one[0])),
                )
                break
