"""Sources as RIS: whole files, what rispy reads in them, and what stands in the note for Pincite alone."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

import pytest
import rispy  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import bibliography
from pincite.bibliography.flat import flattened
from pincite.bibliography.ris.tags import one_line
from pincite.bibliography.ris.values import name_text
from pincite.bibliography.ris.words import KINDS
from pincite.export import carry_out, format_for, write
from pincite.schemas import schema
from tests.export.filled import filled
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.model.format import DocumentData, Source

LACE = """\
TY  - JOUR
ID  - sixty-pillows
TI  - Sixty pillows
AU  - Fenn, Ada
AU  - Lace Guild
T2  - The Pillow Quarterly
PY  - 1931
DA  - 1931/04//
VL  - 12
IS  - 3
SP  - 58
EP  - 59
PB  - Pier & Sons
DO  - 10.1000/pillow.60
UR  - https://example.org/pillow
Y2  - 2020/01/02/
LA  - en
N1  - Counted by candle.
RN  - Pincite: {"id": "sixty-pillows", "container": {"source": "pillow-quarterly", "relation": "part_of", \
"locator": {"page": "58-59"}}, "without": ["publisher"]}
ER  -

TY  - JFULL
ID  - pillow-quarterly
TI  - The Pillow Quarterly
PB  - Pier & Sons
ER  -
"""
LETTERS = """\
TY  - RPRT
ID  - note
TI  - On thread
ED  - Osgood, Hermia
T2  - The Papers of Ada Fenn
PY  - 1918
DA  - 1918/04/02/
VL  - 2
SP  - 226
EP  - 230
M3  - memorandum
DB  - Harbour Archive
AN  - Lamps, box 2, folder 7
RN  - Pincite: {"id": "note", "date": "1918-04-02?", "recipients": [{"literal": "Bertram Marsh", "family": "Marsh", \
"given": "Bertram"}], "archive": {"name": "Harbour Archive", "collection": "Lamps", "box": "2", "folder": "7"}, \
"container": {"source": "letter", "relation": "enclosure", "number": "4"}, "without": ["volume", "editors"]}
ER  -

TY  - PCOMM
ID  - letter
AU  - van Fenn, Ada
A2  - Marsh, Bertram
ED  - Osgood, Hermia
T2  - The Papers of Ada Fenn
VL  - 2
SP  - 226
EP  - 230
RN  - Pincite: {"id": "letter", "authors": [{"literal": "Ada van Fenn", "family": "Fenn", "given": "Ada", \
"particle": "van"}], "container": {"source": "vol-2", "locator": {"page": "226-230"}}, "without": ["volume", "editors"]}
ER  -

TY  - BOOK
ID  - vol-2
TI  - The Papers of Ada Fenn
A3  - Osgood, Hermia
T2  - The Papers of Ada Fenn
VL  - 2
M3  - volume
RN  - Pincite: {"id": "vol-2", "container": {"source": "papers"}, "without": ["title"]}
ER  -

