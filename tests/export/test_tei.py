"""The article in TEI: everything where it belongs, and what is lost told."""

from __future__ import annotations

from typing import cast
from xml.etree import ElementTree as ET

import pytest

from pincite.export import carry_out, write
from pincite.export.tei.dates import date_attributes
from pincite.model.anchoring import fold
from tests.export.articles import small
from tests.export.filled import TEXT, filled
from tests.export.xml_reading import article_words, squeezed

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def found(path: str, text: str) -> list[str]:
    """Return attributes or words: the last step of a path after ``/@`` is an attribute's name."""
    root = ET.fromstring(text)  # noqa: S314 - what was just written
    path, _, attribute = path.partition("/@")
    elements = root.findall(path, TEI)
    if attribute:
        return [
            one.get(attribute.replace("xml:", "{http://www.w3.org/XML/1998/namespace}"), "-")
            for one in elements
        ]
    return [fold("".join(one.itertext())) for one in elements]


PLACES = [
    (".//t:titleStmt/t:title", ["The bell of the ferry"]),
    (".//t:sourceDesc//t:licence/@target", ["https://spdx.org/licenses/CC-BY-4.0"]),
    (".//t:body/t:head", ["The bell of the ferry"]),
    (".//t:body/t:div/t:head", ["The first bell"]),
    (".//t:cit/t:quote/@xml:id", ["q1"]),
    (".//t:cit/t:quote/@source", ["#marsh-letter"]),
    (".//t:cit/t:bibl/t:ref/@target", ["#quotations.0.citations.0", "#scan"]),
    (".//t:quote//t:gap/@resp", ["#hand.quoter"]),
    (".//t:quote//t:choice/t:orig", ["2 times"]),
    (".//t:quote//t:reg/@resp", ["#hand.edition"]),
    (".//t:quote//t:emph/@resp", ["#hand.source"]),
    (".//t:p/t:quote", ["at six and at ten"]),
    (".//t:ab/t:seg[@type='claim']", ["The ferry rang its bell at every tide."]),
    (".//t:annotation[@target='#c1']/t:ptr/@target", ["#q1", "#q2"]),
    (".//t:back/t:div[@type='apart']/t:quote", ["Rung at low water only."]),
    (".//t:figure/t:graphic/@url", ["scans/letter%202.png"]),
    (".//t:facsimile//t:zone/@lrx", ["740"]),
    (".//t:zone/@n", ["xywh=pixel:40,300,700,120"]),
    (".//t:correspAction[@type='received']/t:date/@when", ["1871-04"]),
    (".//t:msIdentifier/t:settlement", ["Stonehaven"]),
    (".//t:listBibl[@type='sources']/t:bibl/t:date/@from", ["-", "1870"]),
    (".//t:listBibl[@type='citations']/t:bibl/t:citedRange", ["2", "12", "14"]),
    (".//t:relation/@active", ["#q2"]),
    (".//t:author/t:persName/t:surname", ["Fenn", "Fenn", "Marsh"]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), PLACES, ids=[path for path, _ in PLACES])
def test_everything_stands_where_the_guidelines_have_it(path: str, expected: list[str]) -> None:
    assert found(path, write(small(), "tei")) == expected


def test_an_edition_s_omission_is_an_ellipsis() -> None:
    text = write(filled(), "tei")
    assert found(".//t:quote/t:ellipsis/t:metamark", text) == ["…"]
    assert found(".//t:quote/t:ellipsis/@resp", text) == ["#hand.edition"]
    assert article_words("tei", text) == squeezed(TEXT)


def test_ids_are_given_once() -> None:
    document = filled()
    document["claims"] = [*document["claims"], *document["claims"]]
    ids = [one.get(ID) for one in ET.fromstring(write(document, "tei")).iter() if one.get(ID)]  # noqa: S314
    assert len(ids) == len(set(ids))
    assert {"q1", "q2", "c1", "scan-1", "note-a", "series-d"} <= set(ids)


def test_segments_that_do_not_make_up_the_quotation_are_told() -> None:
    document = small()
    document["quotations"][0]["segments"][0]["text"] = "A bell "
    losses = carry_out(document, "tei").losses
    told = [one.pointer for one in losses if "segments" in one.pointer]
    assert told == [f"/quotations/0/segments/{number}" for number in range(7)]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("1871-04-02", {"when": "1871-04-02"}),
        ("-0044", {"when": "-0044"}),
        ("1870/1872-05", {"from": "1870", "to": "1872-05"}),
        ("1871-04~", {"notBefore": "1871-04-01", "notAfter": "1871-04-30", "cert": "medium", "when-custom": "1871-04~"}),
        ("187X", {"notBefore": "1870-01-01", "notAfter": "1879-12-31", "when-custom": "187X"}),
        ("1871/..", {"notBefore": "1871-01-01", "when-custom": "1871/.."}),
        ("0000", {"when-custom": "0000"}),
        ("1871-02-30", {"when-custom": "1871-02-30"}),
        ("Y170000", {"when-custom": "Y170000"}),
    ],
)  # fmt: skip
def test_dates_say_what_calendars_can_say(edtf: str, attributes: dict[str, str]) -> None:
    wanted = cast("dict[str, str]", {**attributes})
    if "when-custom" in wanted:
        wanted["datingMethod"] = "https://www.loc.gov/standards/datetime/"
    assert date_attributes(edtf) == wanted
