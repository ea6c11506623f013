"""The schema itself: well formed, documented, every constraint of it felt, and read alike by every engine."""

from __future__ import annotations

import copy
import json
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from pincite.model import format as format_types
from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.schemas import names, schema
from pincite.structure.diagnosis import faults_of
from pincite.structure.gate import Gate
from pincite.structure.shapes import MEANINGS, SHAPES
from tests.unit.schema_walk import constraints, faulty, full, parts, resolved, without

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

    from pincite.model.json_value import Json
    from tests.unit.schema_walk import Path as SchemaPath

ROOT = Path(__file__).resolve().parents[2]
WRITTEN = ["config", "dataset", "document", "report"]
DOCUMENT = schema("document")
ENGINES = {
    "config": Draft202012Validator,
    "dataset": Draft202012Validator,
    "document": Draft202012Validator,
    "report": Draft202012Validator,
    "document.draft-07": Draft7Validator,
}


# ---- form


@pytest.mark.parametrize("name", names())
def test_it_is_a_json_schema(name: str) -> None:
    engine = ENGINES[name]
    engine.check_schema(schema(name))
    assert schema(name)["$schema"] == engine.META_SCHEMA["$schema" if "$id" in engine.META_SCHEMA else "id"]


def test_every_schema_has_an_identifier_of_its_own_with_its_version() -> None:
    identifiers = [schema(name)["$id"] for name in names()]
    assert len(set(identifiers)) == len(identifiers) > 1
    assert all(one.startswith("https://w3id.org/pincite/1.0/") for one in identifiers)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_member_and_definition_is_documented(name: str) -> None:
    bare = [
        (path, keyword)
        for path, part in parts(schema(name))
        if not path or path[-2] in {"properties", "$defs"}
        if "then" not in path
        for keyword in ("title", "description", "examples")
        if not part.get(keyword)
    ]
    assert bare == []


@pytest.mark.parametrize("name", WRITTEN)
def test_every_example_keeps_to_its_own_part(name: str) -> None:
    definitions = schema(name).get("$defs", {})
    wrong = [
        (path, example)
        for path, part in parts(schema(name))
        for example in part.get("examples", [])
        if not Draft202012Validator({**part, "$defs": definitions}).is_valid(example)
    ]
    assert wrong == []


def test_every_pattern_refuses_a_line_end_behind_the_value() -> None:
    patterns = {part["pattern"] for _, part in parts(DOCUMENT) if "pattern" in part}
    assert patterns
    assert [one for one in patterns if not one.endswith(r"(?!\n)$")] == []


def test_only_keywords_that_mean_the_same_in_every_draft_are_used() -> None:
    new = {
        "unevaluatedProperties",
        "unevaluatedItems",
        "$dynamicRef",
        "prefixItems",
        "dependentRequired",
        "format",
    }
    assert [path for path, part in parts(DOCUMENT) if new & part.keys() or "oneOf" in part] == []


# ---- every constraint is felt


def where(error: ValidationError) -> SchemaPath:
    """Return the path of the constraint that an error is about, with references followed."""
    path: list[str | int] = []
    part: Any = DOCUMENT
    for step in error.absolute_schema_path:
        if isinstance(part, dict) and step not in part:
            path = ["$defs", part["$ref"].rpartition("/")[2]]
            part = resolved(DOCUMENT, part)
        path.append(step)
        part = part[step]
    if error.validator == "required":
        wanted: Any = error.validator_value
        path.append(next(name for name in wanted if error.message.startswith(repr(name))))
    return tuple(path)


@cache
def refused() -> dict[SchemaPath, list[Json]]:
    """Return documents with one error, by the constraint it is about."""
    found: dict[SchemaPath, list[Json]] = {}
    engine = Draft202012Validator(DOCUMENT)
    for document in faulty(DOCUMENT):
        errors = list(engine.iter_errors(document))
        if len(errors) == 1:
            path = where(errors[0])
            found.setdefault(path, []).append(document)
            if "then" in path:  # what follows from a condition stands for the condition too
                found.setdefault((*path[: path.index("then")], "then"), []).append(document)
    return found


