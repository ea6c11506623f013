"""RIS as others write it: what becomes of each record, with the lines of what is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import bibliography
from pincite.bibliography.ris.lines import records
from pincite.bibliography.ris.values import date_of, date_texts, name_of, name_text, pages_of, pages_texts
from pincite.schemas import schema
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.bibliography.listed import Listed
    from pincite.model.format import Name

VALID = jsonschema.Draft202012Validator(schema("document"))
FILES = sorted((Path(__file__).parent / "ris").glob("*.ris"))


def read(text: str) -> Listed:
    return bibliography.read("ris", text)


def assert_valid(listed: Listed) -> None:
    document = {"pincite": "1.0", "article": {"title": "Tides"}, "sources": list(listed.sources)}
    VALID.validate(document)


def told(listed: Listed) -> list[str]:
    return [f"{one.line}: {one.rule.code} {one.message}" for one in listed.remarks]


def source(*lines: str) -> dict[str, Any]:
    """Return the members of the source that a record's lines give."""
    return cast("dict[str, Any]", read("\n".join([*lines, "ER  - "])).sources[0])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_of_others(path: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    listed = read(path.read_bytes().decode())
    assert_valid(listed)
    found = {"sources": list(listed.sources), "remarks": told(listed)}
    expected = path.with_suffix(".expected.yaml")
    if update:
        expected.write_text(yaml.safe_dump(found, sort_keys=False, allow_unicode=True, width=1000), "utf-8")
    assert found == yaml.safe_load(expected.read_text("utf-8"))


@pytest.mark.parametrize(
    "line", ["TY  - BOOK", "TY - BOOK", "ty  - book", "  TY  - BOOK ", "TY  -BOOK", "TY\xa0\xa0-\xa0BOOK"]
)
def test_forms_of_a_tag(line: str) -> None:
    assert source(line, "TI  - Lamps")["type"] == "book"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines(end: str) -> None:
    found, remarks = records(f"\ufeffTY  - BOOK{end}TI  - On{end}lamps{end}{end}ER  - {end}")
    assert remarks == []
    assert [[(one.tag, one.value, one.line) for one in record.fields] for record in found] == [
        [("TY", "BOOK", 1), ("TI", "On lamps", 2)]
    ]


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [
        ("1918", "1918", ""),
        ("1918/04/02", "1918-04-02", ""),
        ("1918/04/02/", "1918-04-02", ""),
        ("1918/4/2", "1918-04-02", ""),
        ("1918///", "1918", ""),
        ("1918/00/00", "1918", ""),
        ("1918/04//", "1918-04", ""),
        ("1918-04-02", "1918-04-02", ""),
        ("1918///spring", "1918-21", ""),
        ("1918///Fall", "1918-23", ""),
        ("1918/04/02/morning", "1918-04-02", "morning 1918"),
        ("2020/01/02/11:53:28", "2020-01-02", ""),
        ("1918/13/40", "1918", "1918/13/40"),
        ("1918/02/30", "1918-02", "1918/02/30"),
        ("1918-1920", "1918/1920", ""),
        ("1920-1918", "", "1920-1918"),
        ("2 April 1918", "1918-04-02", ""),
        ("April 2, 1918", "1918-04-02", ""),
        ("Apr 2", "1917-04-02", ""),
        ("Sept. 1918", "1918-09", ""),
        ("30 February 1918", "", "30 February 1918"),
        ("in the spring", "", "in the spring"),
        ("1 2 1918", "", "1 2 1918"),
        ("0000", "", ""),
        ("//", "", ""),
        ("²⁰", "", "²⁰"),
    ],
)
def test_dates(text: str, date: str, rest: str) -> None:
    assert date_of(text, "1917" if text == "Apr 2" else "") == (date, rest)


