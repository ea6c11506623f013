"""One quotation held against one source: every stop of the road in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.cautions.of_quotation import cautions_of
from pincite.verifier.copies.page_marks import pages_of
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.matching.chain import Chains
from pincite.verifier.matching.misquote import displaced, reworded
from pincite.verifier.matching.misreading import only_misread
from pincite.verifier.matching.standing import standing, widened
from pincite.verifier.matching.words import changes, diff_of, words_in
from pincite.verifier.prose import sentence_at
from pincite.verifier.source import Source
from pincite.verifier.verdict import FAITHFUL, Verdict
from pincite.verifier.wording.declared import declared_wordings
from pincite.verifier.wording.marks import wording_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Segment
    from pincite.verifier.matching.chain import Chain
    from pincite.verifier.matching.index import Index
    from pincite.verifier.matching.standing import Standing
    from pincite.verifier.wording.parts import Wording

_LIKE = 0.5
"""Share of a quotation's letters that a passage must have to be called its altered original."""
_TELLING = 16
_LIKE_SHORT = 0.6
"""The same for a quotation of fewer letters, which is like many passages."""
_MOST_LETTERS = 200_000
_MOST_PARTS = 200
_MOST_TOLD = 256
"""Places where a quotation stands as it is that are held apart."""
_MOST_COMPARED = 8
"""Places with a quotation's letters, but not its words as they are, that are compared: more only repeat each other."""
_TYPOGRAPHY = 1
"""The rank of a place where typography alone differs."""
_WARNED = FAITHFUL | {"near", "ambiguous"}


class _Found(NamedTuple):
    wording: Wording
    standings: list[Standing]


def verify(
    quotation: str,
    source: Source | str,
    *,
    segments: Sequence[Segment] | None = None,
    language: str | None = None,
    pages: Sequence[str] = (),
    prefix: str = "",
    suffix: str = "",
) -> Verdict:
    """Return what holding a quotation against a source's text finds.

    *segments* declare the editorial changes; without them they are inferred from the marks in the quotation. *pages* are
    the labels of the pages cited, *prefix* and *suffix* words around the passage: they decide between several places.
    *language* is that of a text (BCP 47); a Source has its own.
    """
    if isinstance(source, str):
        source = Source(source, pages=pages_of(source), language=language)
    pages = (pages,) if isinstance(pages, str) else pages
    wordings = list(declared_wordings(segments)) if segments else [wording_of(quotation)]
    if not wordings[0].parts:
        return Verdict("unchecked", reason="the quotation has no words to look for")
    if len(wordings[0].letters) > _MOST_LETTERS:
        return Verdict("unchecked", reason=f"the quotation has more than {_MOST_LETTERS:,} letters")
    if len(wordings[0].parts) > _MOST_PARTS:
        return Verdict("unchecked", reason=f"the quotation has more than {_MOST_PARTS} parts")
    best = min(
        (_looked_for(wording, source, pages) for wording in wordings),
        key=lambda one: min((standing.rank for standing in one.standings), default=9),
    )
    if best.standings:
        return _judged(best, source, pages, (prefix, suffix))
    return _misquoted(best.wording, source, pages)


def _looked_for(wording: Wording, source: Source, pages: Sequence[str]) -> _Found:
    """Return how a wording stands where its letters are, in the running text or else in the whole text."""
    found = _Found(wording, _standings(wording, source.running, source, pages))
    if found.standings or source.whole is source.running:
        return found
    return _Found(wording, _standings(wording, source.whole, source, pages))


def _standings(wording: Wording, index: Index, source: Source, pages: Sequence[str]) -> list[Standing]:
    """Return how a wording stands at its places, on cited pages first; where more than white space differs, at a few."""
    chains = Chains(wording, index, source.text)
    plain: list[Chain] = []
    other: list[Chain] = []
    for chain in chains.found():
        (plain if chains.is_plain(chain) else other).append(chain)
    if pages and len(plain) > _MOST_TOLD:
        plain.sort(key=lambda chain: not _cited(source, index.offset(chain[0]), pages))
    kept = plain[:_MOST_TOLD] + other[:_MOST_COMPARED]
    return [standing(chain, chains, source.decimal_sign) for chain in kept]


def _cited(source: Source, offset: int, pages: Sequence[str]) -> bool:
    page = source.page_at(offset)
    return page is not None and page.is_cited(pages)


