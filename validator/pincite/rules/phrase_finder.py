"""Finds the phrases of a language pack in a text, all groups at once.

Most articles have almost none, so the work is done where a phrase's longest word stands: the words of the text are
compared with those longest words in one step, and phrases are matched only around a word that is there and has the
right neighbours.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.phrase_patterns import (
    AT_SENTENCE_START,
    MARKS_BEHIND,
    keys_of,
    match,
    needed,
    neighbours,
    words_of,
)
from pincite.rules.phrases import language_of, pack
from pincite.rules.running_text import own_words, running_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pincite.model.document import Document
    from pincite.rules.phrase_patterns import Word
    from pincite.rules.running_text import RunningText

RHETORIC = ("common_knowledge", "certainty", "vague_attribution", "forward_promise", "inference", "proof")
"""The groups of phrases that stand for a source, the most telling first."""
HARMLESS = "harmless"
"""The group of longer phrases that hold one of the others and are none."""

_SENTENCE_ENDS = '\n.!?:…"”»“)]'
"""Behind what a sentence may begin."""
_REACH = 160
"""How many characters before and behind a phrase's longest word the rest of it is looked for."""
_BESIDE = 40
"""How many characters before and behind it are enough for the next word."""


class Hit(NamedTuple):
    """A phrase of a group where it stands in the text."""

    start: int
    end: int
    group: str
    phrase: str


class PhraseIndex(NamedTuple):
    """Phrases by the word to look for first (their key), and how a key may stand between white space.

    ``barred``: words that stand in no gap of a phrase.
    """

    phrases: dict[str, list[tuple[str, str]]]
    keys: dict[str, str]
    printed: frozenset[str]
    barred: frozenset[str]


@lru_cache(maxsize=1)
def rhetoric(document: Document) -> Mapping[str, list[Hit]]:
    """Return the phrases that stand for a source, by group; kept for the document, because every group asks."""
    language = language_of(document)
    index = index_of(language, RHETORIC)
    found: dict[str, list[Hit]] = {}
    if not _may_hold(own_words(document), index):
        return found
    read = running_text(document)
    hits = find(read, index)
    if hits:
        for hit in longest([*hits, *find(read, index_of(language, (HARMLESS,)))]):
            found.setdefault(hit.group, []).append(hit)
    return found


@cache
def index_of(language: str, groups: tuple[str, ...]) -> PhraseIndex:
    """Return the index of some groups of a language's pack."""
    held = pack(language)
    pairs = [(group, phrase) for group in groups for phrase in held.get(group, ())]
    return index(pairs, frozenset(held.get("negation", ())))


def index(pairs: Sequence[tuple[str, str]], barred: frozenset[str] = frozenset()) -> PhraseIndex:
    """Return the index of phrases, each with its group."""
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        for key in keys_of(pair[1]):
            found.setdefault(key, []).append(pair)
    keys = {key + mark: key for mark in MARKS_BEHIND for key in found}
    return PhraseIndex(found, keys, frozenset(keys), barred)


def _may_hold(read: RunningText, index: PhraseIndex) -> bool:
    """Say whether a text has all the words of a phrase, in whatever order."""
    for word in read.distinct & index.printed:
        for _, phrase in index.phrases[index.keys[word]]:
            if _has_words_of(read, phrase):
                return True
    return False


def find(read: RunningText, index: PhraseIndex) -> list[Hit]:
    """Return the phrases in a text in its order; of those that overlap, the longest."""
    hits: set[Hit] = set()
    for key in sorted({index.keys[word] for word in read.distinct & index.printed}):
        likely = [pair for pair in index.phrases[key] if _has_words_of(read, pair[1])]
        if likely:
            hits.update(_around(read.text, key, likely, index.barred))
    return longest(hits)


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in the text's order, without those that overlap a longer one."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start, _rank(hit.group), hit.phrase)):
        at = bisect_left(kept, hit)
        if not any(
            hit.start < other.end and other.start < hit.end for other in kept[max(0, at - 1) : at + 1]
        ):
            kept.insert(at, hit)
    return kept


def _has_words_of(read: RunningText, phrase: str) -> bool:
    missing = read.distinct.isdisjoint
    return not any(map(missing, needed(phrase)))


def _rank(group: str) -> int:
    return RHETORIC.index(group) if group in RHETORIC else -1


def _around(text: str, key: str, pairs: Sequence[tuple[str, str]], barred: frozenset[str]) -> Iterator[Hit]:
    """Yield the hits of phrases, given with their groups, at every place where their longest word stands."""
    phrases = [(*pair, neighbours(pair[1], key)) for pair in pairs]
    at = text.find(key)
    while at >= 0:
        end = at + len(key)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            before, behind = _word_before(text, at), _word_behind(text, end)
            words: list[Word] = []
            for group, phrase, (left, right) in phrases:
                if (left is None or before in left) and (right is None or behind in right):
                    words = words or words_of(text, max(0, at - _REACH), end + _REACH)
                    here = bisect_left(words, at, key=attrgetter("start"))
                    place = match(phrase, words, here, barred) if here < len(words) else None
                    if place and (phrase[0] != AT_SENTENCE_START or _begins_sentence(text, place[0])):
                        yield Hit(*place, group, phrase)
        at = text.find(key, end)


def _word_before(text: str, at: int) -> str:
    words = text[max(0, at - _BESIDE) : at].replace("'", "' ").replace("—", " ").split()
    return words[-1].lstrip("(\"“«„‘'[—") if words else ""


def _word_behind(text: str, end: int) -> str:
    words = text[end : end + _BESIDE].removeprefix("'").replace("'", "' ").replace("—", " ").split(None, 1)
    return (words[0].rstrip('.,:;!?)]”»"…—') or words[0]) if words else ""


def _begins_sentence(text: str, at: int) -> bool:
    """Say whether a sentence may begin at an offset."""
    before = text[max(0, at - 4) : at].rstrip(" \t\u00a0")
    return not before or before[-1] in _SENTENCE_ENDS
