"""Annotations that other programs read: each satisfies W3C's assertions, and its selectors lead to the words."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT4

from pincite import convert, load
from pincite.export import carry_out, format_for, write
from pincite.export.identity import document_iri, iri_of, item_iri
from tests.export.filled import filled
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from pincite.model.format import DocumentData

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [
    *sorted((ROOT / "examples").glob("*/*.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
]


def beside(name: str) -> Path | None:
    """Return a folder of data that is not part of this repository, or None."""
    return next((path for path in (ROOT.parent / "shared" / name, ROOT / name) if path.is_dir()), None)


ORACLE = beside("oracles/web-annotation")
"""The assertions of W3C's test suite for the Web Annotation Data Model."""
ARTICLES = sorted((beside("corpus") or ROOT / "absent").glob("seeds/*.txt"))

needs_assertions = pytest.mark.skipif(ORACLE is None, reason="W3C's assertions are not here")

TERMS = frozenset(
    {
        "@context",
        "id",
        "type",
        "motivation",
        "purpose",
        "body",
        "target",
        "source",
        "selector",
        "creator",
        "created",
    }
    | {
        "generator",
        "rights",
        "name",
        "label",
        "value",
        "format",
        "language",
        "conformsTo",
        "start",
        "end",
        "exact",
    }
    | {"prefix", "suffix", "items", "partOf", "first", "last", "total", "startIndex"}
)
"""Names that the context anno.jsonld knows; any other would be dropped by a reader of linked data."""


# ---- the judge


formats = FormatChecker(formats=())


@formats.checks("uri")
def is_iri(value: object) -> bool:
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\x9f\ud800-\udfff]+", value)
    )


@formats.checks("date-time")
def is_moment(value: object) -> bool:
    return not isinstance(value, str) or bool(
        re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", value)
    )


def assertion(path: Path) -> dict[str, Any]:
    """Return a schema without its ``id``, which is relative and no address of the file."""
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    found.pop("id", None)
    return found


def judge(schema: dict[str, Any]) -> Draft4Validator:
    return Draft4Validator(schema, registry=definitions(), format_checker=formats)


@cache
def definitions() -> Registry[Any]:
    """Return the parts that the assertions share, by the names of their files."""
    assert ORACLE is not None
    return Registry().with_resources(
        (path.name, DRAFT4.create_resource(assertion(path)))
        for path in (ORACLE / "definitions").glob("*.json")
    )


@cache
def musts() -> dict[str, Draft4Validator]:
    """Return the assertions that every annotation must satisfy, by the names of their files."""
    assert ORACLE is not None
    named = json.loads((ORACLE / "annotations/annotationMusts.test").read_text("utf-8"))["assertions"]
    schemas = {name: assertion(ORACLE / name) for name in named}
    assert {(one["assertionType"], one["expectedResult"]) for one in schemas.values()} == {("must", "valid")}
    return {name: judge(one) for name, one in schemas.items()}


@cache
def definition(name: str) -> Draft4Validator:
    """Return a definition of W3C's for collections and pages."""
    return judge({"$ref": f"collections.json#/definitions/{name}"})


def failed(annotation: object) -> list[str]:
    return [name for name, one in musts().items() if not one.is_valid(annotation)]