def test_the_full_document_is_valid_and_has_every_member() -> None:
    document = full(DOCUMENT, DOCUMENT)
    assert list(Draft202012Validator(DOCUMENT).iter_errors(document)) == []
    assert document.keys() == DOCUMENT["properties"].keys()
    assert document["sources"][0].keys() == DOCUMENT["$defs"]["source"]["properties"].keys()


@pytest.mark.parametrize(
    "path", sorted(constraints(DOCUMENT), key=str), ids=lambda path: "/".join(map(str, path))
)
def test_a_constraint_refuses_what_would_be_accepted_without_it(path: SchemaPath) -> None:
    documents = refused().get(path, [])
    assert documents, "no document of the pool is refused by this constraint alone"
    looser = without(DOCUMENT, path)
    document = documents[0]
    assert Draft202012Validator(looser).is_valid(document)
    assert Gate(looser).accepts(document)
    assert not Gate(DOCUMENT).accepts(document)


def test_a_constraint_that_nothing_feels_would_be_noticed() -> None:
    assert ("$defs", "source", "properties", "title", "maxLength") not in refused()
    assert ("required", "article") in refused()


# ---- types of Python


CLASSES = {
    "DocumentData": "",
    "ArchiveEntry": "archive_entry",
    "ArticleText": "article_text",
    "ImageBundle": "image_bundle",
} | {
    name: name.lower()
    for name in (
        "Alt", "Anchor", "Annotation", "Archive", "Article", "Block", "Citation", "Claim", "Container", "Copy",
        "Depicts", "Derivation", "Evidence", "Image", "Missing", "Name", "Original", "Passage", "Quotation",
        "Region", "Relation", "Segment", "Series", "Source", "Tool", "Uncited",
    )
}  # fmt: skip


def annotation(part: dict[str, Any]) -> str:
    """Return how Python writes the type of a member; a number as printed is text by then."""
    name = part.get("$ref", "").rpartition("/")[2]
    target = resolved(DOCUMENT, part)
    if name == "evidence":
        return "str | Evidence"
    if name and name in CLASSES.values():
        return next(cls for cls, one in CLASSES.items() if one == name)
    if "items" in target:
        return f"list[{annotation(target['items'])}]"
    types = target["type"]
    if types == "object":
        inner = next(iter(target.get("properties", {}).values()), target.get("additionalProperties"))
        return f"dict[str, {annotation(inner) if isinstance(inner, dict) else 'Any'}]"
    kind = "string" if "string" in types else types
    return {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}[kind]


def written(hint: Any) -> str:  # noqa: ANN401 - whatever stands in a TypedDict
    text = hint.__forward_arg__ if hasattr(hint, "__forward_arg__") else hint
    return text if isinstance(text, str) else str(hint.__name__)


@pytest.mark.parametrize("name", CLASSES)
def test_the_types_have_exactly_the_members_of_the_schema(name: str) -> None:
    part = DOCUMENT["$defs"][CLASSES[name]] if CLASSES[name] else DOCUMENT
    hints = {member: written(hint) for member, hint in getattr(format_types, name).__annotations__.items()}
    required = {member for member, hint in hints.items() if hint.startswith("Required[")}
    types = {
        member: hint.removeprefix("Required[").removesuffix("]" if member in required else "")
        for member, hint in hints.items()
    }
    assert required == set(part.get("required", []))
    assert types == {member: annotation(inner) for member, inner in part["properties"].items()}


@pytest.mark.parametrize("name", ["DocumentData", "Quotation", "Claim", "Image"])
def test_what_annotated_articles_put_in_order_by_its_type_is_in_that_of_the_schema(name: str) -> None:
    part = DOCUMENT["$defs"][CLASSES[name]] if CLASSES[name] else DOCUMENT
    assert list(getattr(format_types, name).__annotations__) == list(part["properties"])


