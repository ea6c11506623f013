"""The passage of a source that is most like some words which do not stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pincite.verifier.matching.index import Index

_LONGEST = 50_000
"""Letters of the longest part that is compared letter by letter; the time grows with their square."""
_SHORTEST = 6
_SEARCHED = 1_000_000
"""Letters of a line in which short words are looked for without an index."""
_SHORT_RUN = 60
_COSTLY = 12
"""Letters of a run of other letters beyond which it does not weigh more."""


class Likeness(NamedTuple):
    """A range of the line that is like some letters, and how many of these it has.

    ``head`` and ``tail`` are the letters before and behind those that are like it.
    """

    start: int
    end: int
    matched: int
    head: int = 0
    tail: int = 0


def nearest(letters: str, index: Index, low: int = 0, high: int | None = None) -> Likeness | None:
    """Return the range between *low* and *high* that is most like *letters*, None where nothing is."""
    high = len(index.line) if high is None else min(high, len(index.line))
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return None
    slack = 8 + len(letters) // 6
    ranges = index.dense_places(letters, max(0, low), high) or _scanned(
        letters, index.line, max(0, low), high
    )
    likenesses = [
        _likeness(letters, index.line, max(low, start - slack, 0), min(high, end + slack))
        for start, end in ranges
    ]
    return max(likenesses, key=lambda one: one.matched - (one.end - one.start) / 1000, default=None)


def _scanned(letters: str, line: str, low: int, high: int) -> list[tuple[int, int]]:
    """Return where the line is like a short run of letters, by sliding over all of it."""
    if len(letters) > _SHORT_RUN or high - low > _SEARCHED or high - low < len(letters):
        return []
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415 - an extra, and slow to import

    found = partial_ratio_alignment(letters, line[low:high], score_cutoff=60)
    return [(low + found.dest_start, low + found.dest_end)] if found else []


def _likeness(letters: str, line: str, low: int, high: int) -> Likeness:
    """Return the part of a range in which *letters* are, chance agreement on both sides of it left out.

    Of the alignment with the fewest edits that stretch counts in which agreement most outweighs disagreement, as in
    local alignment (Smith and Waterman, 1981); a long run of words left out or put in costs no more than a short one.
    """
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - as above

    costly = min(_COSTLY, max(_SHORTEST, len(letters) // 3))
    best = here = matched = 0
    start, head = low, 0
    span = Likeness(low, low, 0)
    for code in Levenshtein.opcodes(letters, line[low:high]):
        length = max(code.src_end - code.src_start, code.dest_end - code.dest_start)
        if code.tag != "equal":
            here -= min(length, costly)
            continue
        if here <= 0:
            start, head, here, matched = low + code.dest_start, code.src_start, 0, 0
        here += length
        matched += length
        if here > best:
            best, tail = here, len(letters) - code.src_end
            span = Likeness(start, low + code.dest_end, matched, head, tail)
    return span