def page(document: DocumentData, text: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(carry_out(document, "web-annotation", text).text)
    return found


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def assert_sound(found: dict[str, Any], number: int) -> None:
    assert len(found["items"]) == number
    assert [(one["id"], failed(one)) for one in found["items"] if failed(one)] == []
    assert keys(found) <= TERMS
    assert len({one["id"] for one in found["items"]}) == number
    for name in ("annotationPageTypeValueFound", "startIndexFound", "itemsFound", "partOfFound"):
        assert definition(name).is_valid(found), name
    for name in ("annotationCollectionTypeValueFound", "totalFound", "firstFound", "lastFound"):
        assert definition(name).is_valid(found["partOf"]), name


def count(document: DocumentData) -> int:
    return (
        len(document.get("quotations", []))
        + len(document.get("claims", []))
        + sum("missing" not in one for one in document.get("images", []))
    )


@needs_assertions
def test_there_are_as_many_assertions_as_w3c_has() -> None:
    assert len(musts()) == 54


@needs_assertions
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_annotation_of_an_example_satisfies_all_assertions(path: Path) -> None:
    document = load(path)
    assert_sound(page(document.data, document.text), count(document.data))


@needs_assertions
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_annotation_of_an_article_satisfies_all_assertions(path: Path) -> None:
    document = convert(path.read_text("utf-8"))
    assert_sound(page(document), count(document))
    assert count(document) > 0


@needs_assertions
def test_the_filled_document_satisfies_all_assertions() -> None:
    assert_sound(page(filled()), 4)


def without(*path: str | int) -> Callable[[Any], None]:
    def change(annotation: Any) -> None:  # noqa: ANN401 - any part of an annotation
        for step in path[:-1]:
            annotation = annotation[step]
        del annotation[path[-1]]

    return change


def having(*path: str | int, value: object) -> Callable[[Any], None]:
    def change(annotation: Any) -> None:  # noqa: ANN401 - as above
        for step in path[:-1]:
            annotation = annotation[step]
        annotation[path[-1]] = value

    return change


BROKEN: list[tuple[str, Callable[[Any], None]]] = [
    ("3.1-annotationContextValidated", without("@context")),
    ("3.1-annotationContextValidated", having("@context", value="https://www.w3.org/ns/anno.jsonld")),
    ("3.1-annotationIdValidated", without("id")),
    ("3.1-annotationIdValidated", having("id", value="a name")),
    ("3.1-annotationTypeValidated", having("type", value="Quotation")),
    ("3.1-targetKeyFound", without("target")),
    ("3.2-targetObjectsRecognized", without("target", "source")),
    ("3.2-targetObjectsRecognized", having("target", "source", value="the article")),
    ("3.2-bodyObjectsRecognized", without("body", 0, "source")),
    ("3.2-bodyObjectsRecognized", without("body", 2, "value")),
    ("3.2.5-notBodyBodyValue", having("bodyValue", value="twice")),
    ("3.3.1-annotationCreatedValidated", having("created", value="2022-07-08")),
    ("3.3.6-annotationRightsValidated", having("rights", value="CC0")),
    ("4.2-TextDataPositionSelectorValid", without("target", "selector", 0, "end")),
    ("4.2-TextDataPositionSelectorValid", having("target", "selector", 0, "start", value=-1)),
    ("4.2.4-textQuoteSelectorValid", without("target", "selector", 1, "exact")),
    ("4.2-fragmentCssXPathSelectorValid", without("body", 0, "selector", "value")),
    ("4.2-fragmentCssXPathSelectorValid", having("body", 0, "selector", "conformsTo", value="a locator")),
    ("4-bodySpecificResourceNoValue", having("body", 0, "value", value="words")),
    ("4.2-selectorValidIfPresent", having("target", "selector", value={"type": "Anchor"})),
]


@needs_assertions
@pytest.mark.parametrize(("assertion", "change"), BROKEN)
def test_a_broken_annotation_is_refused(assertion: str, change: Callable[[Any], None]) -> None:
    annotation = deepcopy(page(filled())["items"][0])
    change(annotation)
    assert [name for name in failed(annotation) if f"/{assertion}.json" in name] != []


# ---- what they say

BELLS: DocumentData = {
    "pincite": "1.0",
    "id": "https://example.org/bells",
    "article": {
        "title": "Bells",
        "url": "https://example.org/articles/bells.html",
        "text": {"content": "She wrote: “Two  bells\nrang.” (Day book, fol. 17) (IMG)"},
    },
    "sources": [
        {"id": "day-book", "type": "manuscript", "title": "Day book", "url": "https://example.org/day-book"}
    ],
    "quotations": [
        {
            "id": "bells-rang",
            "text": "Two bells rang.",
            "anchor": {"start": 12, "end": 28, "prefix": "wrote: “"},
            "citations": [
                {
                    "source": "day-book",
                    "locator": {"folio": "17", "line": "3 & 4"},
                    "raw": "(Day book, fol. 17)",
                    "images": ["leaf-17"],
                }
            ],
        }
    ],
    "images": [
        {
            "id": "leaf-17",
            "path": "scans/17.png",
            "media_type": "image/png",
            "region": {"unit": "percent", "x": 8, "y": 41.5, "w": 84, "h": 1e-7},
        }
    ],
    "annotation": {"by": {"literal": "Ada Fenn", "kind": "person"}, "on": "2022-07-08"},
}

DAY_BOOK: list[dict[str, Any]] = [
    {
        "type": "SpecificResource",
        "source": {"id": "https://example.org/bells#day-book", "label": "Day book"},
        "purpose": "identifying",
        "selector": {
            "type": "FragmentSelector",
            "conformsTo": "https://w3id.org/pincite/1.0/terms#locator",
            "value": "folio=17&line=3%20%26%204",
        },
    },
    {"type": "SpecificResource", "source": "https://example.org/day-book", "purpose": "linking"},
]
SHARED = {
    "creator": {"type": "Person", "name": "Ada Fenn"},
    "created": "2022-07-08T00:00:00Z",
}


def test_a_whole_page() -> None:
    exported = carry_out(BELLS, "web-annotation")
    assert json.loads(exported.text) == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://example.org/bells#/annotations/1",
        "type": "AnnotationPage",
        "partOf": {
            "id": "https://example.org/bells#/annotations",
            "type": "AnnotationCollection",
            "total": 2,
            "first": "https://example.org/bells#/annotations/1",
            "last": "https://example.org/bells#/annotations/1",
            "label": "Bells",
        },
        "startIndex": 0,
        "items": [
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": "https://example.org/bells#bells-rang",
                "type": "Annotation",
                "motivation": "linking",
                **SHARED,
                "body": [
                    *DAY_BOOK,
                    {
                        "type": "TextualBody",
                        "value": "(Day book, fol. 17)",
                        "format": "text/plain",
                        "purpose": "describing",
                    },
                ],
                "target": {
                    "type": "SpecificResource",
                    "source": "https://example.org/articles/bells.html",
                    "selector": [
                        {"type": "TextPositionSelector", "start": 12, "end": 28},
                        {"type": "TextQuoteSelector", "exact": "Two  bells\nrang.", "prefix": "wrote: “"},
                    ],
                },
            },
            {
                "@context": "http://www.w3.org/ns/anno.jsonld",
                "id": "https://example.org/bells#leaf-17",
                "type": "Annotation",
                "motivation": "identifying",
                **SHARED,
                "body": DAY_BOOK,
                "target": {
                    "type": "SpecificResource",
                    "source": "https://example.org/bells#/images/0/picture",
                    "selector": {
                        "type": "FragmentSelector",
                        "conformsTo": "http://www.w3.org/TR/media-frags/",
                        "value": "xywh=percent:8,41.5,84,0.0000001",
                    },
                    "format": "image/png",
                },
            },
        ],
    }
    assert {(one.pointer, one.declared.how) for one in exported.losses} == {
        ("/article/text", "left out"),
        ("/quotations/0/text", "changed"),
        ("/sources/0/type", "left out"),
        ("/images/0/path", "left out"),
        ("/annotation/on", "changed"),
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_selectors_lead_to_the_words(path: Path) -> None:
    document = load(path)
    text = document.text
    assert text is not None
    number = 0
    for one in page(document.data, text)["items"]:
        selectors = one["target"].get("selector", [])
        if isinstance(selectors, list) and len(selectors) > 1:
            position, quote = selectors
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote.get("prefix", ""))
            assert text[position["end"] :].startswith(quote.get("suffix", ""))
            number += 1
    assert number > 0


