"""Linked data that every reader understands without fetching anything, and that says all the document says."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import load
from pincite.export import carry_out, write
from pincite.export.json_ld.words import CLASSES, DIRECT
from pincite.schemas import context, schema
from tests.export.filled import filled, parts
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.model.format import DocumentData

jsonld = pytest.importorskip("pyld", reason="PyLD is not here").jsonld
rdflib = pytest.importorskip("rdflib", reason="rdflib is not here")
isomorphic = pytest.importorskip("rdflib.compare", reason="rdflib is not here").isomorphic

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [
    *sorted((ROOT / "examples").glob("*/*.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
]
TYPES = schema("document")["$defs"]["source"]["properties"]["type"]["enum"]
VOCABULARIES = (
    "http://schema.org/",
    "http://purl.org/spar/cito/",
    "http://www.w3.org/ns/prov#",
    "http://www.w3.org/ns/oa#",
    "http://purl.org/dc/terms/",
    "http://purl.org/ontology/bibo/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/2000/01/rdf-schema#",
    "https://w3id.org/pincite/1.0/terms#",
)
BELLS = "https://example.org/bells"
PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX pincite: <https://w3id.org/pincite/1.0/terms#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <http://schema.org/>
"""


def refusing(url: str, _options: object) -> None:
    msg = f"something wants to fetch {url}"
    raise AssertionError(msg)


OPTIONS = {"documentLoader": refusing}


def linked(document: DocumentData, text: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(carry_out(document, "json-ld", text).text)
    return found


def graph_of(found: dict[str, Any]) -> Any:  # noqa: ANN401 - rdflib's graph
    return rdflib.Graph().parse(data=json.dumps(found), format="json-ld")


def rows(found: dict[str, Any], query: str) -> list[tuple[str, ...]]:
    return sorted(
        tuple(str(one).removeprefix(BELLS) for one in row) for row in graph_of(found).query(PREFIXES + query)
    )


# ---- nothing is dropped


def said(value: object) -> Counter[str]:
    """Count the strings and numbers of an object in the form it is written in; data of others count as one."""
    found: Counter[str] = Counter()
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "custom":
                found["custom"] += 1
            elif key not in {"@context", "@language"}:
                found += said(inner)
    elif isinstance(value, list):
        for inner in value:
            found += said(inner)
    else:
        found[repr(value)] += 1
    return found


def heard(value: object) -> Counter[str]:
    """Count the same in the expanded form, where names are IRIs."""
    found: Counter[str] = Counter()
    if isinstance(value, list):
        for inner in value:
            found += heard(inner)
    elif isinstance(value, dict) and "@value" in value:
        found["custom" if value.get("@type") == "@json" else repr(value["@value"])] += 1
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "@id":
                found[repr(inner)] += 1
            elif key == "@type":
                found.update(map(repr, inner))
            else:
                found += heard(inner)
    return found


def names_in(expanded: object) -> set[str]:
    """Return all names of properties and classes."""
    if isinstance(expanded, list):
        return set().union(*map(names_in, expanded))
    if not isinstance(expanded, dict) or "@value" in expanded:
        return set()
    classes = set(expanded.get("@type", ()))
    return classes.union(
        (key for key in expanded if not key.startswith("@")),
        *(names_in(inner) for key, inner in expanded.items() if key not in {"@id", "@type"}),
    )


def assert_nothing_dropped(found: dict[str, Any]) -> None:
    expanded = jsonld.expand(found, OPTIONS)
    before, after = said(found), heard(expanded)
    # classes, and the few values that are abbreviated IRIs, have other letters: as many of them as before
    assert sum(before.values()) == sum(after.values()), (before - after, after - before)
    shortened = before - after
    known = {*map(repr, context()), *(f"'cito:{one}'" for one in DIRECT.values()), "'pincite:restates'"}
    assert set(shortened) <= known
    assert {name for name in names_in(expanded) if not name.startswith(VOCABULARIES)} == set()


def test_no_value_of_the_filled_document_is_dropped() -> None:
    assert_nothing_dropped(linked(filled()))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_value_of_an_example_is_dropped(path: Path) -> None:
    document = load(path)
    found = linked(document.data, document.text)
    assert_nothing_dropped(found)
    assert len(graph_of(found)) > 100


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=parts(st.sampled_from(TYPES)))
def test_no_value_of_a_part_is_dropped(document: DocumentData) -> None:
    assert_nothing_dropped(linked(document))


