"""What stands at an offset of a YAML text, told by lines and their indentation alone: nothing has to be in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.editor.context.brackets import Brackets, unquoted
from pincite.editor.context.cursor import Cursor, Given
from pincite.editor.context.levels import Level, Levels

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"([^\n\r]*)(?:\r\n|\r|\n|$)")
_BLANK = re.compile(r"[ \t]*")
_DASH = re.compile(r"-(?:[ \t]+|$)")
_KEY = re.compile(
    r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?:[^\s\-?:,\[\]{}\#&*!|>'"%@`]|[-?:](?=\S))(?:[^:\#]|:(?=\S)|(?<=\S)\#)*?)"""
    r"[ \t]*:(?=[ \t]|$)"
)
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""", re.DOTALL)
_COMMENT = re.compile(r"[ \t]+\#|$")
_WORD = re.compile(r"[^\s:\#]*")


class Blocks:
    """The reading of a YAML text from *start* to *stop*, as far as the line in which *offset* stands.

    ``found`` is what stands there, None where nothing of the document does: in comments, between words. ``given`` are the
    ids that things have up to there; without an *offset* all is read.
    """

    def __init__(self, text: str, offset: int | None = None, start: int = 0, stop: int | None = None) -> None:
        self.found: Cursor | None = None
        self.given: list[Given] = []
        self._text = text
        self._offset = offset = len(text) + 1 if offset is None else offset
        self._stop = len(text) if stop is None else stop
        self._levels = Levels()
        at = start
        while at < self._stop:
            following = self._line(at)
            if offset < following or (following == self._stop and text[following - 1] not in "\n\r"):
                return
            at = following
        if offset == self._stop:
            self._nothing(0, at)

    def _line(self, at: int) -> int:
        """Take the line at *at* and those that its value reaches over; return where the next one begins."""
        end, following = self._bounds(at)
        first = self._first(at, end)
        here = at <= self._offset <= end
        if first == end or self._text[first] == "#":
            if here and self._offset <= first:
                self._nothing(self._offset - at, following)
            return following
        if self._text[at:end].rstrip() in {"---", "..."} or (here and self._offset < first):
            return following
        return self._words(at, first, end, following)

    def _words(self, at: int, first: int, end: int, following: int) -> int:
        """Take the words of a line, which begin at *first*."""
        item: Level | None = None
        while (dash := _DASH.match(self._text, first, end)) is not None:
            item = self._levels.item(first - at)
            first = dash.end()
        if first == end:  # a dash, and nothing yet behind it
            if self._offset in {end, end - 1}:
                self._value_at(self._offset, self._offset, present=self._below(first - at, following))
            return following
        key = _KEY.match(self._text, first, end)
        if key is None and item is not None:
            return self._value(item, first, first, end, following, item_indent=first - at)
        if key is None:
            return self._loose(first - at, first, end, following)
        level = self._levels.member(first - at, unquoted(key[1]))
        if key.start(1) <= self._offset <= key.end(1):
            quote = key[1][0] if key[1][0] in "\"'" else ""
            shift = len(quote)
            self._member_at(
                level, key.start(1) + shift, key.end(1) - shift, following, quote, with_colon=True
            )
            return following
        return self._value(level, key.end(), self._first(key.end(), end), end, following)

    def _value(
        self,
        level: Level,
        after: int,
        start: int,
        end: int,
        following: int,
        *,
        item_indent: int | None = None,
    ) -> int:
        """Take the value that stands from *start* on, behind a colon or dash that ends at *after*."""
        if start == end or self._text[start] == "#":
            if after <= self._offset <= start:
                self._value_at(self._offset, self._offset)
            return following
        level.has_value = True
        character = self._text[start]
        if character in "|>":
            return self._block_scalar(level.indent, start, following)
        if character in "{[":
            return self._brackets(level.indent, start, following)
        if character in "\"'":
            return self._quoted(level, start, end, following)
        comment = _COMMENT.search(self._text, start, end)
        last = comment.start() if comment else end
        self._give(level, start, last)
        if after <= self._offset <= last:
            below = self._below(item_indent, following) if item_indent is not None else ()
            self._value_at(start, last, present=below)
        return following

    def _loose(self, indent: int, first: int, end: int, following: int) -> int:
        """Take words that stand in a line without a key: a value of its own, one that goes on, or a key to be."""
        top = self._levels.innermost
        opens = self._text[first] in "{[\"'"
        if top is None and opens:
            return self._brackets(-1, first, following)
        if top is not None and opens and not top.has_value and indent > top.indent:
            return self._value(top, first, first, end, following)
        if first <= self._offset <= end:
            word = _WORD.match(self._text, first, end)
            last = word.end() if word else end
            if self._offset <= last:
                self._word(indent, first, last, following)
        return following

    def _word(self, indent: int, start: int, end: int, following: int) -> None:
        """Note a word, or the place for one, that stands at the beginning of a line: a key to be, or a value."""
        self._levels.close(indent)
        top = self._levels.innermost
        if top is None:
            self._member_at(Level(indent, is_map=True), start, end, following)
        elif top.is_map and top.indent == indent:
            self._member_at(top, start, end, following)
        elif top.is_map and not top.has_value:
            self._value_at(start, end, present=self._below(indent, following))

    def _nothing(self, indent: int, following: int) -> None:
        """Note the cursor in an empty line, *indent* spaces from its beginning."""
        self._word(indent, self._offset, self._offset, following)

    # ---- what was found

    def _member_at(
        self,
        level: Level,
        start: int,
        end: int,
        following: int,
        quote: str = "",
        *,
        with_colon: bool = False,
    ) -> None:
        present = level.keys[:-1] if with_colon else level.keys
        below = self._below(level.indent, following)
        self.found = Cursor(
            self._levels.path(level),
            "member",
            start,
            end,
            "block",
            quote,
            frozenset((*present, *below)),
            with_colon,
        )

    def _value_at(
        self, start: int, end: int, quote: str = "", present: Iterator[str] | tuple[()] = ()
    ) -> None:
        self.found = Cursor(self._levels.path(), "value", start, end, "block", quote, frozenset(present))

    def _give(self, level: Level, start: int, end: int) -> None:
        if level.is_map and level.key == "id":
            self.given.append(Given(self._levels.path(), self._text[start:end], start, end))

    def _below(self, indent: int, at: int) -> Iterator[str]:
        """Yield the keys of a mapping that stand further down, from *at* on."""
        while at < self._stop:
            end, following = self._bounds(at)
            first = self._first(at, end)
            if first < end and self._text[first] != "#":
                if first - at < indent:
                    return
                key = _KEY.match(self._text, first, end) if first - at == indent else None
                if key is not None:
                    yield unquoted(key[1])
            at = following

    # ---- values over several lines

    def _block_scalar(self, indent: int, start: int, following: int) -> int:
        at = following
        while at < self._stop:
            end, following = self._bounds(at)
            column = self._first(at, end) - at
            is_blank = column == end - at
            if is_blank and at <= self._offset <= end:
                column = self._offset - at
            if column <= indent and (not is_blank or at <= self._offset <= end):
                break
            at = following
        if start <= self._offset < at:
            self._value_at(start, at)
        return at

    def _brackets(self, indent: int, start: int, following: int) -> int:
        read = Brackets(
            self._text,
            start,
            self._reach(indent, following),
            self._offset,
            path=self._levels.path(),
            style="flow",
        )
        self.given += read.given
        if start < self._offset <= read.end:
            self.found = read.found
        return max(following, self._bounds(read.end)[1] if read.end > following else following)

    def _quoted(self, level: Level, start: int, end: int, following: int) -> int:
        found = _QUOTED.match(self._text, start, self._reach(level.indent, following))
        last = found.end() - 1 if found else end
        self._give(level, start + 1, last)
        if start < self._offset <= last:
            self._value_at(start + 1, last, self._text[start])
        return max(following, self._bounds(last)[1])

    def _reach(self, indent: int, at: int) -> int:
        """Return how far a value may reach that is followed by lines from *at* on: up to one that is indented no more."""
        while at < self._stop:
            end, following = self._bounds(at)
            first = self._first(at, end)
            if first < end and first - at <= indent and self._text[first] not in "]}":
                return at
            at = following
        return self._stop

    # ---- lines

    def _bounds(self, at: int) -> tuple[int, int]:
        """Return where the line at *at* ends, without its break, and where the next one begins."""
        line = _LINE.match(self._text, at, self._stop)
        return (line.end(1), line.end()) if line else (self._stop, self._stop)

    def _first(self, at: int, end: int) -> int:
        """Return the offset of the first character that is no blank."""
        return _BLANK.match(self._text, at, end).end()  # type: ignore[union-attr] # it always matches
