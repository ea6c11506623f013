"""What stands in the source right before a quotation's first word and right after its last."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from pincite.model.finding import Span
from pincite.verifier.cautions.telling import caution, excerpt, named
from pincite.verifier.folding.scripts import DENSE
from pincite.verifier.languages import words_of
from pincite.verifier.prose.folded import Folded
from pincite.verifier.prose.phrases import folded_words
from pincite.verifier.prose.sentences import last_limit, next_limit
from pincite.verifier.prose.turning import Turn, languages_for, shown, turns
from pincite.verifier.verdict import Caution

_LETTER = re.compile(r"[^\W_]")
_NEAR = 60
"""Code points looked at before and after a quotation."""
_WORD = re.compile(rf"[{DENSE}]|[^\W{DENSE}]+(?:'[^\W{DENSE}]+)*'?")
_STOPS = re.compile(r"[;:.!?。；：！？]")
"""What a word before the quotation does not reach across."""
_CLAUSE_ENDS = re.compile(r"[;:；：]")
"""Behind these a negation that does not come first of all is another clause's."""
_WORDS_AFTER = 2
"""Words that may stand between a quotation's end and a condition or negation that the source goes on with."""
_WORDS_SAID = 6
"""Words between a negation and the word that begins what is negated: no one in the whole town believes that."""


def around(
    text: str, passage: Span, language: str | None, *, starts_marked: bool, ends_marked: bool
) -> list[Caution]:
    """Return cautions for negations, conditions and limits that a quotation of *passage* stops just short of.

    Only where it begins or ends inside a sentence. *starts_marked* and *ends_marked* say that the quotation has an
    ellipsis there; where it has none, a second caution, ``cut_unmarked``, says so.
    """
    if not _LETTER.search(text, passage.start, passage.end):
        return []
    found: list[Caution] = []
    lead = Span(last_limit(text, passage.start, language, _NEAR), passage.start)
    if told := _before(text, lead, language):
        says = "the quotation begins in the source right after"
        found += _told("before", told, says, text, marked=starts_marked)
    # a passage that ends in its sentence's own stop has its limit there
    rest = Span(passage.end, next_limit(text, passage.end, language, _NEAR))
    if told := _after(text, rest, language):
        says = "where the quotation ends, the source goes on with"
        found += _told("after", told, says, text, marked=ends_marked)
    return found


def _told(where: str, turn: Turn, says: str, text: str, *, marked: bool) -> list[Caution]:
    kind = "negation" if turn.kind == "negation" else "condition"
    found = [caution(kind, where, [turn], says, text)]
    if not marked:
        end = "begins" if where == "before" else "ends"
        message = (
            f"the quotation {end} inside a sentence without an ellipsis, and what it leaves out holds "
            f"{named([turn])} (“{excerpt(text, turn.span)}”)"
        )
        found.append(Caution("cut_unmarked", where, turn.words, turn.span, message))
    return found


def _after(text: str, rest: Span, language: str | None) -> Turn | None:
    """Return the first condition within the next few words, or a negation that comes first of all."""
    there = turns(text, rest, language) if _LETTER.search(text, rest.start, rest.end) else []
    if not there:
        return None
    joints = _listed(text, rest, language, "joints")
    for turn, following in zip_longest(there, there[1:]):
        between = _words(text, rest.start, turn.span.start)
        if turn.span.start < rest.start or turn.kind == "number":
            continue
        if turn.kind == "negation" and between and _CLAUSE_ENDS.search(text, rest.start - 1, turn.span.start):
            return None
        if turn.kind == "condition" and len(between) <= _WORDS_AFTER:
            return turn
        if len(between) <= _WORDS_AFTER and all(word in joints for word in between):
            return _with_negation(turn, following, text)
        if turn.kind != "contrast":
            return None
    return None


def _with_negation(turn: Turn, following: Turn | None, text: str) -> Turn:
    """Return a contrast together with the negation that it begins: but not."""
    if turn.kind != "contrast" or following is None or following.kind != "negation":
        return turn
    if _LETTER.search(text, turn.span.end, following.span.start):
        return turn
    span = Span(turn.span.start, following.span.end)
    return Turn("negation", shown(text[span.start : span.end]), span)


def _before(text: str, lead: Span, language: str | None) -> Turn | None:
    """Return the negation or condition right before a passage, or one of what the passage is said to be."""
    if not _LETTER.search(text, lead.start, lead.end):
        return None
    for turn in reversed(turns(text, lead, language)):
        if turn.span.end > lead.end or turn.kind in {"number", "contrast"}:
            continue
        if _STOPS.search(text, turn.span.end, lead.end):
            return None
        between = _words(text, turn.span.end, lead.end)
        if not between or (turn.kind == "negation" and _is_said(text, lead, between, language)):
            return turn
        break
    return _denial(text, lead, language)


def _is_said(text: str, lead: Span, between: list[str], language: str | None) -> bool:
    that = _listed(text, lead, language, "that_words")
    return len(between) <= _WORDS_SAID and between[-1] in that


def _denial(text: str, lead: Span, language: str | None) -> Turn | None:
    """Return the word before a passage that denies what the passage says: he denied that."""
    that = _listed(text, lead, language, "that_words")
    folded = Folded(text, lead)
    if not that.intersection(_WORD.findall(folded.text)[-1:]):
        return None
    denials = _listed(text, lead, language, "denials")
    words = list(_WORD.finditer(folded.text))
    for word in reversed(words[-_WORDS_SAID - 1 : -1]):
        if word.group() in denials or any(
            one.endswith("*") and word.group().startswith(one[:-1]) for one in denials
        ):
            raw = folded.raw(word.start(), word.end())
            return (
                None
                if _STOPS.search(text, raw.end, lead.end)
                else Turn("negation", text[raw.start : raw.end], raw)
            )
    return None


def _listed(text: str, near: Span, language: str | None, member: str) -> frozenset[str]:
    """Return the folded words of a member of the languages that the text near a cut may be in."""
    return _folded_words(tuple(languages_for(language, text[near.start : near.end])), member)


@lru_cache(maxsize=256)
def _folded_words(codes: tuple[str, ...], member: str) -> frozenset[str]:
    listed: list[str] = [word for code in codes for word in getattr(words_of(code), member)]
    return frozenset(
        form + "*" * word.endswith("*") for word, form in zip(listed, folded_words(listed), strict=True)
    )


def _words(text: str, start: int, end: int) -> list[str]:
    """Return the folded words from *start* to *end*; in Chinese each character is one."""
    return _WORD.findall(Folded(text, Span(start, max(start, end))).text)
