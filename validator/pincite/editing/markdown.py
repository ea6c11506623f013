"""Annotated Markdown: what is set comes into the front matter, or into an attribute that is there already."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from pincite.editing.edits import Edit
from pincite.editing.granting import Granting
from pincite.editing.walk import yaml_edits
from pincite.model.document import plain_text
from pincite.model.fix import Change
from pincite.model.json_value import pointer_steps, pointer_to, value_at
from pincite.reading.markdown.document import parts_of
from pincite.reading.markdown.merged import KINDS

if TYPE_CHECKING:
    from pincite.model.json_value import Json
    from pincite.reading.markdown.document import Parts

_COMPUTED = ("/article/text", "/article/blocks")
_SAFE = re.compile(r"[\w./+-]+")
"""Values of attributes that mean themselves."""
_CRLF = re.compile(r"\r\n")
_OBJECT_STEPS = 2
"""Steps of the pointer to an object: its list, and its number."""


class MarkdownEditor:
    """Takes values that are to stand in an annotated article, and knows the edits that put them there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: Parts = parts_of(plain_text(text))
        self._front = Granting(self._parts.front)
        self._edits: list[Edit] = []
        self._joined_lines = [found.start() - number for number, found in enumerate(_CRLF.finditer(text))]

    def take(self, change: Change, wanted: Json) -> str | None:
        """Note that the member at *pointer* is to be *value* in a document that is then *wanted*.

        Returns why it cannot be held, None where it can.
        """
        pointer, value = change.pointer, change.value
        merged = self._parts.merged
        if change.kind != "put":
            return "not yet"
        if pointer.startswith(_COMPUTED):
            return "it is computed from the text below the front matter"
        if pointer in merged.places:
            return self._attribute(pointer, value)
        steps = pointer_steps(pointer)
        if steps[0] in KINDS and len(steps) < _OBJECT_STEPS:
            return f"'{steps[0]}' may stand in the text below the front matter: set what is in it"
        front = pointer if steps[0] not in KINDS else None
        if front is None:
            found = self._object(steps[0], int(steps[1]), wanted)
            if not found.startswith("/"):
                return found
            if len(steps) == _OBJECT_STEPS:
                return "it may stand in the text below the front matter: set its members one by one"
            front = found + pointer[len(f"/{steps[0]}/{steps[1]}") :]
        self._set(front, value)
        return None

    def edits(self) -> list[Edit]:
        """Return the edits of the file's text; raises EditingError."""
        front = self._text[: self._in_file(self._parts.ends[0])]
        return [*yaml_edits(front, self._parts.front, self._front.grown, self._front.marks), *self._edits]

    def _attribute(self, pointer: str, value: Json) -> str | None:
        """Change the attribute that gives a value in the body."""
        (start, end), key = self._parts.merged.places[pointer]
        written = plain_text(self._text)[start:end]
        plain = isinstance(value, (str, int)) and not isinstance(value, bool)
        if (
            key == (start, end)
            or not plain
            or not _SAFE.fullmatch(f"{value}")
            or not _SAFE.fullmatch(written)
        ):
            return "it stands in the text below the front matter, and is changed there by hand"
        self._edits.append(Edit(self._in_file(start), self._in_file(end), f"{value}"))
        return None

    def _object(self, kind: str, number: int, wanted: Json) -> str:
        """Return the pointer of an object's members in the front matter, begun where there were none; or why not."""
        merged = self._parts.merged
        front = merged.fronts.get(f"/{kind}/{number}")
        if front is not None:
            if value_at(self._front.grown, front) is None:
                self._put(front, {})
            return front
        name = value_at(wanted, f"/{kind}/{number}/id")
        noun = kind[:-1]
        if not isinstance(name, str) or f"/{kind}/{number}/id" not in merged.places:
            return f"the {noun} has no id in the text to be named by: give it one, as in {{#{noun}-name}}"
        given = value_at(self._front.grown, f"/{kind}")
        if isinstance(given, list) and given:
            return self._listed(kind, number, wanted, given)
        if not isinstance(given, dict):
            self._put(f"/{kind}", {})
        front = pointer_to(f"/{kind}", name)
        self._put(front, {})
        merged.fronts[f"/{kind}/{number}"] = front
        return front

    def _listed(self, kind: str, number: int, wanted: Json, given: list[Json]) -> str:
        """Begin an object in a list of the front matter, and those before it, because its order is the document's."""
        merged = self._parts.merged
        count = len(given)
        for before in range(number + 1):
            at = f"/{kind}/{before}"
            if merged.fronts.get(at) is not None:
                continue
            name = value_at(wanted, f"{at}/id")
            if f"{at}/id" not in merged.places:
                return (
                    f"'{kind}' is a list in the front matter, and number {before + 1} has no id in the text to be "
                    "named by"
                )
            self._put(f"/{kind}/-", {"id": name})
            merged.fronts[at] = f"/{kind}/{count}"
            count += 1
        return merged.fronts[f"/{kind}/{number}"] or ""

    def _set(self, front: str, value: Json) -> None:
        """Set a value, with whatever objects and items the front matter lacks on the way to it."""
        steps = pointer_steps(front)
        at = ""
        for step, following in pairwise(steps):
            holder = value_at(self._front.grown, at)
            if isinstance(holder, list):
                for _ in range(len(holder), int(step) + 1):
                    self._put(f"{at}/-", {})  # citations are matched by their order
            at = pointer_to(at, step)
            if value_at(self._front.grown, at) is None:
                self._put(at, [] if following.isdecimal() else {})
        holder = value_at(self._front.grown, at)
        if isinstance(holder, list):
            for _ in range(len(holder), int(steps[-1])):
                self._put(f"{at}/-", {})
            if int(steps[-1]) >= len(holder):
                front = f"{at}/-"
        self._put(front, value)

    def _put(self, pointer: str, value: Json) -> None:
        self._front.grant(Change(pointer, value))

    def _in_file(self, offset: int) -> int:
        """Return the offset in the file's own text of one in the text with LF line ends and no byte order mark."""
        return offset + bisect_left(self._joined_lines, offset)
