"""What a document takes over from the article word for word: quotations and printed citations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.model.finding import Span
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.format import Anchor, Quotation


@dataclass(frozen=True)
class PrintedWording:
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


def printed_wordings(document: Document, signs: Sequence[str]) -> Iterator[PrintedWording]:
    """Yield the text of every quotation and the ``raw`` of every citation in which one of *signs* stands.

    All of a kind are looked through in one go first: most documents have none of the signs.
    """
    quoted, cited_words = document.printed("quotations"), document.printed("citations")
    in_quotations = [sign for sign in signs if sign in quoted]
    in_citations = [sign for sign in signs if sign in cited_words]
    for at, quotation in document.quotations if in_quotations else ():
        text = quotation["text"]
        if any(sign in text for sign in in_quotations):
            yield quotation_wording(document, at, quotation)
    for cited in document.citations if in_citations else ():
        raw = cited.citation.get("raw")
        if raw is not None and any(sign in raw for sign in in_citations):
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
