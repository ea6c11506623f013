"""Lines that go from YAML's blocks, with the members and items that stand on them.

No comment goes with them, or comes to stand above something that it is not about: where one stands inside what goes,
behind it on its line, deeper below it or on the line right above it, nothing is done (EditingError). One with an empty
line between stays, and so does what stands behind a neighbour on its line. Of the empty lines above and below, those
above go where there are some below or the text ends, those below where nothing stands above in the same block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing.between_brackets import part_begin, part_end
from pincite.editing.comments import LOST
from pincite.editing.edits import Edit, EditingError
from pincite.editing.text_lines import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.editing.comments import Comments, Valued
    from pincite.reading.nodes import NodePlace

_LAYOUT = "it shares its lines with something else"


class LineTaker:
    """Takes lines away from one YAML text."""

    def __init__(self, text: str, comments: Comments) -> None:
        self._text = text
        self._lines = comments.lines
        self._comments = comments

    def run_removed(self, node: NodePlace, parts: Sequence[Valued], first: int, last: int) -> list[Edit]:
        """Return the edits that take members or items of the block at *node* away that follow one another, and are not all."""
        begin, stop = self._begin(node, parts, first), part_end(self._text, parts[last][0])
        self._comments.refuse_loss(begin, stop, parts[first : last + 1])
        below = self._below(begin, stop)
        line = self._lines.begin(begin)
        has_next = last + 1 < len(parts)
        if not self._text[line:begin].strip():
            before = parts[first - 1] if first else None
            return [self._whole_lines(before, line, below, has_next=has_next)]
        if first or not has_next or self._text[line:begin].strip(" -"):
            raise EditingError(_LAYOUT)
        following = self._begin(node, parts, last + 1)  # comes to stand behind the dash in its place
        self._comments.refuse_loss(below, following)
        return [Edit(begin, following, "")]

    def _whole_lines(self, before: Valued | None, line: int, below: int, *, has_next: bool) -> Edit:
        """Return the edit that takes the lines from *line* to *below* away, and empty ones around them."""
        behind = 0 if before is None else before[0].end
        self._comments.refuse_straying(line, behind)
        keeps_ends = behind > 0 and self._text[behind - 1] in BREAKS
        blank_below = self._behind_blanks(below)
        begin = line if keeps_ends else self._before_blanks(line, behind)
        ends_text = blank_below == len(self._text)
        if keeps_ends or (before is None and has_next and begin == line):
            below = blank_below  # a text that keeps its line ends would take them for its own
        elif blank_below == below and not ends_text:
            begin = line
        above = self._lines.above(begin)
        if above is None or keeps_ends or (before is not None and self._comments.ends_in_block_text(before)):
            return Edit(begin, below, "")
        # from line end to line end, so that what is added behind the lines finds its place
        own = self._lines.above(below) if self._text[below - 1] in BREAKS else None
        return Edit(above[1], own[1] if own else below, "")

    def _begin(self, node: NodePlace, parts: Sequence[Valued], number: int) -> int:
        """Return where a member or item begins; an item with its dash."""
        child = parts[number][0]
        if child.key is not None:
            return part_begin(child)
        if number == 0:
            return node.start
        dash = " " * self._lines.column(node.start) + "-"
        at = parts[number - 1][0].end
        while found := self._lines.begins_from(at):
            if self._text.startswith(dash, found[0]):
                return found[0] + len(dash) - 1
            if found[0] > child.start:
                break
            at = found[0] + 1
        raise EditingError(_LAYOUT)

    def _below(self, begin: int, stop: int) -> int:
        """Return where the lines end that what stands from *begin* to *stop* stands on alone."""
        below = stop
        if self._text[stop - 1] not in BREAKS:
            rest = self._text[stop : self._lines.end(stop)].strip()
            if rest:
                raise EditingError(LOST if rest.startswith("#") else _LAYOUT)
            below = self._lines.below(stop)
        column, at = self._lines.column(begin), below
        while at < len(self._text):
            row = self._text[at : self._lines.end(at)]
            text = row.lstrip(" \t")
            if text[:1] == "#" and len(row) - len(text) > column:
                raise EditingError(LOST)
            if text:
                break
            at = self._lines.below(at)
        return below

    def _behind_blanks(self, at: int) -> int:
        while at < len(self._text) and not self._text[at : self._lines.end(at)].strip():
            at = self._lines.below(at)
        return at

    def _before_blanks(self, line: int, behind: int) -> int:
        """Return where the empty lines begin above the one at *line*, but below what ends at *behind*."""
        while (above := self._lines.above(line)) and above[0] >= behind:
            if self._text[above[0] : above[1]].strip():
                break
            line = above[0]
        return line
