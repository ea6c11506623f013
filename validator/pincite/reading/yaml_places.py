"""Where the keys and values of a readable YAML text stand: a second look at its events, for files with something to tell."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import yaml

from pincite.model.json_value import pointer_to
from pincite.reading import yaml_syntax
from pincite.reading.nodes import NodePlace
from pincite.reading.yaml_syntax import COLLECTIONS, ENDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pincite.model.json_value import Json


class YamlNodes:
    """The places of the values of a YAML text that was read before."""

    def __init__(self, text: str) -> None:
        self._text = text

    def root(self) -> NodePlace:
        """Return the place of the whole value; an empty text has none and gives its start."""
        marks = self._all.marks
        return NodePlace(*(marks[0] if marks else (0, 0)), number=0)

    def children(self, node: NodePlace, value: Json) -> dict[str, NodePlace]:
        """Return the places of the members or items of the collection at *node*."""
        marks, ends = self._all.marks, self._all.ends
        found: dict[str, NodePlace] = {}
        number = node.number + 1
        if isinstance(value, dict):
            for name in value:
                key, number = marks[number], number + 1
                found[pointer_to("", name)[1:]] = NodePlace(*marks[number], number=number, key=key)
                number = ends.get(number, number + 1)
        elif isinstance(value, list):
            for index in range(len(value)):
                found[str(index)] = NodePlace(*marks[number], number=number)
                number = ends.get(number, number + 1)
        return found

    @cached_property
    def _all(self) -> _Marks:
        return _Marks(self._text)


class _Open(NamedTuple):
    """A collection that has begun.

    The number of its mark, the keys seen in it (None for a list), and the number of the mark of a repeated key
    around it.
    """

    number: int
    keys: set[str] | None
    skipped: int | None


class _Marks:
    """The start and end offset of every node of a text in document order, made on construction.

    In ``marks`` a mapping's own mark comes first, then each key's and each value's; a repeated key and its value have
    none. ``ends`` leads from the number of a collection's mark to that of the first mark behind it.
    """

    def __init__(self, text: str) -> None:
        self.marks: list[tuple[int, int]] = []
        self.ends: dict[int, int] = {}
        self._text = text
        self._stack: list[_Open] = []
        self._expect_key = False
        self._skipped: int | None = None
        self._end = 0
        """Where the last value ended: a block collection's own end mark is the start of what follows it."""
        self._read(yaml_syntax.LOADER(text).get_event)

    def _read(self, next_event: Callable[[], Any]) -> None:
        """Take all events; most of them are scalars, which are taken on the spot: a call for each costs a fifth."""
        scalar, marks, stack = yaml.ScalarEvent, self.marks, self._stack
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is scalar:
                start, end = event.start_mark.index, event.end_mark.index
                if self._expect_key:
                    keys = stack[-1].keys
                    if keys is not None:
                        if event.value in keys:
                            self._skipped = len(marks)
                        keys.add(event.value)
                    marks.append((start, end))
                    self._expect_key = False
                    continue
                if event.style == "|" or event.style == ">":  # noqa: PLR1714 - a set would be made for each
                    end = start + len(block_scalar(self._text[start:end]))
                self._end = end
                marks.append((start, end))
                if self._skipped is None:
                    self._expect_key = bool(stack) and stack[-1].keys is not None
                else:
                    self._value_done()
            elif kind in COLLECTIONS:
                own: set[str] | None = set() if kind is yaml.MappingStartEvent else None
                stack.append(_Open(len(marks), own, self._skipped))
                marks.append((event.start_mark.index, 0))
                self._expect_key, self._skipped = own is not None, None
            elif kind in ENDS:
                self._close(event)

    def _close(self, event: yaml.CollectionEndEvent) -> None:
        start, end = event.start_mark.index, event.end_mark.index  # type: ignore[union-attr] # the stub allows None
        if start < end:  # the bracket of a flow collection
            self._end = end
        number, _, self._skipped = self._stack.pop()
        begin = self.marks[number][0]
        self.marks[number] = (begin, max(begin, self._end))
        self.ends[number] = len(self.marks)
        self._value_done()

    def _value_done(self) -> None:
        if self._skipped is not None:
            first, self._skipped = self._skipped, None
            del self.marks[first:]
            self.ends = {number: end for number, end in self.ends.items() if number < first}
        self._expect_key = bool(self._stack) and self._stack[-1].keys is not None


def block_scalar(text: str) -> str:
    """Return a block scalar without what only separates it from what follows: its end mark is there."""
    header = text.partition("\n")[0].partition("#")[0]
    if "+" in header:  # keeps the empty lines at its end
        without_indentation = text.rstrip(" ")
        return without_indentation if without_indentation.endswith(("\n", "\r")) else text
    content = text.rstrip(" \r\n")
    last_line = re.match(" *", text[len(content) :])
    return content + (last_line[0] if last_line else "")
