"""Where each key and value of a file stands, worked out when the first finding asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pincite.model.json_value import value_at
from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from pincite.model.finding import Place, Span
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace, Nodes


class Positions:
    """The places of one document's keys and values."""

    def __init__(self, text: str, data: Json, nodes: Nodes, first_line: int = 1) -> None:
        self._text = text
        self._data = data
        self._nodes = nodes
        self._first_line = first_line
        self._children: dict[str, dict[str, NodePlace]] = {}
        """Pointer of a collection to what is in it, filled in where a finding leads."""

    def of_value(self, pointer: str) -> Place:
        """Return the place of the value at *pointer*, or of the nearest value around it."""
        node = self._node(pointer)
        while node is None:
            pointer = pointer.rpartition("/")[0]
            node = self._node(pointer)
        return self._lines.place(node.start, node.end)

    def of_key(self, pointer: str) -> Place:
        """Return the place of the key of the member at *pointer*; where there is none, of the value."""
        node = self._node(pointer)
        return self.of_value(pointer) if node is None or node.key is None else self._lines.place(*node.key)

    def of_span(self, span: Span, pointer: str) -> Place | None:  # noqa: ARG002 - what Positioned asks for
        """Return None: in a document, findings stand at the member they are about."""
        return None

    @property
    def holds_text(self) -> bool:
        """Return False: the text that a document holds is a copy of the article's."""
        return False

    def is_word_for_word(self, span: Span) -> bool:  # noqa: ARG002 - what Positioned asks for
        """Return False: see ``holds_text``."""
        return False

    def has(self, pointer: str) -> bool:
        """Return whether there is a value at *pointer*."""
        return self._node(pointer) is not None

    def offsets_of_key(self, pointer: str) -> tuple[int, int]:
        """Return where the key of the member at *pointer* begins and ends in the text."""
        node = self._node(pointer)
        return (0, 0) if node is None or node.key is None else node.key

    def scalars_and_parts(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return where all keys and plain values stand, and where all members (from the key on) and list items do."""
        scalars: list[tuple[int, int]] = []
        parts: list[tuple[int, int]] = []

        def walk(node: NodePlace, value: Json) -> None:
            if not isinstance(value, (dict, list)):
                scalars.append((node.start, node.end))
                return
            inner_values = value.values() if isinstance(value, dict) else value
            places = self._nodes.children(node, value).values()
            for place, inner in zip(places, inner_values, strict=True):
                if place.key is not None:
                    scalars.append(place.key)
                parts.append(((place.key or place)[0], place.end))
                walk(place, inner)

        walk(self._root, self._data)
        return scalars, parts

    def is_bare(self, pointer: str) -> bool:
        """Return whether the member at *pointer* has neither colon nor value, as ``b`` in ``{reason: a, b}``."""
        node = self._node(pointer)
        return node is not None and node.key is not None and node.start == node.end == node.key[1]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, self._first_line)

    @cached_property
    def _root(self) -> NodePlace:
        return self._nodes.root()

    def _node(self, pointer: str) -> NodePlace | None:
        """Return the node of the value at *pointer*, None where there is no such value."""
        if not pointer:
            return self._root
        parent, _, step = pointer.rpartition("/")
        if parent not in self._children:
            node = self._node(parent)
            if node is None:
                return None
            self._children[parent] = self._nodes.children(node, value_at(self._data, parent))
        return self._children[parent].get(step)
