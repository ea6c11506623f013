"""The passage of a source that is most like some words which do not stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.verifier.extra import Levenshtein, fuzz

if TYPE_CHECKING:
    from pincite.verifier.matching.index import Index

_LONGEST = 200_000
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
    low, high = max(0, low), len(index.line) if high is None else min(high, len(index.line))
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return None
    diagonals = index.diagonals(letters, low, high) or _scanned(letters, index.line, low, high)
    found = [_likeness(letters, index.line, diagonal, low, high) for diagonal in diagonals]
    return max(found, key=lambda one: one.matched - (one.end - one.start) / 1000, default=None)


def _scanned(letters: str, line: str, low: int, high: int) -> list[int]:
    """Return where the line is like a short run of letters, by sliding over all of it."""
    if len(letters) > _SHORT_RUN or high - low > _SEARCHED or high - low < len(letters):
        return []
    found = fuzz.partial_ratio_alignment(letters, line[low:high], score_cutoff=60)
    return [low + found.dest_start - found.src_start] if found else []


def _likeness(letters: str, line: str, diagonal: int, low: int, high: int) -> Likeness:
    """Return the part of the line that is like *letters*: the longest run that agrees, extended to both sides.

    *diagonal* is where the letters begin if that run stands in its place (seed and extend, as in local alignment).
    """
    begin, end = _longest_run(letters, line, diagonal)
    slack = 24 + len(letters) // 4
    left, right = max(low, diagonal - slack), min(high, diagonal + len(letters) + slack)
    before = _extension(letters[:begin][::-1], line[left : diagonal + begin][::-1])
    behind = _extension(letters[end:], line[diagonal + end : right])
    return Likeness(
        diagonal + begin - before.covered,
        diagonal + end + behind.covered,
        end - begin + before.matched + behind.matched,
        begin - before.taken,
        len(letters) - end - behind.taken,
    )


def _longest_run(letters: str, line: str, diagonal: int) -> tuple[int, int]:
    """Return the longest stretch of *letters* that stands in the line, if they begin at *diagonal*."""
    first, last = max(0, -diagonal), min(len(letters), len(line) - diagonal)
    best = (first, first)
    begin = first
    for at in range(first, last):
        if letters[at] != line[diagonal + at]:
            begin = at + 1
        elif at + 1 - begin > best[1] - best[0]:
            best = (begin, at + 1)
    return best


class _Extension(NamedTuple):
    """How far an agreement goes on: letters taken, letters of the line covered, and those that are equal."""

    taken: int = 0
    covered: int = 0
    matched: int = 0


def _extension(letters: str, line: str) -> _Extension:
    """Return how far *letters* go on in a line that begins where they do, chance agreement at the end left out.

    Of the alignment with the fewest edits as much is taken as its agreement outweighs its disagreement; a long run of
    words left out or put in costs no more than a short one.
    """
    costly = min(_COSTLY, max(_SHORTEST, len(letters) // 3))
    best = here = matched = 0
    found = _Extension()
    for one in Levenshtein.opcodes(letters, line):
        if one.tag != "equal":
            here -= min(max(one.src_end - one.src_start, one.dest_end - one.dest_start), costly)
            continue
        here += one.src_end - one.src_start
        matched += one.src_end - one.src_start
        if here > best:
            best, found = here, _Extension(one.src_end, one.dest_end, matched)
    return found
