"""The changes of a text that make it say other data: one walk through the old data and the new."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.editing import between_brackets
from pincite.editing.edits import Edit, EditingError
from pincite.editing.json_writing import JsonScribe
from pincite.editing.values import same
from pincite.editing.yaml_blocks import BlockEditor
from pincite.editing.yaml_writing import YamlScribe
from pincite.reading.json_syntax import JsonNodes
from pincite.reading.yaml_places import YamlNodes

if TYPE_CHECKING:
    from pincite.editing.between_brackets import Scribe
    from pincite.model.json_value import Json, JsonObject
    from pincite.reading.nodes import NodePlace, Nodes

_EOL = re.compile(r"\r\n|\n|\r")


def json_edits(text: str, old: Json, new: Json) -> list[Edit]:
    """Return the edits after which a JSON text that says *old* says *new*; raises EditingError."""
    return _Walk(text, JsonNodes(text), JsonScribe(text, _eol(text)), None).edits(old, new)


def yaml_edits(text: str, old: Json, new: Json) -> list[Edit]:
    """Return the edits after which a YAML text that says *old* says *new*; raises EditingError."""
    nodes = YamlNodes(text)
    return _Walk(text, nodes, YamlScribe(), BlockEditor(text, _eol(text), nodes, old)).edits(old, new)


def _eol(text: str) -> str:
    found = _EOL.search(text)
    return found[0] if found else "\n"


class _Walk:
    """A walk through two states of one document; *blocks* is None where everything stands between brackets."""

    def __init__(self, text: str, nodes: Nodes, scribe: Scribe, blocks: BlockEditor | None) -> None:
        self._text = text
        self._nodes = nodes
        self._scribe = scribe
        self._blocks = blocks
        self._found: list[Edit] = []

    def edits(self, old: Json, new: Json) -> list[Edit]:
        root = self._nodes.root()
        if not isinstance(old, (dict, list)) or not old:
            raise EditingError("the file holds no object to write into")
        self._collection(root, old, new, bare=self._blocks is not None)
        return self._found

    def _collection(self, node: NodePlace, old: Json, new: Json, *, bare: bool) -> None:
        """Note what makes a collection that is not empty another one of the same kind that has all its parts.

        *bare*: no brackets around it, so that blocks may stand here.
        """
        bare = bare and self._text[node.start] not in "{["
        if not bare and self._text[node.start] not in "{[":
            raise EditingError("a member without braces inside brackets leaves no room for another one")
        places = self._nodes.children(node, old)
        children = list(places.values())
        if isinstance(old, dict) and isinstance(new, dict):
            for child, (name, value) in zip(children, old.items(), strict=True):
                self._value(child, children, value, new[name], bare=bare)
            self._members(node, children, old, new, bare=bare)
        elif isinstance(old, list) and isinstance(new, list):
            for child, value, wanted in zip(children, old, new, strict=False):
                self._value(child, children, value, wanted, bare=bare)
            self._items(node, children, old, new[len(old) :], bare=bare)

    def _value(self, node: NodePlace, siblings: list[NodePlace], old: Json, new: Json, *, bare: bool) -> None:
        if same(old, new):
            return
        if old and _only_grows(old, new):
            self._collection(node, old, new, bare=bare)
            return
        written = self._text[node.start : node.end]
        if self._blocks is not None and _would_lose(written, old):
            raise EditingError("a comment stands in what would be replaced, and would be lost")
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

    def _members(
        self, node: NodePlace, children: list[NodePlace], old: JsonObject, new: JsonObject, *, bare: bool
    ) -> None:
        added = {name: value for name, value in new.items() if name not in old}
        if not added:
            return
        if bare and self._blocks is not None:
            self._found.append(self._blocks.members_added(node, children, old, added))
        else:
            self._found.append(
                between_brackets.members_added(self._text, node, children, added, self._scribe)
            )

    def _items(
        self, node: NodePlace, children: list[NodePlace], old: list[Json], added: list[Json], *, bare: bool
    ) -> None:
        if not added:
            return
        if bare and self._blocks is not None:
            self._found.append(self._blocks.items_added(node, children, old, added))
        else:
            self._found.append(between_brackets.items_added(self._text, node, children, added, self._scribe))


def _would_lose(written: str, old: Json) -> bool:
    """Return whether a YAML value may hold a comment."""
    if written[:1] in {"|", ">"}:
        written = _EOL.split(written, maxsplit=1)[0]
    elif not isinstance(old, (dict, list)):
        return False
    return re.search(r"\s#", written) is not None


def _only_grows(old: Json, new: Json) -> bool:
    """Return whether a value is a collection whose parts the other has, too, whatever they hold."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old.keys() <= new.keys()
    return isinstance(old, list) and isinstance(new, list) and len(old) <= len(new)
