"""The article in JATS: everything where the tag set has it, what is lost told, and Pandoc reads it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from pincite.export import carry_out, write
from pincite.model.anchoring import fold
from tests.export.articles import small
from tests.export.filled import filled

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not here")
HREF = "{http://www.w3.org/1999/xlink}href"


PLACES = [
    (".//article-title", ["The bell of the ferry"]),
    (".//contrib/name/surname", ["Fenn"]),
    (".//article-meta/pub-date/@iso-8601-date", ["2021-05"]),
    (".//article-meta/permissions/license/@href", ["https://spdx.org/licenses/CC-BY-4.0"]),
    ("./body/sec/title", ["The first bell"]),
    (".//disp-quote/@id", ["q1", "q3"]),
    (".//disp-quote/attrib/xref/@rid", ["marsh-letter", "scan", "log"]),
    (".//sec/p/xref/@alt", ["page 12"]),
    (".//named-content[@content-type='claim']/@rid", ["q1 q2"]),
    (".//named-content[@content-type='claim']/@specific-use", ["role=lead basis=source"]),
    (".//named-content[@content-type='quotation']", ["at six and at ten"]),
    (".//named-content[@content-type='replacement']/@alt", ["2 times"]),
    (".//named-content[@content-type='omission']/@specific-use", ["quoter"]),
    (".//named-content/italic", ["nobody"]),
    (".//fig/graphic/@href", ["scans/letter%202.png"]),
    (".//fig/alt-text", ["Page 2 of the letter"]),
    (".//app/disp-quote/p", ["Rung at low water only."]),
    (".//ref/@id", ["marsh-letter", "log"]),
    (".//ref/element-citation/@publication-type", ["letter", "book"]),
    (".//ref//institution", ["Harbour Museum"]),
    (".//ref//date[@date-type='received']/year", ["1871"]),
    (".//custom-meta/meta-value", ["urn:uuid:0d9c7f52-2c1a-4d0e-8f0b-6a3c1f1f5b10", "B. Quill", "2022-07-08", "manual", "Pincite", "1.0"]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), PLACES, ids=[path for path, _ in PLACES])
def test_everything_stands_where_the_tag_set_has_it(path: str, expected: list[str]) -> None:
    path, _, attribute = path.partition("/@")
    elements = ET.fromstring(write(small(), "jats")).findall(path)  # noqa: S314 - what was just written
    name = HREF if attribute == "href" else attribute
    assert [one.get(name) if name else fold("".join(one.itertext())) for one in elements] == expected


def written(document: DocumentData, path: str) -> list[str]:
    """Return the elements at a path as they are written, indentation apart."""
    found = ET.fromstring(write(document, "jats")).findall(path)  # noqa: S314 - as above
    return [">".join(map(str.strip, ET.tostring(one, "unicode").split(">"))) for one in found]


def test_the_tag_set_is_named_and_nothing_is_fetched_for_it() -> None:
    text = write(small(), "jats")
    assert 'dtd-version="1.3"' in text.splitlines()[1]
    assert "<!DOCTYPE" not in text


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1871/1872", "<string-date>1871/1872</string-date>"),
        ("187X", "<string-date>187X</string-date>"),
        ("1871-21", "<string-date>1871-21</string-date>"),
        ("1871-04", "<month>04</month><year>1871</year>"),
        ("1871-04-02~", "<day>02</day><month>04</month><year>1871</year>"),
    ],
)
def test_archiving_has_dates_of_publication_that_publishing_has_not(edtf: str, expected: str) -> None:
    """Publishing 1.1 demands a year in a ``pub-date``; such a date is taken out before its DTD judges."""
    document = small()
    document["article"]["date"] = edtf
    whole = f'<pub-date date-type="pub" iso-8601-date="{edtf}">{expected}</pub-date>'
    assert written(document, ".//article-meta/pub-date") == [whole]


def test_archiving_has_an_article_without_a_date() -> None:
    """Publishing 1.1 demands one; it is put in before its DTD judges."""
    document = small()
    del document["article"]["date"]
    assert written(document, ".//pub-date") == []


def test_archiving_has_journals_without_identifiers() -> None:
    """Publishing 1.1 demands an identifier and an ISSN; they are put in before its DTD judges."""
    document = small()
    assert written(document, ".//journal-meta") == []
    document["article"]["publication"] = "Tides"
    title = "<journal-title-group><journal-title>Tides</journal-title></journal-title-group>"
    assert written(document, ".//journal-meta") == [f"<journal-meta>{title}</journal-meta>"]


def test_archiving_has_groups_of_people_of_any_kind() -> None:
    """Publishing 1.1 knows no recipients; they are called authors before its DTD judges."""
    people = (
        '<name-alternatives><string-name specific-use="person">E. Marsh</string-name></name-alternatives>'
    )
    assert written(small(), ".//person-group[@person-group-type='recipient']") == [
        f'<person-group person-group-type="recipient">{people}</person-group>'
    ]


def test_evidence_that_nothing_has_as_its_id_is_told() -> None:
    document = filled()
    document["claims"][0]["evidence"] = ["q1", "nothing", {"id": "nobody"}]
    told = [one.pointer for one in carry_out(document, "jats").losses if "/evidence/" in one.pointer]
    assert [one for one in told if not one.endswith("/anchor")] == [
        "/claims/0/evidence/1",
        "/claims/0/evidence/2",
    ]


def test_a_figure_whose_mark_stands_in_a_heading_is_in_its_section() -> None:
    document = small()
    document["images"][0]["anchor"] = {"exact": "first bell"}
    text = write(document, "jats")
    assert ET.fromstring(text).find("body/sec/fig") is not None  # noqa: S314 - as above


def test_words_that_are_not_the_article_s_are_kept_or_told() -> None:
    document = small()
    document["claims"][0]["text"] = "The bell followed the tides."
    document["claims"][0]["anchor"] = {"exact": "The ferry rang its bell at every tide."}
    document["quotations"][1]["citations"][0] |= {
        "raw": "(Log, 12)",
        "anchor": {"exact": "(Harbour Log, p. 12)"},
    }
    text, losses = carry_out(document, "jats")
    assert 'alt="The bell followed the tides."' in text
    assert "/quotations/1/citations/0/raw" in [one.pointer for one in losses]


def test_a_quotation_that_stands_otherwise_is_told() -> None:
    document = small()
    document["quotations"][1]["display"] = "block"
    losses = carry_out(document, "jats").losses
    assert "/quotations/1/display" in [one.pointer for one in losses]


@needs_pandoc
def test_pandoc_reads_it() -> None:
    shown = subprocess.run(
        ["pandoc", "-f", "jats", "-t", "plain", "--columns", "200"],
        input=write(small(), "jats"), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for line in (
        "The ferry rang its bell at every tide.",
        "The first bell",
        "  The bell … is rung [twice] a day, and nobody hears it.",
        "the log says “at six and at ten” (Harbour Log, p. 12).",
        "The line on the bell",
    ):
        assert line in shown