@pytest.mark.parametrize(
    ("edtf", "texts"),
    [
        ("1918", ("1918", "")),
        ("1918-04", ("1918", "1918/04//")),
        ("1918-04-02", ("1918", "1918/04/02/")),
        ("1918-04-02~", ("1918", "1918/04/02/")),
        ("1918-22", ("1918", "1918///summer")),
        ("1918-33", ("1918", "")),
        ("1918-03/1918-05", ("1918", "")),
        ("1918/..", ("1918", "")),
        ("1918-XX", ("1918", "")),
        ("1918-?04", ("1918", "")),
        ("191X", ("", "")),
        ("XXXX-03-11", ("", "")),
        ("[1667,1668]", ("", "")),
        ("-0043", ("", "")),
    ],
)
def test_dates_are_written(edtf: str, texts: tuple[str, str]) -> None:
    assert date_texts(edtf) == texts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fenn, Ada", {"literal": "Ada Fenn", "family": "Fenn", "given": "Ada"}),
        ("Fenn,A.,Jr", {"literal": "A. Fenn Jr", "family": "Fenn", "given": "A.", "suffix": "Jr"}),
        ("Harbour Board", {"literal": "Harbour Board"}),
        ("Harbour Board,", {"literal": "Harbour Board", "kind": "organization"}),
        ("Fenn, Ada, Jr, of Ambersea", {"literal": "Fenn, Ada, Jr, of Ambersea"}),
        (", Ada", {"literal": ", Ada"}),
    ],
)
def test_names(text: str, name: Name) -> None:
    assert name_of(text) == name


def test_a_name_is_written_as_it_is_analysed() -> None:
    assert (
        name_text({"family": "Fenn", "particle": "van", "given": "Ada", "suffix": "Jr"})
        == "van Fenn, Ada, Jr"
    )
    assert name_text({"given": "Ada", "title": "Dr"}) == "Dr Ada"
    assert (
        name_text({"literal": "Harbour Board", "family": "Board", "kind": "organization"}) == "Harbour Board"
    )


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("58", "59", "58-59"),
        ("58-59", "", "58-59"),
        ("58–59", "59", "58-59"),
        ("58 -- 59", "", "58-59"),
        ("58", "58", "58"),
        ("", "59", "59"),
        ("xvi", "xx", "xvi-xx"),
        ("E123", "", "E123"),
        ("", "", ""),
    ],
)
def test_pages(first: str, last: str, pages: str) -> None:
    assert pages_of(first, last) == pages
    assert pages_of(*pages_texts(pages)) == pages


@pytest.mark.parametrize(
    ("lines", "members"),
    [
        (("TY  - BOOK", "A2  - Osgood, Hermia"), {"editors"}),
        (("TY  - BOOK", "A2  - Osgood, Hermia", "T2  - Lamps"), {"container"}),
        (("TY  - CHAP", "ED  - Osgood, Hermia"), {"editors"}),
        (("TY  - PAT", "A2  - Patent Office", "SN  - 17"), {"number"}),
        (("TY  - PAT", "ED  - Osgood, Hermia"), {"editors"}),
        (("TY  - HEAR", "T2  - Committee of Lamps"), set()),
        (("TY  - JOUR", "M1  - 4"), {"issue"}),
        (("TY  - JOUR", "M1  - 4", "IS  - 5"), {"issue", "number"}),
        (("TY  - BOOK", "SN  - 978-0-306-40615-7 (cloth); 2049-3630"), {"isbn", "issn"}),
        (("TY  - RPRT", "SN  - 978-0-306-40615-7"), {"isbn"}),
        (("TY  - JOUR", "DB  - Some database"), {"platform"}),
        (("TY  - MANSCPT", "DB  - Some archive", "AV  - box 2"), {"archive"}),
        (("TY  - PCOMM", "M3  - Telegram"), set()),
        (("TY  - PCOMM", "M3  - postcard"), {"genre"}),
        (("TY  - GRANT",), {"genre"}),
        (("TY  - ELEC", "LA  - English"), {"language"}),
        (("TY  - ELEC", "Y2  - 2020///spring"), set()),
        (("TY  - ELEC", "UR  - www.example.org"), set()),
        (("TY  - ELEC", "DO  - see below"), set()),
    ],
)
def test_what_a_tag_says_hangs_on_the_type(lines: tuple[str, ...], members: set[str]) -> None:
    assert source(*lines, "TI  - x").keys() - {"id", "type", "title"} == members


