"""Walks over a schema: its parts, its constraints, full documents made from its examples, and faulty ones."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.json_value import Json

    Path = tuple[str | int, ...]

CONSTRAINTS = {
    "required",
    "enum",
    "pattern",
    "additionalProperties",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "minLength",
    "minProperties",
    "not",
    "then",
}


def parts(schema: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every subschema with its path, the whole first; what only decides an ``if`` is none."""
    pending: list[tuple[Path, dict[str, Any]]] = [((), schema)]
    while pending:
        path, part = pending.pop()
        yield path, part
        for keyword in ("properties", "$defs"):
            pending.extend(((*path, keyword, name), inner) for name, inner in part.get(keyword, {}).items())
        for keyword in ("items", "then", "else", "additionalProperties", "propertyNames"):
            pending += [((*path, keyword), one) for one in [part.get(keyword)] if isinstance(one, dict)]
        pending.extend(((*path, "allOf", at), inner) for at, inner in enumerate(part.get("allOf", [])))


def constraints(schema: dict[str, Any]) -> Iterator[Path]:
    """Yield the path of every constraint; a required member is one of its own, its name being the last step."""
    for path, part in parts(schema):
        for keyword in CONSTRAINTS & part.keys():
            if keyword == "required":
                yield from ((*path, keyword, name) for name in part[keyword])
            elif keyword != "additionalProperties" or part[keyword] is False:
                yield (*path, keyword)


def without(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    """Return a copy of the schema without one constraint."""
    copy = deepcopy(schema)
    *around, last = path
    owner: Any = copy
    for step in around:
        owner = owner[step]
    if isinstance(owner, list):
        owner.remove(last)
    else:
        del owner[last]
        if last == "then":
            del owner["if"]
    return copy


def resolved(schema: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def full(schema: dict[str, Any], part: dict[str, Any], *, excluding: bool = False) -> Any:  # noqa: ANN401 - JSON
    """Return a valid value that has every member it may have, made from the schema's examples.

    Where members exclude each other it has those that are excluded, or, on demand, the *excluding* one.
    """
    target = resolved(schema, part)
    if "properties" in target:
        left_out = excluded(target) if excluding else target["if"]["required"] if excluded(target) else []
        return {
            name: full(schema, inner, excluding=excluding)
            for name, inner in target["properties"].items()
            if name not in left_out
        }
    if "items" in target:
        item = resolved(schema, target["items"])
        first = full(schema, item, excluding=excluding)
        others = [one for one in item.get("examples", []) if _kind(one) != _kind(first)]
        return [first, *deepcopy(others)]
    if isinstance(target.get("additionalProperties"), dict):
        return {"title": full(schema, target["additionalProperties"], excluding=excluding)}
    return deepcopy((part.get("examples") or target["examples"])[0])


def excluded(target: dict[str, Any]) -> list[str]:
    """Return the members that the one named in the object's condition excludes."""
    then = target.get("then", {}).get("properties", {})
    return [name for name, inner in then.items() if "not" in inner]


def _kind(value: Json) -> Json:
    return value.get("type") if isinstance(value, dict) else "no object"


def faulty(schema: dict[str, Any]) -> Iterator[Json]:
    """Yield documents that differ from a full one in one place, one for each way to spoil each part."""
    seen: set[tuple[int, str]] = set()
    for excluding in (False, True):
        document = full(schema, schema, excluding=excluding)
        for at, part, value in _places(schema, schema, document, ()):
            target = resolved(schema, part)
            variant = (id(target), str(_kind(value)))
            if variant not in seen:
                seen.add(variant)
                for spoilt in _spoilt(schema, target, value):
                    yield _replaced(document, at, spoilt)


def _places(
    schema: dict[str, Any], part: dict[str, Any], value: Json, at: Path
) -> Iterator[tuple[Path, dict[str, Any], Json]]:
    yield at, part, value
    target = resolved(schema, part)
    if isinstance(value, dict):
        for name, inner in value.items():
            known = target.get("properties", {}).get(name, target.get("additionalProperties"))
            if isinstance(known, dict):
                yield from _places(schema, known, inner, (*at, name))
    elif isinstance(value, list) and "items" in target:
        for index, inner in enumerate(value):
            yield from _places(schema, target["items"], inner, (*at, index))


def _spoilt(schema: dict[str, Any], target: dict[str, Any], value: Json) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from ({key: inner for key, inner in value.items() if key != name} for name in value)
        for name, inner in target.get("properties", {}).items():
            if name not in value:
                more = {**value, name: full(schema, inner)}
                yield more
                for other in excluded(target):
                    yield {key: member for key, member in more.items() if key != other}
        yield from ({**value, "x": "y"}, {**value, "": next(iter(value.values()))}, {})
        return
    yield from ("", "%%", -1, 0, 101, 999, 10_000, 0.5, None, [], {}, True)
    if isinstance(value, str):
        yield from (f"{value}\n", f"\n{value}", value.upper(), value.lower(), value * 80)


def _replaced(document: Json, at: Path, value: Json) -> Json:
    if not at:
        return value
    copy = deepcopy(document)
    owner: Any = copy
    for step in at[:-1]:
        owner = owner[step]
    owner[at[-1]] = value
    return copy
