"""How far a passage reaches beyond the letters that agree: the words at a quotation's ends and their counterparts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.verifier.extra import Levenshtein, process
from pincite.verifier.matching.words import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.verifier.matching.words import Word

SENTENCE_STOP = r"[.!?;:。！？；׃]"
"""What ends a sentence, or a part of one that stands alone, as a pattern."""
_SENTENCE_END = re.compile(SENTENCE_STOP)
_WORDS_BEYOND = 12
"""Words that may have been left out between the agreeing passage and the next words of the quotation."""
_REACH = 16
"""Code points of a word and its space, on an average that long words keep to."""
_LIKE = 0.5
"""Share of equal letters from which on words may be the same ones, misread or inflected."""
_FEW = 3
_LEFT_OUT, _ALIKE, _OTHER, _ELSEWHERE, _ADDED = 0.2, 0.4, 0.9, 1.05, 1.0
"""Costs: of a word of the source that is left out, of a like word, of another in its place, of one in another sentence,
and of a word that the source has not. Four words left out cost what a changed word costs."""


def words_before(quoted: Sequence[Word], text: str, start: int) -> list[Word]:
    """Return the words of *text* before *start* that stand for *quoted*, the first words of a quotation."""
    if not quoted:
        return []
    reach = _REACH * (len(quoted) + _WORDS_BEYOND)
    beside = words_in(text, max(0, start - reach), start)[-len(quoted) - _WORDS_BEYOND :]
    count = _taken(quoted[::-1], beside[::-1], text)
    return beside[len(beside) - count :]


def words_behind(quoted: Sequence[Word], text: str, end: int) -> list[Word]:
    """Return the words of *text* from *end* on that stand for *quoted*, the last words of a quotation."""
    if not quoted:
        return []
    reach = _REACH * (len(quoted) + _WORDS_BEYOND)
    beside = words_in(text, end, min(len(text), end + reach))[: len(quoted) + _WORDS_BEYOND]
    return beside[: _taken(quoted, beside, text)]


def _taken(quoted: Sequence[Word], beside: Sequence[Word], text: str) -> int:
    """Return how many words beside a passage, the nearest first, the quotation's words stand for at least cost."""
    if not beside:
        return 0
    other = [_cost_of_other(len(quoted), beside, at, text) for at in range(len(beside))]
    ours, theirs = [word.key for word in quoted], [word.key for word in beside]
    alike = process.cdist(ours, theirs, scorer=Levenshtein.normalized_similarity, score_cutoff=_LIKE).tolist()
    costs = [_LEFT_OUT * at for at in range(len(beside) + 1)]
    for row_of_likeness in alike:
        row = [costs[0] + _ADDED]
        for at, likeness in enumerate(row_of_likeness):
            replacing = 0.0 if likeness == 1.0 else _ALIKE if likeness else other[at]
            row.append(min(costs[at] + replacing, costs[at + 1] + _ADDED, row[at] + _LEFT_OUT))
        costs = row
    return costs.index(min(costs))


def _cost_of_other(count: int, beside: Sequence[Word], at: int, text: str) -> float:
    """Return what it costs to take an unlike word for one of *count*: more in another sentence, and for many words."""
    if count > _FEW:
        return _ELSEWHERE
    if at == 0:
        return _OTHER
    first, second = sorted((beside[at - 1].at, beside[at].at))
    return _ELSEWHERE if _SENTENCE_END.search(text, first.end, second.start) else _OTHER
