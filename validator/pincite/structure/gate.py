"""A fast yes or no: the published schema compiled into nested predicates.

Nearly every file of a run is valid, and importing a JSON Schema library costs more time than reading the
file. So the schema itself (its keywords that mean the same in every draft since 7) is compiled, member by
member and only where a document needs it. A "no" is only a no: ``diagnosis`` then asks ``jsonschema`` what is
wrong. That both always agree is proved by a differential test.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping
    from typing import Any, TypeAlias

    from pincite.model.json_value import Json

    Predicate: TypeAlias = Callable[[Json], bool]
    Schema: TypeAlias = Mapping[str, Any]

_ANNOTATIONS = {"$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default"}


class Gate:
    """One compiled schema; ``accepts(value)`` is its verdict.

    ``meanings`` adds a test to scalars: name of a definition to a predicate over strings that have its shape
    (calendars, checksums); ``ignore`` names keywords to pass over. Raises ValueError for a keyword it does not
    know: a silent gap would be a fault that nobody reports.
    """

    def __init__(
        self,
        schema: Schema,
        meanings: Mapping[str, Callable[[str], bool]] | None = None,
        ignore: Container[str] = (),
    ) -> None:
        self._definitions = schema.get("$defs", {})
        self._meanings = meanings or {}
        self._ignore = ignore
        self._compiled: dict[str, Predicate] = {}
        self._lists = schema.get("properties", {})
        self.accepts = self._compile(schema)

    def accepts_item(self, member: str, item: Json) -> bool:
        """Return the verdict on an item of the list *member* of the whole, or on the member itself where it is no list."""
        key = f"items of {member}"
        if key not in self._compiled:
            part = self._lists[member]
            self._compiled[key] = self._compile(part.get("items", part))
        return self._compiled[key](item)

    def _compile(self, schema: Schema) -> Predicate:
        tests = [
            make(self, schema[keyword], schema)
            for keyword, make in _KEYWORDS.items()
            if keyword in schema
            and make is not None
            and keyword not in self._ignore
            and not (keyword == "type" and self._tells_type(schema))
        ]
        unknown = schema.keys() - _KEYWORDS.keys() - _ANNOTATIONS
        if unknown:
            raise ValueError(f"the gate does not know the schema keyword {min(unknown)!r}")
        if _OBJECT & schema.keys():
            tests.append(self._object(schema))
        said = frozenset(keyword for keyword in schema if keyword not in _ANNOTATIONS)
        common = _COMMON.get((str(schema.get("type")), said))
        if common is not None and not any(keyword in self._ignore for keyword in said):
            return common(schema, tests)
        if len(tests) == 1:
            return tests[0]
        if len(tests) == 2:  # noqa: PLR2004 - the common case, spared a loop on the hot path
            first, second = tests
            return lambda value: first(value) and second(value)
        return _each_of(tuple(tests))

    def _tells_type(self, schema: Schema) -> bool:
        """Return whether another keyword's test refuses other types too, so that the type needs none of its own."""
        wanted = schema["type"]
        return (
            (wanted == "object" and bool(_OBJECT & schema.keys()))
            or (wanted == "array" and "items" in schema)
            or (wanted == "string" and "pattern" in schema and "pattern" not in self._ignore)
        )

    def _reference(self, target: str, _: Schema) -> Predicate:
        """Return the test of a definition, compiled once; one inside itself is looked up at each value."""
        name = target.removeprefix("#/$defs/")

        def inside_itself(value: Json) -> bool:
            return self._compiled[name](value)

        if name not in self._compiled:
            self._compiled[name] = inside_itself
            self._compiled[name] = self._definition(name)
        return self._compiled[name]

    def _definition(self, name: str) -> Predicate:
        test = self._compile(self._definitions[name])
        meaning = self._meanings.get(name)
        if meaning is None:
            return test
        return lambda value: test(value) and (not isinstance(value, str) or meaning(value))

    def _object(self, schema: Schema) -> Predicate:
        members = _Members(self._compile, schema.get("properties", {}))
        required = tuple(schema.get("required", ()))
        others = schema.get("additionalProperties", True)
        other_types = schema.get("type") != "object"
        names = schema.get("propertyNames")
        if isinstance(others, bool) and names is None:
            kind = _open if others else _closed
            return kind(members, required, other_types=other_types)
        other = self._compile({"not": {}} if others is False else {} if others is True else others)
        named = self._compile({} if names is None else names)

        def test(value: Json) -> bool:
            if not isinstance(value, dict):
                return other_types
            return all(name in value for name in required) and all(
                (members[name] if name in members.listed else other)(inner) and named(name)
                for name, inner in value.items()
            )

        return test

    def _items(self, inner: Schema, schema: Schema) -> Predicate:
        item = self._compile(inner)
        other_types = schema.get("type") != "array"
        return lambda value: all(map(item, value)) if isinstance(value, list) else other_types

    def _all_of(self, parts: list[Schema], _: Schema) -> Predicate:
        return _each_of(tuple([self._compile(part) for part in parts]))

    def _if(self, condition: Schema, schema: Schema) -> Predicate:
        applies = self._compile(condition)
        then = self._compile(schema.get("then", {}))
        otherwise = self._compile(schema.get("else", {}))
        return lambda value: then(value) if applies(value) else otherwise(value)

    def _not(self, inner: Schema, _: Schema) -> Predicate:
        test = self._compile(inner)
        return lambda value: not test(value)


