"""The changes of a text that make it say other data: one walk through the old data and the new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing import between_brackets
from pincite.editing.comments import Comments
from pincite.editing.edits import Edit, EditingError
from pincite.editing.json_writing import JsonScribe
from pincite.editing.line_ends import eol_of
from pincite.editing.marks import reshaped
from pincite.editing.text_lines import TextLines
from pincite.editing.values import same
from pincite.editing.yaml_blocks import BlockEditor
from pincite.editing.yaml_lines import LineTaker
from pincite.editing.yaml_writing import YamlScribe
from pincite.reading.json_syntax import JsonNodes
from pincite.reading.yaml_places import YamlNodes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.editing.between_brackets import Scribe
    from pincite.editing.comments import Valued
    from pincite.editing.marks import Mark
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace, Nodes


def json_edits(text: str, old: Json, new: Json, mark: Mark | None = None) -> list[Edit]:
    """Return the edits after which a JSON text that says *old* says *new*; raises EditingError.

    *new* has all parts of *old*; of them, those go, or get other names, that *mark* says it of.
    """
    return _Walk(text, JsonNodes(text), None, old).edits(old, new, mark)


def yaml_edits(text: str, old: Json, new: Json, mark: Mark | None = None) -> list[Edit]:
    """Return the edits after which a YAML text that says *old* says *new*, in the manner of ``json_edits``."""
    nodes = YamlNodes(text)
    return _Walk(text, nodes, nodes, old).edits(old, new, mark)


class _Walk:
    """A walk through two states of one document; *yaml* are the nodes of one in which blocks and comments may stand."""

    def __init__(self, text: str, nodes: Nodes, yaml: Nodes | None, data: Json) -> None:
        self._text = text
        self._nodes = nodes
        self._comments = Comments(text, TextLines(text), yaml)
        eol = eol_of(text)
        self._scribe: Scribe = YamlScribe() if yaml else JsonScribe(text, eol)
        self._blocks = BlockEditor(text, eol, yaml, data, self._comments) if yaml else None
        self._taker = LineTaker(text, self._comments)
        self._found: list[Edit] = []

    def edits(self, old: Json, new: Json, mark: Mark | None) -> list[Edit]:
        root = self._nodes.root()
        if same(old, new) and not (mark and mark.inner):
            return []
        if not isinstance(old, (dict, list)) or not old:
            raise EditingError("the file holds no object to write into")
        self._value(root, [root], old, new, mark, bare=self._blocks is not None)
        return self._found

    def _collection(self, node: NodePlace, old: Json, new: Json, mark: Mark | None, *, bare: bool) -> None:
        """Note what makes a collection that is not empty another one of the same kind that has all its parts but those gone.

        *bare*: no brackets around it, so that blocks may stand here.
        """
        bare = bare and self._text[node.start] not in "{["
        if not bare and self._text[node.start] not in "{[":
            raise EditingError("a member without braces inside brackets leaves no room for another one")
        parts: list[Valued] = list(zip(self._nodes.children(node, old).values(), _values(old), strict=True))
        children = [child for child, _ in parts]
        gone: set[int] = set()
        for number, (step, wanted) in enumerate(_wanted(old, new)):
            inner = mark.inner.get(step) if mark is not None else None
            child, value = parts[number]
            if inner is not None and inner.gone:
                gone.add(number)
                continue
            if inner is not None and inner.name is not None and child.key is not None:
                key = self._scribe.key(inner.name, self._text[slice(*child.key)])
                self._found.append(Edit(*child.key, key))
            self._value(child, children, value, wanted, inner, bare=bare)
        if gone:
            self._removed(node, parts, gone, bare=bare)
        kept = [part for number, part in enumerate(parts) if number not in gone]
        end = node.end if len(parts) - 1 not in gone else kept[-1][0].end
        self._added(node, kept, end, old, new, bare=bare)

    def _value(
        self,
        node: NodePlace,
        siblings: list[NodePlace],
        old: Json,
        new: Json,
        mark: Mark | None,
        *,
        bare: bool,
    ) -> None:
        if same(old, new) and (mark is None or not mark.inner):
            return
        if old and _only_grows(old, new) and (mark is None or not mark.empties(old)):
            self._collection(node, old, new, mark, bare=bare)
            return
        new = reshaped(new, mark)
        written = self._text[node.start : node.end]
        self._comments.refuse_loss(node.start, node.end, [(node._replace(key=None), old)])
        if bare and self._blocks is not None:
            self._found.append(self._blocks.replaced(node, old, new))
            return
        colon = self._scribe.colon(self._text[node.key[1] : node.start] if node.key else None)
        indent = None
        if "\n" in written or "\r" in written or not isinstance(old, (dict, list)) or not old:
            indent = between_brackets.indent_for(self._text, node, siblings)
        text = self._scribe.value(new, colon, indent, written)
        if node.key is not None and node.start == node.end:
            before = self._text[node.key[1] : node.start]
            text = text if before.endswith(" ") else f" {text}" if ":" in before else f": {text}"
        self._found.append(Edit(node.start, node.end, text))

    def _removed(self, node: NodePlace, parts: list[Valued], gone: set[int], *, bare: bool) -> None:
        if bare:
            self._found += self._taker.parts_removed(node, parts, gone)
        else:
            self._found += between_brackets.parts_removed(self._text, parts, gone, self._comments)

    def _added(
        self, node: NodePlace, kept: list[Valued], end: int, old: Json, new: Json, *, bare: bool
    ) -> None:
        """Note what adds to a collection what it has not had, behind what is *kept* of it, which ends at *end*."""
        children = [child for child, _ in kept]
        if isinstance(old, dict) and isinstance(new, dict):
            members = {name: value for name, value in new.items() if name not in old}
            if members and bare and self._blocks is not None:
                self._found.append(self._blocks.members_added(node, kept, end, members))
            elif members:
                self._found.append(
                    between_brackets.members_added(self._text, node, children, members, self._scribe)
                )
        elif isinstance(old, list) and isinstance(new, list):
            items = new[len(old) :]
            if items and bare and self._blocks is not None:
                self._found.append(self._blocks.items_added(node, kept, end, items))
            elif items:
                self._found.append(
                    between_brackets.items_added(self._text, node, children, items, self._scribe)
                )


def _wanted(old: Json, new: Json) -> Iterable[tuple[str, Json]]:
    """Return the steps to all that is in one collection, and what another has there."""
    if isinstance(old, dict) and isinstance(new, dict):
        return [(name, new[name]) for name in old]
    if isinstance(old, list) and isinstance(new, list):
        return [(str(number), value) for number, value in enumerate(new[: len(old)])]
    return ()


def _values(value: Json) -> Iterable[Json]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _only_grows(old: Json, new: Json) -> bool:
    """Return whether a value is a collection whose parts the other has, too, whatever they hold."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() <= new.keys()
    return isinstance(old, list) and isinstance(new, list) and len(old) <= len(new)
