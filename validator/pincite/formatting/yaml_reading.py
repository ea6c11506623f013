"""A readable YAML text becomes a tree: one walk through the parser's events and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from pincite.formatting.closed_blocks import Closed, left_to_closed
from pincite.formatting.gaps import gap_between, own_lines
from pincite.formatting.yaml_tree import Collection, Part, Scalar, Tree
from pincite.reading.ignores import MARK
from pincite.reading.yaml_places import block_scalar
from pincite.reading.yaml_syntax import COLLECTIONS, ENDS, LOADER, NUMBER, WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.formatting.gaps import Comment, Gap

_BLOCKS = frozenset("|>")


def tree_of(text: str) -> Tree:
    """Return the tree of a text that was read before, without byte order mark and with LF line ends."""
    return _Builder(text).tree


class _Builder:
    """Builds a tree on construction.

    ``_end`` is where the last thing ended; ``_last`` the part whose value that was; ``_opened`` the part with the value
    whose bracket it was (the tree itself for the outermost). ``_closed`` are the blocks that ended since, the innermost
    first; ``_waiting`` the lines that stand above the first part of the block that begins.
    """

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._text = text
        self._stack: list[Collection] = []
        self._part: Part | None = None
        """The member whose value is awaited."""
        self._parts: list[Part | None] = []
        """The parts that the open collections are the values of; None for the outermost."""
        self._end = 0
        self._last: Part | None = None
        self._opened: Part | Tree | None = None
        self._closed: list[Closed] = []
        self._waiting: list[str] = []
        next_event = LOADER(text).get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind in COLLECTIONS:
                self._open(event, is_map=kind is yaml.MappingStartEvent)
            elif kind in ENDS:
                self._close(event)
            elif kind is yaml.DocumentStartEvent and event.explicit:
                self._marker(event.end_mark.index)
            elif kind is yaml.DocumentEndEvent:
                self._finish(event.start_mark.index if event.explicit else len(text), explicit=event.explicit)

    def _gap(self, end: int) -> Gap:
        """Return what stands between the last thing and an offset, and note that it was there."""
        gap = gap_between(self._text, self._end, end)
        self.tree.comments += [comment.text for comment in gap.comments]
        return gap

    def _marker(self, end: int) -> None:
        lines = [line.rstrip() for line in self._text[:end].split("\n")]
        self.tree.marker = [line for line in lines if line]
        self._end = end

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - an event of PyYAML's, whose stub allows marks to be None
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        text: str = event.value
        stack = self._stack
        if stack and stack[-1].is_map and self._part is None:
            self._part = Part(Scalar(text, (start, end)))
            self._part.before = self._before_key(start)
            stack[-1].parts.append(self._part)
            self._end = end
            self._opened = self._last = None
            return
        part = self._value_begins(start, is_block=False)
        header = ""
        if style in _BLOCKS:
            written = self._text[start:end]
            end = start + len(block_scalar(written))
            first = written.partition("\n")[0]
            header = f"#{first.partition('#')[2].rstrip()}" if "#" in first else ""
            self.tree.comments += [header] if header else []
            scalar = Scalar(text, (start, end), header=header)
        elif style or not (text in WORDS or NUMBER.fullmatch(text)):
            scalar = Scalar(text, (start, end))
        else:
            scalar = Scalar(
                text if text not in WORDS or WORDS[text] is not None else "null", (start, end), typed=True
            )
            if (
                stack
                and not text
                and part is not None
                and part.key is not None
                and part.key.place[1] == start == end
            ):
                stack[-1].bare = True
        self._end = end
        if part is None:
            self.tree.root = scalar
        else:
            part.value = scalar
        self._done(part)

    def _open(self, event: Any, *, is_map: bool) -> None:  # noqa: ANN401 - as above
        start = event.start_mark.index
        flow = bool(event.flow_style)
        part = self._value_begins(start, is_block=not flow)
        collection = Collection((start, start), event.start_mark.column, is_map=is_map, flow=flow)
        if part is None:
            self.tree.root = collection
        else:
            part.value = collection
        self._stack.append(collection)
        self._parts.append(part)
        self._part = None
        self._end = start + flow
        self._last = None
        self._opened = (part or self.tree) if flow else None

    def _close(self, event: Any) -> None:  # noqa: ANN401 - as above
        collection = self._stack.pop()
        part = self._parts.pop()
        if not collection.flow:
            around = self._stack[-1] if self._stack else None
            flush = not collection.is_map and around is not None and around.column == collection.column
            self._closed.append(Closed(collection, flush))
            collection.place = collection.place[0], self._end
            self._part = None
            return
        end = event.end_mark.index
        rest = self._beside(self._gap(event.start_mark.index).comments)
        lines = [comment.text for comment in rest]
        if not collection.parts and part is not None:
            part.between += lines
        elif not collection.parts:
            self.tree.head += lines
        else:
            collection.tail += lines
        collection.place = collection.place[0], end
        self._end = end
        self._done(part)

    def _done(self, part: Part | None) -> None:
        """Note that the value of a part has ended."""
        self._last = part
        self._opened = None
        self._part = None

    def _value_begins(self, start: int, *, is_block: bool) -> Part | None:
        """Give the comments before a value their places and return the part it is the value of, None for the outermost."""
        if not self._stack:
            self._before_root(start)
            return None
        around = self._stack[-1]
        if around.is_map:
            part = self._part
            if part is not None:
                self._before_value(part, start, is_block=is_block)
            return part
        part = Part(None)
        if around.flow:
            part.before = own_lines(self._beside(self._gap(start).comments), led=False)
        else:
            self._before_item(part, start, is_block=is_block)
        around.parts.append(part)
        return part

    def _before_root(self, start: int) -> None:
        gap = self._gap(start)
        rest = gap.comments
        if rest and rest[0].beside:  # behind the document's marker
            self.tree.marker[-1] += f" {self.tree.comments.pop(0)}"
            rest = rest[1:]
        own = next((number for number, one in enumerate(rest) if MARK in one.text), len(rest))
        self.tree.head = own_lines(rest[:own], led=False)
        self._waiting = own_lines(rest[own:], led=gap.led)

    def _before_key(self, start: int) -> list[str]:
        """Return the lines above a member that begins."""
        collection = self._stack[-1]
        gap = self._gap(start)
        rest = self._beside(gap.comments)
        waiting, self._waiting = self._waiting, []
        if collection.flow:
            return [*waiting, *own_lines(rest, led=False)]
        rest = self._left_to_closed(rest, collection.column)
        return [*waiting, *own_lines(rest, led=gap.led)]

    def _before_value(self, part: Part, start: int, *, is_block: bool) -> None:
        """Take the comments between a key and its value."""
        gap = self._gap(start)
        rest = gap.comments
        if rest and rest[0].beside:
            part.head, rest = rest[0].text, rest[1:]
        if is_block:
            self._waiting = own_lines(rest, led=gap.led)
        else:
            part.between += [one.text for one in rest]

    def _before_item(self, part: Part, start: int, *, is_block: bool) -> None:
        """Take the comments before an item of a block, and those between its dash and what is in it."""
        gap = self._gap(start)
        above = [one for one in gap.comments if not one.behind_dash]
        rest = self._left_to_closed(self._beside(above), self._stack[-1].column)
        part.before = [*self._waiting, *own_lines(rest, led=gap.led)]
        self._waiting = []
        below = [one for one in gap.comments if one.behind_dash]
        if below and below[0].beside:
            part.head, below = below[0].text, below[1:]
        lines = own_lines(below, led=False)
        if not is_block:
            part.between += [line for line in lines if line]
        elif part.head:
            self._waiting = lines
        else:
            part.before += lines

    def _finish(self, end: int, *, explicit: bool) -> None:
        gap = self._gap(end)
        around = self._closed[-1].collection.column if self._closed else -1
        rest = self._left_to_closed(self._beside(gap.comments), around)
        if isinstance(self.tree.root, Collection):
            self.tree.root.tail += own_lines(rest, led=False)
        if explicit:
            self.tree.ending = self._text[end:]

    def _beside(self, comments: Sequence[Comment]) -> Sequence[Comment]:
        """Give a comment that stands beside the last thing to that; return the others."""
        if not comments or not comments[0].beside:
            return comments
        text = comments[0].text
        if isinstance(self._opened, Tree):
            self._opened.head.append(text)
        elif self._opened is not None and not self._opened.head:
            self._opened.head = text
        elif self._last is not None and not self._last.end:
            self._last.end = text
        else:
            return comments
        return comments[1:]

    def _left_to_closed(self, comments: Sequence[Comment], column: int) -> Sequence[Comment]:
        """Give comments to the blocks that have ended and that they belong to; return the others."""
        closed, self._closed = self._closed, []
        return left_to_closed(closed, comments, column)
