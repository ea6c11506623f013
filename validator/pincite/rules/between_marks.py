"""What stands in a text between quotation marks, or may stand there: the words that no fix touches.

Where the marks of a paragraph can be read in several ways, each counts under which they are in pairs; where there is none, all
behind a mark that may have opened a quotation counts. What is told here errs on the side of leaving words as they are, and is no
ground for a finding.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from pincite.rules.article_marks import paragraphs
from pincite.rules.quotation_marks import (
    CLOSE,
    DOUBLE,
    NONE,
    OPEN,
    POINTED,
    SINGLE,
    depths_after,
    is_elided,
    marks_in,
    readings_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.rules.quotation_marks import Mark

_OTHER = re.compile("(?<!`)`(?!`)|<<|>>|[´＂❛❜❝❞〝〞〟「」『』《》〈〉]")
"""Marks whose pairs nobody looks for: what stands behind one in its paragraph may be quoted."""
_ANY_MARK = re.compile("[\"“”„‟'‘’‚‛«»‹›`]|,,")
_REACH = 10_000
"""How far behind a mark left open a later paragraph may close it."""
_SOMETHING_OPEN = ~1
"""Of a set of depths, all but none."""


class Stretches:
    """Stretches of a text: which of its pieces have a character of one, and which touch one."""

    def __init__(self, found: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(found):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def share(self, start: int, end: int) -> bool:
        """Return whether a stretch has a character of the piece, half-open and not empty."""
        number = bisect_left(self._starts, end) - 1
        return number >= 0 and self._ends[number] > start

    def touch(self, start: int, end: int) -> bool:
        """Return whether a stretch has a character of the piece, which may be empty, or meets one of its ends."""
        return self.share(start - 1, end + 1)


class BetweenMarks(NamedTuple):
    """Stretches of a text between quotation marks of any kind, and those between single ones, without the outer marks."""

    any: Stretches
    single: Stretches


class _Read(NamedTuple):
    """What stands between some marks of a paragraph; whether one is left open; whether one closes what was never opened."""

    stretches: list[tuple[int, int]]
    opens: bool = False
    closes: bool = False


@lru_cache(maxsize=1)
def between_marks(text: str) -> BetweenMarks:
    """Return what stands, or may stand, between quotation marks; kept for the text under judgement, as many fixes ask."""
    double: list[tuple[int, int]] = []
    single: list[tuple[int, int]] = []
    left_open = -_REACH
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        other = _OTHER.search(paragraph)
        if other:
            single.append((start + other.end(), end))
        if not _ANY_MARK.search(paragraph):
            continue
        marks = marks_in(paragraph)
        for number, kind in enumerate(_kinds(marks, paragraph)):
            read = _read(kind, len(paragraph))
            into = single if number in {0, 1} else double
            into += [(start + first, start + last) for first, last in read.stretches]
            if read.closes and start - left_open < _REACH:
                double.append((left_open, end))
                left_open = -_REACH
            if read.opens and start - left_open >= _REACH:
                left_open = end
    return BetweenMarks(Stretches(single + double), Stretches(single))


def _kinds(marks: Sequence[Mark], paragraph: str) -> Iterator[list[list[Mark]]]:
    """Yield the marks of each kind in the ways in which they can be read: single, single pointed, double, double pointed."""
    pointed, single_pointed = POINTED
    yield [list(_single(marks, paragraph))]
    yield list(readings_of(marks, single_pointed))
    yield [[mark for mark in marks if mark.characters in DOUBLE]]
    yield list(readings_of(marks, pointed))


def _single(marks: Sequence[Mark], paragraph: str) -> Iterator[Mark]:
    """Yield the single marks but those within words."""
    for mark in marks:
        at = mark.at
        if mark.characters not in SINGLE or (
            paragraph[max(0, at - 1) : at].isalnum() and paragraph[at + 1 : at + 2].isalnum()
        ):
            continue
        # it may be a letter of a name, too; then a few places are left that could have been mended
        opens = mark.characters == "‘" and mark.roles & OPEN and not is_elided(paragraph[at + 1 : at + 13])
        yield mark._replace(roles=mark.roles & ~NONE) if opens else mark


def _read(readings: Sequence[Sequence[Mark]], length: int) -> _Read:
    """Return what stands between the marks under the first reading by which they are in pairs, else under any."""
    if not readings[0]:
        return _Read([])
    for marks in readings:
        forth = list(accumulate(marks, _deeper, initial=1))
        back = list(accumulate(reversed(marks), _shallower, initial=1))[::-1]
        if forth[-1] & 1:
            depths = [one & other for one, other in zip(forth, back, strict=True)]
            return _Read(list(_stretches(marks, depths, length)))
    found: list[tuple[int, int]] = []
    opens = closes = False
    for marks in readings:
        depths = [1]
        for mark in marks:
            after = _deeper(depths[-1], mark)
            if not after:  # it closes what nobody has opened: whatever is around it may be quoted
                found.append((0, mark.at))
                closes, after = True, 0b11
            depths.append(after)
        opens |= bool(depths[-1] & _SOMETHING_OPEN)
        found += _stretches(marks, depths, length)
    return _Read(found, opens, closes)


def _deeper(depths: int, mark: Mark) -> int:
    return depths_after(depths, mark.roles, OPEN, CLOSE)


def _shallower(depths: int, mark: Mark) -> int:
    return depths_after(depths, mark.roles, CLOSE, OPEN)


def _stretches(marks: Sequence[Mark], depths: Iterable[int], length: int) -> Iterator[tuple[int, int]]:
    """Yield what stands where something is, or may be, open; ``depths`` are those before each mark and behind the last."""
    edges = [0, *[edge for mark in marks for edge in (mark.at, mark.at + len(mark.characters))], length]
    begun = None
    last = 0
    for number, depth in enumerate(depths):
        start, end = edges[2 * number], edges[2 * number + 1]
        if depth & _SOMETHING_OPEN:
            begun = start if begun is None else begun
        elif begun is not None:
            yield begun, last
            begun = None
        last = end
    if begun is not None:
        yield begun, last
