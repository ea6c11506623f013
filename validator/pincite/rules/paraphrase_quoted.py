"""A paraphrase is quoted as if it were the words of its author.

## Why

A paraphrase (of a coded telegram, of a speech taken down in short) has the sense of the original in other words: what stands
between the quotation marks was never said like that. Told once for each paraphrase. Say so in the sentence
that leads in to the quotation or in the citation's `note`, and nothing is told.

## Bad

```yaml
sources:
  - {id: cable, type: telegram, title: PARAPHRASE of telegram from Miss Fenn, authors: [{literal: Ada Fenn}], date: "1918-03-28", textual_status: paraphrase}
quotations:
  - id: q1
    text: The bell is to be rung at six.
    citations: [{source: cable}]
```

## Good

```yaml
sources:
  - {id: cable, type: telegram, title: PARAPHRASE of telegram from Miss Fenn, authors: [{literal: Ada Fenn}], date: "1918-03-28", textual_status: paraphrase}
quotations:
  - id: q1
    text: The bell is to be rung at six.
    citations: [{source: cable, note: "A paraphrase, made when the code was secret"}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Cited, Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN322", "paraphrase-quoted", "warning", "A paraphrase is quoted as if it were the words of its author."
)

_STEMS = ("paraphras", "paráfrasis", "parafras")
"""How words for a paraphrase begin in English, German and French, in Spanish, and in other languages."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each paraphrase that is quoted without a word about it."""
    paraphrases = {
        name: source
        for name, source in document.known_sources.items()
        if source.get("textual_status") == "paraphrase"
    }
    if not paraphrases:
        return
    for cited in document.citations:
        source = paraphrases.get(cited.citation.get("source", ""))
        if source and cited.owner_at.startswith("/quotations/") and not _said(document, cited):
            del paraphrases[source["id"]]
            yield document.finding(
                RULE,
                f"{cited.at}/raw" if "raw" in cited.citation else cited.at,
                f"{owner_of(cited)} quotes a paraphrase, {named(source)}, as if its words were the author's own",
                hint="say in the text or in the citation's 'note' that this is a paraphrase",
                printed=_printed(cited.citation.get("raw", "")),
            )


def _said(document: Document, cited: Cited) -> bool:
    """Return whether the lead-in or the citation's note tells the reader."""
    lead_in = cited.owner.get("lead_in", {})
    words = lead_in.get("exact", "") if isinstance(lead_in, dict) else ""
    start, end = (lead_in.get("start"), lead_in.get("end")) if isinstance(lead_in, dict) else (None, None)
    if not words and document.text and isinstance(start, int) and isinstance(end, int):
        words = document.text[start:end]
    return _names_it(words) or _names_it(cited.citation.get("note", ""))


def _names_it(words: str) -> bool:
    folded = words.casefold()
    return any(stem in folded for stem in _STEMS)


def _printed(raw: str) -> list[str]:
    """Return the words of the citation that call it a paraphrase."""
    return [word.strip("(“”\"',.:;)") for word in raw.split() if _names_it(word)][:1]
