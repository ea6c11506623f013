"""The text of a document that is open in an editor, and the places in it in the editor's own units."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

if TYPE_CHECKING:
    from pincite.model.finding import Place

_BREAK = re.compile(r"\r\n|\r|\n")
"""The ends of lines in the protocol, and in our own places; what else YAML or Python take for one is none."""
_MARK = "\ufeff"
_CODECS = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
}
"""How a line is written for its units to be counted, and the bytes of a unit; anything else counts code points."""


class Text:
    """One state of a document's text.

    Offsets are code points from 0. Positions (line and character, from 0) count in the units of *encoding*; one behind the
    end of its line, or behind the last line, means that end.
    """

    def __init__(self, source: str, encoding: PositionEncodingKind = PositionEncodingKind.Utf16) -> None:
        self.source = source
        self.encoding = encoding

    @property
    def content(self) -> bytes:
        """Return the text as its file would hold it; a lone surrogate, which no file can hold, makes it unreadable."""
        return self.source.encode("utf-8", "surrogatepass")

    def changed(self, where: Range | None, text: str) -> Text:
        """Return the text with *text* for a range, or for all of it."""
        if where is None:
            return Text(text, self.encoding)
        start, end = sorted((self.offset(where.start), self.offset(where.end)))
        return Text(self.source[:start] + text + self.source[end:], self.encoding)

    def line_at(self, offset: int) -> tuple[int, int]:
        """Return where the line that holds *offset* begins and ends, without its break."""
        row = bisect_right(self._starts, offset) - 1
        return self._starts[row], self._end(row)

    def offset(self, position: Position) -> int:
        """Return the offset of a position."""
        if position.line >= len(self._starts):
            return len(self.source)
        start, end = self._starts[position.line], self._end(position.line)
        if self.source.isascii():  # as most, and then no unit needs to be counted
            return min(start + position.character, end)
        return start + self._points(self.source[start:end], position.character)

    def position(self, offset: int) -> Position:
        """Return the position of an offset."""
        offset = min(max(offset, 0), len(self.source))
        row = bisect_right(self._starts, offset) - 1
        return Position(row, self._units(self.source[self._starts[row] : offset]))

    def range(self, start: int, end: int) -> Range:
        """Return the range from one offset to another."""
        return Range(self.position(start), self.position(end))

    def range_between(self, start: tuple[int, int], end: tuple[int, int]) -> Range:
        """Return the range from one line and column to another, all from 1."""
        first = self._offset(*start)
        return self.range(first, max(first, self._offset(*end)))

    def range_of(self, place: Place | None) -> Range:
        """Return the range of a finding's place, as far as its first line goes: nobody wants a whole object underlined.

        A finding without a place is about the whole, and stands in the first line.
        """
        if place is None:
            return self.range(0, self._end(0))
        start, end = self._offset(place.line, place.column), self._offset(place.end_line, place.end_column)
        return self.range(start, min(end, self.line_at(start)[1]))

    def _offset(self, line: int, column: int) -> int:
        """Return the offset of a line and a column, both from 1; a mark at the start of the file counts for nothing."""
        if line > len(self._starts):
            return len(self.source)
        marked = line == 1 and self.source.startswith(_MARK)
        return min(self._starts[line - 1] + column - 1 + marked, self._end(line - 1))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *[found.end() for found in _BREAK.finditer(self.source)]]

    def _end(self, row: int) -> int:
        """Return where a line ends, without its break."""
        if row + 1 >= len(self._starts):
            return len(self.source)
        end = self._starts[row + 1] - 1
        return end - (self.source[end] == "\n" and end > self._starts[row] and self.source[end - 1] == "\r")

    def _units(self, line: str) -> int:
        """Return how many units a piece of a line has."""
        codec = _CODECS.get(self.encoding)
        if codec is None or line.isascii():
            return len(line)
        return len(line.encode(codec[0], "surrogatepass")) // codec[1]

    def _points(self, line: str, units: int) -> int:
        """Return how many code points of a line the first units of it are; one that is cut in two is left out."""
        codec = _CODECS.get(self.encoding)
        if codec is None or line.isascii():
            return min(units, len(line))
        low, high = 0, min(units, len(line))  # no code point has less than one unit
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._units(line[:middle]) <= units else (low, middle - 1)
        return low
