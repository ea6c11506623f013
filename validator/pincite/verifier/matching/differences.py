"""Where the words of a part and of the passage nearest to it differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.folding.letters import letters_in
from pincite.verifier.folding.scripts import is_dense
from pincite.verifier.folding.spelling import is_mark
from pincite.verifier.matching.edges import words_before, words_behind
from pincite.verifier.matching.words import changes, words_in

if TYPE_CHECKING:
    from pincite.verifier.matching.nearest import Likeness
    from pincite.verifier.matching.words import Change, Word

_LONGEST_WORD = 80


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
    whole = inner = words_in(text, start, end)
    found = changes(quoted, whole)
    first, last = _words_within(quoted, likeness.head), _words_within(quoted[::-1], likeness.tail)
    agreed = _agreed(found, len(quoted), len(whole))
    if agreed:
        # words that agree hold the passage; what lies beyond them is found from there
        first, last = agreed[0][0], len(quoted) - agreed[1][0] - 1
        inner = inner[agreed[0][1] : agreed[1][1] + 1]
        start, end = inner[0].at.start, inner[-1].at.end
    printed = [
        *words_before(quoted[:first], text, start),
        *inner,
        *words_behind(quoted[max(first, len(quoted) - last) :], text, end),
    ]
    if printed != whole:
        found = changes(quoted, printed)
    covered = Span(printed[0].at.start, printed[-1].at.end) if printed else passage
    return Differences(quoted, printed, found, covered)


def _agreed(found: list[Change], quoted: int, printed: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the first and the last pair of equal words, each as its places on both sides; None where there is none.

    *quoted* and *printed* are the numbers of words that the changes were found in.
    """
    if not found:
        return ((0, 0), (quoted - 1, printed - 1)) if quoted and printed else None
    first = (
        (0, 0) if found[0].quoted[0] and found[0].printed[0] else (found[0].quoted[1], found[0].printed[1])
    )
    behind = found[-1].quoted[1] < quoted and found[-1].printed[1] < printed
    last = (quoted - 1, printed - 1) if behind else (found[-1].quoted[0] - 1, found[-1].printed[0] - 1)
    return (first, last) if first[0] <= last[0] and first[1] <= last[1] else None


def _words_within(words: list[Word], letters: int) -> int:
    """Return how many of the first words hold so many letters, one that holds the last of them not counted."""
    count = 0
    for word in words:
        letters -= len(letters_in(word.raw))
        if letters < 0:
            break
        count += 1
    return count


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
