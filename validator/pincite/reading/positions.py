"""Where each key and value of a file stands, worked out when the first finding asks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to
from pincite.reading.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.model.finding import Place
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

    def of_value(self, pointer: str) -> Place:
        """Return the place of the value at *pointer*, or of the nearest value around it."""
        while pointer and pointer not in self._values:
            pointer = pointer.rpartition("/")[0]
        return self._lines.place(*self._values.get(pointer, (0, 0)))

    def of_key(self, pointer: str) -> Place:
        """Return the place of the key of the member at *pointer*; where there is none, of the value."""
        found = self._keys.get(pointer)
        return self._lines.place(*found) if found else self.of_value(pointer)

    def is_bare(self, pointer: str) -> bool:
        """Return whether the member at *pointer* has neither colon nor value, as ``b`` in ``{reason: a, b}``."""
        key, value = self._keys.get(pointer), self._values.get(pointer)
        return key is not None and value is not None and value[0] == value[1] == key[1]

    def at(self, start: int, end: int) -> Place:
        """Return the place of a stretch of the file's text, in code points."""
        return self._lines.place(start, end)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._text, self._first_line)

    @cached_property
    def _keys(self) -> dict[str, tuple[int, int]]:
        return self._mapped[0]

    @cached_property
    def _values(self) -> dict[str, tuple[int, int]]:
        return self._mapped[1]

    @cached_property
    def _mapped(self) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
        keys: dict[str, tuple[int, int]] = {}
        values: dict[str, tuple[int, int]] = {}
        pending: list[tuple[str, Json, bool]] = [("", self._data, False)]
        for mark in self._marks():
            if not pending:
                break
            pointer, value, is_key = pending.pop()
            if is_key:
                keys[pointer] = mark
                continue
            values[pointer] = mark
            if isinstance(value, dict):
                for name in reversed(value):
                    inner = pointer_to(pointer, name)
                    pending.append((inner, value[name], False))
                    pending.append((inner, None, True))
            elif isinstance(value, list):
                pending.extend(
                    (pointer_to(pointer, index), value[index], False) for index in reversed(range(len(value)))
                )
        return keys, values
