"""Whether two values are the same, and where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.json_value import pointer_to

if TYPE_CHECKING:
    from pincite.model.json_value import Json, JsonObject


def same(one: Json, other: Json) -> bool:
    """Return whether two values are the same in type, too (``1`` is neither ``1.0`` nor true); no order of members."""
    return difference(one, other) is None


def difference(one: Json, other: Json, at: str = "") -> str | None:
    """Return the JSON Pointer of the first place where two values differ, None where they are the same."""
    if one is other:  # what no change touched
        return None
    if type(one) is not type(other):
        return at
    if isinstance(one, dict) and isinstance(other, dict):
        return _in_objects(one, other, at)
    if isinstance(one, list) and isinstance(other, list):
        return _in_lists(one, other, at)
    return None if one == other else at


def _in_objects(one: JsonObject, other: JsonObject, at: str) -> str | None:
    for name, inner in one.items():
        if name not in other:
            return pointer_to(at, name)
        found = difference(inner, other[name], pointer_to(at, name))
        if found is not None:
            return found
    return next((pointer_to(at, name) for name in other if name not in one), None)


def _in_lists(one: list[Json], other: list[Json], at: str) -> str | None:
    for number, (inner, theirs) in enumerate(zip(one, other, strict=False)):
        found = difference(inner, theirs, pointer_to(at, number))
        if found is not None:
            return found
    return None if len(one) == len(other) else pointer_to(at, min(len(one), len(other)))
