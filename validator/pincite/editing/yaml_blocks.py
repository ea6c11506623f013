"""Members and items that come into YAML's blocks: lines of their own, indented as those before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing.edits import Edit, EditingError
from pincite.editing.text_lines import BREAKS
from pincite.editing.yaml_writing import Blocks, YamlScribe, block_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.editing.comments import Comments, Valued
    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.nodes import NodePlace, Nodes

_UNIT = 2
"""Code points by which what is inside is indented, where the text gives no example."""


class BlockEditor:
    """Changes the blocks of one YAML text, in its own line ends and indentation."""

    def __init__(self, text: str, eol: str, nodes: Nodes, data: Json, comments: Comments) -> None:
        self._text = text
        self._eol = eol
        self._lines = comments.lines
        self._comments = comments
        self._end = len(text.rstrip(" "))
        unit, indentless = self._habit(nodes, data)
        self._blocks = Blocks(unit, indentless=indentless)
        self._flow = YamlScribe()

    def members_added(self, node: NodePlace, parts: Sequence[Valued], end: int, added: JsonObject) -> Edit:
        """Return the edit that adds members behind the last of *parts* of the mapping at *node*, which ends at *end*."""
        column = self._lines.column(node.start)
        last = parts[-1][0].key
        like = self._text[slice(*last)] if last else ""
        lines = [
            line for name, value in added.items() for line in self._blocks.member(name, value, column, like)
        ]
        if last is not None and self._ends_in_open_text(parts[-1]):
            # behind it, a line end would become part of the text: so before the last member
            return Edit(last[0], last[0], self._eol.join([*lines, ""])[column:] + " " * column)
        return self._lines_behind(end, lines)

    def items_added(self, node: NodePlace, parts: Sequence[Valued], end: int, added: Sequence[Json]) -> Edit:
        """Return the edit that adds items behind the last of *parts* of the list at *node*, which ends at *end*."""
        if self._ends_in_open_text(parts[-1]):
            raise EditingError(
                "the file ends in a text without a line end, behind which nothing can be added"
            )
        column = self._lines.column(node.start)
        last, value = parts[-1]
        dash = self._text.rfind("-", node.start, last.start) if last.start > node.start else -1
        gap = self._text[dash + 1 : last.start]
        gap = gap if dash >= 0 and gap and not gap.strip(" ") else " "
        in_braces = self._text[last.start] == "{" if isinstance(value, dict) and value else None
        lines = [line for one in added for line in self._blocks.item(one, column, gap, on_one_line=in_braces)]
        return self._lines_behind(end, lines)

    def replaced(self, node: NodePlace, old: Json, new: Json) -> Edit:
        """Return the edit that puts a value in the place of another."""
        written = self._text[node.start : node.end]
        is_block = isinstance(old, (dict, list)) and written[:1] not in {"{", "["} and bool(old)
        if is_block and isinstance(new, type(old)) and new:
            column = self._lines.column(node.start)
            return Edit(node.start, node.end, self._eol.join(self._blocks.block(new, column))[column:])
        if node.number == 0:
            return Edit(node.start, node.end, self._flow.value(new))
        start = self._behind_colon(node)
        end = node.end
        tail = self._eol if written.endswith(tuple(BREAKS)) else ""  # of a text that keeps its line ends
        if node.key is None or not isinstance(new, (dict, list)) or not new:
            return Edit(start, end, f" {block_value(new, written)}{tail}")
        first, *rest = self._blocks.member("", new, self._lines.column(node.key[0]))
        return Edit(start, end, self._eol.join([first.partition(":")[2], *rest]) + tail)

    def _lines_behind(self, end: int, lines: Sequence[str]) -> Edit:
        """Return the edit that puts lines behind the one that ends what stands before *end*, with its comment."""
        if self._text[end - 1] in BREAKS:  # a text that keeps its line ends
            return Edit(end, end, "".join(line + self._eol for line in lines))
        at = self._lines.end(end)
        return Edit(at, at, "".join(self._eol + line for line in lines))

    def _behind_colon(self, node: NodePlace) -> int:
        """Return where a value's own place begins: right behind the colon or dash, where nothing else stands between."""
        begin = node.start
        while begin and self._text[begin - 1] in " \t\r\n":
            begin -= 1
        if begin and self._text[begin - 1] in ":-":
            return begin
        raise EditingError("a comment stands between a key and its value, and would be lost")

    def _ends_in_open_text(self, part: Valued) -> bool:
        """Return whether the file ends in a text on lines of its own, with no line end behind it."""
        end = part[0].end
        return (
            end >= self._end and self._text[end - 1] not in BREAKS and self._comments.ends_in_block_text(part)
        )

    def _habit(self, nodes: Nodes, data: Json) -> tuple[int, bool]:
        """Return by how much the text indents what is inside, and whether it does not indent lists."""
        if not isinstance(data, dict):
            return _UNIT, False
        root = nodes.root()
        unit = indentless = None
        for child, value in zip(nodes.children(root, data).values(), data.values(), strict=True):
            if not value or self._text[child.start : child.start + 1] in {"{", "["}:
                continue
            if isinstance(value, (dict, list)) and child.key is not None:
                by = self._lines.column(child.start) - self._lines.column(child.key[0])
                if isinstance(value, list) and indentless is None:
                    indentless = by == 0
                unit = unit or by
        return unit or _UNIT, bool(indentless)