Told: TypeAlias = "set[tuple[str, str]]"
"""Pointers of losses, and how the values are lost."""


def annotation_of(anchor: dict[str, Any], **members: Any) -> tuple[dict[str, Any], Told]:  # noqa: ANN401
    document: Any = {
        "pincite": "1.0",
        "id": "urn:uuid:5d0f1b3e-5c0a-4d43-9a5e-0c8b6a1f2d3e",
        "article": {"text": {"content": "a bell"}},
        "claims": [{"id": "c", "text": "It rang", "anchor": anchor, **members}],
    }
    exported = carry_out(document, "web-annotation")
    losses: Told = {
        (one.pointer, one.declared.how) for one in exported.losses if one.pointer != "/article/text"
    }
    return json.loads(exported.text)["items"][0], losses


@pytest.mark.parametrize(
    ("anchor", "selectors", "lost"),
    [
        ({}, [], []),
        ({"start": 3}, [], ["start"]),
        ({"start": 7, "end": 9, "prefix": "a"}, [{"type": "TextPositionSelector", "start": 7, "end": 9}], ["prefix"]),
        (
            {"end": 6, "exact": "bell", "suffix": "."},
            [{"type": "TextQuoteSelector", "exact": "bell", "suffix": "."}],
            ["end"],
        ),
    ],
)  # fmt: skip
def test_what_no_selector_holds_is_told(
    anchor: dict[str, Any], selectors: list[object], lost: list[str]
) -> None:
    annotation, losses = annotation_of(anchor)
    assert annotation["target"].get("selector", []) == selectors
    assert losses == {(f"/claims/0/anchor/{name}", "left out") for name in lost}


