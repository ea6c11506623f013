"""Sources as CSL-JSON: valid under the official schema, under the sources' own ids, set by Pandoc and by citeproc-py."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jsonschema
import pytest

from pincite import convert, load
from pincite.bibliography.csl_json.dates import date_of
from pincite.bibliography.csl_json.words import TYPES
from pincite.export import carry_out, write
from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.model.format import DocumentData, Source
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
        "type": "document",
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
    assert note["custom"] == {
        "pincite": {
            "source": {
                "authors": nested()["sources"][0]["authors"],
                "date": "1918-04-02?",
                "date_text": "2 April [1918]",
            },
            "inherited": ["publisher", "volume"],
            "container": {"source": "letter", "relation": "enclosure", "number": "4"},
        }
    }
    assert found["vol-2"]["title"] == "The Papers of Ada Fenn"
    assert "collection-title" not in found["vol-2"]
    assert "container-title" not in found["loop"]


def test_the_whole_of_what_is_written() -> None:
    golden = ROOT / "tests/bibliography/data/nested.written.json"
    assert write(nested(), "csl-json") == golden.read_text("utf-8")


def test_what_citation_processors_print_besides() -> None:
    found = items(
        {
            "pincite": "1.0",
            "article": {"title": "Tides"},
            "sources": [
                {
                    "id": "case",
                    "type": "case",
                    "title": "Holm v. Lund",
                    "authors": [{"literal": "Harbour Court", "kind": "organization"}],
                    "date_text": "Michaelmas 1801",
                },
                {
                    "id": "memo",
                    "type": "memorandum",
                    "authors": [{"literal": "Harbour Board", "kind": "organization"}],
                },
                {"id": "bill", "type": "law", "genre": "bill", "title": "Bell Bill"},
                {
                    "id": "chapter",
                    "type": "chapter",
                    "title": "Tide clocks",
                    "authors": [{"family": "Grey", "title": "Viscount"}],
                    "container": {"source": "book", "relation": "chapter_of", "number": "3"},
                },
                {
                    "id": "book",
                    "type": "book",
                    "title": "Clocks",
                    "date": "-0044",
                    "container": {"source": "series", "relation": "volume_of", "number": "12"},
                },
                {"id": "series", "type": "series", "title": "Harbour Books"},
                {"id": "issue", "type": "issue", "issue": "2", "container": {"source": "news"}},
                {"id": "news", "type": "periodical", "title": "Bell News"},
            ],
        }
    )
    said = {
        (name, field): one[field]
        for name, one in found.items()
        for field in one
        if field not in {"id", "custom"}
    }
    assert said == {
        ("case", "type"): "legal_case",
        ("case", "title"): "Holm v. Lund",
        ("case", "author"): [{"literal": "Harbour Court"}],
        ("case", "authority"): "Harbour Court",
        ("case", "issued"): {"literal": "Michaelmas 1801"},
        ("memo", "type"): "report",
        ("memo", "author"): [{"literal": "Harbour Board"}],
        ("memo", "genre"): "memorandum",
        ("bill", "type"): "bill",
        ("bill", "title"): "Bell Bill",
        ("chapter", "type"): "chapter",
        ("chapter", "title"): "Tide clocks",
        ("chapter", "author"): [{"family": "Grey", "given": "Viscount"}],
        ("chapter", "issued"): {"date-parts": [[-45]]},
        ("chapter", "container-title"): "Clocks",
        ("chapter", "collection-title"): "Harbour Books",
        ("chapter", "collection-number"): "12",
        ("chapter", "chapter-number"): "3",
        ("book", "type"): "book",
        ("book", "title"): "Clocks",
        ("book", "issued"): {"date-parts": [[-45]]},
        ("book", "collection-title"): "Harbour Books",
        ("book", "collection-number"): "12",
        ("series", "type"): "collection",
        ("series", "title"): "Harbour Books",
        ("issue", "type"): "periodical",
        ("issue", "title"): "Bell News",
        ("issue", "issue"): "2",
        ("news", "type"): "periodical",
        ("news", "title"): "Bell News",
    }


def test_names_are_told_as_set_aside_only_where_csl_says_less() -> None:
    document = nested()
    document["sources"] = [
        {
            "id": "tides",
            "type": "book",
            "title": "On tides",
            "authors": [
                {
                    "literal": "Ada van Fenn",
                    "given": "Ada",
                    "particle": "van",
                    "family": "Fenn",
                    "kind": "person",
                },
                {"literal": "Harbour Board", "kind": "organization"},
            ],
            "editors": [{"literal": "Dr. Roe", "title": "Dr.", "family": "Roe"}],
        }
    ]
    told = {loss.pointer: loss.declared.how for loss in carry_out(document, "csl-json").losses}
    assert told == {"/article": "left out", "/sources/0/editors": "set aside"}


def test_a_source_whose_id_another_has_is_told() -> None:
    document = nested()
    document["sources"] = [
        {"id": "a", "type": "book"},
        {"id": "a", "type": "map"},
        {"id": "b", "type": "map"},
    ]
    written = carry_out(document, "csl-json")
    assert [one["id"] for one in json.loads(written.text)] == ["a", "b"]
    assert [one.pointer for one in written.losses if one.declared.how == "left out"] == [
        "/article",
        "/sources/1",
    ]


def test_half_of_a_surrogate_pair_is_replaced_and_told() -> None:
    document = nested()
    document["sources"] = [{"id": "a", "type": "book", "title": "On\ud800 tides"}]
    written = carry_out(document, "csl-json")
    assert json.loads(written.text)[0]["title"] == "On\ufffd tides"
    assert [(one.pointer, one.declared.how) for one in written.losses][1:] == [
        ("/sources/0/title", "changed")
    ]


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("0000", {"date-parts": [[-1]]}),
        ("1918", {"date-parts": [[1918]]}),
        ("1918-04", {"date-parts": [[1918, 4]]}),
        ("1918-03-13/1918-05-12", {"date-parts": [[1918, 3, 13], [1918, 5, 12]]}),
        ("1918~", {"date-parts": [[1918]], "circa": True}),
        ("1918-21", {"date-parts": [[1918]], "season": 1}),
        ("XXXX-03-11", {"literal": "XXXX-03-11"}),
        ("1918-04/..", {"date-parts": [[1918, 4], [0]]}),
        ("1918~/..", {"date-parts": [[1918], [0]], "circa": True}),
        ("../1918", {"literal": "../1918"}),
        ("1918/", {"literal": "1918/"}),
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


@pytest.mark.filterwarnings("ignore::UserWarning")  # it names the fields that it does not know
def test_citeproc_py_sets_every_type() -> None:
    citeproc = pytest.importorskip("citeproc")
    reader = pytest.importorskip("citeproc.source.json").CiteProcJSON
    document = nested()
    template = document["sources"][0]
    document["sources"][:1] = [
        cast("Source", {**template, "id": f"s{number}", "type": kind, "title": f"Title {number}."})
        for number, kind in enumerate(sorted(TYPES))
    ]
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = reader(json.loads(write(document, "csl-json")))
    bibliography = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    for one in document["sources"]:
        bibliography.register(citeproc.Citation([citeproc.CitationItem(one["id"])]))
    printed = "\n".join(map(str, bibliography.bibliography()))
    for number in range(len(TYPES)):
        assert re.search(rf"1918.*Title {number}\b", printed), number


@needs_pandoc
@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ({"type": "book", "date": "-0044"}, "45BC"),
        ({"type": "book", "date": "1918/.."}, "1918–"),
        ({"type": "book", "date": "../1918", "date_text": "until 1918"}, "until 1918"),
        ({"type": "book", "date_text": "n.d."}, "n.d."),
        ({"type": "letter", "date": "1918-04-02"}, "Letter"),
        ({"type": "telegram", "date": "1918-04-02"}, "Telegram"),
        ({"type": "patent", "number": "17", "date": "1918"}, "17"),
    ],
)
def test_pandoc_prints_what_is_told_apart(source: JsonObject, printed: str, tmp_path: Path) -> None:
    document = nested()
    document["sources"] = [cast("Source", {"id": "one", "title": "On tides", **source})]
    (tmp_path / "a.md").write_text("See [@one].\n", "utf-8")
    assert printed in rendered(tmp_path / "a.md", document, tmp_path)


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
