"""Where each key and value of a file stands, worked out when the first finding asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to, value_at
from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.model.finding import Place, Span
    from pincite.model.json_value import Json

    Marks = Sequence[tuple[int, int]]


class Positions:
    """The places of one document's keys and values.

    ``marks`` gives the start and end offset (code points in ``text``) of every node in document order: a
    mapping's own mark comes first, then each key's and each value's. It is asked for once, when needed.
    """

    def __init__(self, text: str, data: Json, marks: Callable[[], Marks], first_line: int = 1) -> None:
        self._text = text
        self._data = data
        self._marks = marks
        self._first_line = first_line
        self._numbers: dict[str, dict[str, int]] = {}
        """Pointer of a collection to the numbers of its items' marks, filled in where a finding leads."""

    def of_value(self, pointer: str) -> Place:
        """Return the place of the value at *pointer*, or of the nearest value around it."""
        while pointer and self._number(pointer) is None:
            pointer = pointer.rpartition("/")[0]
        return self._place(self._number(pointer) or 0)

    def of_key(self, pointer: str) -> Place:
        """Return the place of the key of the member at *pointer*; where there is none, of the value."""
        key = self._key_number(pointer)
        return self.of_value(pointer) if key is None else self._place(key)

    def of_span(self, span: Span, pointer: str) -> Place | None:  # noqa: ARG002 - what Positioned asks for
        """Return None: in a document, findings stand at the member they are about."""
        return None

    def has(self, pointer: str) -> bool:
        """Return whether there is a value at *pointer*."""
        return self._number(pointer) is not None

    def offsets_of_key(self, pointer: str) -> tuple[int, int]:
        """Return where the key of the member at *pointer* begins and ends in the text."""
        key = self._key_number(pointer)
        return (0, 0) if key is None else self._all_marks[key]

    def is_bare(self, pointer: str) -> bool:
        """Return whether the member at *pointer* has neither colon nor value, as ``b`` in ``{reason: a, b}``."""
        key = self._key_number(pointer)
        if key is None:
            return False
        (_, key_end), (start, end) = self._all_marks[key], self._all_marks[key + 1]
        return start == end == key_end

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, self._first_line)

    @cached_property
    def _all_marks(self) -> Marks:
        return self._marks()

    def _place(self, number: int) -> Place:
        marks = self._all_marks
        return self._lines.place(*(marks[number] if number < len(marks) else (0, 0)))

    def _key_number(self, pointer: str) -> int | None:
        """Return the number of a member's key among the marks: the one before its value's."""
        if not isinstance(value_at(self._data, pointer.rpartition("/")[0]), dict):
            return None
        number = self._number(pointer)
        return None if number is None else number - 1

    def _number(self, pointer: str) -> int | None:
        """Return the number of the mark of the value at *pointer*, None where there is no such value."""
        if not pointer:
            return 0
        parent, _, step = pointer.rpartition("/")
        if parent not in self._numbers:
            start = self._number(parent)
            if start is None:
                return None
            self._numbers[parent] = _children(value_at(self._data, parent), start)
        return self._numbers[parent].get(step)


def _children(value: Json, number: int) -> dict[str, int]:
    """Return the escaped steps into a collection, whose own mark is *number*, to the marks of what they lead to."""
    found: dict[str, int] = {}
    number += 1
    if isinstance(value, dict):
        for name, inner in value.items():
            found[pointer_to("", name)[1:]] = number + 1  # the key's own mark comes first
            number += 1 + _size(inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found[str(index)] = number
            number += _size(inner)
    return found


def _size(value: Json) -> int:
    """Return how many marks a value has: its own, and those of all keys and values in it."""
    if isinstance(value, dict):
        return 1 + len(value) + sum(map(_size, value.values()))
    if isinstance(value, list):
        return 1 + sum(map(_size, value))
    return 1