@pytest.mark.parametrize(
    ("claim", "exact"),
    [
        ({"text": "Bells rang.", "anchor": {"start": 0, "end": 7}}, "It rang"),
        ({"text": "It rang"}, "It rang"),
        ({"text": "Bells rang."}, None),
    ],
)
def test_a_claim_has_the_words_that_the_article_has_for_it(claim: dict[str, Any], exact: str | None) -> None:
    article = {"text": {"content": "It rang, and they came."}}
    document = cast("DocumentData", {"pincite": "1.0", "article": article, "claims": [{"id": "c", **claim}]})
    target = page(document)["items"][0]["target"]
    quoted = [one["exact"] for one in target.get("selector", []) if "exact" in one]
    assert quoted == ([exact] if exact else [])


def test_a_place_in_an_article_without_address_is_in_the_document() -> None:
    annotation, _ = annotation_of({"start": 2, "end": 6})
    assert annotation["target"]["source"] == "urn:uuid:5d0f1b3e-5c0a-4d43-9a5e-0c8b6a1f2d3e"
    assert annotation["motivation"] == "describing"


def test_evidence_is_linked_and_a_source_described() -> None:
    document: Any = deepcopy(BELLS)
    document["claims"] = [{"id": "c", "text": "It rang", "evidence": ["bells-rang", {"id": "day-book"}]}]
    bodies = page(document)["items"][1]["body"]
    assert bodies[1]["source"] == "https://example.org/bells#bells-rang"
    assert bodies[2]["source"] == DAY_BOOK[0]["source"]
    assert bodies[3] == DAY_BOOK[1]


def test_several_citations_are_one_list_of_bodies_and_told() -> None:
    annotation, losses = annotation_of({}, citations=[{"raw": "(A)"}, {"raw": "(B)"}])
    assert [one["value"] for one in annotation["body"]] == ["It rang", "(A)", "(B)"]
    assert ("/claims/0/citations", "changed") in losses


@pytest.mark.parametrize(
    ("annotation", "shared", "lost"),
    [
        ({"on": "2022"}, {}, {("/annotation/on", "left out")}),
        ({"license": "CC0-1.0"}, {"rights": "https://spdx.org/licenses/CC0-1.0"}, set()),
        ({"license": "MIT OR CC0-1.0"}, {}, {("/annotation/license", "left out")}),
        ({"license": "LicenseRef-mine"}, {}, {("/annotation/license", "left out")}),
        ({"by": {"family": "Fenn", "given": "Ada"}}, {"creator": {"name": "Ada Fenn"}}, set()),
        ({"by": {"literal": "A" * 301}}, {}, {("/annotation/by", "left out")}),
        (
            {"by": {"id": "https://example.org/a\x80b", "kind": "organization"}},
            {"creator": {"type": "Organization", "id": "https://example.org/a%C2%80b"}},
            {("/annotation/by/id", "changed")},
        ),
        (
            {"tool": {"name": "Pen", "version": "2"}},
            {"generator": {"type": "Software", "name": "Pen 2"}},
            {("/annotation/tool/version", "changed")},
        ),
        ({"tool": {"name": "P" * 301}}, {}, {("/annotation/tool", "left out")}),
    ],
)
def test_who_made_them(annotation: Any, shared: dict[str, Any], lost: set[tuple[str, str]]) -> None:  # noqa: ANN401
    exported = carry_out(BELLS | {"annotation": annotation}, "web-annotation")
    item = json.loads(exported.text)["items"][0]
    names = ("creator", "created", "generator", "rights")
    assert {name: item[name] for name in names if name in item} == shared
    told = {(one.pointer, one.declared.how) for one in exported.losses}
    assert {one for one in told if one[0].startswith("/annotation/")} == lost


# ---- names


def test_names_of_objects_are_told_apart_whatever_the_document_is_called() -> None:
    assert item_iri("https://example.org/set", "q1") == "https://example.org/set#q1"
    assert item_iri("https://example.org/set#1", "q1") != item_iri("https://example.org/set#2", "q1")
    assert item_iri("https://example.org/set#q1", "q1") != "https://example.org/set#q1"