@pytest.mark.parametrize(
    "note",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"type": "spell", "title": ["x"], "authors": [{}], "authors2": 1}',
        '{"container": {"source": ["a"]}}',
        '{"container": {"source": "tides", "locator": {"page": 1}}}',
        '{"container": "tides", "archive": {"name": {}}, "copies": {}, "without": [1], "date": ""}',
        '{"inferred": {"date": 1}, "title_supplied": 1, "title": NaN}',
        '{"authors": ' + "[" * 100_000,
        '{"title": ' + "9" * 10_000 + "}",
    ],
)
def test_a_note_that_only_looks_like_ours_does_no_harm(note: str) -> None:
    listed = read(f"TY  - BOOK\nTI  - Lamps\nRN  - Pincite: {note}\nER  - ")
    assert_valid(listed)
    assert [(one["type"], one["title"]) for one in listed.sources] == [("book", "Lamps")]
    assert [one.rule.code for one in listed.remarks] == ["PIN812"]
    assert listed.remarks[0].line == 3


def test_text_without_records_is_told() -> None:
    nothing = ["1: PIN811 there is no record: no line begins with TY"]
    assert told(read("\n@book{lamps,\n}\n")) == nothing
    assert told(read("TI  - Lamps\nER  - \n")) == nothing
    assert told(read("\ufeff \n\n")) == []


TAGS = st.sampled_from([
    "TY", "ER", "ID", "TI", "T2", "T3", "AU", "A2", "A3", "ED", "PY", "DA", "Y1", "Y2", "SP", "EP", "SN", "M1", "M3",
    "DB", "AN", "N1", "RN", "UR", "DO", "LA", "JO", "SV", "ZZ",
])  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            "BOOK",
            "JOUR",
            "PCOMM",
            "EDBOOK",
            "Fenn, Ada",
            "1918/04/31",
            "10.1000/a",
            "2049-3630",
            "58-",
            "fenn",
        ]
    ),
    st.text(max_size=9),
    st.text("0123456789/-,: ", max_size=12),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TAGS, st.sampled_from(["  - ", " - ", "\n", "  -"]), VALUES), max_size=14))
def test_anything_is_read_as_valid_sources(lines: list[tuple[str, str, str]]) -> None:
    assert_valid(read("\n".join("".join(line) for line in [("TY", "  - ", "CHAP"), *lines])))


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "TY  - BOOK\nTI  - Lamps\nER  - \n" * size,
        lambda size: "TY  - BOOK\nID  - Lamps!\nER  - \n" * size,
        lambda size: "TY  - BOOK\n" + "AU  - Fenn, Ada\nA1  - Marsh, B.\n" * size,
        lambda size: "TY  - BOOK\nTI  - Lamps\n" + "and more\n" * size,
        lambda size: "TY  - JOUR\nTI  - x\nT2  - y\nSP  - " + "-" * size + " " * size + "1" * size,
        lambda size: "TY  - BOOK\nDA  - " + "1/" * size + " " * size + "\nSN  - " + "1-" * size,
        lambda size: "TY  - BOOK\nN1  - <p>" + "<" * size + "\nUR  - http://" + "a/" * size,
        lambda size: "x\n" * size + " " * size + "TY" + " " * size + "-",
        lambda size: 'TY  - BOOK\nRN  - Pincite: {"title": "' + "\\u0041" * size + '"}\n',
    ],
)
def test_time_grows_with_the_size(make: Any) -> None:  # noqa: ANN401 - a function of a size
    assert_proportional(read, make, 500, 4000)
