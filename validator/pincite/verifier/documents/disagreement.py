"""Quotations of one passage are held against each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.documents.outcome import Disagreement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from pincite.model.finding import Span
    from pincite.verifier.documents.outcome import CopyOutcome, Judgement
    from pincite.verifier.verdict import Alteration, AlterationKind

_ENOUGH_ALIKE = 0.5
"""Similarity from which on the nearest passage of an altered quotation is the one it quotes."""
_MOST = 50
"""Quotations of one place that are compared with each one."""

_NO_WORDS: frozenset[AlterationKind] = frozenset({"order", "distance", "damage"})
"""Kinds of differences that are none of the words, or not the quotation's."""


class _Place(NamedTuple):
    start: int
    end: int
    number: int
    judgement: Judgement
    copy: CopyOutcome


def disagreements(judgements: Sequence[Judgement]) -> Iterator[Disagreement]:
    """Yield, once for two quotations, where both quote the same words of a copy and do not print the same.

    A difference that is marked in one of them is none, and neither is one that both have.
    """
    for of_copy in _by_copy(judgements).values():
        told: set[tuple[int, int]] = set()
        for one, other in _overlapping(sorted(of_copy, key=lambda place: place[:3])):
            first, second = sorted((one, other), key=lambda place: place.number)
            if first.number == second.number or (first.number, second.number) in told:
                continue
            difference = _between(first, second)
            if difference is not None:
                told.add((first.number, second.number))
                yield difference


def _by_copy(judgements: Sequence[Judgement]) -> dict[str, list[_Place]]:
    """Return the places of the parts of quotations, by the digest of the copy they stand in."""
    places: dict[str, list[_Place]] = defaultdict(list)
    for number, judgement in enumerate(judgements):
        copy = judgement.copy
        if copy is None or not copy.held.sha256:
            continue
        if judgement.verdict.found or judgement.verdict.similarity >= _ENOUGH_ALIKE:
            for span in judgement.verdict.spans:
                places[copy.held.sha256].append(_Place(span.start, span.end, number, judgement, copy))
    return places


def _overlapping(places: Sequence[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Yield two places that overlap, of some in the order of the text."""
    for index, one in enumerate(places):
        for other in places[index + 1 : index + 1 + _MOST]:
            if other.start >= one.end:
                break
            yield one, other


def _between(first: _Place, second: _Place) -> Disagreement | None:
    """Return how two quotations of overlapping passages differ, None where they do not."""
    both = max(first.start, second.start), min(first.end, second.end)
    ours, theirs = _undeclared(first, both), _undeclared(second, both)
    for own, mine in ((theirs, True), (ours, False)):
        others = ours if mine else theirs
        for alteration in own:
            same = next((one for one in others if _touch(one.span, alteration.span)), None)
            quoted = same.quoted if same is not None else alteration.printed
            if quoted.split() == alteration.quoted.split():
                continue
            words, others_words = (alteration.quoted, quoted) if mine else (quoted, alteration.quoted)
            name = second.copy.evidence.name
            differing: Literal["this", "other", "both"] = "both" if same else "this" if mine else "other"
            return Disagreement(
                second.judgement.at,
                second.judgement.id,
                first.judgement.id,
                words,
                others_words,
                name,
                differing,
            )
    return None


def _undeclared(place: _Place, both: tuple[int, int]) -> list[Alteration]:
    return [
        one
        for one in place.judgement.verdict.alterations
        if not one.declared
        and one.kind not in _NO_WORDS
        and both[0] <= one.span.start
        and one.span.end <= both[1]
    ]


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
