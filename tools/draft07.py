"""Generates the draft-07 copy of the document's schema, for editors and older tools.

Every ``$ref`` is replaced by what it names, because draft-07 ignores whatever stands beside a ``$ref``: the titles,
descriptions and examples of members would be lost in editors. All other keywords the schema uses mean the same in both drafts.

Beside each pattern stands ``patternErrorMessage``, which the servers of VS Code for JSON and YAML show instead of the pattern:
nobody can read the one of dates. Validators pass over keywords that they do not know; Ajv wants ``strictSchema: false`` for it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.model.json_value import Json, JsonObject

PATH = "schema/document.draft-07.schema.json"
_DIALECT = "http://json-schema.org/draft-07/schema#"
_COMMENT = "Generated from document.schema.json by tools/generate.py; do not edit."
_MESSAGE = "patternErrorMessage"
_BESIDE = {"title", "description", "examples"}
"""What a member may say in its own words beside a ``$ref``."""
_BY_NAME = {"properties", "patternProperties"}
"""Keywords whose value maps names to schemas; any other object below a keyword is a schema itself."""
_DATA = {"examples", "enum", "const", "default", "required"}
"""Keywords whose value is data."""


def pages() -> dict[str, str]:
    """Return the schema's text under its path."""
    return {PATH: json.dumps(draft07(schema("document")), indent=2, ensure_ascii=False) + "\n"}


def draft07(published: JsonObject) -> JsonObject:
    """Return a schema of draft 2020-12 as one of draft-07 without ``$ref`` and ``$defs``.

    Raises ValueError for a ``$ref`` that leads elsewhere, leads to itself, or has constraints beside it.
    """
    body = {key: value for key, value in published.items() if key not in {"$schema", "$id", "$defs"}}
    head: JsonObject = {
        "$schema": _DIALECT,
        "$id": str(published["$id"]).replace("document.", "document.draft-07."),
        "$comment": _COMMENT,
    }
    return {**head, **_inlined(body, cast("JsonObject", published.get("$defs", {})), ())}


def _inlined(one: JsonObject, definitions: JsonObject, inside: tuple[str, ...]) -> JsonObject:
    name = str(one.get("$ref", "")).removeprefix("#/$defs/")
    if not name:
        return _explained({key: _value(key, value, definitions, inside) for key, value in one.items()})
    beside = {key: value for key, value in one.items() if key != "$ref"}
    if name not in definitions or name in inside or not beside.keys() <= _BESIDE:
        raise ValueError(f"cannot inline {one['$ref']}")
    target = _inlined(cast("JsonObject", definitions[name]), definitions, (*inside, name))
    return _explained({**beside, **{key: value for key, value in target.items() if key not in beside}})


def _explained(one: JsonObject) -> JsonObject:
    """Return a schema with what editors say where its pattern does not fit, by its own first example."""
    examples = one.get("examples")
    if "pattern" not in one or not isinstance(examples, list) or not examples:
        return one
    example = json.dumps(examples[0], ensure_ascii=False)
    return {**one, _MESSAGE: f"This is not written in the right form; right is, for example, {example}."}


def _value(key: str, value: Json, definitions: JsonObject, inside: tuple[str, ...]) -> Json:
    if key in _DATA:
        return value
    if key in _BY_NAME:
        named = cast("dict[str, JsonObject]", value)
        return {name: _inlined(one, definitions, inside) for name, one in named.items()}
    if isinstance(value, list):
        return [_inlined(one, definitions, inside) if isinstance(one, dict) else one for one in value]
    return _inlined(value, definitions, inside) if isinstance(value, dict) else value
