"""Where the words of a part and of the passage nearest to it differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.folding.spelling import is_mark
from pincite.verifier.matching.words import Change, changes, similarity, words_in

if TYPE_CHECKING:
    from pincite.verifier.matching.nearest import Likeness
    from pincite.verifier.matching.words import Word

_MARGIN = 120
"""Code points beside a passage in which the counterparts of changed words are looked for, at most."""
_LONGEST_WORD = 80
_LIKE = 0.5
"""Share of equal letters from which on words may be the same ones misread."""
_SENTENCE_END = re.compile(r"[.!?;:。！？；׃]")


class Differences(NamedTuple):
    """The words of both sides, where they differ, and the passage (code points of the source)."""

    quoted: list[Word]
    printed: list[Word]
    changes: list[Change]
    passage: Span


def differences(part: str, text: str, passage: Span, likeness: Likeness) -> Differences:
    """Return the differing words of a part and of the passage that its letters are like.

    Letters of the part beyond those of the passage have their counterparts, if any, in the words beside it.
    """
    quoted = words_in(part)
    start, end = _word_start(text, passage.start), _word_end(text, passage.end)
    printed = [
        *_beside(text, start, _words_within(quoted, likeness.head), before=True),
        *words_in(text, start, end),
        *_beside(text, end, _words_within(quoted[::-1], likeness.tail), before=False),
    ]
    found = changes(quoted, printed)
    if not printed:
        return Differences(quoted, printed, found, passage)
    first, last, found = _trimmed(quoted, printed, found, text)
    kept = printed[first:last]
    found = [Change(one.quoted, (one.printed[0] - first, one.printed[1] - first)) for one in found]
    covered = Span(kept[0].at.start, kept[-1].at.end) if kept else passage
    return Differences(quoted, kept, found, covered)


def _words_within(words: list[Word], letters: int) -> int:
    """Return how many of the first words hold so many letters, one that holds the last of them not counted."""
    count = 0
    for word in words:
        letters -= len(letters_in(word.raw))
        if letters < 0:
            break
        count += 1
    return count


def _beside(text: str, at: int, count: int, *, before: bool) -> list[Word]:
    """Return as many words beside a place of the text, no more than stand near it."""
    if not count:
        return []
    reach = min(_MARGIN, 16 * count + 16)
    if before:
        return words_in(text, _word_start(text, at - reach), at)[-count:]
    return words_in(text, at, _word_end(text, at + reach))[:count]


def _word_start(text: str, at: int) -> int:
    at = first = max(0, at)
    while 0 < at < len(text) and first - at < _LONGEST_WORD and _within_word(text[at - 1], text[at]):
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    at = first = min(len(text), at)
    while 0 < at < len(text) and at - first < _LONGEST_WORD and _within_word(text[at - 1], text[at]):
        at += 1
    return at


def _within_word(one: str, other: str) -> bool:
    """Say whether a word goes on between two characters; CJK signs are words of their own."""
    return (one.isalnum() or is_mark(one)) and (other.isalnum() or is_mark(other)) and not is_dense(other)


def _trimmed(
    quoted: list[Word], printed: list[Word], found: list[Change], text: str
) -> tuple[int, int, list[Change]]:
    """Return which words of the source belong to the passage, and the changes without those that do not."""
    first, last = 0, len(printed)
    found = list(found)
    if found and found[0].quoted[0] == 0 and found[0].printed[0] == 0:
        change = found[0]
        first = max(0, change.printed[1] - (change.quoted[1] - change.quoted[0]))
        if _other_sentence(
            quoted, printed, Change(change.quoted, (first, change.printed[1])), change.printed[1], text
        ):
            first = change.printed[1]
        found[0] = Change(change.quoted, (first, change.printed[1]))
    if found and found[-1].quoted[1] == len(quoted) and found[-1].printed[1] == len(printed):
        change = found[-1]
        last = min(len(printed), change.printed[0] + change.quoted[1] - change.quoted[0])
        if _other_sentence(
            quoted, printed, Change(change.quoted, (change.printed[0], last)), change.printed[0], text
        ):
            last = change.printed[0]
        found[-1] = Change(change.quoted, (change.printed[0], last))
    kept = [one for one in found if one.quoted[0] < one.quoted[1] or one.printed[0] < one.printed[1]]
    return first, max(first, last), kept


def _other_sentence(quoted: list[Word], printed: list[Word], change: Change, at: int, text: str) -> bool:
    """Say whether the words at an end of the passage belong to another sentence and are nothing like the quotation's.

    *at* is the word between which and the one before the sentence would end.
    """
    if not 0 < at < len(printed) or not _SENTENCE_END.search(
        text, printed[at - 1].at.end, printed[at].at.start
    ):
        return False
    ours, theirs = (
        "".join(word.key for word in words[slice(*place)])
        for words, place in ((quoted, change.quoted), (printed, change.printed))
    )
    return similarity(ours, theirs) < _LIKE