@pytest.mark.parametrize("name", ["raw", "textualStatus", "Inference", "pincite", "attachmentOf", "Person"])
def test_a_word_that_the_context_lacks_is_noticed(name: str) -> None:
    found = linked(filled())
    del found["@context"][name]
    with pytest.raises((AssertionError, jsonld.JsonLdError)):
        assert_nothing_dropped(found)


# ---- the context


def test_each_name_has_one_meaning_and_each_meaning_one_name() -> None:
    meanings = {
        name: meaning if isinstance(meaning, str) else next(iter(meaning.values()))
        for name, meaning in context().items()
        if name != "@version"
    }
    assert [one for one, number in Counter(meanings.values()).items() if number > 1] == []
    assert all(
        {*one} <= {"@id", "@reverse", "@type", "@container"}
        for one in context().values()
        if isinstance(one, dict)
    )


def test_every_word_of_the_context_is_used() -> None:
    used: set[str] = set()

    def collect(value: object) -> None:
        if isinstance(value, dict):
            used.update(value)
            kinds = value.get("type", [])
            used.update([kinds] if isinstance(kinds, str) else kinds)
            for key, inner in value.items():
                if key != "@context":
                    collect(inner)
        elif isinstance(value, list):
            for inner in value:
                collect(inner)

    for type_ in TYPES:
        collect(linked(filled(type_)))
    for path in EXAMPLES:
        collect(linked(load(path).data))
    collect(linked(special()))
    prefixes = {"schema", "cito", "prov", "oa", "dcterms", "bibo", "rdf", "rdfs", "pincite"}
    assert set(context()) - used - prefixes == {"@version"}


def test_every_type_of_source_has_a_class() -> None:
    assert set(CLASSES) <= set(TYPES)
    assert set(CLASSES.values()) <= set(context())


def special() -> DocumentData:
    """Return a document with what the filled one has otherwise."""
    document = deepcopy(filled())
    document["article"]["license"] = document["annotation"]["license"] = "MIT OR CC0-1.0"
    document["quotations"][1]["translation_of"] = "q1"
    document["sources"][0]["container"]["relation"] = "quoted_in"
    document["relations"] = [
        {"type": type_, "from": "q1", "to": "q2"}
        for type_ in ("corroborates", "contradicts", "qualifies", "restates")
    ]
    return document


# ---- what it says


def bells() -> DocumentData:
    return {
        "pincite": "1.0",
        "id": BELLS,
        "article": {"title": "Bells", "language": "en"},
        "sources": [
            {
                "id": "note",
                "type": "memorandum",
                "date": "1918-04-02?",
                "authors": [{"literal": "B. Marsh"}, {"literal": "A. Fenn", "kind": "person"}],
                "container": {"source": "letter", "relation": "enclosure", "number": "4"},
            },
            {"id": "letter", "type": "letter", "date": "1918-05", "container": {"source": "papers"}},
            {"id": "papers", "type": "volume", "title": "Papers"},
        ],
        "quotations": [
            {
                "id": "rung",
                "text": "The bell was rung",
                "language": "en-GB",
                "anchor": {"start": 4, "end": 21, "prefix": "“"},
                "citations": [{"source": "note", "locator": {"page": "59", "line": "7"}, "raw": "(Note, 59)"}],
                "segments": [{"type": "text", "text": "The bell "}, {"type": "emphasis", "text": "was rung"}],
            },
            {"id": "silent", "text": "Not a sound", "citations": [{"source": "letter", "locator": {"page": "3"}}]},
        ],
        "claims": [{"id": "heard", "text": "It was heard", "basis": "source", "evidence": ["rung"]}],
        "relations": [{"type": "contradicts", "from": "silent", "to": "rung", "asserted_by": "article"}],
        "images": [
            {
                "id": "scan",
                "path": "scans/p 59.png",
                "license": "CC0-1.0",
                "region": {"x": 1, "y": 2, "w": 3, "h": 4},
            }
        ],
        "annotation": {"by": {"literal": "Ada Fenn", "id": "https://example.org/ada"}, "on": "2022-07"},
    }  # fmt: skip


def spoken() -> DocumentData:
    """Return a document with data of others and with numbers of several kinds."""
    document: Any = bells()
    document["custom"] = {"org.example": {"é": [1, 2.5, True, None, "a"], "a": {}}}
    document["images"][0] |= {"width": 1213.0, "height": 10**9, "alt": {"text": "é", "generated": True}}
    return document  # type: ignore[no-any-return]


