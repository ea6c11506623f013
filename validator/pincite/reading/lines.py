"""Offsets become lines and columns the way editors count them; and the lines of JSONL that hold documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, count
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from pincite.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_BREAK = re.compile(r"\r\n|\r|\n")
_WINDOW = 400
"""How many code points of a line a place carries along."""


class Record(NamedTuple):
    """A document in a JSONL file: the number of its line, from 1, the bytes before it, and it without the line's end."""

    line: int
    start: int
    content: bytes


def records(content: bytes) -> Iterator[Record]:
    """Yield the documents of a JSONL file, of which each is a line that is not blank."""
    start = 0
    for number, line in enumerate(content.split(b"\n"), 1):
        record = record_in(line)
        if record is not None:
            yield Record(number, start, record)
        start += len(line) + 1


def record_in(line: bytes) -> bytes | None:
    """Return what a line of a JSONL file holds, without the line's end; None where it is blank."""
    return line.rstrip(b"\r\n") if line.strip() else None


class Lines:
    """The lines of one text; breaks are LF, CRLF and CR, as in editors (YAML's NEL, LS and PS are not).

    ``first`` is the number of the first line: a record of a JSONL file starts further down.
    """

    def __init__(self, text: str, first: int = 1) -> None:
        self._text = text
        self._first = first
        if "\r" in text:
            self._starts = [0, *[match.end() for match in _BREAK.finditer(text)]]
        else:
            ends = accumulate(map(len, text.split("\n")))  # without the breaks before them
            self._starts = [0, *map(add, ends, count(1))][:-1]

    def place(self, start: int, end: int) -> Place:
        """Return the place of the code points from *start* to *end*."""
        row, end_row = self._row(start), self._row(max(start, end))
        begin = self._starts[row]
        column = start - begin
        end_of_line = self._end(row)
        left = max(0, column - _WINDOW // 2) if end_of_line - begin > _WINDOW else 0
        return Place(
            line=row + self._first,
            column=column + 1,
            end_line=end_row + self._first,
            end_column=max(start, end) - self._starts[end_row] + 1,
            excerpt=self._text[begin + left : min(begin + left + _WINDOW, end_of_line)],
            offset=left,
        )

    def _row(self, offset: int) -> int:
        return bisect_right(self._starts, min(max(offset, 0), len(self._text))) - 1

    def _end(self, row: int) -> int:
        """Return where a line ends, without its break; the line itself, which may be all of the text, is not copied."""
        end = self._starts[row + 1] if row + 1 < len(self._starts) else len(self._text)
        while end > self._starts[row] and self._text[end - 1] in "\r\n":
            end -= 1
        return end