def _judged(found: _Found, source: Source, pages: Sequence[str], context: tuple[str, str]) -> Verdict:
    """Return the verdict on the best of the places where the letters stand."""
    ranked = sorted(found.standings, key=lambda one: one.rank)
    # where it stands but for typography, it stands no less than where it stands exactly
    alike = [one for one in ranked if one.rank in {ranked[0].rank, _TYPOGRAPHY}]
    chosen = _decided(alike, source, pages, context)
    one = chosen[0]
    verdict = Verdict(
        one.verdict,
        tuple(one.spans),
        tuple(one.alterations),
        tuple(one.foldings),
        tuple(one.cautions),
        tuple(one.readings),
        places=len(chosen),
        similarity=1.0,
    )
    if one.verdict == "altered":
        verdict = _as_read(verdict._replace(diff=_diff(found.wording, one, source.readable)), source)
    if len(chosen) > 1 and _could_stand_anywhere(found.wording):
        reason = "its parts are too short to tell one place from another"
        verdict = verdict._replace(verdict="ambiguous", reason=reason)
    elif len(chosen) > 1 and verdict.faithful:
        reason = (
            f"it stands at {len(chosen)} places, and neither a page nor words around it decide between them"
        )
        verdict = verdict._replace(verdict="ambiguous", reason=reason)
    return _placed(verdict, found.wording, source, pages)


def _diff(wording: Wording, one: Standing, text: str) -> str:
    """Return the words of a wording against those where its letters stand."""
    diffs = []
    changed = [alteration.span for alteration in one.alterations if not alteration.declared]
    for part, span in zip(wording.parts, one.spans, strict=True):
        near = [other for other in changed if other.start <= span.end + 1 and span.start <= other.end + 1]
        whole = Span(min((span, *near))[0], max(other.end for other in (span, *near)))
        ours, theirs = words_in(part.text), words_in(text, *widened(text, whole))
        diffs.append(diff_of(part.text, ours, text, theirs, changes(ours, theirs)))
    return " … ".join(diffs)


def _could_stand_anywhere(wording: Wording) -> bool:
    """Say whether a wording is made of scraps, with omissions between them."""
    omitting = any(mark.kind == "omission" for joint in wording.joints[1:-1] for mark in joint)
    return omitting and all(part.is_short for part in wording.parts)


def _as_read(verdict: Verdict, source: Source) -> Verdict:
    """Return an altered verdict as near where all that differs is the scan's misreading."""
    if not only_misread(verdict.alterations, source.text, source.damage):
        return verdict
    read = [one if one.declared else one._replace(kind="damage") for one in verdict.alterations]
    return verdict._replace(verdict="near", alterations=tuple(read))


def _placed(verdict: Verdict, wording: Wording, source: Source, pages: Sequence[str]) -> Verdict:
    """Return a verdict with its place, the sentence around it, and what it may hide."""
    whole = verdict.span
    if whole is None:
        return verdict
    around = sentence_at(source.readable, *whole, source.tongue)
    sentence = " ".join(source.readable[around.start : around.end].split())
    verdict = verdict._replace(place=source.place(whole), sentence=sentence)
    if verdict.verdict in _WARNED and len(verdict.spans) == len(wording.parts):
        told = cautions_of(wording, verdict.spans, verdict.alterations, source, pages)
        verdict = verdict._replace(warnings=(*verdict.warnings, *told))
    return verdict


def _decided(
    standings: list[Standing], source: Source, pages: Sequence[str], context: tuple[str, str]
) -> list[Standing]:
    """Return those of several places that the cited pages and the words around choose, all where they choose none."""
    chosen = standings
    if len(chosen) > 1 and pages:
        chosen = [one for one in chosen if _cited(source, one.spans[0].start, pages)] or chosen
    for part, before in zip(context, (True, False), strict=True):
        if len(chosen) > 1 and part.strip():
            chosen = [one for one in chosen if _beside(one, source.text, part, before=before)] or chosen
    return chosen


def _beside(one: Standing, text: str, words: str, *, before: bool) -> bool:
    """Say whether words stand right before or behind a place, but for typography."""
    wanted, reach = letters_in(words), 2 * len(words) + 16
    if before:
        return letters_in(text[max(0, one.spans[0].start - reach) : one.spans[0].start]).endswith(wanted)
    return letters_in(text[one.spans[-1].end : one.spans[-1].end + reach]).startswith(wanted)


def _misquoted(wording: Wording, source: Source, pages: Sequence[str]) -> Verdict:
    """Return the verdict on a quotation whose letters stand nowhere: near, altered or absent."""
    text, tongue = source.readable, source.tongue
    found = displaced(wording, source.running) or reworded(wording, source.running, text, tongue)
    if found.similarity < _LIKE and source.whole is not source.running:
        found = max(found, reworded(wording, source.whole, text, tongue), key=lambda one: one.similarity)
    verdict = Verdict(
        "altered",
        tuple(found.spans),
        tuple(found.alterations),
        similarity=round(found.similarity, 3),
        diff=" … ".join(found.diffs),
    )
    verdict = _as_read(verdict, source)
    like = _LIKE if len(wording.letters) >= _TELLING else _LIKE_SHORT
    if verdict.verdict == "altered" and found.similarity < like:
        verdict = verdict._replace(verdict="absent", alterations=())
    return _placed(verdict, wording, source, pages)