def test_of_two_objects_with_one_id_the_second_has_another_name() -> None:
    document: Any = deepcopy(BELLS)
    document["quotations"] += document["quotations"]
    document["sources"] += document["sources"]
    exported = carry_out(document, "web-annotation")
    names = [one["id"] for one in json.loads(exported.text)["items"]]
    assert names == [
        f"https://example.org/bells#{name}" for name in ("bells-rang", "/quotations/1", "leaf-17")
    ]
    told = {(one.pointer, one.declared.how) for one in exported.losses}
    assert {("/quotations/1/id", "changed"), ("/sources/1", "left out")} <= told


def test_a_document_without_name_has_one_made_of_what_it_says() -> None:
    one: DocumentData = {"pincite": "1.0", "article": {"title": "A\ud800"}}
    other: DocumentData = {"article": {"title": "A\ud800"}, "pincite": "1.0"}
    assert document_iri(one) == document_iri(other)
    assert re.fullmatch(
        r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", document_iri(one)
    )
    assert document_iri(one) != document_iri({"pincite": "1.0", "article": {"title": "B"}})


@pytest.mark.parametrize(
    ("address", "iri"),
    [
        ("https://example.org/é?a=1&b=%20_~#x", "https://example.org/é?a=1&b=%20_~#x"),
        ("https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
        ('https://example.org/a b"c\\d', "https://example.org/a%20b%22c%5Cd"),
        ("https://example.org/[1]{2}<3>|^`", "https://example.org/%5B1%5D%7B2%7D%3C3%3E%7C%5E%60"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("https://example.org/\x00\u202e\ud800", "https://example.org/%00%E2%80%AE%3F"),
        ("https://example.org/\U000e0041\U0002ffff", "https://example.org/%F3%A0%81%81%F0%AF%BF%BF"),
        ("schema:Person", "SCHEMA:Person"),
        ("schema://person", "schema://person"),
        ("", ""),
    ],
)
def test_an_address_becomes_an_iri(address: str, iri: str) -> None:
    assert iri_of(address) == iri
    assert iri_of(iri) == iri


# ---- hostile documents


def test_hostile_words_stay_words() -> None:
    words = 'a\ud800\x00"}]\u202e</script>'
    document: Any = deepcopy(BELLS)
    document["article"] |= {"title": words, "url": f"https://example.org/{words}"}
    document["quotations"][0] |= {"text": words}
    document["quotations"][0]["citations"][0] |= {"raw": words, "locator": {"page": f"{words}&=%#"}}
    exported = carry_out(document, "web-annotation")
    exported.text.encode("utf-8")
    found = json.loads(exported.text)
    assert found["partOf"]["label"] == words
    assert found["items"][0]["target"]["selector"][1]["exact"] == words
    assert is_iri(found["items"][0]["target"]["source"])
    assert ("/article/url", "changed") in {(one.pointer, one.declared.how) for one in exported.losses}


@pytest.mark.parametrize("name", ["web-annotation", "json-ld"])
def test_names_that_would_be_repeated_are_short(name: str) -> None:
    document: Any = deepcopy(BELLS)
    document |= {"id": f"https://example.org/{'i' * 100_000}"}
    document["article"]["url"] = f"https://example.org/{'u' * 100_000}"
    document["quotations"] *= 20
    exported = carry_out(document, name)
    assert len(exported.text) < 350_000
    assert ("/id", "changed") in {(one.pointer, one.declared.how) for one in exported.losses}


def large(size: int) -> DocumentData:
    """Return a document in which much is repeated: one source, image, name and anchor for all quotations."""
    long = 300 + size
    document: Any = deepcopy(BELLS)
    document["article"]["text"] = {"content": "a" + " " * size + "b"}
    document["annotation"]["by"]["literal"] = document["sources"][0]["title"] = "t" * long
    document["sources"][0]["url"] = f"https://example.org/{'u' * 4 * long}"
    citation = document["quotations"][0]["citations"][0] | {"locator": {"page": "5" * long}}
    document["quotations"] = [
        {"id": f"q{number}", "text": "a b", "anchor": {"start": 0, "end": size + 2}, "citations": [citation]}
        for number in range(size)
    ]
    document["images"] = [{"id": f"leaf-{number}", "url": "https://example.org/1"} for number in range(size)]
    citation["images"] = [one["id"] for one in document["images"][:2]]
    return document  # type: ignore[no-any-return]


def test_time_grows_with_the_document() -> None:
    assert_proportional(lambda document: write(document, "web-annotation"), large, 60, 240)
    assert len(write(large(400), "web-annotation")) < 1_000_000


def test_a_name_asks_for_the_format() -> None:
    assert format_for("bells.anno.jsonld") == "web-annotation"
    assert format_for("bells.jsonld") == "json-ld"