def test_a_whole_document() -> None:
    exported = carry_out(bells(), "json-ld")
    assert exported.losses == ()
    found = json.loads(exported.text)
    assert found.pop("@context") == context()
    article = f"{BELLS}#/article"
    assert found == {
        "id": BELLS,
        "type": ["CreativeWork", "Document"],
        "conformsTo": "https://w3id.org/pincite/1.0/document.schema.json",
        "formatVersion": "1.0",
        "wasGeneratedBy": {
            "type": "Activity",
            "date": "2022-07",
            "wasAssociatedWith": [
                {"type": "Agent", "name": "Ada Fenn", "sameAs": ["https://example.org/ada"]}
            ],
        },
        "about": {
            "id": article,
            "type": "Article",
            "name": {"@value": "Bells", "@language": "en"},
            "inLanguage": "en",
            "includesQuotationFrom": [f"{BELLS}#note", f"{BELLS}#letter"],
        },
        "sources": [
            {
                "id": f"{BELLS}#note",
                "type": ["Report"],
                "sourceType": "memorandum",
                "date": "1918-04-02?",
                "author": [{"type": "Agent", "name": "B. Marsh"}, {"type": "Person", "name": "A. Fenn"}],
                "isPartOf": [f"{BELLS}#letter"],
                "attachmentOf": f"{BELLS}#letter",
                "container": {
                    "type": "Containment",
                    "item": f"{BELLS}#letter",
                    "relation": "enclosure",
                    "number": "4",
                },
            },
            {
                "id": f"{BELLS}#letter",
                "type": ["Message"],
                "sourceType": "letter",
                "date": "1918-05",
                "dateSent": "1918-05",
                "isPartOf": [f"{BELLS}#papers"],
                "container": {"type": "Containment", "item": f"{BELLS}#papers"},
            },
            {
                "id": f"{BELLS}#papers",
                "type": ["PublicationVolume"],
                "name": "Papers",
                "sourceType": "volume",
            },
        ],
        "quotations": [
            {
                "id": f"{BELLS}#rung",
                "type": "Quotation",
                "text": {"@value": "The bell was rung", "@language": "en-GB"},
                "inLanguage": "en-GB",
                "citations": [
                    {
                        "type": "Citation",
                        "citingEntity": article,
                        "citedEntity": f"{BELLS}#note",
                        "locator": {"type": "Locator", "pincite:page": "59", "pincite:line": "7"},
                        "raw": "(Note, 59)",
                    }
                ],
                "wasQuotedFrom": [f"{BELLS}#note"],
                "segments": [
                    {"type": "Segment", "segmentType": "text", "text": "The bell "},
                    {"type": "Segment", "segmentType": "emphasis", "text": "was rung"},
                ],
                "anchor": {
                    "type": "SpecificResource",
                    "hasSource": article,
                    "hasSelector": [
                        {"type": "TextPositionSelector", "start": 4, "end": 21},
                        {"type": "TextQuoteSelector", "exact": "The bell was rung", "prefix": "“"},
                    ],
                },
            },
            {
                "id": f"{BELLS}#silent",
                "type": "Quotation",
                "text": "Not a sound",
                "citations": [
                    {
                        "type": "Citation",
                        "citingEntity": article,
                        "citedEntity": f"{BELLS}#letter",
                        "locator": {"type": "Locator", "pincite:page": "3"},
                    }
                ],
                "wasQuotedFrom": [f"{BELLS}#letter"],
                "disputes": [f"{BELLS}#rung"],
            },
        ],
        "claims": [
            {
                "id": f"{BELLS}#heard",
                "type": "Claim",
                "appearance": article,
                "text": "It was heard",
                "basis": "source",
                "obtainsSupportFrom": [f"{BELLS}#rung"],
            }
        ],
        "images": [
            {
                "id": f"{BELLS}#scan",
                "type": "ImageObject",
                "path": "scans/p 59.png",
                "region": {
                    "type": "FragmentSelector",
                    "conformsTo": "http://www.w3.org/TR/media-frags/",
                    "value": "xywh=pixel:1,2,3,4",
                },
                "license": "https://spdx.org/licenses/CC0-1.0",
            }
        ],
        "relations": [
            {
                "type": "Relation",
                "from": f"{BELLS}#silent",
                "to": f"{BELLS}#rung",
                "relationType": "contradicts",
                "assertedBy": "article",
                "characterization": "cito:disputes",
            }
        ],
    }


