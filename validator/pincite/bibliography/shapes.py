"""What values a source may have, by the schema, so that what is made of a bibliography keeps to it.

This is no validator of schemas: it knows the keywords that the schema has for sources. Numbers that the schema takes for printed
ones (``volume: 3``) are none here, for bibliographies are read as texts.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.model.json_value import Json, JsonObject


@cache
def types() -> frozenset[str]:
    """Return all types of sources."""
    return frozenset(cast("list[str]", _of_source("type")["enum"]))


def is_shaped(name: str, value: Json) -> bool:
    """Return whether a value is a text that the schema takes for a member of a source, or for a definition such as ``iri``."""
    rule = _of_source(name) or _definition(name)
    return isinstance(value, str) and _keeps(rule, value)


def fits(member: str, value: Json) -> bool:
    """Return whether the schema takes a value for a member of a source; for ``type`` the caller knows."""
    rule = _of_source(member)
    return member != "type" and bool(rule) and _keeps(rule, value)


@cache
def _definition(name: str) -> JsonObject:
    found: JsonObject = schema("document")["$defs"][name]
    return found


@cache
def _of_source(member: str) -> JsonObject:
    """Return the rule for a member of a source, an empty one for what is none."""
    return cast("JsonObject", cast("JsonObject", _definition("source")["properties"]).get(member, {}))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _keeps(rule: JsonObject, value: Json) -> bool:
    """Return whether a value keeps to a rule of the schema."""
    while "$ref" in rule:
        rule = _definition(str(rule["$ref"]).rpartition("/")[2])
    if "enum" in rule:
        return value in cast("list[Json]", rule["enum"])
    kind = rule["type"]
    if kind == "object":
        return isinstance(value, dict) and _keeps_as_object(rule, value)
    if kind == "array":
        return isinstance(value, list) and all(
            _keeps(cast("JsonObject", rule["items"]), one) for one in value
        )
    if kind == "boolean":
        return isinstance(value, bool)
    is_text = isinstance(value, str) and bool(value)
    return is_text and _pattern(str(rule.get("pattern", ""))).search(cast("str", value)) is not None


def _keeps_as_object(rule: JsonObject, value: JsonObject) -> bool:
    """Return whether an object has the members that it must have, and no others than it may have."""
    known = cast("dict[str, JsonObject]", rule.get("properties", {}))
    others = cast("JsonObject", rule.get("additionalProperties") or {})
    needed = cast("list[str]", rule.get("required", []))
    return (
        len(value) >= cast("int", rule.get("minProperties", 0))
        and all(name in value for name in needed)
        and all(
            (name in known or bool(others)) and _keeps(known.get(name, others), one)
            for name, one in value.items()
        )
    )
