"""Hints for values of the wrong type: how to write what was meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.structure.outline import example_at, part_at
from pincite.structure.showing import as_written, cut, flow, member_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from pincite.model.json_value import Json

_PLAIN_MEMBERS = ("literal", "reason", "raw", "text", "source", "name", "title", "path")
"""Members that hold what people write who leave out the object around it."""


_LONGEST_EXAMPLE = 60
"""Characters of an example that a hint shows."""


def type_hint(pointer: str, value: Json, wanted: Collection[str]) -> str | None:
    """Return how to write *value* so that it is of a wanted type."""
    if not pointer:
        return "begin with 'pincite' and 'article'"
    if value is None:
        return "give it a value, or leave it out"
    if "array" in wanted:
        return _list_hint(pointer, value)
    if "object" in wanted:
        return _object_hint(pointer, value)
    return _text_hint(pointer, value) if "string" in wanted else None


def _text_hint(pointer: str, value: Json) -> str | None:
    if isinstance(value, (int, float)):
        return f'write it in quotation marks: {member_of(pointer)}: "{cut(json.dumps(value))}"'
    if isinstance(value, dict) and list(value.values()) == [None]:
        return "in YAML, text that begins with a brace stands in quotation marks"
    if isinstance(value, list) and "/locator/" in pointer:
        return _pages_hint(pointer, value)
    return None


def _object_hint(pointer: str, value: Json) -> str | None:
    """Return how to write a mapping, from the value where it can be kept, else from the schema's example."""
    written = _as_object(pointer, value) if isinstance(value, str) else None
    if written:
        return f"write {written}"
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
        written = as_written(value) if "string" in items else _as_object(f"{pointer}/0", value)
        return f"write a list: {member}: [{written or ' … '}]"
    return f"write a list: {member}: [ … ]"


def _as_object(pointer: str, text: str) -> str | None:
    """Return a text as the object that the schema wants at *pointer*, under the member made for plain words."""
    known = part_at(pointer).get("properties", {})
    name = next((name for name in _PLAIN_MEMBERS if name in known), None)
    return f"{{{name}: {as_written(text)}}}" if name else None
