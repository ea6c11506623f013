"""A readable YAML text becomes a tree: one walk through the parser's events and what stands between them."""

from __future__ import annotations

from typing import Any

import yaml

from pincite.formatting.comment_places import CommentPlaces
from pincite.formatting.yaml_tree import Collection, Part, Scalar, Tree
from pincite.reading.yaml_places import block_scalar
from pincite.reading.yaml_syntax import COLLECTIONS, ENDS, LOADER, NUMBER, WORDS

_BLOCKS = frozenset("|>")


def tree_of(text: str) -> Tree:
    """Return the tree of a text that was read before, without byte order mark and with LF line ends."""
    return _Builder(text).tree


class _Builder:
    """Builds a tree on construction."""

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self._text = text
        self._comments = CommentPlaces(self.tree, text)
        self._stack: list[Collection] = []
        self._part: Part | None = None
        """The member whose value is awaited."""
        self._parts: list[Part | None] = []
        """The parts that the open collections are the values of; None for the outermost."""
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
                self._comments.at_the_end(
                    event.start_mark.index if event.explicit else len(text), explicit=event.explicit
                )

    def _marker(self, end: int) -> None:
        lines = [line.rstrip() for line in self._text[:end].split("\n")]
        self.tree.marker = [line for line in lines if line]
        self._comments.passed(end)

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - an event of PyYAML's, whose stub allows marks to be None
        start, end, style = event.start_mark.index, event.end_mark.index, event.style
        text: str = event.value
        stack = self._stack
        if stack and stack[-1].is_map and self._part is None:
            self._part = Part(Scalar(text, (start, end)))
            self._comments.before_key(self._part, stack[-1], start)
            stack[-1].parts.append(self._part)
            self._comments.passed(end)
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
        if part is None:
            self.tree.root = scalar
        else:
            part.value = scalar
        self._part = None
        self._comments.passed(end, ended=part)

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
        self._comments.passed(start + flow, opened=(part or self.tree) if flow else None)

    def _close(self, event: Any) -> None:  # noqa: ANN401 - as above
        collection = self._stack.pop()
        part = self._parts.pop()
        if not collection.flow:
            self._comments.block_ended(collection, self._stack[-1] if self._stack else None)
            self._part = None
            return
        self._comments.before_bracket(collection, part, event.start_mark.index)
        end = event.end_mark.index
        collection.place = collection.place[0], end
        self._part = None
        self._comments.passed(end, ended=part)

    def _value_begins(self, start: int, *, is_block: bool) -> Part | None:
        """Give the comments before a value their places and return the part it is the value of, None for the outermost."""
        if not self._stack:
            self._comments.before_root(start)
            return None
        around = self._stack[-1]
        if around.is_map:
            part = self._part
            if part is not None:
                self._comments.before_value(part, start, is_block=is_block)
            return part
        part = Part(None)
        self._comments.before_item(part, around, start, is_block=is_block)
        around.parts.append(part)
        return part
