"""Whether a comment would be lost with a piece of a YAML text: one is what stands behind ``#`` outside keys and values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing.edits import EditingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.editing.text_lines import TextLines
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace, Nodes

    Valued = tuple[NodePlace, Json]

LOST = "a comment stands in what would be replaced, and would be lost"
_ASTRAY = "the comment above it would come to stand above something else"


class Comments:
    """The comments of one YAML text, and its lines; JSON has no comments, and then *nodes* are None."""

    def __init__(self, text: str, lines: TextLines, nodes: Nodes | None) -> None:
        self._text = text
        self.lines = lines
        self._nodes = nodes

    def between(self, start: int, end: int, inside: Iterable[Valued] = ()) -> bool:
        """Return whether a comment stands between two offsets, outside the keys and values of all *inside*."""
        if self._nodes is None or self._text.find("#", start, end) < 0:
            return False
        for begin, stop in self._scalars(inside):
            if self._text.find("#", start, begin) >= 0:
                return True
            start = max(start, stop)
        return self._text.find("#", start, end) >= 0

    def refuse_loss(self, start: int, end: int, inside: Iterable[Valued] = ()) -> None:
        """Raise EditingError where a comment stands there."""
        if self.between(start, end, inside):
            raise EditingError(LOST)

    def refuse_straying(self, line: int, behind: int) -> None:
        """Raise EditingError where a comment, and no part of what ends at *behind*, is the line above that at *line*."""
        above = self.lines.above(line)
        if self._nodes is None or above is None or above[0] < behind:
            return
        if self._text[above[0] : above[1]].lstrip().startswith("#"):
            raise EditingError(_ASTRAY)

    def ends_in_block_text(self, part: Valued) -> bool:
        """Return whether a member or item ends in a text on lines of its own (``|``, ``>``)."""
        node, value = part
        while isinstance(value, (dict, list)) and value and self._nodes is not None:
            node = list(self._nodes.children(node, value).values())[-1]
            value = list(value.values())[-1] if isinstance(value, dict) else value[-1]
        return isinstance(value, str) and self._text[node.start : node.start + 1] in {"|", ">"}

    def _scalars(self, inside: Iterable[Valued]) -> Iterator[tuple[int, int]]:
        """Yield where keys and plain values stand, in their order; of a block, what is below its first line."""
        for node, value in inside:
            if node.key is not None:
                yield node.key
            if isinstance(value, (dict, list)):
                if value and self._nodes is not None:
                    values = value.values() if isinstance(value, dict) else value
                    places = self._nodes.children(node, value).values()
                    yield from self._scalars(zip(places, values, strict=True))
            elif self._text[node.start : node.start + 1] in {"|", ">"}:
                yield min(self.lines.end(node.start), node.end), node.end
            else:
                yield node.start, node.end
