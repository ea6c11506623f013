"""Which quotations the article says bear each other out, contradict, qualify or repeat each other.

Said only in so many words, in the sentence that leads in to a quotation or the one right before it, and only where
both ends are certain: the quotation that follows, and the one right before or the only one that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.converter.citation.names import surname_of
from pincite.converter.citation.pieces import sentences
from pincite.converter.languages import any_of
from pincite.converter.segment.claims import is_unasserted, kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from pincite.converter.lexicon import Lexicon
    from pincite.converter.segment.claims import Surroundings

    Relation = Literal["corroborates", "contradicts", "qualifies", "restates"]

_PHRASES: tuple[tuple[str, Relation], ...] = (
    ("contradiction", "contradicts"),
    ("qualification", "qualifies"),
    ("restatement", "restates"),
    ("corroboration", "corroborates"),
)
"""Lists of phrases and the relation that each of them asserts."""
_CLOSING = " \t\n\xa0.,;:)”“»«\"’'"
"""What may stand between a quotation and the prose right behind it."""
_FARTHEST = 24
"""Quotations further back than this are not meant by a name."""
_SHORTEST_NAME = 3
"""Letters of the shortest surname that is looked for in a sentence."""


@dataclass(frozen=True)
class FoundRelation:
    """A relation between two quotations, given by their numbers; its phrase stands from ``start`` to ``end``."""

    type: Relation
    source: int
    target: int
    start: int
    end: int


@dataclass(frozen=True)
class _Phrase:
    """A phrase from ``start`` to ``end`` of the text, in a sentence; ``first``: right behind a quotation."""

    type: Relation
    start: int
    end: int
    sentence: str
    first: bool


def relations(text: str, around: Surroundings) -> list[FoundRelation]:
    """Return the relations between quotations that the article asserts, in the order of the text."""
    cited = [
        number for number, one in enumerate(around.quotations) if one.citations or one.display == "block"
    ]
    found: list[FoundRelation] = []
    for at, number in enumerate(cited[1:], 1):
        earlier = cited[max(0, at - _FARTHEST) : at]
        for phrase in _phrases(text, number, earlier[-1], around):
            target = _target(phrase, number, earlier, around)
            if target is not None:
                found.append(FoundRelation(phrase.type, number, target, phrase.start, phrase.end))
                break
    return found


def _phrases(text: str, number: int, before: int, around: Surroundings) -> Iterator[_Phrase]:
    """Yield the phrases in the lead-in of a quotation and in the sentence before it, the nearest first."""
    lead_in = around.quotations[number].lead_in
    if lead_in is None:
        return
    begin = _end_of(before, around)
    lowered = text[begin : lead_in[1]].lower()
    if not any(around.lexicon.may_have(phrases, lowered) for phrases, _ in _PHRASES):
        return
    begin = max(begin, around.paragraphs[bisect_right(around.starts, lead_in[0]) - 1].start)
    spans = [
        (begin + start, begin + end)
        for start, end in sentences(text[begin : lead_in[1]], around.lexicon)
        if text[begin + start : begin + end].strip(_CLOSING)
    ]
    direct = not text[_end_of(before, around) : begin].strip(_CLOSING)
    for at in range(len(spans) - 1, max(-1, len(spans) - 3), -1):
        start, end = spans[at]
        sentence = text[start:end]
        for phrases, kind in _PHRASES:
            found = around.lexicon.pattern(around.lexicon.words(phrases)).search(sentence)
            if found is not None and _is_asserted(sentence[: found.start()], around.lexicon):
                yield _Phrase(kind, start + found.start(), start + found.end(), sentence, direct and at == 0)
                break


def _is_asserted(words: str, lexicon: Lexicon) -> bool:
    """Return whether a phrase behind *words* is said as a fact, and of what was quoted: not of a clause of its own."""
    return not is_unasserted(words, lexicon) and not lexicon.has("clause_words", words)


def _target(phrase: _Phrase, number: int, earlier: list[int], around: Surroundings) -> int | None:
    """Return the quotation that a phrase refers to: the one right before it, or the only one named beside it.

    What fits the quotation that the sentence leads in to (*number*) names that one, and no other.
    """
    led_in = _names(number, around)
    named = [one for one in earlier if _is_named(_names(one, around) - led_in, phrase.sentence, around)]
    if phrase.first or earlier[-1] in named:
        return earlier[-1]
    return named[0] if len(named) == 1 else None


def _names(number: int, around: Surroundings) -> set[str]:
    """Return what a quotation can be named by: the surnames of its authors, the words for its kind of document."""
    reads = [around.reads[one] for one in around.quotations[number].citations]
    kinds = kinds_of(number, around)
    names = {word for word, kind in around.lexicon.kinds if kind in kinds}
    for author in (name for read in reads if read.chain for name in read.chain[0].authors):
        surname = surname_of(author, around.lexicon)
        if len(surname) >= _SHORTEST_NAME:
            names.add(surname)
    return names


def _is_named(names: set[str], sentence: str, around: Surroundings) -> bool:
    """Return whether a sentence names one of these: a surname, or "the memorandum", "this letter"."""
    surnames = [name for name in names if name[:1].isupper()]
    if surnames and around.lexicon.pattern(sorted(surnames)).search(sentence):
        return True
    kinds = any_of(sorted(name for name in names if not name[:1].isupper()))
    the = any_of([*around.lexicon.words("articles"), *around.lexicon.words("demonstratives")])
    return kinds != any_of(()) and re.search(rf"{the}\s+{kinds}", sentence, re.IGNORECASE) is not None


def _end_of(number: int, around: Surroundings) -> int:
    """Return where a quotation with its citations and their image marks ends."""
    one = around.quotations[number]
    return max([one.end, *(around.citations[cited].tail for cited in one.citations)])
