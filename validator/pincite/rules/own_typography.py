"""The author's own typography, mended: in printed citations and in prose, where nothing that is quoted is touched.

A quotation is evidence, and so is whatever stands, or may stand, between quotation marks of any kind: it is left as it is,
whatever is found in it. All that rewrites an article's text asks here. A document that holds a copy of the text has nothing
to mend either: see ``Document.rewriting``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.rules.between_marks import between_marks
from pincite.rules.raw_citations import outside_quotation_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.document import Document
    from pincite.model.fix import Fix, Safety
    from pincite.rules.own_prose import Spans
    from pincite.rules.raw_citations import RawCitation

_HIDDEN = "\x00"
"""What stands for a character between quotation marks."""


class Piece(NamedTuple):
    """A piece of a printed citation (offsets in it, half-open) and what it is to be."""

    one: RawCitation
    start: int
    end: int
    text: str


def rewriting(document: Document, title: str, safety: Safety, *pieces: tuple[Span, str]) -> Fix | None:
    """Return the fix that writes pieces of the text anew; None where one of them stands, or may stand, between marks."""
    if not document.holds_text or not pieces:
        return None
    quoted_stretches = between_marks(document.text or "").any
    # what is put in at a mark, or taken out, stands on its inner side
    if any(quoted_stretches.touch(*span) for span, _ in pieces):
        return None
    return document.rewriting(title, safety, *pieces)


def marks_rewriting(document: Document, title: str, safety: Safety, *pieces: tuple[Span, str]) -> Fix | None:
    """Return the fix that writes quotation marks anew, for rules that know which are the author's.

    None where one of them stands between single marks: those rules read the double ones themselves.
    """
    if not document.holds_text or not pieces:
        return None
    quoted_stretches = between_marks(document.text or "").single
    if any(quoted_stretches.share(*span) for span, _ in pieces):
        return None
    return document.rewriting(title, safety, *pieces)


def rewritten(document: Document, title: str, safety: Safety, pieces: Sequence[Piece]) -> Fix | None:
    """Return the fix that writes pieces of printed citations anew.

    None where one of them stands between quotation marks, within a quotation, or in no certain place of the text.
    """
    found: list[tuple[Span, str]] = []
    if not document.holds_text:
        return None
    for piece in pieces:
        span = _place(document, piece)
        if span is None:
            return None
        found.append((span, piece.text))
    return rewriting(document, title, safety, *found)


def _place(document: Document, piece: Piece) -> Span | None:
    """Return where a piece stands in the text, None where that is not certain or not for the author to change."""
    raw, anchoring = piece.one.raw, document.anchoring
    if anchoring is None or _between_marks(raw, piece.start, piece.end):
        return None
    whole = anchoring.resolve(piece.one.cited.citation.get("anchor", {}), raw).span
    if whole is None or anchoring.text[whole.start : whole.end] != raw:
        return None
    span = Span(whole.start + piece.start, whole.start + piece.end)
    return None if quoted(document).touching(span.start, max(span.end, span.start + 1)) else span


def _between_marks(raw: str, start: int, end: int) -> bool:
    words = _own_words(raw)
    if start == end:  # what is put in stands between marks where both its neighbours do
        return words[start - 1 : start + 1] == 2 * _HIDDEN
    return _HIDDEN in words[start:end]


@lru_cache(maxsize=1)
def _own_words(raw: str) -> str:
    """Return ``outside_quotation_marks``; kept, because one citation may have many faults."""
    return outside_quotation_marks(raw)


@lru_cache(maxsize=1)
def quoted(document: Document) -> Spans:
    """Return where the quotations stand in the text; kept for the document under judgement, because several rules ask."""
    from pincite.rules.own_prose import Spans, place_of  # noqa: PLC0415 - only where something is suspected

    return Spans(
        place
        for _, quotation in document.quotations
        for place in place_of(document, quotation.get("anchor", {}), quotation["text"])
    )
