"""What is to stand in a document, and the data of a document in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.model.fix import Change
from pincite.model.json_value import pointer_steps, pointer_to, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json


class Refusal(NamedTuple):
    """A change that was not granted, and why ("there is no …"); *number* is that of the document in its file, from 0."""

    number: int
    change: Change
    reason: str


class Granting:
    """Changes granted one after the other, in a copy of a document's data that shares what stays as it is."""

    def __init__(self, data: Json) -> None:
        self.data = data
        self._own: dict[int, Json] = {}
        """The collections copied so far, by their ids; kept, so that no id is given twice."""

    def placed(self, change: Change) -> Change | None:
        """Return a change with the pointer where its value will stand; None where the way there is missing."""
        parent, _, last = change.pointer.rpartition("/")
        if not change.pointer:
            return None
        holder = value_at(self.data, parent)
        if isinstance(holder, dict):
            return change
        if isinstance(holder, list):
            number = len(holder) if last == "-" else int(last) if last.isdecimal() else -1
            return Change(pointer_to(parent, number), change.value) if 0 <= number <= len(holder) else None
        around = value_at(self.data, parent.rpartition("/")[0]) if parent else None
        begun = last == "-" and isinstance(around, dict) and pointer_steps(parent)[-1] not in around
        return Change(parent, [change.value]) if begun else None

    def grant(self, change: Change) -> bool:
        """Set a value; False where the way there is missing."""
        placed = self.placed(change)
        if placed is None:
            return False
        *way, last = pointer_steps(placed.pointer)
        holder = self._way(way)
        if isinstance(holder, dict):
            holder[last] = placed.value
        elif isinstance(holder, list):
            holder[int(last) :] = [placed.value, *holder[int(last) + 1 :]]
        return True

    def _way(self, steps: Iterable[str]) -> Json:
        """Return the collection that *steps* lead to, it and all around it copied."""
        self.data = here = self._copied(self.data)
        for step in steps:
            if isinstance(here, dict):
                here[step] = inner = self._copied(here[step])
            elif isinstance(here, list):
                here[int(step)] = inner = self._copied(here[int(step)])
            here = inner
        return here

    def _copied(self, value: Json) -> Json:
        if id(value) in self._own or not isinstance(value, (dict, list)):
            return value
        copy: Json = dict(value) if isinstance(value, dict) else list(value)
        self._own[id(copy)] = copy
        return copy