def _each_of(tests: tuple[Predicate, ...]) -> Predicate:
    """Return the test that all of several tests are passed."""

    def test(value: Json) -> bool:
        for one in tests:  # noqa: SIM110 - a generator costs more than the tests
            if not one(value):
                return False
        return True

    return test


class _Members(dict[str, "Predicate"]):
    """The tests of an object's listed members, each compiled when the first document has the member."""

    def __init__(self, compiled: Callable[[Schema], Predicate], listed: Mapping[str, Schema]) -> None:
        super().__init__()
        self.listed = listed
        self._compiled = compiled

    def __missing__(self, name: str) -> Predicate:
        self[name] = self._compiled(self.listed[name])
        return self[name]


def _closed(members: _Members, required: tuple[str, ...], *, other_types: bool) -> Predicate:
    """Return the test of an object that has listed members only, as nearly all objects of the format."""
    listed = members.listed
    # objects have few combinations of members, and a run meets each of them a thousand times
    known: dict[tuple[str, ...], tuple[Predicate, ...] | None] = {}

    def tests_for(names: tuple[str, ...]) -> tuple[Predicate, ...] | None:
        fitting = all(name in names for name in required) and all(name in listed for name in names)
        found = tuple([members[name] for name in names]) if fitting else None
        if len(known) < _REMEMBERED:
            known[names] = found
        return found

    def test(value: Json) -> bool:
        if not isinstance(value, dict):
            return other_types
        names = tuple(value)
        try:
            tests = known[names]
        except KeyError:
            tests = tests_for(names)
        if tests is None:
            return False
        for inner_test, inner in zip(tests, value.values()):  # noqa: B905, SIM110 - as many as names; as below
            if not inner_test(inner):
                return False
        return True

    return test


_REMEMBERED = 1024
"""Combinations of members that are remembered of a kind of object."""


def _open(members: _Members, required: tuple[str, ...], *, other_types: bool) -> Predicate:
    """Return the test of an object that may have any other members: a condition on one or two, mostly."""
    listed = tuple(members.listed)

    def test(value: Json) -> bool:
        if not isinstance(value, dict):
            return other_types
        for name in required:
            if name not in value:
                return False
        for name in listed:  # noqa: SIM110 - a generator costs more than the tests
            if name in value and not members[name](value[name]):
                return False
        return True

    return test


def _type(names: str | list[str], _gate: Gate, _: Schema) -> Predicate:
    wanted = {names} if isinstance(names, str) else set(names)
    plain = tuple(_CLASSES[name] for name in wanted if name in _CLASSES)
    whole, any_number, boolean = "integer" in wanted, "number" in wanted, "boolean" in wanted

    def test(value: Json) -> bool:
        if isinstance(value, plain):
            return True
        if isinstance(value, bool):
            return boolean
        if isinstance(value, int):
            return any_number or whole
        if isinstance(value, float):
            return any_number or (whole and value.is_integer())
        return False

    return test


