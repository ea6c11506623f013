"""Block quotations: found from their citation backwards, or from a lead-in forwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED, TERM_WORDS, opened, sentences
from pincite.converter.segment.found import FoundQuotation

if TYPE_CHECKING:
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph
    from pincite.converter.segment.found import FoundCitation

_FARTHEST = 12
"""Paragraphs that one block quotation has at most."""
_DASHES = "—–―-"
_NEAR = 3
"""Paragraphs above the last one of a quotation among which its lead-in is certain to be its own."""
_LONGEST_VERSE = 80
"""Code points of the longest line of verse."""
_REOPENED = {"“": "”", "«": "»", "„": "“"}
"""Quotation marks that each paragraph of a quotation opens anew, and that only its last one closes."""
_LEAD_IN = re.compile(r"[:：]\Z")
_CLOSED = re.compile(r"[.!?…:;][”“’‘»«\"')\]]*\Z|[”“»«\"]\Z")
"""How a block quotation ends before its citation; running text goes on to a full stop behind it."""


class BlockQuotations:
    """The block quotations of an article as they are found.

    ``taken`` are the numbers of paragraphs that are no body, ``cited`` of those with a citation; ``quoted``
    grows to the paragraphs that are quoted or only cite.
    """

    def __init__(
        self, paragraphs: list[Paragraph], cited: set[int], taken: set[int], lexicon: Lexicon
    ) -> None:
        self.found: list[FoundQuotation] = []
        self.quoted: set[int] = set()
        self._paragraphs = paragraphs
        self._cited = cited
        self._taken = taken
        self._lexicon = lexicon

    def take_before(self, cluster: list[FoundCitation], numbers: tuple[int, ...], *, is_first: bool) -> bool:
        """Take the block quotation that ends where a cluster of citations starts; return whether there is one.

        A paragraph that cites before, *is_first* says not, is no quotation as a whole.
        """
        first = cluster[0]
        if first.introduces:
            return False
        if first.alone:
            return self._take(first.paragraph - 1, numbers, cluster)
        if cluster[-1].last and (is_first or self._is_set_off(first.paragraph)) and self._is_whole(cluster):
            return self._take(first.paragraph, numbers, cluster)
        return False

    def take_behind(self, cluster: list[FoundCitation], numbers: tuple[int, ...]) -> bool:
        """Take the paragraph behind a citation that ends with a colon; return whether there is one."""
        citation, quote_at = cluster[0], cluster[0].paragraph + 1
        if not cluster[-1].introduces or quote_at >= len(self._paragraphs) or not self._is_free(quote_at):
            return False
        paragraph, quote = self._paragraphs[citation.paragraph], self._paragraphs[quote_at]
        starts = [
            start
            for start, _ in sentences(paragraph.text[: citation.place[0] - paragraph.start], self._lexicon)
        ]
        lead_in = (paragraph.start + starts[-1], citation.place[0]) if starts else None
        last = self._last(quote_at)
        self.quoted.update(range(quote_at, last + 1))
        images = [mark.start for one in cluster for mark in one.images if mark.start >= quote.start]
        held = self._paragraphs[last]
        end = held.start + len(held.text[: min([held.end, *images]) - held.start].rstrip())
        self._add(quote.start, end, numbers, tuple(range(quote_at, last + 1)), lead_in)
        return True

    def take_uncited(self) -> None:
        """Take the block quotations without a citation: set off as such, or introduced by a speaker's words and a colon."""
        self._take_set_off()
        for number in range(len(self._paragraphs) - 1):
            behind = number + 1
            if number in self._taken or not self._is_free(behind):
                continue
            if (
                self._introduces(number)
                and self._names_speaker(number)
                and (_CLOSED.search(self._paragraphs[behind].text) or self._paragraphs[behind].text.isupper())
            ):
                quote = self._paragraphs[behind]
                self.quoted.add(behind)
                lead_in = self._lead_in(number)
                self._add(quote.start, quote.end, (), (behind,), lead_in)

    def _take_set_off(self) -> None:
        """Take what the file sets off as a quotation, and nobody has taken with a citation."""
        for number in range(len(self._paragraphs)):
            if not self._is_set_off(number) or number in self.quoted or number in self._taken:
                continue
            last = number
            while self._is_set_off(last + 1) and last + 1 not in self.quoted and last + 1 not in self._taken:
                last += 1
            self.quoted.update(range(number, last + 1))
            start, end = self._paragraphs[number].start, self._paragraphs[last].end
            self._add(start, end, (), tuple(range(number, last + 1)), self._lead_in_of(number))

    def _is_set_off(self, number: int) -> bool:
        return number < len(self._paragraphs) and self._paragraphs[number].kind == "quotation"

    def _is_free(self, number: int) -> bool:
        """Return whether a paragraph is body that nobody has taken, without a citation of its own."""
        return number not in self.quoted and number not in self._taken and number not in self._cited

    def _last(self, first: int) -> int:
        """Return the last paragraph of the quotation that begins with *first*, behind its citation."""
        last = first
        while self._is_set_off(first) and self._is_set_off(last + 1) and self._is_free(last + 1):
            last += 1
        mark = self._paragraphs[first].text[0]
        while mark in _REOPENED and last + 1 < len(self._paragraphs) and self._is_free(last + 1):
            if _REOPENED[mark] in self._paragraphs[last].text or self._paragraphs[last + 1].text[0] != mark:
                break
            last += 1
        return last

    def _take(self, last: int, numbers: tuple[int, ...], cluster: list[FoundCitation]) -> bool:
        """Take the paragraphs up to *last* back to the lead-in as one quotation."""
        first = self._first(last)
        citation = cluster[0]
        of_one_list = citation.opened and last >= 0 and self._paragraphs[last].text[0] in _DASHES
        if first is None or of_one_list:
            return False
        end = self._paragraphs[last].end
        if citation.paragraph == last:
            held = self._paragraphs[last]
            end = held.start + len(held.text[: citation.place[0] - held.start].rstrip())
        self.quoted.update(range(first, last + 1))
        self.quoted.add(citation.paragraph)
        members = tuple(range(first, last + 1))
        self._add(self._paragraphs[first].start, end, numbers, members, self._lead_in_of(first))
        return True

    def _add(
        self,
        start: int,
        end: int,
        numbers: tuple[int, ...],
        members: tuple[int, ...],
        lead_in: tuple[int, int] | None,
    ) -> None:
        """Add a block quotation; quotation marks around the whole of it are not part of its text."""
        first = self._paragraphs[members[0]]
        whole = first.text[start - first.start : end - first.start]
        if len(members) == 1 and QUOTED.fullmatch(whole) and whole[1:-1].strip():
            start += 1 + len(whole[1:-1]) - len(whole[1:-1].lstrip())
            end -= 1 + len(whole[1:-1]) - len(whole[1:-1].rstrip())
        self.found.append(FoundQuotation(start, end, "block", numbers, members, lead_in))

    def _first(self, last: int) -> int | None:
        """Return the first paragraph of the quotation whose last one is given, None if that is none."""
        if last < 0 or last in self.quoted or last in self._taken:
            return None
        if self._is_set_off(last):
            while last > 0 and self._is_set_off(last - 1) and self._is_free(last - 1):
                last -= 1
            return last
        first: int | None = None
        for above in range(last - 1, max(-1, last - 1 - _FARTHEST), -1):
            introduces = self._introduces(above) and above not in self.quoted
            if introduces:
                first = above + 1
            if not self._is_free(above) or (first is not None and not self._can_be_verse(above)):
                break
        return last if first is None else first

    def _can_be_verse(self, number: int) -> bool:
        """Return whether a line is as short as verse, and speaks of nobody who speaks: it may be part of a quotation."""
        short = len(self._paragraphs[number].text) <= _LONGEST_VERSE
        return short and not (self._introduces(number) and self._names_speaker(number))

    def _is_whole(self, cluster: list[FoundCitation]) -> bool:
        """Return whether the paragraph that ends with these citations is a quotation as a whole."""
        number = cluster[0].paragraph
        paragraph = self._paragraphs[number]
        before = paragraph.text[: cluster[0].place[0] - paragraph.start].rstrip()
        introduced = number > 0 and number - 1 not in self._taken and self._introduces(number - 1)
        verse = self._introduced_within(number, _FARTHEST, _LONGEST_VERSE)  # or a list
        if paragraph.kind == "quotation" or introduced or verse:
            return True
        if not _CLOSED.search(before):
            return False
        if QUOTED.fullmatch(before) or self._introduced_within(number, _NEAR):
            return True
        noted = cluster[0].note_mark is not None  # as any sentence of the article can be
        follows = number - 1 in self.quoted and not noted  # two quotations under one lead-in
        again = self._lexicon.starts("same_source", opened(cluster[0].raw)) is not None
        if follows and again and len(QUOTED.findall(before)) != 1:  # one: introduced in the paragraph itself
            return True
        marked = any(citation.images for citation in cluster)
        return (follows or marked) and not _quotes_at_end(before)

    def _introduced_within(self, number: int, reach: int, longest: int | None = None) -> bool:
        """Return whether a lead-in stands up to *reach* paragraphs above, and between none that cites or is taken.

        With *longest*, those between are no longer than so many code points.
        """
        for above in range(number - 1, max(-1, number - 1 - reach), -1):
            if not self._is_free(above):
                return False
            if self._introduces(above):
                return True
            if longest is not None and len(self._paragraphs[above].text) > longest:
                return False
        return False

    def _introduces(self, number: int) -> bool:
        return _LEAD_IN.search(self._paragraphs[number].text) is not None

    def _names_speaker(self, number: int) -> bool:
        """Return whether the last sentence of a lead-in says that somebody speaks or writes."""
        text = self._paragraphs[number].text
        start, end = list(sentences(text, self._lexicon))[-1]
        return self._lexicon.has("lead_in_verbs", text[start:end])

    def _lead_in_of(self, first: int) -> tuple[int, int] | None:
        """Return the stretch that introduces the quotation whose first paragraph is given."""
        return self._lead_in(first - 1) if first > 0 and self._introduces(first - 1) else None

    def _lead_in(self, number: int) -> tuple[int, int]:
        paragraph = self._paragraphs[number]
        start, end = list(sentences(paragraph.text, self._lexicon))[-1]
        return paragraph.start + start, paragraph.start + end


def _quotes_at_end(before: str) -> bool:
    """Return whether a paragraph quotes inside itself right before its citation, as running text does."""
    quoted = list(QUOTED.finditer(before))
    if not quoted or quoted[-1].start() == 0:
        return False
    return quoted[-1].end() >= len(before) - len("”.") and len(quoted[-1][0].split()) > TERM_WORDS
