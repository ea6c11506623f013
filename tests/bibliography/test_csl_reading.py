"""CSL-JSON as it is read: what this package wrote comes back, and what others write is taken over or told."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, cast

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.bibliography import bibliography_for, read
from pincite.bibliography.csl_json.dates import Dated, date_of, dated
from pincite.bibliography.csl_json.words import BACK, BY_GENRE, FIELDS, NARROWER, TYPES
from pincite.export import write
from pincite.schemas import schema
from tests.export.filled import filled
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.bibliography.listed import Listed
    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import Json, JsonObject

DATA = Path(__file__).parent / "data"
FOREIGN = sorted(DATA.glob("*.csl.json"))
VALID = jsonschema.Draft202012Validator(schema("document"))


def document(sources: list[Source]) -> DocumentData:
    return {"pincite": "1.0", "article": {"title": "Bells"}, "sources": sources}


def listed(*items: Json) -> Listed:
    return read("csl-json", json.dumps(items))


def first(**fields: Json) -> JsonObject:
    """Return the first source that is read of one item, without id and type."""
    source = listed({"id": "a", "type": "book", **fields}).sources[0]
    return {name: cast("JsonObject", source)[name] for name in source if name not in {"id", "type"}}


def told(found: Listed) -> list[str]:
    return [f"{one.line} {one.rule.code} {one.message}" for one in found.remarks]


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_files_of_other_programs(path: Path) -> None:
    found = read("csl-json", path.read_text("utf-8"))
    expected = json.loads(path.with_name(path.name.replace(".csl.", ".expected.")).read_text("utf-8"))
    assert {"sources": list(found.sources), "remarks": told(found)} == expected
    VALID.validate(document(list(found.sources)))


@pytest.mark.parametrize("path", FOREIGN, ids=lambda path: path.name)
def test_what_was_read_comes_back_when_it_is_written(path: Path) -> None:
    found = read("csl-json", path.read_text("utf-8"))
    again = read("csl-json", write(document(list(found.sources)), "csl-json"))
    assert again.sources == found.sources
    assert again.remarks == ()


BIBLATEX = r"""
@article{Fenn:1904, author={Fenn, Ada and {Board of Bells}}, title={On the \emph{great bell}}, journaltitle={Annals of Bells},
  volume={6}, number={2}, pages={76--91}, date={1904-06}, doi={10.1000/x}, urldate={2024-03-09}, keywords={bells}}
@incollection{marsh, author={Marsh, Ida}, title={Counting aloud}, booktitle={Lace}, editor={Roe, Tadashi}, series={Thread},
  number={4}, publisher={Tollgate}, location={Skerrow}, date={1996}, pages={131-158}}
