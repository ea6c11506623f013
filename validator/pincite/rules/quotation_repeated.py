"""The same words are quoted twice, from different places.

## Why

A sentence stands on one page of one work: if it is quoted once from page 16 and once from page 61, one of the two is likely
mistaken, or a copied citation was not changed. Compared are the first and the last forty letters. Where both are right
(one source repeats the other), a relation between the two quotations says so.

## Bad

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal, and it forgives whoever forgets it.
    citations: [{source: clocks, locator: {page: "16"}}]
  - id: q2
    text: A clock is a patient animal, and it forgives whoever forgets it.
    citations: [{source: clocks, locator: {page: "61"}}]
```

## Good

```yaml
sources:
  - {id: clocks, type: book, title: Clocks, authors: [{literal: Ada Fenn}], date: "1962", publisher: Lantern Row}
quotations:
  - id: q1
    text: A clock is a patient animal, and it forgives whoever forgets it.
    citations: [{source: clocks, locator: {page: "16"}}]
  - id: q2
    text: A clock is a patient animal, and it forgives whoever forgets it.
    citations: [{source: clocks, locator: {page: "16-17"}}]
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.page_ranges import extents
from pincite.model.rule import Rule
from pincite.rules.same_work import short_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Citation, Quotation

RULE = Rule("PIN328", "quotation-repeated", "info", "The same words are quoted twice, from different places.")

_ALIKE = 40
"""So many letters in a row are the same passage."""
_MARKS = " .…“”\"'‘’«»„[]()\n"


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each quotation whose words an earlier one takes from another place."""
    if not _any_alike(document):
        return
    begun: dict[str, tuple[str, Quotation]] = {}  # by how a quotation begins (^) and ends ($)
    for at, quotation in document.quotations:
        text = quotation["text"]
        if len(text) < _ALIKE or "citations" not in quotation:
            continue
        text = text.strip(_MARKS)
        if len(text) < _ALIKE:
            continue
        own = (at, quotation)
        head = begun.setdefault("^" + text[:_ALIKE].casefold(), own)
        tail = begun.setdefault("$" + text[-_ALIKE:].casefold(), own)
        if head is own is tail:
            continue
        _, earlier = tail if head is own else head
        where = None if _related(document, quotation, earlier) else _elsewhere(document, quotation, earlier)
        if where:
            step, message, printed = where
            yield document.finding(
                RULE,
                f"{at}/citations/{step}",
                f"quotation '{quotation['id']}' has words that '{earlier['id']}' quotes from {message}",
                hint="correct the place, or say with a relation that both are right",
                printed=printed,
            )


def _any_alike(document: Document) -> bool:
    """Return whether two quotations begin or end alike."""
    long = [
        quotation["text"].strip(_MARKS)
        for _, quotation in document.quotations
        if len(quotation["text"]) >= _ALIKE
    ]
    heads = {text[:_ALIKE].casefold() for text in long}
    return len(heads) < len(long) or len({text[-_ALIKE:].casefold() for text in long}) < len(long)


def _elsewhere(
    document: Document, quotation: Quotation, earlier: Quotation
) -> tuple[str, str, list[str]] | None:
    """Return where the citation stands, what it disagrees with and what it prints; None where two places may be one."""
    mine = [(index, one) for index, one in enumerate(quotation.get("citations", ())) if one]
    its = [one for one in earlier.get("citations", ()) if one]
    if not mine or not its or not all(_known(document, one) for one in [*its, *(one for _, one in mine)]):
        return None
    in_work = [(index, one, other) for index, one in mine for other in its if _one_work(document, one, other)]
    if not in_work:
        return f"{mine[0][0]}/source", f"another source, '{its[0]['source']}'", []
    if not all(_apart(one.get("locator", {}), other.get("locator", {})) for _, one, other in in_work):
        return None
    index, one, other = in_work[0]
    page, elsewhere = one["locator"]["page"], other["locator"]["page"]
    message = f"another page, {elsewhere} instead of {page}"
    return f"{index}/locator/page", message, [f"p. {page}", f"pp. {page}", page]


def _known(document: Document, citation: Citation) -> bool:
    return citation.get("source") in document.source_by_id


def _one_work(document: Document, one: Citation, other: Citation) -> bool:
    """Return whether one source is the other, holds it, or has the same title."""
    mine, its = document.chain(one.get("source")), document.chain(other.get("source"))
    if mine[0] in its or its[0] in mine:
        return True
    return "title" in mine[0] and short_title(mine[0]) == short_title(its[0])


def _apart(mine: Mapping[str, str], its: Mapping[str, str]) -> bool:
    """Return whether two places surely have no page in common."""
    if mine.get("volume") != its.get("volume"):
        return False
    pages, others = extents(mine.get("page", "")), extents(its.get("page", ""))
    return bool(pages and others) and not any(
        page.numbering != other.numbering or (page.first <= other.last and other.first <= page.last)
        for page in pages
        for other in others
    )


def _related(document: Document, one: Quotation, other: Quotation) -> bool:
    """Return whether the document itself says how the two quotations belong together."""
    ids = {one["id"], other["id"]}
    for quotation in (one, other):
        if quotation.get("within") in ids or quotation.get("translation_of") in ids:
            return True
    return any({relation["from"], relation["to"]} == ids for _, relation in document.relations)