def test_which_quotations_come_from_which_source_at_which_page() -> None:
    query = """SELECT ?quotation ?source ?page WHERE {
        ?quotation a schema:Quotation ; prov:wasQuotedFrom ?source ; pincite:citations/rdf:rest*/rdf:first ?citation .
        ?citation cito:hasCitedEntity ?source ; pincite:locator/pincite:page ?page }"""
    assert rows(linked(bells()), query) == [("#rung", "#note", "59"), ("#silent", "#letter", "3")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("SELECT ?a ?b WHERE { ?a cito:disputes ?b }", [("#silent", "#rung")]),
        ("SELECT ?a ?b WHERE { ?a cito:obtainsSupportFrom ?b }", [("#heard", "#rung")]),
        (
            "SELECT ?a ?b WHERE { ?a cito:includesQuotationFrom ?b }",
            [("#/article", "#letter"), ("#/article", "#note")],
        ),
        ("SELECT ?a ?b WHERE { ?a schema:messageAttachment ?b }", [("#letter", "#note")]),
        ("SELECT ?a WHERE { <https://example.org/bells#note> schema:isPartOf+ ?a }", [("#letter",), ("#papers",)]),
        (
            "SELECT ?a WHERE { <https://example.org/bells#note> schema:author/rdf:rest/rdf:first/schema:name ?a }",
            [("A. Fenn",)],
        ),
        (
            """SELECT ?start ?exact WHERE { ?q a schema:Quotation ; pincite:anchor/oa:hasSelector ?p, ?t .
            ?p oa:start ?start . ?t oa:exact ?exact }""",
            [("4", "The bell was rung")],
        ),
        (
            "SELECT ?a (lang(?text) AS ?tag) WHERE { ?a a schema:Quotation ; schema:text ?text }",
            [("#rung", "en-GB"), ("#silent", "")],
        ),
        (
            """SELECT ?a ?d WHERE { ?a <http://purl.org/dc/terms/date> ?d ; schema:isPartOf ?b
            FILTER(datatype(?d) = <http://id.loc.gov/datatypes/edtf>) }""",
            [("#letter", "1918-05"), ("#note", "1918-04-02?")],
        ),
        ("SELECT ?a WHERE { ?a a schema:ClaimReview }", []),
    ],
)  # fmt: skip
def test_questions_are_answered(query: str, found: list[tuple[str, ...]]) -> None:
    assert rows(linked(bells()), query) == found


def test_a_source_that_is_only_known_through_another_is_that_ones_primary_source() -> None:
    query = "SELECT ?b WHERE { ?a prov:hadPrimarySource ?b }"
    assert rows(linked(special()), query) == [("urn:uuid:5d0f1b3e-5c0a-4d43-9a5e-0c8b6a1f2d3e#note-a",)]


def test_a_quotation_is_framed_with_its_source_and_written_as_it_was() -> None:
    found = linked(bells())
    frame = {"@context": context(), "id": f"{BELLS}#rung", "type": "Quotation"}
    framed = jsonld.frame(found, frame, OPTIONS)
    assert framed.pop("@context") == context()
    sources = {one["id"]: one for one in found["sources"]}
    note = framed["wasQuotedFrom"][0]
    assert note["author"] == sources[f"{BELLS}#note"]["author"]
    assert note["isPartOf"][0]["isPartOf"][0]["name"] == "Papers"
    # the source stands inside; everything else is as it was written
    quotation = found["quotations"][0] | {"wasQuotedFrom": framed["wasQuotedFrom"]}
    quotation["citations"][0] |= {key: framed["citations"][0][key] for key in ("citingEntity", "citedEntity")}
    quotation["anchor"]["hasSource"] = framed["anchor"]["hasSource"]
    assert unordered(framed) == unordered(quotation)


@pytest.mark.parametrize("make", [bells, filled, special])
def test_expanded_and_compacted_it_is_as_it_was(make: Callable[[], DocumentData]) -> None:
    found = linked(make())
    again = jsonld.compact(jsonld.expand(found, OPTIONS), context(), OPTIONS)
    assert unordered(again) == unordered(found)


