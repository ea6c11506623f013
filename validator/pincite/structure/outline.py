"""What the schema says about a place in a document: walked by JSON Pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.model.json_value import pointer_steps
from pincite.schemas import resolved, schema

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from pincite.model.json_value import Json

_SINGULAR = {
    "copies": "copy",
    "depicts": "depicted place",
    "derived_from": "derivation",
    "evidence": "evidence",
}


def part_at(pointer: str) -> Mapping[str, Any]:
    """Return the schema of the value at *pointer*; an empty one where the schema says nothing about it."""
    return resolved(stated_at(pointer), schema("document"))


def example_at(pointer: str) -> Json:
    """Return the schema's first example of the value at *pointer*, or None."""
    part = stated_at(pointer)
    found = part.get("examples") or resolved(part, schema("document")).get("examples") or [None]
    return cast("Json", found[0])


def stated_at(pointer: str) -> Mapping[str, Any]:
    """Return what the schema says at this very place, a reference perhaps."""
    whole = schema("document")
    part: Mapping[str, Any] = whole
    for step in pointer_steps(pointer):
        part = resolved(part, whole)
        if step in part.get("properties", {}):
            part = part["properties"][step]
        elif isinstance(part.get("additionalProperties"), dict):
            part = part["additionalProperties"]
        elif step.isdecimal() and "items" in part:
            part = part["items"]
        else:
            return {}
    return part


def kind_of(pointer: str) -> str:
    """Return what the object at *pointer* is called in a message: ``source``, ``citation``, ``article``."""
    steps = [step for step in pointer_steps(pointer) if not step.isdecimal()]
    if not steps:
        return "document"
    last = steps[-1]
    if len(steps) > 1 and steps[-2] == "archives":
        return f"archive '{last}'"
    if last in _SINGULAR:
        return _SINGULAR[last]
    return last.removesuffix("s").replace("_", " ") if pointer[-1:].isdecimal() else last.replace("_", " ")
