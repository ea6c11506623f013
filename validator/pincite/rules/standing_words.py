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
    stands = (document.text or "").startswith
    standing = Standing([], [], [])
    places, quotations, citations = standing
    for pair in document.quotations:
        try:
            anchor, words = pair[1]["anchor"], pair[1]["text"]
            start = anchor["start"]
            end = start + len(words)
            if anchor["end"] == end > start and stands(words, start) and "exact" not in anchor:
                places.append((start, end))
                continue
        except (KeyError, TypeError):  # no offsets, or such as JSON's 12.0
            pass
        quotations.append(pair)
    for cited in document.citations:
        citation = cited.citation
        try:
            anchor, words = citation["anchor"], citation["raw"]
            start = anchor["start"]
            end = start + len(words)
            if anchor["end"] == end > start and stands(words, start) and "exact" not in anchor:
                places.append((start, end))
                continue
        except (KeyError, TypeError):
            pass
        citations.append(cited)
    return standing
