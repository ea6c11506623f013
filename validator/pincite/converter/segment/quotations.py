"""Which paragraphs are quoted: found from the citation backwards, and from a lead-in forwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED, sentences

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.readers.text import Paragraph
    from pincite.converter.segment.citations import FoundCitation

_FARTHEST = 12
"""Paragraphs that one block quotation has at most."""
_LEAD_IN = re.compile(r"[:：][\s\xa0]*$")
_CLOSED = re.compile(r"[.!?…:;][”’»\"')\]]*$|[”»\"]$")
"""How a block quotation ends before its citation; running text goes on to a full stop behind it."""


@dataclass(frozen=True)
class FoundQuotation:
    """A quotation from ``start`` to ``end`` in the article's text, without its citation.

    ``paragraphs`` are the numbers of the paragraphs it takes whole (none for an inline one); ``citation`` is
    its number among the found citations; ``lead_in`` the stretch that introduces it; ``repeats`` the citation of
    the quotation whose words it repeats.
    """

    start: int
    end: int
    display: str
    citation: int | None
    paragraphs: tuple[int, ...] = ()
    lead_in: tuple[int, int] | None = None
    repeats: int | None = None


@dataclass(frozen=True)
class FoundStatement:
    """A sentence of the article that carries a citation but quotes nothing."""

    start: int
    end: int
    citation: int


@dataclass
class Quoted:
    """What ``quotations`` returns."""

    quotations: list[FoundQuotation]
    statements: list[FoundStatement]


def quotations(
    paragraphs: list[Paragraph],
    citations: list[FoundCitation],
    taken: Collection[int],
    lexicon: Lexicon,
) -> Quoted:
    """Return the quotations and the cited statements, in the order of the text.

    *taken* are the paragraphs that are no body (front matter, boilerplate).
    """
    search = _Search(paragraphs, citations, set(taken), lexicon)
    for number in range(len(citations)):
        search.cited(number)
    search.uncited()
    search.repeated()
    search.found.sort(key=lambda one: one.start)
    return Quoted(search.found, search.statements)


def _inner(start: int, words: str) -> tuple[int, str]:
    """Return words without the punctuation that stands inside quotation marks, and where they start."""
    bare = words.lstrip()
    return start + len(words) - len(bare), bare.rstrip(" .,;:!?…")


class _Search:
    """One pass over an article; ``quoted`` are the paragraphs already known to be quoted or cited."""

    def __init__(
        self,
        paragraphs: list[Paragraph],
        citations: list[FoundCitation],
        taken: set[int],
        lexicon: Lexicon,
    ) -> None:
        self.paragraphs = paragraphs
        self.citations = citations
        self.taken = taken
        self.lexicon = lexicon
        self.quoted: set[int] = set()
        self.found: list[FoundQuotation] = []
        self.statements: list[FoundStatement] = []
        self._cited = {citation.paragraph for citation in citations}

    def cited(self, number: int) -> None:
        """Find what the citation *number* stands behind."""
        citation = self.citations[number]
        paragraph = self.paragraphs[citation.paragraph]
        if citation.alone:
            self._block(number, citation.paragraph - 1)
        elif citation.introduces and self._follows(number, citation, paragraph):
            return
        elif citation.last and self._is_block(citation, paragraph):
            self._block(number, citation.paragraph)
        else:
            self._inline(number, citation, paragraph)

    def uncited(self) -> None:
        """Find block quotations without a citation: introduced by a speaker's words and a colon."""
        for number, paragraph in enumerate(self.paragraphs[:-1]):
            behind = number + 1
            if (
                number in self.taken
                or not self._introduces(number)
                or behind in self.quoted | self.taken | self._cited
                or not self._is_attribution(paragraph.text)
                or not _CLOSED.search(self.paragraphs[behind].text)
            ):
                continue
            quote = self.paragraphs[behind]
            self.quoted.add(behind)
            self.found.append(
                FoundQuotation(quote.start, quote.end, "block", None, (behind,), self._lead_in(number)),
            )

    def _follows(self, number: int, citation: FoundCitation, paragraph: Paragraph) -> bool:
        """Take the paragraph behind a citation that ends with a colon as its quotation."""
        behind = citation.paragraph + 1
        if behind >= len(self.paragraphs) or behind in self._cited | self.taken:
            return False
        quote = self.paragraphs[behind]
        begin = [start for start, _ in sentences(paragraph.text[: citation.start - paragraph.start], self.lexicon)]
        lead_in = (paragraph.start + begin[-1], citation.start) if begin else None
        self.quoted.add(behind)
        self.found.append(FoundQuotation(quote.start, quote.end, "block", number, (behind,), lead_in))
        return True

    def repeated(self) -> None:
        """Find the words in quotation marks that repeat a block quotation's: quoted once more, in passing."""
        blocks = [one for one in self.found if one.display == "block"]
        spans = [(one.start, one.end) for one in self.found]
        for number, paragraph in enumerate(self.paragraphs):
            if number in self.taken or number in self.quoted:
                continue
            for found in QUOTED.finditer(paragraph.text):
                start, words = _inner(paragraph.start + found.start() + 1, found[0][1:-1])
                end = start + len(words)
                if " " not in words or any(begin <= start < stop for begin, stop in spans):
                    continue
                holders = [one for one in blocks if words in self._text_of(one)]
                if len({one.citation for one in holders}) == 1:
                    self.found.append(FoundQuotation(start, end, "inline", None, repeats=holders[0].citation))

    def _text_of(self, quotation: FoundQuotation) -> str:
        return "\n".join(self.paragraphs[number].text for number in quotation.paragraphs)

    def _is_block(self, citation: FoundCitation, paragraph: Paragraph) -> bool:
        """Return whether the paragraph that ends with a citation is a quotation as a whole."""
        before = paragraph.text[: citation.start - paragraph.start].rstrip()
        if any(other.paragraph == citation.paragraph and other.start < citation.start for other in self.citations):
            return False
        above = citation.paragraph - 1
        introduced = above >= 0 and above not in self.taken and self._introduces(above)
        if introduced:
            return True
        if not _CLOSED.search(before):
            return False
        if above in self.quoted:  # two quotations under one lead-in
            return not self._mentions_itself(before)
        whole = QUOTED.fullmatch(before)
        return whole is not None or (bool(citation.images) and not self._mentions_itself(before))

    @staticmethod
    def _mentions_itself(before: str) -> bool:
        """Return whether a paragraph quotes inside itself right before its citation, as running text does."""
        last = None
        for last in QUOTED.finditer(before):
            pass
        return last is not None and last.end() >= len(before) - 2 and last.start() > 0 and len(last[0].split()) > 2  # noqa: PLR2004 - more than a term

    def _block(self, number: int, last: int) -> None:
        """Take the paragraphs up to *last* back to the lead-in as one block quotation."""
        first = self._first_of_block(last)
        if first is None:
            return
        citation = self.citations[number]
        end = self.paragraphs[last].end
        if citation.paragraph == last:
            held = self.paragraphs[last]
            end = held.start + len(held.text[: citation.start - held.start].rstrip())
        members = tuple(range(first, last + 1))
        self.quoted.update(members)
        self.quoted.add(citation.paragraph)
        above = first - 1
        lead_in = self._lead_in(above) if above >= 0 and self._introduces(above) else None
        start = self.paragraphs[first].start
        if start < end:
            self.found.append(FoundQuotation(start, end, "block", number, members, lead_in))

    def _first_of_block(self, last: int) -> int | None:
        if last < 0 or last in self.quoted or (last in self.taken):
            return None
        for above in range(last - 1, max(-1, last - 1 - _FARTHEST), -1):
            if self._introduces(above) and above not in self.quoted:
                return above + 1
            if above in self.quoted or above in self.taken or above in self._cited:
                break
        return last

    def _introduces(self, number: int) -> bool:
        return _LEAD_IN.search(self.paragraphs[number].text) is not None

    def _is_attribution(self, text: str) -> bool:
        """Return whether the last sentence of a lead-in says that somebody speaks or writes."""
        start, end = list(sentences(text, self.lexicon))[-1]
        return self.lexicon.has("lead_in_verbs", text[start:end])

    def _lead_in(self, number: int) -> tuple[int, int]:
        paragraph = self.paragraphs[number]
        start, end = list(sentences(paragraph.text, self.lexicon))[-1]
        return paragraph.start + start, paragraph.start + end

    def _inline(self, number: int, citation: FoundCitation, paragraph: Paragraph) -> None:
        """Find the quotation in quotation marks before a citation in running text, else the statement."""
        at = citation.start - paragraph.start
        begin, end = next(
            ((begin, end) for begin, end in sentences(paragraph.text, self.lexicon) if begin <= at <= end),
            (0, len(paragraph.text)),
        )
        quote = None
        for found in QUOTED.finditer(paragraph.text[:at]):
            if len(found[0].split()) > 2 and not paragraph.text[found.end() : at].strip(" \t\xa0.,;:"):  # noqa: PLR2004 - more than a term
                quote = found
        if quote is not None:
            self.found.append(
                FoundQuotation(
                    paragraph.start + quote.start() + 1, paragraph.start + quote.end() - 1, "inline", number
                ),
            )
            return
        before = paragraph.text[begin:at].strip()
        if not before:  # the sentence ended before its citation
            spans = [span for span in sentences(paragraph.text[:at], self.lexicon)]
            begin = spans[-1][0] if spans else 0
        stop = begin + len(paragraph.text[begin:at].rstrip())
        if begin < stop:
            self.statements.append(FoundStatement(paragraph.start + begin, paragraph.start + stop, number))