def unordered(value: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return a value in which tags of language, whose case means nothing, and lists of one class are alike."""
    if isinstance(value, dict):
        return {
            key: inner.lower()
            if key == "@language"
            else [inner]
            if key == "type" and isinstance(inner, str)
            else inner
            for key, inner in ((key, unordered(inner)) for key, inner in value.items())
        }
    return [unordered(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("make", [bells, spoken])
def test_both_readers_have_the_same_triples(make: Callable[[], DocumentData]) -> None:
    found = linked(make())
    quads = jsonld.to_rdf(found, OPTIONS | {"format": "application/n-quads"})
    assert isomorphic(
        graph_of(found), rdflib.Graph().parse(data=quads.replace("@en-gb", "@en-GB"), format="nquads")
    )


# ---- names


def test_document_and_article_are_two_things() -> None:
    document = bells()
    document["article"]["url"] = f"{BELLS}#top"
    assert linked(document)["about"]["id"] == f"{BELLS}#/article"
    document["article"]["url"] = "https://example.org/article"
    assert linked(document)["about"]["id"] == "https://example.org/article"


def test_of_two_objects_with_one_id_the_second_has_another_name() -> None:
    document = bells()
    document["quotations"][1]["id"] = "rung"
    exported = carry_out(document, "json-ld")
    assert [one["id"] for one in json.loads(exported.text)["quotations"]] == [
        f"{BELLS}#rung",
        f"{BELLS}#/quotations/1",
    ]
    assert [(one.pointer, one.declared.how) for one in exported.losses] == [("/quotations/1/id", "changed")]


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("CC-BY-4.0", {"license": "https://spdx.org/licenses/CC-BY-4.0"}),
        ("MIT OR Apache-2.0", {"licenseExpression": "MIT OR Apache-2.0"}),
        ("LicenseRef-mine", {"licenseExpression": "LicenseRef-mine"}),
        ("GPL-2.0+", {"licenseExpression": "GPL-2.0+"}),
    ],
)
def test_licences(expression: str, found: dict[str, str]) -> None:
    document = bells()
    document["article"]["license"] = expression
    article = linked(document)["about"]
    assert {name: value for name, value in article.items() if name.startswith("license")} == found


# ---- hostile documents


def test_addresses_stay_addresses() -> None:
    document: Any = bells()
    document["id"] = "schema:Person"
    document["sources"][0] |= {"url": 'https://example.org/a "b"\\<c>'}
    document["annotation"]["by"]["id"] = "oa:hasBody"
    exported = carry_out(document, "json-ld")
    assert [(one.pointer, one.declared.how) for one in exported.losses] == [
        ("/annotation/by/id", "changed"),
        ("/id", "changed"),
        ("/sources/0/url", "changed"),
    ]
    subjects = {str(one) for one in graph_of(json.loads(exported.text)).all_nodes()}
    assert {
        "SCHEMA:Person",
        "SCHEMA:Person#rung",
        "OA:hasBody",
        "https://example.org/a%20%22b%22%5C%3Cc%3E",
    } <= subjects


def test_words_that_look_like_linked_data_stay_words() -> None:
    document: Any = bells()
    odd = ["@id", "@type", "_:b0", "cito:disputes", "https://example.org/x", '"}]', "\x00\u202e\ufeff"]
    document["custom"] = {"org.example": {"@context": "https://example.org/context", "@id": odd, "id": "q"}}
    document["quotations"][0]["citations"][0] |= {"unparsed": odd, "locator": {"page": "@id"}}
    document["archives"] = {one: {"name": one} for one in odd}
    document["article"]["inferred"] = {one: one for one in odd}
    found = linked(document)
    assert found["custom"] == document["custom"]
    assert_nothing_dropped(found)
    values = {str(one) for one in graph_of(found).objects()}
    assert set(odd) <= values


def test_half_a_surrogate_pair_is_escaped() -> None:
    document = bells()
    document["article"]["title"] = "A\ud800"
    text = write(document, "json-ld")
    text.encode("utf-8")
    assert json.loads(text)["about"]["name"]["@value"] == "A\ud800"


def large(size: int) -> DocumentData:
    """Return a document with as many of everything, all of it about the same few things."""
    document: Any = bells()
    for kind in ("sources", "quotations", "claims", "images"):
        document[kind] = [document[kind][0] | {"id": f"{kind[0]}{number}"} for number in range(size)]
    for one in document["quotations"]:
        one["anchor"] = {"start": 0, "end": size}
    document["relations"] *= size
    document["article"]["text"] = {"content": " " * size}
    return document  # type: ignore[no-any-return]


def test_time_grows_with_the_document() -> None:
    assert_proportional(lambda document: write(document, "json-ld"), large, 200, 2000)
