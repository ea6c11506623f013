"""Which changes of one document go together, and the data of the document with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.editing.marks import Mark, reshaped
from pincite.editing.values import same
from pincite.model.fix import Change
from pincite.model.json_value import Missing, found_at, pointer_steps, pointer_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.json_value import Json, JsonObject

NO_PLACE = "the document has nothing there that it could stand in"
_NOTHING = "the document has nothing there"
_OTHERWISE = "another change wants something else there"
_TAKEN = "another change takes away what it is about"


class Refusal(NamedTuple):
    """A change that was not granted, and why ("there is no …"); *number* is that of the document in its file, from 0."""

    number: int
    change: Change
    reason: str


class Granting:
    """Changes granted one after the other, in a copy of a document's data that shares what stays as it is.

    All pointers are those of the document as it was, with the members and items that were added to it since: what is
    taken away or renamed keeps its number and its name for the changes that follow. Of two changes that do not go
    together, since one takes away, renames or sets otherwise what the other is about, the later is refused.
    """

    def __init__(self, data: Json) -> None:
        self.grown = data
        """The data with what is set and added, and with all that was there, under the names that it had."""
        self.marks = Mark()
        self.asked: list[tuple[Change, str]] = []
        """The changes granted by ``grant``, with the pointers at which they are made."""
        self._old = data
        self._own: dict[int, Json] = {}
        """The collections copied so far, by their ids; kept, so that no id is given twice."""

    @property
    def data(self) -> Json:
        """Return the data with all changes."""
        return reshaped(self.grown, self.marks)

    def grant(self, change: Change) -> str | None:
        """Make a change; return why it cannot be made, None where it is, or was before."""
        placed = self.placed(change)
        if isinstance(placed, str):
            return placed
        if placed is not None:
            self.make(placed)
            self.asked.append((change, placed.pointer))
        return None

    def placed(self, change: Change) -> Change | str | None:
        """Return a change with the pointer at which it is made; None where all is so already; else why it cannot be."""
        if change.kind == "rewrite":
            return "the document's text is a copy of the article's, and keeps its words"
        if not change.pointer:
            return NO_PLACE
        if change.kind == "put":
            return self._put(change)
        return self._removed(change) if change.kind == "remove" else self._renamed(change)

    def make(self, placed: Change) -> None:
        """Make a change that ``placed`` returned."""
        *way, last = pointer_steps(placed.pointer)
        mark = self.marks.at([*way, last])
        if placed.kind == "remove":
            mark.gone = True
        elif placed.kind == "rename":
            mark.name = str(placed.value)
            self.marks.at(way).names.add(mark.name)
        else:
            mark.put = True
            holder = self._way(way)
            if isinstance(holder, dict):
                holder[last] = placed.value
            elif isinstance(holder, list):
                holder[int(last) : int(last) + 1] = [placed.value]

    def _put(self, change: Change) -> Change | str | None:
        placed = self._place(change)
        if placed is None:
            return NO_PLACE
        steps = pointer_steps(placed.pointer)
        way, mark = self.marks.way(steps)
        if any(one.gone for one in way) or (mark is not None and mark.gone):
            return _TAKEN
        there = found_at(self.grown, placed.pointer)
        if not isinstance(there, Missing) and same(there, placed.value):
            return None
        if isinstance(there, Missing):
            around = self.marks.find(steps[:-1])
            return _OTHERWISE if around is not None and steps[-1] in around.names else placed
        touched = mark is not None and (mark.put or mark.inner)
        return _OTHERWISE if touched or any(one.put for one in way) else placed

    def _place(self, change: Change) -> Change | None:
        """Return a change with the pointer where its value will stand; None where the way there is missing."""
        parent, _, last = change.pointer.rpartition("/")
        holder = found_at(self.grown, parent)
        if isinstance(holder, dict):
            return change
        if isinstance(holder, list):
            number = len(holder) if last == "-" else int(last) if last.isdecimal() else -1
            return Change(pointer_to(parent, number), change.value) if 0 <= number <= len(holder) else None
        around = found_at(self.grown, parent.rpartition("/")[0]) if parent else None
        begun = last == "-" and isinstance(around, dict) and pointer_steps(parent)[-1] not in around
        return Change(parent, [change.value]) if begun else None

    def _removed(self, change: Change) -> Change | str | None:
        if isinstance(found_at(self.grown, change.pointer), Missing):
            return None
        way, mark = self.marks.way(pointer_steps(change.pointer))
        if mark is not None and mark.gone:
            return None
        if any(one.gone for one in way):
            return _TAKEN
        return _OTHERWISE if mark is not None or any(one.put for one in way) else change

    def _renamed(self, change: Change) -> Change | str | None:
        *around, old = pointer_steps(change.pointer)
        holder = found_at(self.grown, change.pointer.rpartition("/")[0])
        new = change.value
        if not isinstance(holder, dict) or not isinstance(new, str):
            return _NOTHING
        if old not in holder or new == old:
            return None if new in holder else _NOTHING
        way, mark = self.marks.way([*around, old])
        if any(one.gone for one in way) or (mark is not None and mark.gone):
            return _TAKEN
        if mark is not None and mark.name is not None:
            return None if mark.name == new else _OTHERWISE
        is_new = isinstance(found_at(self._old, change.pointer), Missing)
        if is_new or any(one.put for one in way):
            return _OTHERWISE
        return self._free(holder, self.marks.find(around), new) or change

    @staticmethod
    def _free(holder: JsonObject, mark: Mark | None, name: str) -> str | None:
        """Return why a name is not to be had in an object, None where it is."""
        if mark is not None and name in mark.names:
            return _OTHERWISE
        theirs = mark.inner.get(name) if mark is not None else None
        if name in holder and (theirs is None or not theirs.gone):
            return f"a member '{name}' is there already"
        return None

    def _way(self, steps: Iterable[str]) -> Json:
        """Return the collection that *steps* lead to, it and all around it copied."""
        self.grown = here = self._copied(self.grown)
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
