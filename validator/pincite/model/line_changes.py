"""Which lines of a text change, found in a time that grows with its length even where all of them do.

Lines that occur once in both texts, and in the same order, hold the two together, as in Bram Cohen's patience diff;
between them, short stretches are compared by ``difflib``, and long ones change as a whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_COMPARABLE = 10_000
"""The most pairs of lines that are compared with one another between two lines that hold."""


class LineChange(NamedTuple):
    """The old lines from *start* to *end* give way to the new ones from *new_start* to *new_end* (half-open, from 0)."""

    start: int
    end: int
    new_start: int
    new_end: int


def line_changes(old: Sequence[str], new: Sequence[str]) -> list[LineChange]:
    """Return the changes that make the old lines into the new ones, in their order; none of them touch."""
    found: list[LineChange] = []
    at = new_at = 0
    for row, new_row in [*_anchors(old, new), (len(old), len(new))]:
        for change in _between(old, new, LineChange(at, row, new_at, new_row)):
            if found and (found[-1].end, found[-1].new_end) == (change.start, change.new_start):
                change = LineChange(found[-1].start, change.end, found.pop().new_start, change.new_end)  # noqa: PLW2901 - the two are one
            found.append(change)
        at, new_at = row + 1, new_row + 1
    return found


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return the rows of the lines that occur once in both: as many as stand in the same order."""
    counted, new_counted = Counter(old), Counter(new)
    new_rows = {line: row for row, line in enumerate(new) if new_counted[line] == 1}
    pairs = [(row, new_rows[line]) for row, line in enumerate(old) if counted[line] == 1 and line in new_rows]
    ends: list[int] = []
    """For each length, the smallest new row that a rising chain of that length ends with."""
    holders: list[int] = []
    before: list[int] = []
    for number, (_, new_row) in enumerate(pairs):
        length = bisect_left(ends, new_row)
        before.append(holders[length - 1] if length else -1)
        ends[length : length + 1] = [new_row]
        holders[length : length + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = holders[-1] if holders else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _between(old: Sequence[str], new: Sequence[str], gap: LineChange) -> Iterator[LineChange]:
    """Yield the changes within a stretch, without the lines that are the same at its beginning and its end."""
    start, end, new_start, new_end = gap
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    lines, new_lines = end - start, new_end - new_start
    if lines and new_lines and lines * new_lines <= _COMPARABLE:
        matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
        for kind, first, last, new_first, new_last in matcher.get_opcodes():
            if kind != "equal":
                yield LineChange(start + first, start + last, new_start + new_first, new_start + new_last)
    elif lines or new_lines:
        yield LineChange(start, end, new_start, new_end)
