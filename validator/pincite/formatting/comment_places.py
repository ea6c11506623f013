"""Where the comments and empty lines of a YAML text belong: above, beside or behind the parts of its tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.formatting.closed_blocks import Closed, left_to_closed
from pincite.formatting.gaps import gap_between, own_lines
from pincite.formatting.yaml_tree import Collection, Tree
from pincite.reading.ignores import MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.formatting.gaps import Comment, Gap
    from pincite.formatting.yaml_tree import Part


class CommentPlaces:
    """Gives what stands between the parts of a tree its places, while the tree is read from its beginning on.

    ``_end`` is where the last thing ended; ``_last`` the part whose value that was; ``_opened`` the part with the value
    whose bracket it was (the tree itself for the outermost). ``_closed`` are the blocks that ended since, the innermost
    first; ``_waiting`` the lines that stand above the first part of the block that begins.
    """

    def __init__(self, tree: Tree, text: str) -> None:
        self._tree = tree
        self._text = text
        self._end = 0
        self._last: Part | None = None
        self._opened: Part | Tree | None = None
        self._closed: list[Closed] = []
        self._waiting: list[str] = []

    def passed(self, end: int, *, ended: Part | None = None, opened: Part | Tree | None = None) -> None:
        """Note where the last thing ended, the part of which that was the value, or the one whose bracket it was."""
        self._end = end
        self._last = ended
        self._opened = opened

    def block_ended(self, collection: Collection, around: Collection | None) -> None:
        """Note that a block ended where the last thing in it did."""
        flush = not collection.is_map and around is not None and around.column == collection.column
        self._closed.append(Closed(collection, flush))
        collection.place = collection.place[0], self._end

    def before_root(self, start: int) -> None:
        """Take the comments above the outermost value."""
        gap = self._gap(start)
        rest = gap.comments
        if rest and rest[0].beside:  # behind the document's marker
            self._tree.marker[-1] += f" {self._tree.comments.pop(0)}"
            rest = rest[1:]
        own = next((number for number, one in enumerate(rest) if MARK in one.text), len(rest))
        self._tree.head = own_lines(rest[:own], led=False)
        self._waiting = own_lines(rest[own:], led=gap.led)

    def before_key(self, part: Part, around: Collection, start: int) -> None:
        """Take the comments above a member that begins."""
        part.before = self._above_key(around, start)

    def _above_key(self, collection: Collection, start: int) -> list[str]:
        gap = self._gap(start)
        rest = self._beside(gap.comments)
        waiting, self._waiting = self._waiting, []
        if collection.flow:
            return [*waiting, *own_lines(rest, led=False)]
        rest = self._left_to_closed(rest, collection.column)
        return [*waiting, *own_lines(rest, led=gap.led)]

    def before_value(self, part: Part, start: int, *, is_block: bool) -> None:
        """Take the comments between a key and its value."""
        gap = self._gap(start)
        rest = gap.comments
        if rest and rest[0].beside:
            part.head, rest = rest[0].text, rest[1:]
        if is_block:
            self._waiting = own_lines(rest, led=gap.led)
        else:
            part.between += [one.text for one in rest]

    def before_item(self, part: Part, around: Collection, start: int, *, is_block: bool) -> None:
        """Take the comments before an item and, in a block, those between its dash and what is in it."""
        if around.flow:
            part.before = own_lines(self._beside(self._gap(start).comments), led=False)
            return
        gap = self._gap(start)
        above = [one for one in gap.comments if not one.behind_dash]
        rest = self._left_to_closed(self._beside(above), around.column)
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

    def before_bracket(self, collection: Collection, part: Part | None, start: int) -> None:
        """Take the comments before the bracket that ends a collection, the value of *part*."""
        lines = [comment.text for comment in self._beside(self._gap(start).comments)]
        if not collection.parts and part is not None:
            part.between += lines
        elif not collection.parts:
            self._tree.head += lines
        else:
            collection.tail += lines

    def at_the_end(self, end: int, *, explicit: bool) -> None:
        """Take the comments behind all, and what stands behind an *explicit* end of the document."""
        gap = self._gap(end)
        around = self._closed[-1].collection.column if self._closed else -1
        rest = self._left_to_closed(self._beside(gap.comments), around)
        if isinstance(self._tree.root, Collection):
            self._tree.root.tail += own_lines(rest, led=False)
        if explicit:
            self._tree.ending = self._text[end:]

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

    def _gap(self, end: int) -> Gap:
        """Return what stands between the last thing and an offset, and note that it was there."""
        gap = gap_between(self._text, self._end, end)
        self._tree.comments += [comment.text for comment in gap.comments]
        return gap

    def _left_to_closed(self, comments: Sequence[Comment], column: int) -> Sequence[Comment]:
        """Give comments to the blocks that have ended and that they belong to; return the others."""
        closed, self._closed = self._closed, []
        return left_to_closed(closed, comments, column)
