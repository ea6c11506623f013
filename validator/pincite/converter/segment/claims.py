"""What an article claims: its lead claims, its cited statements, and what it says rests on something else than a source.

A sentence becomes a claim of its own only where its words say so ("it is common knowledge that …", "it follows
that …"). What a conclusion rests on is taken from the article only where the sentence points to it ("from this
letter it follows").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from pincite.converter.citation.pieces import protected, sentences
from pincite.converter.languages import any_of
from pincite.converter.segment.headings import is_heading, says_headings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from typing import Literal

    from pincite.converter.citation.chain import ReadCitation
    from pincite.converter.lexicon import Lexicon
    from pincite.converter.manuscript import Paragraph
    from pincite.converter.segment.found import FoundCitation, FoundQuotation, FoundStatement

_BASES: tuple[tuple[str, Literal["common_knowledge", "inference"]], ...] = (
    ("common_knowledge", "common_knowledge"),
    ("inference", "inference"),
    ("proving", "inference"),
)
"""Lists of phrases and the basis that each of them declares; the first that fits a sentence holds."""


@dataclass(frozen=True)
class FoundClaim:
    """A claim from ``start`` to ``end`` in the article's text.

    ``citations`` are numbers among the found citations, ``evidence`` numbers among the found quotations;
    ``basis`` is None for a lead claim, of which the article says nowhere what it rests on; ``reason`` says from
    which words it was concluded, and by which words the evidence is pointed to.
    """

    start: int
    end: int
    role: Literal["lead", "body"] = "body"
    basis: Literal["source", "inference", "common_knowledge"] | None = None
    citations: tuple[int, ...] = ()
    evidence: tuple[int, ...] = ()
    reason: str | None = None
    pointer: str | None = None


@dataclass(frozen=True)
class Surroundings:
    """What stands in the article beside its claims; ``reads`` says what each of the citations says."""

    paragraphs: Sequence[Paragraph]
    quotations: Sequence[FoundQuotation]
    citations: Sequence[FoundCitation]
    reads: Sequence[ReadCitation]
    lexicon: Lexicon

    @cached_property
    def starts(self) -> list[int]:
        """Return where the paragraphs begin."""
        return [one.start for one in self.paragraphs]


def lead_claims(paragraphs: Sequence[Paragraph], leads: Collection[int]) -> list[FoundClaim]:
    """Return the lead claims; *leads* are the numbers of their paragraphs."""
    return [FoundClaim(paragraphs[number].start, paragraphs[number].end, "lead") for number in leads]


def body_claims(
    around: Surroundings, statements: Sequence[FoundStatement], running: Collection[int]
) -> list[FoundClaim]:
    """Return the claims of the body in the order of the text; *running* are the paragraphs of running text.

    A sentence that has a citation or leads in to a quotation names its source: its phrase makes it nothing else.
    """
    found = [FoundClaim(one.start, one.end, basis="source", citations=one.citations) for one in statements]
    named = [(one.start, one.end) for one in around.citations]
    named += [(one.start, one.end) for one in around.quotations]
    named += [(one.start, one.end) for one in found]
    named += [one.lead_in for one in around.quotations if one.lead_in is not None]
    sourced = _Spans(named)
    said = says_headings(around.paragraphs)
    headings = [number for number in sorted(running) if is_heading(around.paragraphs, number, said=said)]
    for number in sorted(running):
        paragraph = around.paragraphs[number]
        lowered = paragraph.text.lower()
        if not any(around.lexicon.may_have(phrases, lowered) for phrases, _ in _BASES):
            continue
        since = headings[bisect_right(headings, number) - 1] if headings and headings[0] < number else 0
        for claim in _declared(paragraph, around.lexicon):
            if sourced.touch(claim.start, claim.end):
                continue
            section = around.paragraphs[since].start
            found.append(
                _grounded(claim, section, paragraph, around) if claim.basis == "inference" else claim
            )
    return sorted(found, key=lambda claim: claim.start)


def _declared(paragraph: Paragraph, lexicon: Lexicon) -> Iterator[FoundClaim]:
    """Yield the sentences of a paragraph that say what they rest on, in the author's own words and as a fact."""
    inside = protected(paragraph.text)
    for start, end in sentences(paragraph.text, lexicon):
        sentence = paragraph.text[start:end]
        if sentence.endswith(("?", ":", "?”", "?»")):
            continue
        for phrases, basis in _BASES:
            phrase = lexicon.search(phrases, sentence)
            if phrase is None:
                continue
            at = phrase.start()
            if phrases == "proving" and not _points_right_before(sentence, at, lexicon):
                continue
            if not inside[start + at] and not is_unasserted(sentence[:at], lexicon):
                reason = f"its words: '{' '.join(phrase[0].split())}'"
                yield FoundClaim(paragraph.start + start, paragraph.start + end, basis=basis, reason=reason)
            break


def _points_right_before(sentence: str, at: int, lexicon: Lexicon) -> bool:
    """Return whether a thing quoted is pointed to right before an offset: "this letter proves that …"."""
    return any(sentence[found.end() : at].isspace() for found in _pointing(lexicon).finditer(sentence, 0, at))


def is_unasserted(words: str, lexicon: Lexicon) -> bool:
    """Return whether *words*, which stand before a phrase, deny it or only suppose it ("nobody …", "if …")."""
    return lexicon.has("unasserted", words)


def _grounded(claim: FoundClaim, section: int, paragraph: Paragraph, around: Surroundings) -> FoundClaim:
    """Return a conclusion with the quotation that it points to ("from this letter …"), if it does.

    That is the last one before it and not before *section*, where the section begins. A word for a kind of document
    that the quotation's source is not points to something else.
    """
    sentence = paragraph.text[claim.start - paragraph.start : claim.end - paragraph.start]
    pointing = _pointing(around.lexicon).search(sentence)
    if pointing is None:
        return claim
    before = [
        number
        for number, one in enumerate(around.quotations)
        if section <= one.start and one.end <= claim.start
    ]
    before = [number for number in before if around.quotations[number].citations]
    if not before or not may_be(pointing["thing"], before[-1], around):
        return claim
    pointer = f"the last quotation before '{' '.join(pointing[0].split())}'"
    return replace(claim, evidence=(before[-1],), pointer=pointer)


def may_be(noun: str, quotation: int, around: Surroundings) -> bool:
    """Return whether a quotation can be meant by a noun: "letter" by one from a letter, "passage" by any."""
    kind = around.lexicon.kind_of(noun)
    return kind is None or kind in kinds_of(quotation, around)


def kinds_of(quotation: int, around: Surroundings) -> set[str]:
    """Return the types of the sources that a quotation is cited from."""
    cited = around.quotations[quotation].citations
    return {around.reads[one].chain[0].type or "document" for one in cited if around.reads[one].chain}


@lru_cache(maxsize=16)
def _pointing(lexicon: Lexicon) -> re.Pattern[str]:
    """Return the pattern of words that point back to one thing quoted: "this letter", "this last letter"."""
    this, things = any_of(lexicon.words("demonstratives")), any_of(lexicon.words("quoted_things"))
    return re.compile(rf"{this}\s+(?:\w+\s+)?(?P<thing>{things})", re.IGNORECASE)


class _Spans:
    """Stretches of the text, and whether one of them shares a character with another stretch."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        """Return whether a stretch shares a character with one of them."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start
