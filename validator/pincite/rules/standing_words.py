"""Which words plainly stand where their anchor says: nearly all, so that the rules about places look at the others only."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.model.document import Cited, Document
    from pincite.model.format import Quotation


class Standing(NamedTuple):
    """The quotations and printed citations of a document, parted by whether they plainly stand in its text.

    ``places``: the offsets of those whose words stand there character for character. The others, and those whose
    anchor names words itself, are in doubt: what became of them, ``document.anchoring`` says.
    """

    places: list[tuple[int, int]]
    doubtful_quotations: list[tuple[str, Quotation]]
    doubtful_citations: list[Cited]


@lru_cache(maxsize=1)
def standing_words(document: Document) -> Standing:
    """Return what stands in the document's text; kept for the document under judgement, because several rules ask."""
    text = document.text or ""
    standing = Standing([], [], [])
    places, quotations, citations = standing
    for pair in document.quotations:
        words, anchor = pair[1]["text"], pair[1].get("anchor")
        if anchor and "exact" not in anchor:
            start, end = anchor.get("start"), anchor.get("end")
            # JSON's 12.0 is no offset for Python: such an anchor is in doubt, too
            if (
                type(start) is type(end) is int
                and end - start == len(words)
                and text.startswith(words, start)
            ):
                places.append((start, end))
                continue
        quotations.append(pair)
    for cited in document.citations:
        citation = cited.citation
        raw, anchor = citation.get("raw"), citation.get("anchor")
        if raw and anchor and "exact" not in anchor:
            start, end = anchor.get("start"), anchor.get("end")
            if type(start) is type(end) is int and end - start == len(raw) and text.startswith(raw, start):
                places.append((start, end))
                continue
        citations.append(cited)
    return standing
