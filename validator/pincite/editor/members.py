"""What the format says about a place in a document: which members and values there may be, and what they mean."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from pincite.editor.context.cursor import pointer_of
from pincite.schemas import resolved, schema
from pincite.structure.outline import stated_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal, TypeAlias

    from pincite.editor.context.cursor import Step

    Shape: TypeAlias = Literal["object", "list", "value"]

_KEYED = ("quotations", "claims", "images")
"""Lists that an annotated article's front matter may write as a mapping from ids."""


class Member(NamedTuple):
    """A member that an object can have, and what stands there."""

    name: str
    place: Place
    is_required: bool


class Place:
    """A place in a document, as the schema describes it; *stated* is what that says there."""

    def __init__(self, stated: Mapping[str, Any]) -> None:
        self._stated = stated
        self._part = resolved(stated, schema("document"))

    @property
    def title(self) -> str:
        """Return what the value here is called; empty where the schema knows of none."""
        return str(self._said("title") or "")

    @property
    def description(self) -> str:
        """Return what the value here is for, in Markdown."""
        return str(self._said("description") or "")

    @property
    def example(self) -> str:
        """Return an example of the value here, on one line; empty for none."""
        examples = self._said("examples")
        if not examples:
            return ""
        return examples[0] if isinstance(examples[0], str) else json.dumps(examples[0], ensure_ascii=False)

    @property
    def shape(self) -> Shape:
        """Return whether an object, a list or a plain value stands here; what may be either is written plainly."""
        kinds = self._part.get("type", "string")
        return "object" if kinds == "object" else "list" if kinds == "array" else "value"

    @property
    def values(self) -> list[str]:
        """Return the words of which the value here is one; none where it is free."""
        return [one for one in self._part.get("enum", ()) if isinstance(one, str)]

    @property
    def members(self) -> list[Member]:
        """Return the members that an object here can have, those that it needs first, else in the format's order."""
        needed = self._part.get("required", ())
        every = self._part.get("properties", {}).items()
        found = [Member(name, Place(stated), name in needed) for name, stated in every]
        return sorted(found, key=lambda one: not one.is_required)

    def _said(self, word: str) -> Any:  # noqa: ANN401 - whatever a schema holds
        return self._stated.get(word) or self._part.get(word)


def place_at(path: tuple[Step, ...]) -> Place:
    """Return the place to which a path leads; one that the schema does not know says nothing."""
    if len(path) > 1 and path[0] in _KEYED and isinstance(path[1], str):
        path = (path[0], 0, *path[2:])
    return Place(stated_at(pointer_of(path)))
