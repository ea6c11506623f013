"""Fixes of schema faults: the value or the name that can only have been meant, where the schema takes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.bibliography.keys import is_id
from pincite.model.fix import Fix, put, remove, rename
from pincite.model.json_value import pointer_steps, pointer_to
from pincite.model.media_types import type_of_name
from pincite.model.nearness import meant_alone, same_spelt_otherwise
from pincite.schemas import schema
from pincite.structure.gate import Gate
from pincite.structure.other_names import OTHER_NAMES
from pincite.structure.outline import part_at, stated_at
from pincite.structure.respelling import respelt
from pincite.structure.shapes import MEANINGS, SHAPES
from pincite.structure.showing import cut, flow, member_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from pincite.model.fix import Safety
    from pincite.model.json_value import Json

_PLAIN_MEMBERS = ("literal", "reason", "raw", "text", "source", "name", "title", "path")
"""Members that hold what people write who leave out the object around it."""
_OF_NAMES = ("literal", "name")
"""Members under which a name stands, where the format has it as plain text."""
_SHORTEST = 3
"""Letters of a short form, as ``lang`` for ``language``."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}
_SEVERAL = re.compile(r"[,;&/]|\b(?:and|und|et|y|e|en|og|och|with)\b", re.IGNORECASE)
"""What may stand between two names, or between a family name and the given one after it."""


def accepts(pointer: str, value: Json) -> bool:
    """Return whether the schema takes *value* at *pointer*, calendars and check digits included."""
    stated = stated_at(pointer)
    return bool(stated) and Gate({**stated, "$defs": schema("document")["$defs"]}, MEANINGS).accepts(value)


def put_right(pointer: str, value: Json, safety: Safety = "safe", title: str | None = None) -> Fix | None:
    """Return the fix that writes *value*, None where the schema does not take it."""
    if not accepts(pointer, value):
        return None
    written = cut(flow(value))
    if not pointer_steps(pointer)[-1].isdecimal():  # an item of a list
        written = f"{member_of(pointer)}: {written}"
    return Fix(title or f"write {written}", safety, (put(pointer, value),))


def renamed(pointer: str, nearest: str, absent: Collection[str], value: Json) -> Fix | None:
    """Return the fix that gives an unknown member the name that was meant, None where it may have been another.

    A value that is not of the type that the member wants is written as that, if it can be.
    """
    parent, name = pointer.rpartition("/")[0], pointer_steps(pointer)[-1]
    safety: Safety
    if same_spelt_otherwise(name, nearest):
        safety = "safe"
    elif (
        meant_alone(name, nearest, absent)
        or (len(name) >= _SHORTEST and [one for one in absent if one.startswith(name.lower())] == [nearest])
        or [one for one in OTHER_NAMES.get(name.lower(), ()) if one in absent] == [nearest]
    ):
        safety = "unsafe"
    else:
        return None
    to = pointer_to(parent, nearest)
    title = f"rename '{cut(name)}' to '{nearest}'"
    if accepts(to, value):
        return Fix(title, safety, (rename(pointer, nearest),))
    right = _right(to, value)
    if right is None:
        # faults inside it are told, and mended, once it has its name
        return Fix(title, safety, (rename(pointer, nearest),)) if _is_of_its_type(to, value) else None
    written = right[0]
    safety = "unsafe" if right[1] == "unsafe" else safety
    title = f"{title}, and write {cut(flow(written))}"
    return Fix(title, safety, (put(pointer, written), rename(pointer, nearest)))


def _right(pointer: str, value: Json) -> tuple[Json, Safety] | None:
    """Return a value that the schema does not take as it can only be meant, in another type or spelling."""
    stated = stated_at(pointer)
    wanted = part_at(pointer).get("type", ())
    retyped_value = retyped(pointer, value, [wanted] if isinstance(wanted, str) else wanted)
    if retyped_value is not None and accepts(pointer, retyped_value):
        return retyped_value, "safe"
    shape = SHAPES.get(str(stated.get("$ref", "")).rpartition("/")[2])
    found = None
    if shape is not None and isinstance(value, str):
        found = respelt(shape.rule, value, lambda text: accepts(pointer, text))
    return None if found is None else (found.text, found.safety)