@letter{old, author={de la Fontaine, Jean}, title={To Marsh}, date={-0044}}
@book{range, title={Tides}, date={1871~/1873}, translator={Glass, Nora}}
"""


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not here")
def test_what_pandoc_writes_is_read() -> None:
    command = ["pandoc", "--from=biblatex", "--to=csljson"]
    done = subprocess.run(command, input=BIBLATEX, capture_output=True, text=True, check=True)
    found = read("csl-json", done.stdout)
    assert [one["id"] for one in found.sources] == [
        *("fenn-1904", "annals-of-bells", "marsh", "lace", "thread", "old", "range"),
    ]
    assert [one.get("date") for one in found.sources] == [
        *("1904-06", None, "1996", "1996", None, "-0044", "1871~/1873~"),
    ]
    assert {one.message.removeprefix("the key ").split("'")[1] for one in found.remarks} == {
        "Fenn:1904",
        "keyword",
        "title",
    }
    assert read("csl-json", write(document(list(found.sources)), "csl-json")).sources == found.sources


def test_a_file_is_known_by_its_name() -> None:
    assert bibliography_for("bells/Tides.CSL.json") == "csl-json"
    assert bibliography_for("tides.json") is None


def test_what_somebody_changed_goes_before_what_stands_aside() -> None:
    items = json.loads(write(filled("telegram"), "csl-json"))
    items[0]["issued"] = {"date-parts": [[1900]]}
    items[0]["author"] = [{"family": "Marsh"}]
    items[0]["type"] = "map"
    del items[0]["genre"]
    items[0]["publisher"] = "Lantern Row"
    was = cast("JsonObject", filled("telegram")["sources"][0])
    found = cast("JsonObject", read("csl-json", json.dumps(items)).sources[0])
    changed = {name: found.get(name) for name in {*was, *found} if found.get(name) != was.get(name)}
    assert changed == {
        "type": "map",
        "genre": None,
        "date": "1900",
        "date_text": None,
        "authors": [{"family": "Marsh"}],
        "publisher": "Lantern Row",
    }


def test_an_item_alone_takes_the_works_around_it_from_its_titles() -> None:
    (item, *_) = json.loads(write(filled(), "csl-json"))
    found = listed(item).sources
    assert [(one["type"], one.get("title", "")[:8]) for one in found[1:]] == [
        ("book", "title of"),
        ("series", "title of"),
    ]
    assert found[0]["container"].get("relation") == "enclosure"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["1918", "4", "2"]]}, Dated("1918-04-02")),
        ({"date-parts": [[1918.0, 4]]}, Dated("1918-04")),
        ({"date-parts": [[1918, 3, 13], [1918, 5, 12]]}, Dated("1918-03-13/1918-05-12")),
        ({"date-parts": [["1918", "", ""]]}, Dated("1918")),
        ({"date-parts": [[1918, 0, 0]]}, Dated("1918")),
        ({"date-parts": [[1918, 14]]}, Dated("1918-22")),
        ({"date-parts": [[1918, 24]]}, Dated("1918-24")),
        ({"date-parts": [[1918]], "season": "Autumn"}, Dated("1918-23")),
        ({"date-parts": [[1918]], "season": 4}, Dated("1918-24")),
        ({"date-parts": [[1918]], "season": "Lent"}, Dated("1918", whole=False)),
        ({"date-parts": [[1918, 4]], "season": "1"}, Dated("1918-04")),
        ({"date-parts": [[1918]], "circa": "1"}, Dated("1918~")),
        ({"date-parts": [[1918]], "circa": False}, Dated("1918")),
        ({"date-parts": [[-45]]}, Dated("-0044")),
        ({"date-parts": [[33]]}, Dated("0033")),
        ({"date-parts": [[12345]]}, Dated("Y12345")),
        ({"date-parts": [[10**20]]}, Dated(printed=f"Y{10**20}")),
        ({"date-parts": [[1918, 99]]}, Dated(printed="1918-99")),
        ({"date-parts": [[1918], [0]]}, Dated("1918/..")),
        ({"date-parts": [[1918], [0, 0, 0]], "circa": True}, Dated("1918~/..")),
        ({"date-parts": [[1918], [""]]}, Dated("1918")),
        ({"date-parts": [[0], [1918]]}, Dated("../1918")),
        ({"date-parts": [[0], [0]]}, Dated()),
        ({"date-parts": [[]]}, Dated()),
        ({"date-parts": [[None]]}, Dated()),
        ({"date-parts": [["soon"]]}, Dated(whole=False)),
        ({"date-parts": [[True]]}, Dated(whole=False)),
        ({"date-parts": "1918"}, Dated(whole=False)),
        ({"date-parts": [[1918], [1919], [1920]]}, Dated(whole=False)),
        ({"raw": "1918-04-02"}, Dated("1918-04-02")),
        ({"raw": "2020-01-02T10:11:12Z"}, Dated("2020-01-02")),
        ({"raw": "2 April 1918"}, Dated(printed="2 April 1918")),
        ({"literal": "[1918,1919]"}, Dated("[1918,1919]")),
        ({"literal": "n.d."}, Dated(printed="n.d.")),
        ({"raw": "1918", "timestamp": 3}, Dated("1918", whole=False)),
        ("1918?", Dated("1918?")),
        (1918, Dated("1918")),
        (None, Dated()),
        ([1918], Dated(whole=False)),
        (True, Dated(whole=False)),
    ],
)
def test_dates(date: Json, expected: Dated) -> None:
    assert dated(date) == expected


@pytest.mark.parametrize(
    "edtf", ["0000", "-0001", "0001", "1918", "1918-04", "1918-21", "1918-04-02/1919", "1918~", "1918/.."]
)
def test_plain_dates_come_back(edtf: str) -> None:
    assert dated(date_of(edtf)) == Dated(edtf)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ({"family": "Fenn", "given": "Ada"}, {"family": "Fenn", "given": "Ada"}),
        ({"literal": "Harbour Board"}, {"literal": "Harbour Board"}),
        ({"family": "Plato"}, {"family": "Plato"}),
        ({"given": "Plato"}, {"literal": "Plato"}),
        (
            {
                "family": "Fontaine",
                "dropping-particle": "de",
                "non-dropping-particle": "La",
                "suffix": "fils",
            },
            {"family": "Fontaine", "particle": "de La", "suffix": "fils"},
        ),
        ("Ada Fenn", {"literal": "Ada Fenn"}),
        (
            {"family": "Fenn", "ORCID": "https://orcid.org/0000-0002-1825-0097"},
            {"family": "Fenn", "id": "https://orcid.org/0000-0002-1825-0097"},
        ),
        ({"name": "Lamp Survey"}, {"literal": "Lamp Survey"}),
    ],
)
def test_names(name: Json, expected: JsonObject) -> None:
    assert first(author=[name]) == {"authors": [expected]}


@pytest.mark.parametrize(
    ("fields", "members"),
    [
        ({"DOI": "https://doi.org/10.1000/x"}, {"doi": "10.1000/x"}),
        ({"DOI": "doi: 10.1000/x"}, {"doi": "10.1000/x"}),
        ({"DOI": "none"}, {}),
        ({"ISBN": "978 0 306 40615 7"}, {"isbn": "978-0-306-40615-7"}),
        ({"ISSN": "20493630"}, {"issn": "2049-3630"}),
        ({"ISSN": ["2049-363x"]}, {"issn": "2049-363X"}),
        ({"URL": "harbour"}, {}),
        ({"language": "en_GB"}, {"language": "en-GB"}),
        ({"volume": 12, "issue": 1.0, "edition": 1.5}, {"volume": "12", "issue": "1", "edition": "1.5"}),
        ({"title": "<b>On <i>the</i> tide</b>, 1 < 2"}, {"title": "On the tide, 1 < 2"}),
        ({"title": '<span class="nocase">Tide</span>'}, {"title": "Tide"}),
        ({"note": " a\n\nb "}, {"note": "a\n\nb"}),
        ({"archive_location": "shelf 3"}, {"archive": {"item": "shelf 3"}}),
        ({"archive_location": "Box 3, box 4"}, {"archive": {"item": "Box 3, box 4"}}),
        ({"archive_location": "Folder 3, item 4"}, {"archive": {"folder": "3", "item": "4"}}),
        ({"accessed": {"raw": "2024-01-02"}}, {"accessed": "2024-01-02"}),
        ({"accessed": {"date-parts": [[2024], [2025]]}}, {}),
        (
            {"publisher": "P", "event-place": "Skerrow", "publisher-place": "Skerrow"},
            {"publisher": "P", "publisher_place": "Skerrow"},
        ),
        ({"event-place": "Skerrow"}, {"place": "Skerrow"}),
        ({"type": "motion_picture", "director": [{"family": "Roe"}]}, {"authors": [{"family": "Roe"}]}),
        ({"type": "song", "composer": [{"family": "Roe"}]}, {"authors": [{"family": "Roe"}]}),
        ({"type": "legal_case", "authority": "Harbour Court"}, {"authors": [{"literal": "Harbour Court"}]}),
    ],
)
def test_fields(fields: JsonObject, members: JsonObject) -> None:
    assert first(**fields) == members


@pytest.mark.parametrize(
    ("type_", "genre", "ours", "kept"),
    [
        ("personal_communication", "Telegram", "telegram", None),
        ("personal_communication", "letter", "letter", None),
        ("personal_communication", "e-mail", "letter", "e-mail"),
        ("graphic", "Photograph", "photograph", None),
        ("graphic", "Lithograph", "document", "Lithograph"),
        ("software", "", "document", "software"),
        ("bill", "", "law", "bill"),
        ("paper-conference", "", "document", "conference paper"),
        ("dissertation", "", "thesis", None),
        ("lullaby", "", "document", None),
    ],
)
def test_types(type_: str, genre: str, ours: str, kept: str | None) -> None:
    (source,) = listed({"id": "a", "type": type_, "genre": genre}).sources
    assert (source["type"], source.get("genre")) == (ours, kept)


def test_every_type_of_csl_is_known() -> None:
    assert set(TYPES.values()) <= {*BACK, *NARROWER}
    assert not {*BACK} & {*NARROWER}
    assert {*BACK.values(), *BY_GENRE.values(), *(ours for ours, _ in NARROWER.values())} <= set(TYPES)
    assert set(FIELDS) < set(filled()["sources"][0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1 PIN811 the file cannot be read: broken JSON: the file is empty"),
        (
            '[\n{"id": "a",\n"type" "book"}]',
            "3 PIN811 the file cannot be read: broken JSON: a colon is wanted after the key",
        ),
        ("[" * 100_000, "1 PIN811 the file cannot be read: nested more than 64 levels deep"),
        ('[\n{"id": NaN}]', "2 PIN811 the file cannot be read: NaN is not a JSON value"),
        (
            '[{"id": "a", "volume": %s}]' % ("9" * 5000),
            "1 PIN811 the file cannot be read: a number of 5000 digits, but at most 400 are read",
        ),
        (
            '[{"id": "\\ud800"}]',
            "1 PIN811 the file cannot be read: half of a surrogate pair stands alone: no character at all",
        ),
        ('{"a": 1}', "1 PIN811 no list of items: CSL-JSON is an array, or an object with one under 'items'"),
        ("\ufeff[\n\n7]", "3 PIN811 an item that is no object"),
        ('[\n{"title": "x"}]', "2 PIN811 the item has no 'id' and no 'type'"),
        ('[\n{"id": true, "type": "book"}]', "2 PIN811 the item has no 'id'"),
        ('[\n{"id": "a", "type": []}]', "2 PIN811 the item 'a' has no 'type'"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, expected: str) -> None:
    found = read("csl-json", text)
    assert found.sources == ()
    assert told(found) == [expected]


def test_what_is_passed_over_is_told_in_its_line() -> None:
    text = """[{"id": "a", "type": "book",
      "abstract": "Long",
      "abstract": "Longer",
      "DOI": "none", "title": {"x": 1},
      "author": [7, {"family": "Fenn", "static-ordering": true}],
      "issued": {"date-parts": [["soon"]]},
      "keyword": "", "categories": [],
      "custom": {"other": 1, "pincite": {"source": {"date": "soon", "tide": "high"}, "container": 3}}
    }]"""
    assert told(read("csl-json", text)) == [
        "2 PIN812 'abstract' of 'a' says something that sources have no member for",
        "3 PIN812 key 'abstract' stands here a second time; the first one counts",
        "4 PIN812 'title' of 'a' is no text",
        "4 PIN812 'DOI' of 'a' is no DOI",
        "5 PIN812 'author' of 'a' has what is no name",
        "5 PIN812 'author' of 'a' has 'static-ordering' in a name, which is left out",
        "6 PIN812 'issued' of 'a' cannot be read as a date, or not all of it",
        "8 PIN812 'custom/pincite/source/date' of 'a' is not as Pincite writes it",
        "8 PIN812 'custom/pincite/source/tide' of 'a' is not as Pincite writes it",
        "8 PIN812 'custom/pincite/container' of 'a' is not as Pincite writes it",
        "8 PIN812 'custom' of 'a' holds what sources have no member for",
    ]


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=9)
)
WORDS = st.sampled_from(
    [
        "1918",
        "1918-04-02",
        "letter",
        "10.1000/x",
        "https://example.org/x",
        "en",
        "<i>a</i>",
        "box 2",
        "memorandum",
        "a",
        "B",
    ]
)
MEMBERS = st.sampled_from(
    [
        "family",
        "given",
        "literal",
        "date-parts",
        "season",
        "raw",
        "source",
        "type",
        "locator",
        "page",
        "kind",
        "name",
        "id",
    ]
)
ANY = st.recursive(
    PLAIN | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(MEMBERS, inner, max_size=3),
    max_leaves=6,
)
CUSTOM = st.fixed_dictionaries(
    {
        "pincite": ANY
        | st.fixed_dictionaries(
            {},
            optional={
                "source": ANY | st.dictionaries(st.sampled_from(sorted(FIELDS)), ANY | WORDS, max_size=4),
                "without": ANY | st.lists(st.sampled_from(sorted(FIELDS)), max_size=3),
                "inherited": ANY | st.lists(st.sampled_from(sorted(FIELDS)), max_size=3),
                "container": ANY | st.fixed_dictionaries({"source": WORDS}),
            },
        )
    }
)
GIVEN_FIELDS = sorted({field for fields in FIELDS.values() for field in fields} - {"type"})
ITEMS = st.fixed_dictionaries(
    {"id": WORDS | ANY, "type": st.sampled_from([*BACK, *NARROWER]) | ANY},
    optional={
        **dict.fromkeys(GIVEN_FIELDS, ANY),
        **dict.fromkeys(("container-title", "collection-title", "collection-number", "page"), WORDS | ANY),
        "custom": CUSTOM | ANY,
    },
)


@pytest.mark.parametrize(
    "sources",
    [
        [{"id": "a", "type": "document", "genre": "memorandum", "container": {"source": "b"}}, {"id": "b", "type": "report", "title": "B"}],
        [{"id": "a", "type": "photograph", "genre": "daguerreotype"}],
        [{"id": "a", "type": "letter", "title": "A", "container": {"source": "b"}}, {"id": "b", "type": "book", "title": "On  <i>b</i>"}],
        [{"id": "a", "type": "letter", "container": {"source": "b"}}, {"id": "b", "type": "letter", "container": {"source": "a"}}],
        [{"id": "a", "type": "letter", "container": {"source": "gone", "relation": "enclosure", "locator": {"sheet": "3"}}}],
        [{"id": "a", "type": "book", "issn": "2049-3630", "container": {"source": "b"}}, {"id": "b", "type": "series", "issn": "2049-3630"}],
        [{"id": "a", "type": "book", "authors": [{"id": "https://orcid.org/0"}, {"given": "Ada", "suffix": "Jr."}], "editors": []}],
        [{"id": "a", "type": "book", "date_text": "1918", "archive": {"url": "https://example.org/a"}}],
        [{"id": "a", "type": "book", "date": "1918-04~/1919", "archive": {"item": "box 3", "collection_id": "X, Y"}}],
        [{"id": "a", "type": "law", "genre": "bill"}, {"id": "b", "type": "issue"}, {"id": "c", "type": "periodical", "volume": "3"}],
    ],
)  # fmt: skip
def test_odd_sources_come_back(sources: list[Source]) -> None:
    VALID.validate(document(sources))
    assert read("csl-json", write(document(sources), "csl-json"))[:2] == (tuple(sources), ())


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(items=st.lists(ITEMS, max_size=3))
def test_whatever_is_read_keeps_to_the_schema_and_comes_back(items: list[Json]) -> None:
    found = listed(*items)
    VALID.validate(document(list(found.sources)))
    again = read("csl-json", write(document(list(found.sources)), "csl-json"))
    assert again.sources == found.sources


def test_time_grows_with_the_number_of_items() -> None:
    def text(count: int) -> str:
        item = {"title": "Bells", "type": "chapter", "abstract": "Long", "issued": {"date-parts": [[1900]]}}
        return json.dumps(
            [
                {**item, "id": f"Key {number}", "container-title": f"Book {number // 7}"}
                for number in range(count)
            ]
        )

    assert_proportional(lambda given_: read("csl-json", given_), text, 150, largest=1200)


@pytest.mark.parametrize(
    "piece", ["<i>", "<i>a</i>", '<span class="', "2001,", "978-", "1 ", "box 1, ", "doi:", "~?%", "…\n"]
)
def test_long_values_take_time_in_proportion(piece: str) -> None:
    def text(count: int) -> str:
        value = piece * count
        fields = (
            "title",
            "issued",
            "accessed",
            "ISBN",
            "DOI",
            "language",
            "archive_location",
            "note",
            "author",
            "genre",
        )
        custom = {"pincite": {"source": dict.fromkeys(("date", "received", "doi", "isbn", "url"), value)}}
        return json.dumps([{"id": value, "type": "book", **dict.fromkeys(fields, value), "custom": custom}])

    assert_proportional(lambda given_: read("csl-json", given_), text, 1000, largest=16_000)