_CLASSES: dict[str, type] = {"string": str, "object": dict, "array": list, "null": type(None)}


def _offset(schema: Schema, tests: list[Predicate]) -> Predicate:
    """Return the test of an integer from a minimum on in one step; what is not plainly right takes all of them."""
    low = schema["minimum"]
    return lambda value: (type(value) is int and value >= low) or all(test(value) for test in tests)


def _text(schema: Schema, _: list[Predicate]) -> Predicate:
    """Return the test of a string of a minimum length in one step."""
    low = schema["minLength"]
    return lambda value: isinstance(value, str) and len(value) >= low


_COMMON: dict[tuple[str, frozenset[str]], Callable[[Schema, list[Predicate]], Predicate]] = {
    ("integer", frozenset({"type", "minimum"})): _offset,
    ("string", frozenset({"type", "minLength"})): _text,
}
"""The commonest schemas by type and keywords: nearly every value of a document is an offset or a plain text."""


def _enum(values: list[Json]) -> Predicate:
    if all(isinstance(value, str) for value in values):
        listed = frozenset(value for value in values if isinstance(value, str))
        return lambda value: isinstance(value, str) and value in listed
    return lambda value: any(_equal(value, one) for one in values)


def _equal(one: Json, other: Json) -> bool:
    """Compare as JSON does: 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_equal(one[name], other[name]) for name in one)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _pattern(pattern: str, schema: Schema) -> Predicate:
    search = None
    other_types = schema.get("type") != "string"

    def test(value: Json) -> bool:
        nonlocal search
        if not isinstance(value, str):
            return other_types
        if search is None:
            search = re.compile(pattern).search
        return search(value) is not None

    return test


def _number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _unique(value: Json) -> bool:
    if not isinstance(value, list):
        return True
    try:
        return len({(type(item) is bool, item) for item in value}) == len(value)
    except TypeError:  # an unhashable item
        return not any(_equal(item, value[later]) for at, item in enumerate(value) for later in range(at))


_KEYWORDS: dict[str, Callable[[Gate, Any, Schema], Predicate] | None] = {
    "$ref": Gate._reference,  # noqa: SLF001 - the dispatch table of this very class
    "type": lambda gate, names, schema: _type(names, gate, schema),
    "enum": lambda _gate, values, _schema: _enum(values),
    "const": lambda _gate, wanted, _schema: lambda value: _equal(value, wanted),
    "pattern": lambda _gate, pattern, schema: _pattern(pattern, schema),
    "minLength": lambda _gate, low, _schema: lambda value: not isinstance(value, str) or len(value) >= low,
    "maxLength": lambda _gate, top, _schema: lambda value: not isinstance(value, str) or len(value) <= top,
    "minimum": lambda _gate, low, _schema: lambda value: not _number(value) or value >= low,
    "maximum": lambda _gate, top, _schema: lambda value: not _number(value) or value <= top,
    "exclusiveMinimum": lambda _gate, low, _schema: lambda value: not _number(value) or value > low,
    "minItems": lambda _gate, low, _schema: lambda value: not isinstance(value, list) or len(value) >= low,
    "minProperties": lambda _gate, low, _schema: (
        lambda value: not isinstance(value, dict) or len(value) >= low
    ),
    "uniqueItems": lambda _gate, wanted, _schema: _unique if wanted else lambda _value: True,
    "items": Gate._items,  # noqa: SLF001
    "allOf": Gate._all_of,  # noqa: SLF001
    "if": Gate._if,  # noqa: SLF001
    "not": Gate._not,  # noqa: SLF001
    # together, in one pass over the members: see Gate._object; "then" and "else": see Gate._if
    "properties": None,
    "required": None,
    "additionalProperties": None,
    "propertyNames": None,
    "then": None,
    "else": None,
}
_OBJECT = {"properties", "required", "additionalProperties", "propertyNames"}
