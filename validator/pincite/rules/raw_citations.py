"""The printed citations of a document, read character by character for habits of form."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.rules.references import owner_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from pincite.model.document import Cited, Document

CLEAR = 3
"""How many uses make a habit; another form is an exception where it is at most a third as frequent."""
_OPENING, _CLOSING = "“«„‟", "”»“"
_STRAIGHT = '"'


class RawCitation(NamedTuple):
    """A citation as it is printed, and where it stands in the document."""

    cited: Cited
    raw: str

    @property
    def at(self) -> str:
        """Return the JSON Pointer of the printed words."""
        return f"{self.cited.at}/raw"

    @property
    def name(self) -> str:
        """Return what messages call it."""
        return f"the citation of {owner_of(self.cited)}"


@lru_cache(maxsize=1)
def raw_citations(document: Document) -> tuple[RawCitation, ...]:
    """Return every citation that has its printed form; kept for the document under judgement, as many rules ask."""
    return tuple(
        [
            RawCitation(cited, cited.citation["raw"])
            for cited in document.citations
            if cited.citation.get("raw")
        ]
    )


def matches(document: Document, pattern: re.Pattern[str]) -> Iterator[tuple[RawCitation, re.Match[str]]]:
    """Yield what *pattern* finds in each printed citation; it must not find what reaches over a line break.

    All citations are searched in one go first: most documents have nothing to find.
    """
    if pattern.search(document.printed("citations")):
        for one in raw_citations(document):
            for found in pattern.finditer(one.raw):
                yield one, found


def piece(document: Document, one: RawCitation, start: int, end: int) -> Span | None:
    """Return where in the article ``one.raw[start:end]`` stands, None where that is not known.

    Where the article has the citation with other white space than ``raw``, the piece is looked for in it.
    """
    anchoring = document.anchoring
    if anchoring is None:
        return None
    whole = anchoring.resolve(one.cited.citation.get("anchor", {}), one.raw).span
    if whole is None:
        return None
    if anchoring.text[whole.start : whole.end] == one.raw:
        return Span(whole.start + start, whole.start + end)
    return anchoring.inside(whole, one.raw[start:end])


def exception(here: int, others: int) -> bool:
    """Return whether a form used *here* times breaks a clear habit, the other form being used *others* times."""
    return others >= CLEAR and here * 3 <= others


def outside_quotation_marks(raw: str) -> str:
    """Return *raw* with all that stands between double quotation marks blanked, offsets kept."""
    if not any(mark in raw for mark in _OPENING + _STRAIGHT):
        return raw
    kept, depth, straight = [], 0, False
    for letter in raw:
        if letter == _STRAIGHT:
            straight = not straight
        elif depth and letter in _CLOSING:
            depth -= 1
        elif letter in _OPENING:
            depth += 1
        kept.append(letter if not depth and not straight else "\x00")
    return "".join(kept)
