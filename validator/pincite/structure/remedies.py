"""Hints for values of the wrong type: how to write what was meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.structure.outline import example_at, part_at
from pincite.structure.repairs import as_object, retyped
from pincite.structure.showing import as_written, cut, flow, member_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.model.json_value import Json

_LONGEST_EXAMPLE = 60
"""Characters of an example that a hint shows."""


def type_hint(pointer: str, value: Json, wanted: Collection[str], spelling: str | None = None) -> str | None:
    """Return how to write *value*, a number by its *spelling* in the file, so that it is of a wanted type."""
    if not pointer:
        return "begin with 'pincite' and 'article'"
    if value is None:
        return "give it a value, or leave it out"
    if "array" in wanted:
        return _list_hint(pointer, value)
    if "object" in wanted:
        return _object_hint(pointer, value)
    if "string" in wanted:
        return _text_hint(pointer, value, spelling)
    written = retyped(pointer, value, wanted)
    return (
        None
        if written is None
        else f"write it without quotation marks: {member_of(pointer)}: {flow(written)}"
    )


def _text_hint(pointer: str, value: Json, spelling: str | None) -> str | None:
    if isinstance(value, (int, float)):
        written = spelling or json.dumps(value)
        return f'write it in quotation marks: {member_of(pointer)}: "{cut(written)}"'
    if isinstance(value, dict) and list(value.values()) == [None]:
        return "in YAML, text that begins with a brace stands in quotation marks"
    if isinstance(value, list) and "/locator/" in pointer:
        return _pages_hint(pointer, value)
    alone = retyped(pointer, value, ("string",))
    how = "without brackets" if isinstance(value, list) else "as text"
    return None if alone is None else f"write it {how}: {member_of(pointer)}: {flow(alone)}"


def _object_hint(pointer: str, value: Json) -> str | None:
    """Return how to write a mapping, from the value where it can be kept, else from the schema's example."""
    written = as_object(pointer, value) if isinstance(value, str) else None
    if written:
        return f"write {flow(written)}"
    example = example_at(pointer)
    shown = flow(example) if isinstance(example, dict) and "properties" in part_at(pointer) else ""
    return f"for example {member_of(pointer)}: {shown}" if 0 < len(shown) <= _LONGEST_EXAMPLE else None


def _pages_hint(pointer: str, values: list[Json]) -> str | None:
    """Return how to write several pages, verses or lines as one text."""
    if not values or not all(isinstance(value, (str, int)) for value in values):
        return None
    member = member_of(pointer)
    all_of_them = f'"{cut(", ".join(map(str, values)))}"'
    if len(values) != 2:  # noqa: PLR2004 - two may be the ends of a range
        return f"write it as text: {member}: {all_of_them}"
    return f'write it as text: {member}: "{cut("-".join(map(str, values)))}" (a range) or {all_of_them}'


def _list_hint(pointer: str, value: Json) -> str:
    member = member_of(pointer)
    if isinstance(value, dict):
        return "a list, even of one: begin it with a dash in YAML, put it into [ … ] in JSON"
    items = part_at(f"{pointer}/0").get("type", ())
    if isinstance(value, str):
        written = as_written(value) if "string" in items else flow(as_object(f"{pointer}/0", value) or "…")
        return f"write a list: {member}: [{written}]"
    return f"write a list: {member}: [ … ]"