def test_every_object_of_the_schema_has_its_type() -> None:
    objects = {name for name, part in DOCUMENT["$defs"].items() if "properties" in part} - {"locator"}
    assert objects == set(CLASSES.values()) - {""}


# ---- one verdict, whatever the engine


@cache
def gates() -> tuple[Gate, Gate]:
    """Return the gate of the schema alone, and the one that also knows calendars and checksums."""
    return Gate(DOCUMENT), Gate(DOCUMENT, MEANINGS)


@cache
def engines() -> list[Any]:
    found: list[Any] = [Draft202012Validator(DOCUMENT)]
    if "document.draft-07" in names():
        found.append(Draft7Validator(schema("document.draft-07")))
    return found


def agree(document: Json) -> bool:
    """Assert that all engines judge a document alike, and return the verdict of the schema."""
    plain, meaning = gates()
    verdicts = {engine.is_valid(document) for engine in engines()} | {plain.accepts(document)}
    assert len(verdicts) == 1, document
    valid = verdicts.pop()
    if valid:  # beyond the schema, calendars and checksums; what the schema refuses, they cannot make good
        assert meaning.accepts(document) == (faults_of(document) == ([], 0)), document
    else:
        assert not meaning.accepts(document)
    return valid


def files() -> list[Path]:
    return sorted(
        path
        for folder in ("examples", "tests/cases")
        for path in (ROOT / folder).rglob("*.pincite.*")
        if path.name.endswith(SUFFIXES)
    )


def test_engines_agree_on_every_file_of_the_repository() -> None:
    verdicts = [
        agree(raw.data) for path in files() for raw in read(str(path)) if isinstance(raw, RawDocument)
    ]
    assert verdicts.count(True) > 50
    assert verdicts.count(False) > 20


def test_engines_agree_on_every_spoilt_document() -> None:
    verdicts = [agree(document) for document in faulty(DOCUMENT)]
    assert verdicts.count(False) > 500
    assert verdicts.count(True) > 50


ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([1.0, 0.0, -0.0, 1871.0, 1e300, "", "a", "a\n", "1.0", "q1", "1918-04-02", "https://example.org", "é", "\ud7ff"]),
    st.text(max_size=5),
    st.just([]),
    st.just({}),
)  # fmt: skip


