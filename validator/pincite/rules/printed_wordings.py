"""What a document takes over from the article word for word: quotations and printed citations."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.rules.quotation_marks import ANY_MARKS
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.format import Anchor, Quotation


class PrintedWording(NamedTuple):
    """A wording with its place in the document and the name that messages give it.

    Where its place in the article is known, ``text`` is the article's own, with its paragraphs, and begins at
    the offset ``start``.
    """

    at: str
    name: str
    text: str
    start: int | None
    is_quotation: bool

    def span(self, at: int, length: int) -> Span | None:
        """Return the piece of the article that stands at an offset of the wording."""
        return None if self.start is None else Span(self.start + at, self.start + at + length)


@lru_cache(maxsize=1)
def _printed_marks(document: Document) -> frozenset[str]:
    """Return the quotation marks that stand in any quotation or citation; kept, because several rules ask."""
    printed = document.printed("quotations") + document.printed("citations")
    # a single character is found several times faster than two
    return frozenset([mark for mark in ANY_MARKS if mark[0] in printed and mark in printed])


def printed_wordings(document: Document, marks: frozenset[str]) -> Iterator[PrintedWording]:
    """Yield the text of every quotation and the ``raw`` of every citation in which one of *marks* stands."""
    present = _printed_marks(document) & marks
    if not present:
        return
    for at, quotation in document.quotations:
        text = quotation["text"]
        if any(mark in text for mark in present):
            yield quotation_wording(document, at, quotation)
    for cited in document.citations:
        raw = cited.citation.get("raw")
        if raw is not None and any(mark in raw for mark in present):
            name = f"the citation of {owner_of(cited)}"
            text, start = _as_printed(document, cited.citation.get("anchor", {}), raw)
            yield PrintedWording(f"{cited.at}/raw", name, text, start, is_quotation=False)


def quotation_wording(document: Document, at: str, quotation: Quotation) -> PrintedWording:
    """Return the words of one quotation, as the article prints them where that is known."""
    text, start = _as_printed(document, quotation.get("anchor", {}), quotation["text"])
    return PrintedWording(f"{at}/text", f"quotation '{quotation['id']}'", text, start, is_quotation=True)


def _as_printed(document: Document, anchor: Anchor, words: str) -> tuple[str, int | None]:
    """Return *words* as the article has them and where they start, or as they are and None."""
    anchoring = document.anchoring
    span = anchoring.resolve(anchor, words).span if anchoring else None
    return (anchoring.text[span.start : span.end], span.start) if anchoring and span else (words, None)