TY  - SER
ID  - papers
TI  - The Papers of Ada Fenn
ER  -
"""
MARSH = {"literal": "Bertram Marsh", "family": "Marsh", "given": "Bertram"}


def document(*sources: dict[str, Any]) -> DocumentData:
    return cast("DocumentData", {"pincite": "1.0", "article": {"title": "Lace"}, "sources": list(sources)})


def lace() -> DocumentData:
    return document(
        {
            "id": "sixty-pillows",
            "type": "journal_article",
            "title": "Sixty pillows",
            "authors": [
                {"literal": "Ada Fenn", "family": "Fenn", "given": "Ada"},
                {"literal": "Lace Guild"},
            ],
            "date": "1931-04",
            "volume": "12",
            "issue": "3",
            "doi": "10.1000/pillow.60",
            "url": "https://example.org/pillow",
            "accessed": "2020-01-02",
            "language": "en",
            "note": "Counted by candle.",
            "container": {"source": "pillow-quarterly", "relation": "part_of", "locator": {"page": "58-59"}},
        },
        {
            "id": "pillow-quarterly",
            "type": "periodical",
            "title": "The Pillow Quarterly",
            "publisher": "Pier & Sons",
        },
    )


def letters() -> DocumentData:
    return document(
        {
            "id": "note",
            "type": "memorandum",
            "title": "On thread",
            "date": "1918-04-02?",
            "recipients": [MARSH],
            "archive": {"name": "Harbour Archive", "collection": "Lamps", "box": "2", "folder": "7"},
            "container": {"source": "letter", "relation": "enclosure", "number": "4"},
        },
        {
            "id": "letter",
            "type": "letter",
            "authors": [{"literal": "Ada van Fenn", "family": "Fenn", "given": "Ada", "particle": "van"}],
            "recipients": [MARSH],
            "container": {"source": "vol-2", "locator": {"page": "226-230"}},
        },
        {
            "id": "vol-2",
            "type": "volume",
            "volume": "2",
            "editors": [{"literal": "Hermia Osgood", "family": "Osgood", "given": "Hermia"}],
            "container": {"source": "papers"},
        },
        {"id": "papers", "type": "series", "title": "The Papers of Ada Fenn"},
    )


def back(text: str) -> list[Source]:
    """Return the sources in a text that Pincite wrote, of which nothing is to be told."""
    listed = bibliography.read("ris", text)
    assert listed.remarks == ()
    return list(listed.sources)


@pytest.mark.parametrize(("made", "text"), [(lace, LACE), (letters, LETTERS)])
def test_whole_files(made: Any, text: str) -> None:  # noqa: ANN401 - a function that makes a document
    assert write(made(), "ris") == text.replace("ER  -", "ER  - ")
    assert back(text) == made()["sources"]


def test_what_is_set_aside_is_told() -> None:
    told = [
        (one.pointer, one.declared.how)
        for one in carry_out(letters(), "ris").losses
        if one.pointer.startswith("/sources")
    ]
    assert told == [
        ("/sources/0/archive", "set aside"),
        ("/sources/0/container", "set aside"),
        ("/sources/0/date", "set aside"),
        ("/sources/0/recipients", "set aside"),
        ("/sources/1/authors", "set aside"),
        ("/sources/1/container", "set aside"),
        ("/sources/2/container", "set aside"),
    ]


def test_of_two_sources_with_one_id_the_second_is_told_as_left_out() -> None:
    twice = document({"id": "lamps", "type": "book"}, {"id": "lamps", "type": "map", "title": "Lamps"})
    text, losses = carry_out(twice, "ris")
    assert text == "TY  - BOOK\nID  - lamps\nER  - \n"
    assert ("/sources/1", "left out") in [(one.pointer, one.declared.how) for one in losses]


def test_every_type_has_its_word() -> None:
    assert set(KINDS) == set(schema("document")["$defs"]["source"]["properties"]["type"]["enum"])
    assert {kind.reference for kind in KINDS.values()} <= set(rispy.TYPE_OF_REFERENCE_MAPPING)
    assert len(set(KINDS.values())) == len(KINDS)


@pytest.mark.parametrize("type_", sorted(KINDS))
def test_rispy_reads_what_is_written(type_: str) -> None:
    data = filled(type_)
    entries = list(flattened(data["sources"]))
    records = rispy.loads(write(data, "ris"))
    assert len(records) == len(entries)
    for entry, record in zip(entries, records, strict=True):
        members = entry.members
        assert record["type_of_reference"] == KINDS[entry.source["type"]].reference
        assert (record["id"], record["title"]) == (entry.source["id"], members["title"])
        assert record["authors"] == [name_text(one) for one in members["authors"]]
        assert record["year"] == members["date"][:4]
        assert record["date"] == members["date"].replace("-", "/").replace("?", "/")
        titles = {record.get("secondary_title", ""), record.get("tertiary_title", "")}
        assert titles >= {entry.container_title, entry.collection_title}
        assert record["volume"] == members["volume"]
        assert record["publisher"] == members["publisher"]
        assert record["place_published"] == members["publisher_place"]
        assert record["edition"] == members["edition"]
        assert record["urls"] == [members["url"]]
        assert record["doi"] == members["doi"]
        assert record["language"] == members["language"]
        assert record["notes"] == [members["note"]]
        assert "unknown_tag" not in record or set(record["unknown_tag"]) == {"ED"}
        assert json.loads(record["research_notes"].removeprefix("Pincite: "))["id"] == entry.source["id"]


def test_a_plain_book_has_no_note() -> None:
    book = {"id": "lamps", "type": "book", "title": "Lamps", "date": "1911", "isbn": "978-0-306-40615-7"}
    text = write(document(book), "ris")
    assert text == "TY  - BOOK\nID  - lamps\nTI  - Lamps\nPY  - 1911\nSN  - 978-0-306-40615-7\nER  - \n"
    assert back(text) == [book]


def test_a_book_has_its_number_in_the_series() -> None:
    book = {"id": "a", "type": "book", "title": "Lamps", "container": {"source": "b", "number": "4"}}
    data = document(book, {"id": "b", "type": "series", "title": "Handbooks"})
    text = write(data, "ris")
    assert "\nT2  - Handbooks\nM1  - 4\n" in text
    assert back(text) == data["sources"]
    foreign = [line for line in text.split("\n") if not line.startswith("RN")]
    assert bibliography.read("ris", "\n".join(foreign)).sources[0]["container"]["number"] == "4"


def test_what_a_reference_manager_gives_back_is_whole() -> None:
    """Zotero has no id of the file's, and a note for the research note, which comes out as any note."""
    text = "".join(
        line.replace("RN  - ", "N1  - ")
        for line in write(letters(), "ris").splitlines(keepends=True)
        if not line.startswith("ID  - ")
    )
    sources = list(bibliography.read("ris", text).sources)
    new = {"source": "the-papers-of-ada-fenn", "relation": "volume_of"}
    assert sources[:2] == letters()["sources"][:2]
    assert sources[2] == {**letters()["sources"][2], "container": new}


