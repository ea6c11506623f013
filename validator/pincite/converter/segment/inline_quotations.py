"""Quotations in quotation marks inside running text, and statements that carry a citation."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import QUOTED, TERM_WORDS, sentences
from pincite.converter.segment.found import FoundQuotation, FoundStatement

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph
    from pincite.converter.segment.found import FoundCitation

_BETWEEN = " \t\xa0.,;:"
"""What may stand between a quotation and its citation."""


_LONGEST_TAG = 80
"""Code points of the longest "said the harbour master" between a quotation and its citation, or in a quotation."""


def quotations_or_statement(
    paragraph: Paragraph,
    citation: FoundCitation,
    numbers: tuple[int, ...],
    lexicon: Lexicon,
    since: int,
) -> list[FoundQuotation] | FoundStatement:
    """Return the quotation in quotation marks right before a citation, else the sentence it stands in.

    A quotation that "she said" interrupts is two: its pieces, with the same citation. ``since`` is where the citation
    before it ended: nothing further back is its own.
    """
    origin = max(paragraph.start, since)
    before = paragraph.text[origin - paragraph.start : citation.place[0] - paragraph.start]
    quoted = [found for found in QUOTED.finditer(before) if len(found[0].split()) > TERM_WORDS]
    if quoted and _belongs(quoted[-1], before[quoted[-1].end() :], lexicon):
        pieces = [quoted[-1]]
        for piece in reversed(quoted[:-1]):
            if not _is_tag(piece, before[piece.end() : pieces[0].start()], lexicon):
                break
            pieces.insert(0, piece)
        inner = [_without_marks(origin + piece.start(), piece[0]) for piece in pieces]
        return [FoundQuotation(start, start + len(words), "inline", numbers) for start, words in inner]
    spans = [span for span in sentences(before, lexicon) if before[span[0] : span[1]].strip(_BETWEEN)]
    begin = spans[-1][0] if spans else 0
    end = len(before.rstrip(" \t\n\xa0,;:"))
    begin += len(before[begin:]) - len(before[begin:].lstrip(_BETWEEN))
    if begin >= end:  # nothing before it: the citation itself is all there is to keep
        return FoundStatement(citation.place[0], citation.place[1], numbers)
    return FoundStatement(origin + begin, origin + end, numbers)


def _belongs(quoted: re.Match[str], behind: str, lexicon: Lexicon) -> bool:
    """Return whether a citation behind *behind* is the quotation's: nothing stands between, or only who said it."""
    return not behind.strip(_BETWEEN) or _is_tag(quoted, behind, lexicon)


def _is_tag(quoted: re.Match[str], behind: str, lexicon: Lexicon) -> bool:
    """Return whether *behind* says who spoke ("said the harbour master"), in the sentence that the quotation begins."""
    return (
        quoted[0][-2:-1] in {",", "?", "!", "…", "—"}
        and len(behind) <= _LONGEST_TAG
        and lexicon.has("lead_in_verbs", behind)
        and len(list(sentences(behind, lexicon))) == 1
    )


def repeated_quotations(
    paragraphs: list[Paragraph],
    running: Collection[int],
    found: list[FoundQuotation],
    citations: list[FoundCitation],
) -> Iterator[FoundQuotation]:
    """Yield the words in quotation marks that stand verbatim in one of the block quotations *found*.

    *running* are the numbers of the paragraphs of running text. A single word is a term, and words that stand
    in quotations with different citations are nobody's in particular: neither is taken.
    """
    blocks = [
        (one, " ".join(" ".join(paragraphs[number].text for number in one.paragraphs).split()))
        for one in found
        if one.display == "block"
    ]
    held = _Held(blocks)
    known = [(one.start, one.end) for one in found if one.display == "inline"]
    known += [(one.start, one.end) for one in citations]  # a title in a citation is no quotation
    known.sort()
    starts = [begin for begin, _ in known]
    ends = [0, *accumulate((end for _, end in known), max)]  # the furthest of those that begin so early
    for number in sorted(running):
        for mark in QUOTED.finditer(paragraphs[number].text):
            start, words = _without_marks(paragraphs[number].start + mark.start(), mark[0], _CLOSING)
            if " " not in words or start < ends[bisect_right(starts, start)]:
                continue
            repeats = held.citations_of(words)
            if repeats is not None:
                yield FoundQuotation(start, start + len(words), "inline", repeats=repeats)


class _Held:
    """The words of block quotations in one text, each on a line, with the citations of each."""

    def __init__(self, blocks: list[tuple[FoundQuotation, str]]) -> None:
        self._text = "\n".join(text for _, text in blocks)
        self._ends = list(accumulate(len(text) + 1 for _, text in blocks))
        self._citations = [one.citations for one, _ in blocks]

    def citations_of(self, words: str) -> tuple[int, ...] | None:
        """Return the citations of the blocks that hold *words*; None if none does, or blocks with different ones do."""
        held: tuple[int, ...] | None = None
        at = -1 if "\n" in words else self._text.find(words)
        while at >= 0:
            number = bisect_right(self._ends, at)
            if held is not None and held != self._citations[number]:
                return None
            held = self._citations[number]
            at = self._text.find(words, self._ends[number])
        return held


def _without_marks(start: int, quoted: str, closing: str = "") -> tuple[int, str]:
    """Return what stands inside quotation marks, without white space and *closing* punctuation, and its start."""
    inner = quoted[1:-1]
    bare = inner.lstrip()
    return start + 1 + len(inner) - len(bare), bare.rstrip(" \n\t\xa0" + closing)


_CLOSING = ".,;:!?…"
"""Punctuation at the end of repeated words, which may be the sentence's around them."""