@given(st.data())
def test_engines_agree_on_documents_spoilt_at_random(data: st.DataObject) -> None:
    document = copy.deepcopy(full(DOCUMENT, DOCUMENT))
    for _ in range(data.draw(st.integers(1, 3))):
        owner: Any = document
        while True:
            keys = list(owner) if isinstance(owner, dict) else list(range(len(owner)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            if isinstance(owner[key], (dict, list)) and owner[key] and data.draw(st.integers(0, 4)):
                owner = owner[key]
                continue
            if data.draw(st.booleans()):
                owner[key] = data.draw(ANY)
            else:
                del owner[key]
            break
        if isinstance(owner, dict):
            owner[data.draw(st.sampled_from(["id", "type", "path", "missing", "x", ""]))] = data.draw(ANY)
    as_read = json.loads(json.dumps(document))
    assert agree(as_read) or faults_of(as_read)[0]


SMALL: list[tuple[dict[str, Any], list[Any]]] = [
    ({"type": "integer"}, [1, 1.0, 1.5, True, "1", None, 1e300, 10**400]),
    ({"type": "number"}, [1, 1.5, True, "1", None]),
    ({"type": ["string", "null"]}, ["", None, 0, False]),
    ({"enum": ["a", 1, True, None, [1]]}, ["a", 1, 1.0, True, False, 0, None, [1], [1.0], [True], "b"]),
    ({"const": 1}, [1, 1.0, True, "1"]),
    ({"const": [1]}, [[1], [True], [1.0]]),
    ({"minimum": 1, "maximum": 3}, [0, 1, 3, 3.5, True, "9"]),
    ({"exclusiveMinimum": 1}, [1, 1.0, 1.5, "0"]),
    ({"minLength": 2, "maxLength": 3}, ["a", "ab", "abc", "abcd", "🔑", "🔑🔑", 5]),
    ({"minItems": 1, "uniqueItems": True}, [[], [1], [1, 1.0], [1, True], [0, False], [{}, {}], [[1], [True]], "x"]),
    ({"minProperties": 1}, [{}, {"a": 1}, []]),
    ({"pattern": "^[0-9]+(?!\\n)$"}, ["1", "1\n", "x", 1]),
    ({"propertyNames": {"pattern": "^a"}, "additionalProperties": {"type": "string"}}, [{"a": "x"}, {"b": "x"}, {"a": 1}, {}, 3]),
    ({"properties": {"a": {"not": {}}}, "required": ["b"]}, [{"b": 1}, {"a": 1, "b": 1}, {}, []]),
    ({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}, [{}, {"a": 1}, {"a": 1, "b": 1}, {"c": 1}, 3]),
    ({"allOf": [{"type": "string"}, {"minLength": 1}]}, ["", "a", 1]),
    ({"items": {"$ref": "#/$defs/x"}, "$defs": {"x": {"type": "string"}}}, [[], ["a"], [1], "a"]),
]  # fmt: skip


@pytest.mark.parametrize(("small", "values"), SMALL, ids=lambda value: str(value)[:40])
def test_the_gate_knows_each_keyword_as_jsonschema_does(small: dict[str, Any], values: list[Any]) -> None:
    gate, engine = Gate(small), Draft202012Validator(small)
    verdicts = [gate.accepts(value) for value in values]
    assert verdicts == [engine.is_valid(value) for value in values]
    assert len(set(verdicts)) == 2


@pytest.mark.parametrize(
    "unknown",
    [
        {"format": "date"},
        {"$ref": "#/$defs/x", "$defs": {"x": {"format": "date"}}},
        {"items": {"prefixItems": []}},
        {"allOf": [{"unevaluatedProperties": False}]},
        {"if": {"dependentRequired": {}}},
    ],
)
def test_the_gate_refuses_a_keyword_it_does_not_know(unknown: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="the gate does not know the schema keyword"):
        Gate(unknown)


@pytest.mark.parametrize("closed", [True, False])
def test_the_gate_refuses_an_unknown_keyword_of_a_member_when_it_gets_there(*, closed: bool) -> None:
    gate = Gate({"properties": {"a": {"oneOf": []}}, "additionalProperties": not closed})
    assert gate.accepts({"b": 1}) != closed
    with pytest.raises(ValueError, match="'oneOf'"):
        gate.accepts({"a": 1})


def test_a_definition_inside_itself_is_judged() -> None:
    node = {
        "type": "object",
        "properties": {"inner": {"$ref": "#/$defs/node"}},
        "additionalProperties": False,
    }
    gate = Gate({"$ref": "#/$defs/node", "$defs": {"node": node}})
    assert gate.accepts({"inner": {"inner": {}}})
    assert not gate.accepts({"inner": {"inner": {"other": 1}}})


def test_every_meaning_belongs_to_a_definition() -> None:
    assert MEANINGS.keys() <= SHAPES.keys() <= DOCUMENT["$defs"].keys()
    patterns = [DOCUMENT["$defs"][name]["pattern"] for name in SHAPES]
    assert len(patterns) == len(set(patterns))
    assert {name for name, shape in SHAPES.items() if shape.fault} == MEANINGS.keys()


@pytest.mark.parametrize("number", [math.inf, -math.inf, math.nan])
def test_the_gate_survives_numbers_that_json_does_not_have(number: float) -> None:
    assert not Gate({"type": "integer"}).accepts(number)