def _is_of_its_type(pointer: str, value: Json) -> bool:
    """Return whether a value is of the type that the schema wants at *pointer*, whatever is in it."""
    wanted = part_at(pointer).get("type")
    return Gate({"type": wanted}).accepts(value) if wanted else False


def moved_below(pointer: str, below: str, owner: Mapping[str, Json]) -> Fix | None:
    """Return the fix that moves a member of *owner* under the member that it belongs to."""
    parent, name = pointer.rpartition("/")[0], pointer_steps(pointer)[-1]
    around = pointer_to(parent, below)
    known = part_at(around).get("properties", {})
    inner = name if name in known else name.removesuffix("s")
    held = owner.get(below, {})
    if not isinstance(held, dict) or inner in held or not accepts(around, {**held, inner: owner[name]}):
        return None
    change = put(pointer_to(around, inner), owner[name]) if held else put(around, {inner: owner[name]})
    safety: Safety = "safe" if below == "locator" else "unsafe"
    return Fix(f"move '{name}' under '{below}'", safety, (change, remove(pointer)))


def listed(pointer: str, value: str, nearest: str, values: Collection[str]) -> Fix | None:
    """Return the fix that writes the listed value that was meant, None where it may have been another."""
    if same_spelt_otherwise(value, nearest):
        return put_right(pointer, nearest)
    return put_right(pointer, nearest, "unsafe") if meant_alone(value, nearest, values) else None


def retyped(pointer: str, value: Json, wanted: Collection[str], spelling: str | None = None) -> Json:
    """Return *value* as one of a wanted type that says the same, None where there is none or more than one.

    *spelling* is how a number is written in the file: 1.10 is another number of a volume than 1.1.
    """
    if "string" in wanted:
        return _as_text(value, spelling, in_locator="/locator/" in pointer)
    if "array" in wanted:
        return _as_list(pointer, value)
    if isinstance(value, str):
        if "object" in wanted:
            return as_object(pointer, value) if _is_one(pointer, value) else None
        if "boolean" in wanted:
            return _TRUTHS.get(value.strip().lower())
        if "integer" in wanted or "number" in wanted:
            return _as_number(value)
    return None


def as_object(pointer: str, text: str) -> Json:
    """Return a text as the object that the schema wants at *pointer*, under the member made for plain words."""
    known = part_at(pointer).get("properties", {})
    if "content" in known and type_of_name(text) is None:
        return {"content": text}
    name = next((name for name in _PLAIN_MEMBERS if name in known), None)
    if name == "raw" and is_id(text):
        name = "source"  # a citation that is printed as a bare word is rather an id
    return {name: text} if name else None


def _as_text(value: Json, spelling: str | None, *, in_locator: bool) -> Json:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return spelling if spelling is not None and _NUMBER.fullmatch(spelling) else None
    if isinstance(value, dict) and len(value) == 1:
        name, text = next(iter(value.items()))
        return text if name in _OF_NAMES and isinstance(text, str) else None
    if not isinstance(value, list) or not all(isinstance(one, str) or type(one) is int for one in value):
        return None
    if len(value) == 1:
        return str(value[0])
    # two may be the ends of a range
    return ", ".join(map(str, value)) if in_locator and len(value) > 2 else None  # noqa: PLR2004


def _as_list(pointer: str, value: Json) -> Json:
    if isinstance(value, dict):
        return [value] if value else None
    if not isinstance(value, str):
        return None
    item = pointer_to(pointer, 0)
    if "string" in part_at(item).get("type", ()):
        return [value]
    inner = as_object(item, value) if _is_one(item, value) else None
    return None if inner is None else [inner]


def _is_one(pointer: str, text: str) -> bool:
    """Return whether a text can be taken for one thing: a name is none that may be two, or have its parts swapped."""
    return "literal" not in part_at(pointer).get("properties", {}) or not _SEVERAL.search(text)


def _as_number(text: str) -> Json:
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    return float(text) if "." in text else int(text)