HOSTILE = [
    "Lamps\nER  - \n\nTY  - JOUR\nTI  - Broken out",
    "Lamps\r\nAU  - Nobody",
    "Lamps\x85AU  - Nobody\u2028AU  - Nobody\x0bAU  - Nobody",
    "Lamps\x00\x1b[31m\x7f",
    "TY  - BOOK",
    "ER  - ",
    "  ",
    "\n",
    "\ud800 half",
    "\u202eback",
    'Pincite: {"id": "other", "title": "x"}',
    "<p>html</p>",
    "<script>alert(1)</script>]]>",
    "\\input{x} $1$ {{}}",
    "10.1000/lamps",
    "a, b, c, d,",
    "\ufeff",
]
MEMBERS = ("title", "place", "number", "volume", "issue", "edition", "genre", "publisher", "platform", "note")


def hostile(text: str) -> DocumentData:
    names: dict[str, Any] = {"authors": [{"literal": text}, {"family": text, "given": text, "suffix": text}]}
    names |= {"editors": [{"literal": text}], "archive": {"name": text, "box": text}}
    return document(
        {
            "id": "lamps",
            "type": "report",
            **dict.fromkeys(MEMBERS, text),
            **names,
            "container": {"source": "outer"},
        },
        {"id": "outer", "type": "book", "title": text},
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_breaks_out_of_its_line(text: str) -> None:
    data = hostile(text)
    written = write(data, "ris")
    assert len(written.splitlines()) == written.count("\n")
    written.encode()
    assert [record["id"] for record in rispy.loads(written)] == ["lamps", "outer"]
    assert back(written) == data["sources"]


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=20))
def test_any_text_comes_back(text: str) -> None:
    data = hostile(text)
    assert back(write(data, "ris")) == data["sources"]


def test_a_text_without_sources_is_empty() -> None:
    assert write(document(), "ris") == ""


def test_containers_that_lead_nowhere_or_round_come_back() -> None:
    data = document(
        {"id": "a", "type": "letter", "container": {"source": "nowhere", "locator": {"page": "3"}}},
        {"id": "b", "type": "letter", "title": "B", "container": {"source": "c"}},
        {"id": "c", "type": "letter", "title": "C", "container": {"source": "b"}},
        {"id": "d", "type": "book", "title": "D", "container": {"source": "d"}},
        {"id": "e", "type": "hearing", "container": {"source": "f"}},
        {"id": "f", "type": "book", "title": "F", "archive": {"name": "x"}, "platform": "y"},
    )
    assert back(write(data, "ris")) == data["sources"]


def test_the_document_is_left_as_it_is() -> None:
    data = filled()
    before = deepcopy(data)
    write(data, "ris")
    assert data == before


def test_a_file_is_known_by_its_name() -> None:
    assert format_for("lamps.ris") == "ris"
    assert bibliography.bibliography_for("LAMPS.RIS") == "ris"


def test_one_line_keeps_what_is_no_break() -> None:
    assert one_line(" a\r\n\tb  c\u2029d ") == "a b  c d"


def many(size: int) -> DocumentData:
    return document(*(
        {"id": f"a{number}", "type": "letter", "title": "T", "container": {"source": f"a{number + 1}"}}
        for number in range(size)
    ))  # fmt: skip


@pytest.mark.parametrize(
    "make", [many, lambda size: hostile("x\n" * size), lambda size: hostile("- ," * size)]
)
def test_time_grows_with_the_size(make: Any) -> None:  # noqa: ANN401 - a function of a size
    assert_proportional(lambda data: back(write(data, "ris")), make, 500, 4000)
