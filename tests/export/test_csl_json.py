"""Sources as CSL-JSON: valid under the official schema, under the sources' own ids, read by Pandoc's citeproc."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from pincite import convert, load
from pincite.bibliography.csl_json.fields import date_of
from pincite.bibliography.csl_json.words import TYPES
from pincite.export import write
from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.model.format import DocumentData
    from pincite.model.json_value import JsonObject

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = [
    *sorted((ROOT / "examples").glob("*/*.pincite.yaml")),
    *sorted((ROOT / "examples").glob("*/article.md")),
]
ORACLE = next(
    (
        path
        for path in (ROOT.parent / "shared/oracles/csl-data.json", ROOT / "oracles/csl-data.json")
        if path.is_file()
    ),
    None,
)
"""The schema of the Citation Style Language project, which is not part of this repository."""

needs_schema = pytest.mark.skipif(ORACLE is None, reason="the schema of CSL-JSON is not here")
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not here")


def items(document: DocumentData) -> dict[str, JsonObject]:
    return {one["id"]: one for one in json.loads(write(document, "csl-json"))}


def nested() -> DocumentData:
    return {
        "pincite": "1.0",
        "article": {"title": "Tides"},
        "sources": [
            {
                "id": "note",
                "type": "memorandum",
                "title": "On the tide",
                "date": "1918-04-02?",
                "date_text": "2 April [1918]",
                "authors": [{"literal": "Ada van Fenn", "given": "Ada", "particle": "van", "family": "Fenn"}],
                "archive": {"name": "Harbour Archive", "collection": "Lamps", "box": "2", "folder": "7"},
                "container": {"source": "letter", "relation": "enclosure", "number": "4"},
            },
            {
                "id": "letter",
                "type": "letter",
                "title": "Fenn to Marsh",
                "container": {"source": "vol-2", "locator": {"page": "226-230"}},
            },
            {
                "id": "vol-2",
                "type": "volume",
                "volume": "2",
                "date": "1984",
                "publisher": "Harbour Press",
                "container": {"source": "papers"},
            },
            {"id": "papers", "type": "series", "title": "The Papers of Ada Fenn"},
            {"id": "loop", "type": "book", "title": "Round", "container": {"source": "loop"}},
        ],
    }


def test_containers_are_flattened() -> None:
    found = items(nested())
    note = found["note"]
    assert {
        name: note[name]
        for name in ("type", "container-title", "volume", "publisher", "page", "part-title", "genre")
    } == {
        "type": "report",
        "container-title": "The Papers of Ada Fenn",
        "volume": "2",
        "publisher": "Harbour Press",
        "page": "226-230",
        "part-title": "Enclosure 4 in Fenn to Marsh",
        "genre": "memorandum",
    }
    assert note["issued"] == {"date-parts": [[1918, 4, 2]], "circa": True}
    assert note["author"] == [{"family": "Fenn", "given": "Ada", "non-dropping-particle": "van"}]
    assert (note["archive"], note["archive_collection"], note["archive_location"]) == (
        "Harbour Archive",
        "Lamps",
        "box 2, folder 7",
    )
    custom = note["custom"]
    assert isinstance(custom, dict)
    assert custom["date_text"] == "2 April [1918]"
    assert custom["chain"] == [
        {"source": "letter", "relation": "enclosure", "number": "4"},
        {"source": "vol-2", "locator": {"page": "226-230"}},
        {"source": "papers"},
    ]
    assert found["vol-2"]["title"] == "The Papers of Ada Fenn"
    assert "container-title" not in found["loop"]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("1918", {"date-parts": [[1918]]}),
        ("1918-04", {"date-parts": [[1918, 4]]}),
        ("1918-03-13/1918-05-12", {"date-parts": [[1918, 3, 13], [1918, 5, 12]]}),
        ("1918~", {"date-parts": [[1918]], "circa": True}),
        ("1918-21", {"date-parts": [[1918]], "season": 1}),
        ("XXXX-03-11", {"literal": "XXXX-03-11"}),
        ("1918/..", {"literal": "1918/.."}),
        ("[1918,1919]", {"literal": "[1918,1919]"}),
        ("1918-33", {"literal": "1918-33"}),
    ],
)
def test_dates(edtf: str, date: object) -> None:
    assert date_of(edtf) == date


def test_every_type_has_its_word() -> None:
    assert set(TYPES) == set(schema("document")["$defs"]["source"]["properties"]["type"]["enum"])


@needs_schema
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_examples_are_valid_under_the_schema_of_csl(path: Path) -> None:
    assert ORACLE is not None
    document = load(path).data
    written = json.loads(write(document, "csl-json"))
    jsonschema.validate(written, json.loads(ORACLE.read_text("utf-8")))
    assert [one["id"] for one in written] == [source["id"] for source in document["sources"]]


@needs_schema
@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_is_valid_under_the_schema_of_csl(kind: str) -> None:
    assert ORACLE is not None
    document = nested()
    for source in document["sources"]:
        source["type"] = kind
    jsonschema.validate(json.loads(write(document, "csl-json")), json.loads(ORACLE.read_text("utf-8")))


def test_a_document_without_sources_is_an_empty_list() -> None:
    assert write(convert("Tides\n\nThe tide turned.\n"), "csl-json") == "[]\n"


@needs_pandoc
@pytest.mark.parametrize("name", ["weather-station", "seed-exchange"])
def test_pandoc_renders_what_is_written(name: str, tmp_path: Path) -> None:
    document = load(ROOT / "examples" / name / "article.pincite.yaml")
    (tmp_path / "a.md").write_text(write(document.data, "markdown", document.text), "utf-8")
    html = rendered(tmp_path / "a.md", document.data, tmp_path)
    assert html.count("<blockquote>") >= 4
    assert no_citation_is_open(html)
    for _, quotation in document.quotations:
        if quotation.get("display") == "block":
            assert squeezed(quotation["text"]) in squeezed(re.sub("<[^>]*>", "", html))


@needs_pandoc
def test_pandoc_renders_the_annotated_example(tmp_path: Path) -> None:
    (path,) = sorted((ROOT / "examples").glob("*/article.md"))
    html = rendered(path, load(path).data, tmp_path)
    assert "<blockquote>" in html
    assert no_citation_is_open(html)


def rendered(path: Path, document: DocumentData, folder: Path) -> str:
    bibliography = folder / "sources.json"
    bibliography.write_text(write(document, "csl-json"), "utf-8")
    command = [
        "pandoc",
        "--citeproc",
        f"--bibliography={bibliography}",
        "--from=markdown",
        "--to=html",
        "--wrap=none",
        str(path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "not found" not in done.stderr
    return done.stdout


def no_citation_is_open(html: str) -> bool:
    return 'class="citation"' in html and "<strong>" not in html and "???" not in html and "[@" not in html


def squeezed(text: str) -> str:
    """Return the letters and digits only: Pandoc sets its own quotation marks and spaces."""
    return "".join(character for character in text if character.isalnum())
