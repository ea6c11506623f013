"""A translation does not say who made it.

## Why

The words of a translation are the translator's: of a source that is one (`textual_status`), and of a quotation in another language than its source. A reader must know whether they come from a published translation or from the author of
the article, and ideally see the original beside them. `translators` of the source, `translation_of` of the quotation or a
citation's `note` ("my translation") says it.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Die Uhr, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row, language: de}
quotations:
  - id: q1
    text: The clock stands still.
    language: en
    citations: [{source: clocks, locator: {page: "6"}}]
```

```yaml
sources:
  - id: fenn-to-moss
    type: letter
    title: Ada Fenn to Ivo Moss
    authors: [{literal: Ada Fenn}]
    date: "1871-05-02"
    textual_status: translation
    archive: {name: Town Archive, collection: Fenn Papers}
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Die Uhr, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row, language: de}
quotations:
  - id: q1
    text: The clock stands still.
    language: en
    translation_of: Die Uhr steht still.
    citations: [{source: clocks, locator: {page: "6"}}]
  - id: q2
    text: Die Uhr geht vor.
    language: de
    citations: [{source: clocks, locator: {page: "7"}}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.containers import named, nesting
from pincite.rules.named_places import named_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Citation, Source

RULE = Rule("PIN118", "translator-unnamed", "info", "A translation does not say who made it.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each translated source, and each quotation in another language than its source, without translator."""
    for at, source in document.sources:
        if source.get("textual_status") == "translation" and not _explained(document, source):
            yield document.finding(
                RULE,
                f"{at}/textual_status",
                f"{named(source)} is a translation: who made it?",
                hint="add 'translators'",
                span=named_at(document, source),
            )
    yield from _quotations(document)


def _explained(document: Document, source: Source) -> bool:
    """Return whether a translator is named, or a note to a citation may say who translated."""
    named_in = any(
        "translators" in {*one, *one.get("inferred", {})} for one in nesting(document, source).chain
    )
    return named_in or any("note" in cited.citation for cited in document.citing.get(source["id"], ()))


def _quotations(document: Document) -> Iterator[Finding]:
    if "language" not in document.members("quotations"):
        return
    for at, quotation in document.quotations:
        language = _primary(quotation.get("language"))
        if not language or "translation_of" in quotation:
            continue
        for citation in quotation.get("citations", ()):
            other = _untranslated(document, citation) if citation else None
            if other is not None and other != language:
                yield document.finding(
                    RULE,
                    f"{at}/language",
                    f"quotation '{quotation['id']}' is in '{language}', but {_source(document, citation)} in '{other}': "
                    "who translated it?",
                    hint="add 'translation_of' with the original, the source's 'translators', or a 'note' to the citation",
                )
                break


def _untranslated(document: Document, citation: Citation) -> str | None:
    """Return the language of the cited source, None where it is not known or something explains a translation."""
    source = document.source_by_id.get(citation.get("source", ""))
    if source is None or "note" in citation or "language" not in source:
        return None
    chain = nesting(document, source).chain
    if any("translators" in one or one.get("textual_status") == "translation" for one in chain):
        return None
    return _primary(source["language"])


def _primary(tag: str | None) -> str:
    """Return the primary language of a tag; empty for one that stands for several or none."""
    primary = (tag or "").partition("-")[0].lower()
    return "" if primary in {"mul", "und", "zxx"} else primary


def _source(document: Document, citation: Citation) -> str:
    return named(document.source_by_id[citation["source"]])
