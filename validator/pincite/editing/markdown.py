"""Annotated Markdown: changes are made in the front matter, or in the text below it where that says it already."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.editing.edits import EditingError, applied
from pincite.editing.granting import Granting
from pincite.editing.line_ends import LineEnds
from pincite.editing.markdown_body import BELOW, BodyEditor
from pincite.editing.of_text import bared
from pincite.editing.values import difference
from pincite.editing.walk import yaml_edits
from pincite.model.document import plain_text
from pincite.model.fix import Change, put, rename
from pincite.model.json_value import Missing, found_at, pointer_steps, pointer_to, value_at
from pincite.reading.fault import UnreadableError
from pincite.reading.markdown.document import parts_of
from pincite.reading.markdown.merged import KINDS
from pincite.reading.markdown.objects import shaped
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from pincite.editing.edits import Edit
    from pincite.model.json_value import Json
    from pincite.reading.markdown.document import Parts

_COMPUTED = ("/article/text", "/article/blocks")
_OF_TEXT = "it is computed from the text below the front matter"
_OBJECT_STEPS = 2
"""Steps of the pointer to an object: its list, and its number."""


class MarkdownEditor:
    """Takes changes of an annotated article that says *data*, and knows the edits that make them."""

    def __init__(self, text: str, data: Json) -> None:
        plain, ends = plain_text(text), LineEnds(text)
        self._data = data
        self._parts: Parts = parts_of(plain)
        self._front_text = text[: ends.in_file(self._parts.ends[0])]
        self._body = BodyEditor(plain, self._parts, ends)
        self._granting = Granting(data)
        self._front = Granting(self._parts.front)
        self.asked: list[tuple[Change, str]] = []
        """The changes taken, with the pointers in the front matter at which they are made."""
        self._ids: dict[str, str] = {}
        """New ids of objects of the body, by those that they had."""

    def take(self, change: Change) -> str | None:
        """Note a change; return why it cannot be made, None where it can, or where all is so already."""
        if change.kind == "rewrite":
            return self._body.rewrite(change)
        placed = self._granting.placed(change)
        if placed is None or isinstance(placed, str):
            return placed
        if placed.pointer.startswith(_COMPUTED):
            return _OF_TEXT
        before = len(self._front.asked)
        reason = self._put(placed) if placed.kind == "put" else self._reshape(placed)
        self.asked += [(change, pointer) for _, pointer in self._front.asked[before:]]
        if reason is None:
            self._granting.make(placed)
            if placed.kind == "rename":
                self._shape(placed.pointer, str(placed.value))
        return reason

    def _shape(self, pointer: str, name: str) -> None:
        """Give a renamed member the shape that members of that name have."""
        value = value_at(self._granting.grown, pointer)
        if isinstance(value, str) and self._body.has(pointer):
            self._granting.make(put(pointer, shaped(name, value)))
        elif isinstance(value, dict) and name in KINDS and len(pointer_steps(pointer)) == 1:
            objects: list[Json] = [
                {**one, "id": key} if isinstance(one, dict) else {"id": key} if one is None else one
                for key, one in value.items()
            ]
            self._granting.make(put(pointer, objects))

    def edits(self) -> list[Edit]:
        """Return the edits of the file's text; raises EditingError."""
        front = yaml_edits(self._front_text, self._parts.front, self._front.grown, self._front.marks)
        if front and self._body.splices.edits:
            # what is compared later is without offsets
            at = difference(self._front.data, YamlText(applied(self._front_text, front)).data)
            if at is not None:
                raise EditingError(
                    f"the front matter's layout does not allow it without other changes, at {at}"
                )
        return [*front, *self._body.edits()]

    def comparable(self, said: Json) -> tuple[Json, Json]:
        """Return what is wanted and what a new text says, both without what follows from the article's text.

        Words in which there is a piece that is rewritten are what the new text has there: the article's text says
        whether they are right.
        """
        self._follow_ids()
        splices = self._body.splices
        if splices.edits:
            for pointer in self._body.rewritten():
                new = value_at(said, pointer)
                if isinstance(new, str) and isinstance(value_at(self._granting.grown, pointer), str):
                    self._granting.make(put(pointer, new))
            self._granting.make(put("/article/text", {"content": splices.text()}))
        moved = bool(splices.edits)
        return bared(self._granting.data, moved=moved), bared(said, moved=moved)

    def _put(self, placed: Change) -> str | None:
        """Set a value in the front matter, or in the attribute that gives it."""
        pointer, value = placed.pointer, placed.value
        steps = pointer_steps(pointer)
        if steps[0] not in KINDS:
            return self._set(pointer, value)
        if len(steps) < _OBJECT_STEPS:
            return f"'{steps[0]}' may stand in the text below the front matter: set what is in it"
        if steps[_OBJECT_STEPS:] == ["id"] and isinstance(value, str):
            return self._rename_object(pointer.removesuffix("/id"), value)
        if self._body.has(pointer):
            return self._body.put(pointer, value)
        found = self._object(steps[0], int(steps[1]))
        if len(steps) == _OBJECT_STEPS and found.startswith("/"):
            found = "it may stand in the text below the front matter: set its members one by one"
        rest = pointer[len(f"/{steps[0]}/{steps[1]}") :]
        return self._set(found + rest, value) if found.startswith("/") else found

    def _reshape(self, placed: Change) -> str | None:
        """Take away or rename a member in the front matter, or the attribute that gives it."""
        pointer = placed.pointer
        steps = pointer_steps(pointer)
        if self._body.has(pointer):
            if placed.kind == "remove":
                return self._body.remove(pointer)
            return self._body.rename(pointer, str(placed.value))
        front: str | None = pointer
        if steps[0] in KINDS and len(steps) >= _OBJECT_STEPS:
            at = f"/{steps[0]}/{steps[1]}"
            front = self._parts.merged.fronts.get(at)
            front = None if front is None else front + pointer[len(at) :]
        if front is None or isinstance(found_at(self._front.grown, front), Missing):
            return BELOW
        return self._front.grant(placed._replace(pointer=front))

    def _rename_object(self, at: str, name: str) -> str | None:
        """Give an object another id: in the text, where it has one there, and in the front matter."""
        front = self._parts.merged.fronts.get(at)
        in_body = self._body.has(f"{at}/id")
        if front is None and not in_body:
            return BELOW
        if front is not None:
            holder, _, _ = front.rpartition("/")
            is_key = isinstance(value_at(self._front.grown, holder), dict)
            reason = self._front.grant(rename(front, name) if is_key else put(f"{front}/id", name))
            if reason is not None:
                return reason
        self._ids[str(value_at(self._data, f"{at}/id"))] = name
        return self._body.put(f"{at}/id", name) if in_body else None

    def _follow_ids(self) -> None:
        """Give what names objects of the body by where these stand their new ids."""
        if not self._ids:
            return
        for kind, member in (("article/blocks", "ref"), ("quotations", "within")):
            items = value_at(self._data, f"/{kind}")
            for number, one in enumerate(items if isinstance(items, list) else ()):
                at = f"/{kind}/{number}/{member}"
                named = one.get(member) if isinstance(one, dict) else None
                front = self._parts.merged.fronts.get(f"/{kind}/{number}")
                is_said = self._body.has(at) or (front and value_at(self._parts.front, f"{front}/{member}"))
                if isinstance(named, str) and named in self._ids and not is_said:
                    self._granting.make(put(at, self._ids[named]))

    def _object(self, kind: str, number: int) -> str:
        """Return the pointer of an object's members in the front matter, begun where there were none; or why not."""
        merged = self._parts.merged
        front = merged.fronts.get(f"/{kind}/{number}")
        if front is not None:
            if value_at(self._front.grown, front) is None:
                self._begin(front, {})
            return front
        name = value_at(self._data, f"/{kind}/{number}/id")
        noun = kind[:-1]
        if not isinstance(name, str) or f"/{kind}/{number}/id" not in merged.places:
            return f"the {noun} has no id in the text to be named by: give it one, as in {{#{noun}-name}}"
        given = value_at(self._front.grown, f"/{kind}")
        if isinstance(given, list) and given:
            return self._listed(kind, number, given)
        if not isinstance(given, dict):
            self._begin(f"/{kind}", {})
        front = pointer_to(f"/{kind}", name)
        self._begin(front, {})
        merged.fronts[f"/{kind}/{number}"] = front
        return front

    def _listed(self, kind: str, number: int, given: list[Json]) -> str:
        """Begin an object in a list of the front matter, and those before it, because its order is the document's."""
        merged = self._parts.merged
        count = len(given)
        for before in range(number + 1):
            at = f"/{kind}/{before}"
            if merged.fronts.get(at) is not None:
                continue
            name = value_at(self._data, f"{at}/id")
            if f"{at}/id" not in merged.places:
                return (
                    f"'{kind}' is a list in the front matter, and number {before + 1} has no id in the text to be "
                    "named by"
                )
            self._begin(f"/{kind}/-", {"id": name})
            merged.fronts[at] = f"/{kind}/{count}"
            count += 1
        return merged.fronts[f"/{kind}/{number}"] or ""

    def _set(self, front: str, value: Json) -> str | None:
        """Set a value, with whatever objects and items the front matter lacks on the way to it; return why it cannot be."""
        steps = pointer_steps(front)
        at = ""
        for step, following in pairwise(steps):
            holder = value_at(self._front.grown, at)
            if isinstance(holder, list):
                for _ in range(len(holder), int(step) + 1):
                    self._begin(f"{at}/-", {})  # citations are matched by their order
            at = pointer_to(at, step)
            if value_at(self._front.grown, at) is None:
                self._begin(at, [] if following.isdecimal() else {})
        holder = value_at(self._front.grown, at)
        if isinstance(holder, list):
            for _ in range(len(holder), int(steps[-1])):
                self._begin(f"{at}/-", {})
            if int(steps[-1]) >= len(holder):
                front = f"{at}/-"
        return self._front.grant(put(front, value))

    def _begin(self, pointer: str, value: Json) -> None:
        self._front.grant(put(pointer, value))


def _yaml(text: str) -> Json:
    try:
        return YamlText(text).data
    except UnreadableError as error:
        raise EditingError(
            f"with it, the front matter could not be read any more ({error.fault.message})"
        ) from None
