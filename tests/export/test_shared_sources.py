"""Sources of a catalogue in linked data: all documents that cite one call it the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import pincite
from pincite.export.identity import LONGEST_NAME

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
CATALOGUE = "https://example.org/cat"
SOURCES = """\
sources:
  - {id: tide-book, type: book, title: The Book of Tides}
  - {id: ebb, type: chapter, title: On the Ebb, container: {source: tide-book, relation: chapter_of}}
"""
ARTICLE = """\
pincite: "1.0"
id: https://example.org/%s
article: {title: %s}
catalogues: [shared.pincite.yaml]
sources:
  - {id: log, type: document, title: Log of %s, container: {source: tide-book, relation: reproduced_in}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: ebb, locator: {page: 3}}, {source: log}]
claims:
  - {id: c1, text: It was slow., evidence: [ebb]}
"""


def shared(folder: Path, text: str) -> None:
    (folder / "shared.pincite.yaml").write_text(text, "utf-8")


def written(folder: Path, name: str, format_name: str) -> dict[str, Any]:
    (folder / f"{name}.pincite.yaml").write_text(ARTICLE % (name, name, name), "utf-8")
    text = pincite.write(pincite.load(folder / f"{name}.pincite.yaml"), format_name).text
    found: dict[str, Any] = json.loads(text)
    return found


def catalogue(iri: str = CATALOGUE) -> str:
    named = f"id: {json.dumps(iri)}\n" if iri else ""
    return f'pincite: "1.0"\n{named}article: {{title: Shared}}\n{SOURCES}'


def test_two_articles_say_what_they_cite_of_one_subject(tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not here")
    shared(tmp_path, catalogue())
    graphs = [
        rdflib.Graph().parse(data=json.dumps(written(tmp_path, name, "json-ld")), format="json-ld")
        for name in ("bell", "clock")
    ]
    own = json.loads(pincite.write(pincite.load(tmp_path / "shared.pincite.yaml"), "json-ld").text)
    ebb, tides = (rdflib.URIRef(f"{CATALOGUE}#{name}") for name in ("ebb", "tide-book"))
    schema = rdflib.Namespace("http://schema.org/")
    for graph in (*graphs, rdflib.Graph().parse(data=json.dumps(own), format="json-ld")):
        assert [str(one) for one in graph.objects(ebb, schema.name)] == ["On the Ebb"]
        assert tides in set(graph.objects(ebb, schema.isPartOf))
    both = graphs[0] + graphs[1]
    entities = set(both.objects(None, rdflib.URIRef("http://purl.org/spar/cito/hasCitedEntity")))
    logs = {rdflib.URIRef(f"https://example.org/{name}#log") for name in ("bell", "clock")}
    assert entities == {ebb, *logs}
    assert all(tides in set(both.objects(log, schema.isPartOf)) for log in logs)
    assert not [one for one in both.all_nodes() if str(one).endswith(("bell#ebb", "clock#ebb"))]


def test_annotations_of_two_articles_lead_to_one_source(tmp_path: Path) -> None:
    shared(tmp_path, catalogue())
    for name in ("bell", "clock"):
        text = json.dumps(written(tmp_path, name, "web-annotation"))
        assert f'"{CATALOGUE}#ebb"' in text
        assert f'"https://example.org/{name}#log"' in text
        assert f"{name}#ebb" not in text


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("https://example.org/set#3", "https://example.org/set#3/ebb"),
        ("urn:uuid:6fa459ea-ee8a-4ca4-894e-db77e160355e", "urn:uuid:6fa459ea-ee8a-4ca4-894e-db77e160355e#ebb"),
        ("", "https://example.org/bell#ebb"),
        ("no address", "https://example.org/bell#ebb"),
        (f"https://example.org/{'a' * LONGEST_NAME}", "https://example.org/bell#ebb"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("format_name", ["json-ld", "web-annotation"])
def test_a_catalogue_names_its_sources_where_it_has_a_name_itself(
    tmp_path: Path, iri: str, name: str, format_name: str
) -> None:
    shared(tmp_path, catalogue(iri))
    text = json.dumps(written(tmp_path, "bell", format_name))
    assert f'"{name}"' in text
    assert text.count("#ebb") + text.count("#3/ebb") == text.count(f'"{name}"')


def test_of_two_objects_with_one_id_the_source_keeps_the_catalogues_name(tmp_path: Path) -> None:
    shared(tmp_path, catalogue().replace("ebb", "q1"))
    file = tmp_path / "a.pincite.yaml"
    file.write_text((ARTICLE % ("a", "a", "a")).replace("ebb", "q1"), "utf-8")
    done = pincite.write(pincite.load(file), "json-ld")
    found = json.loads(done.text)
    assert [one["id"] for one in found["sources"]][1:] == [f"{CATALOGUE}#q1", f"{CATALOGUE}#tide-book"]
    assert found["quotations"][0]["id"] == "https://example.org/a#/quotations/0"
    assert "/quotations/0/id" in {loss.pointer for loss in done.losses}
