"""Where the words of a part and of the passage nearest to it differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Span
from pincite.verifier.matching.words import Change, changes, words_in

if TYPE_CHECKING:
    from pincite.verifier.matching.words import Word

_MARGIN = 24
"""Code points beside the passage in which the counterparts of changed words at its ends are looked for."""
_SENTENCE_END = re.compile(r"[.!?;:。！？；׃]")


class Differences(NamedTuple):
    """The words of both sides, where they differ, and the passage (code points of the source)."""

    quoted: list[Word]
    printed: list[Word]
    changes: list[Change]
    passage: Span


def differences(part: str, text: str, passage: Span) -> Differences:
    """Return the differing words of a part and of a passage, whose ends are only known by agreeing letters."""
    quoted = words_in(part)
    margin = _MARGIN + _unmatched(quoted)
    start = _word_start(text, max(0, passage.start - margin))
    end = min(len(text), passage.end + margin)
    while (
        end < len(text) and text[end - 1].isalnum() and text[end].isalnum() and end - passage.end < 2 * margin
    ):
        end += 1
    printed = words_in(text, start, end)
    found = changes(quoted, printed)
    if not printed:
        return Differences(quoted, printed, found, passage)
    first, last, found = _trimmed(quoted, printed, found, text)
    kept = printed[first:last]
    found = [Change(one.quoted, (one.printed[0] - first, one.printed[1] - first)) for one in found]
    covered = Span(kept[0].at.start, kept[-1].at.end) if kept else passage
    return Differences(quoted, kept, found, covered)


def _unmatched(quoted: list[Word]) -> int:
    return max((len(word.raw) for word in quoted[:1] + quoted[-1:]), default=0)


def _word_start(text: str, at: int) -> int:
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def _trimmed(
    quoted: list[Word], printed: list[Word], found: list[Change], text: str
) -> tuple[int, int, list[Change]]:
    """Return which words of the source belong to the passage, and the changes without those that do not."""
    first, last = 0, len(printed)
    found = list(found)
    if found and found[0].quoted[0] == 0 and found[0].printed[0] == 0:
        change = found[0]
        count = change.quoted[1]
        keep = max(0, change.printed[1] - count)
        if count and keep < change.printed[1] and _sentence_between(printed, change.printed[1], text):
            keep = change.printed[1]
        first = keep
        found[0] = Change(change.quoted, (keep, change.printed[1]))
    if found and found[-1].quoted[1] == len(quoted) and found[-1].printed[1] == len(printed):
        change = found[-1]
        count = change.quoted[1] - change.quoted[0]
        keep = min(len(printed), change.printed[0] + count)
        if count and change.printed[0] < len(printed) and _sentence_between(printed, change.printed[0], text):
            keep = change.printed[0]
        last = keep
        found[-1] = Change(change.quoted, (change.printed[0], keep))
    return (
        first,
        max(first, last),
        [one for one in found if one.quoted[0] < one.quoted[1] or one.printed[0] < one.printed[1]],
    )


def _sentence_between(printed: list[Word], at: int, text: str) -> bool:
    """Say whether a sentence ends before the word *at*, so that the words before it belong to another one."""
    if not 0 < at < len(printed):
        return False
    return bool(_SENTENCE_END.search(text[printed[at - 1].at.end : printed[at].at.start]))
