"""Entries of a bibliography as sources in the works around them, and their keys as ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import jsonschema
import pytest

from pincite.bibliography.keys import LONGEST, Ids, is_id, slug
from pincite.bibliography.nesting import Entry, nested
from pincite.bibliography.shapes import fits
from pincite.schemas import schema
from tests.export.filled import filled
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.model.format import Container, Source
    from pincite.model.json_value import Json, JsonObject

DEFINITIONS = cast("dict[str, JsonObject]", schema("document")["$defs"])

SOURCE = jsonschema.Draft202012Validator({"$ref": "#/$defs/source", "$defs": DEFINITIONS})


def entry(key: str, type_: str = "chapter", **words: object) -> Entry:
    """Return an entry; words that are none of ``Entry``'s are members of its source."""
    apart = {"line": 1} | {name: words.pop(name) for name in tuple(words) if name in Entry._fields}
    source = cast("Source", {"id": "", "type": type_, "title": f"Title of {key}", **words})
    return Entry(key=key, source=source, **apart)  # type: ignore[arg-type]


def container(source: str, **members: object) -> Container:
    return cast("Container", {"source": source, **members})


def by_id(*entries: Entry) -> dict[str, Source]:
    return {source["id"]: source for source in nested(entries).sources}


def told(*entries: Entry) -> list[str]:
    return [f"{one.line} {one.rule.code} {one.message}" for one in nested(entries).remarks]


@pytest.mark.parametrize(
    ("key", "id_"),
    [
        ("fenn-1871", "fenn-1871"),
        ("Fenn:1871a", "fenn-1871a"),
        ("Müller_Straße", "muller-strasse"),
        ("Łódź", "lodz"),
        ("Юрьев1901", "yurev1901"),
        ("’t Hooft", "t-hooft"),
        ("10.1000/x", "source-10-1000-x"),
        ("鐘", "source"),
        ("", "source"),
        ("http://example.org/users/7/items/BELL1/", "bell1"),
        ("a" * 65, "a" * 48),
        ("two--hyphens-", "two-hyphens"),
    ],
)
def test_a_key_becomes_an_id(key: str, id_: str) -> None:
    found = nested([entry(key)])
    assert [one["id"] for one in found.sources] == [id_]
    assert [one.rule.code for one in found.remarks] == ([] if key == id_ else ["PIN813"])


def test_keys_that_are_ids_keep_theirs_wherever_they_stand() -> None:
    assert list(by_id(entry("Fenn"), entry("fenn-2"), entry("FENN"), entry("fenn"))) == [
        "fenn-3",
        "fenn-2",
        "fenn-4",
        "fenn",
    ]


def test_ids_are_no_longer_than_the_format_allows() -> None:
    ids = Ids([])
    assert all(is_id(ids.new("bell " * 40)) for _ in range(1200))
    assert len(ids.new("x" * 10**6)) <= LONGEST
    assert slug("…") == ""


def test_the_first_of_two_entries_with_one_key_counts() -> None:
    entries = [entry("a", line=3), entry("A", line=5), entry("a", "map", line=9)]
    assert [one["type"] for one in nested(entries).sources] == ["chapter", "chapter"]
    assert told(*entries) == [
        "5 PIN813 the key 'A' is no id of the format: the source is called 'a-2'",
        "9 PIN811 the key 'a' stands a second time (first in line 3); this entry is left out",
    ]


def test_articles_of_one_journal_stand_in_one_periodical() -> None:
    journal = {"container_title": "Bell Journal", "issn": "2049-3630", "publisher": "Bell Society"}
    found = nested(
        [
            entry("one", "journal_article", volume="6", issue="2", pages="76-79", doi="10.1000/1", **journal),
            entry("two", "journal_article", volume="7", **journal),
            entry("three", "journal_article", container_title="Bell Journal"),
        ]
    ).sources
    assert [one["id"] for one in found] == ["one", "bell-journal", "two", "three", "bell-journal-2"]
    assert found[0] == {
        "id": "one",
        "type": "journal_article",
        "title": "Title of one",
        "volume": "6",
        "issue": "2",
        "doi": "10.1000/1",
        "container": {"source": "bell-journal", "relation": "part_of", "locator": {"page": "76-79"}},
    }
    assert found[1] == {
        "id": "bell-journal",
        "type": "periodical",
        "title": "Bell Journal",
        "issn": "2049-3630",
        "publisher": "Bell Society",
    }
    assert found[2].get("container") == {"source": "bell-journal", "relation": "part_of"}


def test_a_chapter_stands_in_its_book_and_that_in_its_series() -> None:
    found = by_id(
        entry(
            "lamps",
            date="1911",
            volume="2",
            edition="3",
            isbn="978-0-306-40615-7",
            issn="2049-3630",
            editors=[{"literal": "T. Roe"}],
            authors=[{"literal": "Nora Glass"}],
            container_title="Light",
            container_authors=[{"literal": "Ida Marsh"}],
            container_number="4",
            collection_title="Harbour Books",
            collection_number="12",
            pages="1-9",
        )
    )
    assert found == {
        "lamps": {
            "id": "lamps",
            "type": "chapter",
            "title": "Title of lamps",
            "authors": [{"literal": "Nora Glass"}],
            "date": "1911",
            "container": {
                "source": "light",
                "relation": "chapter_of",
                "number": "4",
                "locator": {"page": "1-9"},
            },
        },
        "light": {
            "id": "light",
            "type": "book",
            "title": "Light",
            "authors": [{"literal": "Ida Marsh"}],
            "date": "1911",
            "editors": [{"literal": "T. Roe"}],
            "volume": "2",
            "edition": "3",
            "isbn": "978-0-306-40615-7",
            "container": {"source": "harbour-books", "relation": "volume_of", "number": "12"},
        },
        "harbour-books": {
            "id": "harbour-books",
            "type": "series",
            "title": "Harbour Books",
            "issn": "2049-3630",
        },
    }


@pytest.mark.parametrize(
    ("type_", "members", "around", "relation"),
    [
        ("news_article", {}, "periodical", "part_of"),
        ("webpage", {}, "webpage", "part_of"),
        ("case", {}, "series", "printed_in"),
        ("volume", {}, "series", "volume_of"),
        ("letter", {"publisher": "Harbour Press"}, "book", "printed_in"),
        ("letter", {}, "document", "part_of"),
        ("recording", {}, "recording", "part_of"),
    ],
)
def test_what_the_title_around_is_the_title_of(
    type_: str, members: dict[str, object], around: str, relation: str
) -> None:
    found = by_id(entry("a", type_, container_title="Of bells", **members))
    assert found["of-bells"]["type"] == around
    assert found["a"]["container"].get("relation") == relation


def test_a_work_that_the_file_lists_itself_is_the_work_around() -> None:
    book = entry("light-1911", "book", date="1911", publisher="P")
    found = nested([entry("a", container_title="Title of light-1911", date="1911", publisher="P"), book])
    assert [one["id"] for one in found.sources] == ["a", "light-1911"]
    assert found.sources[0]["container"]["source"] == "light-1911"


def test_members_of_the_work_around_are_not_the_entrys() -> None:
    found = by_id(
        entry("Bell", container=container("Light"), publisher="P", date="1910", isbn="1", url="u", pages="3"),
        entry("Light", "volume", container=container("Books"), publisher="P", isbn="1", date="1911")._replace(
            source=cast("Source", {"id": "", "type": "volume", "title": "Title of Books", "publisher": "P"})
        ),
        entry("Books", "series"),
    )
    assert found["bell"] == {
        "id": "bell",
        "type": "chapter",
        "title": "Title of Bell",
        "date": "1910",
        "isbn": "1",
        "url": "u",
        "container": {"source": "light", "locator": {"page": "3"}},
    }
    assert found["light"] == {
        "id": "light",
        "type": "volume",
        "publisher": "P",
        "container": {"source": "books"},
    }


def test_where_the_file_says_what_is_inherited_nothing_else_is() -> None:
    outer = entry("b", "book", publisher="P", isbn="1")
    inner = entry(
        "a", container=container("b"), publisher="P", isbn="1", inherited=frozenset({"isbn", "url"})
    )
    assert by_id(inner, outer)["a"].get("publisher") == "P"
    assert "isbn" not in by_id(inner, outer)["a"]
    changed = inner._replace(source=cast("Source", {**inner.source, "isbn": "2"}))
    assert by_id(changed, outer)["a"].get("isbn") == "2"


def test_a_circle_of_works_ends() -> None:
    found = by_id(entry("a", container=container("b")), entry("b", container=container("a")))
    assert [one["container"]["source"] for one in found.values()] == ["b", "a"]


def test_what_has_no_place_is_told() -> None:
    assert told(
        entry("a", "book", line=1, pages="5"),
        entry("b", "book", line=2, collection_number="7"),
        entry("c", line=3, container=container("Nobody"), container_title="Light"),
        entry("d", line=4, container=container("a"), container_title="Shade\x07"),
        entry("e", line=5, container=container("a"), container_authors=[{"literal": "Ida Marsh"}]),
        entry("f", line=6, container_number="3"),
        entry("g", "report", line=7, collection_title="Papers", pages="1-20"),
    ) == [
        "1 PIN812 the pages '5' are pages of no work that is named",
        "2 PIN812 the number '7' is one of no series that is named",
        "3 PIN812 the entry stands in 'Nobody', which is not in the file; its title is here",
        "4 PIN812 the title 'Shade\ufffd' is not that of 'a', in which the entry stands",
        "5 PIN812 the authors of the work around are not those that it has itself",
        "6 PIN812 the authors of a work around, or the number in it, are there without its title",
        "7 PIN812 the pages '1-20' are pages of no work that is named",
    ]


def test_a_work_around_that_is_not_in_the_file_stays_named() -> None:
    found = by_id(entry("a", container=container("No Body")), entry("no-body", container=container("nobody")))
    assert [one["container"]["source"] for one in found.values()] == ["no-body-2", "nobody"]


def test_time_grows_with_the_number_of_entries() -> None:
    def listed(count: int) -> list[Entry]:
        return [
            entry(
                f"Key {number % 3}{'!' * (number % 50)}", container_title=f"Book {number // 7}", pages="1"
            )._replace(key=f"Key!{number}" if number % 2 else "!" * number)
            for number in range(count)
        ]

    assert_proportional(nested, listed, 300, largest=2000)


KEYWORDS = {
    "$ref", "enum", "type", "properties", "required", "additionalProperties", "minProperties", "items", "pattern", "minLength",
    # of integers, which bibliographies do not have; and for people
    "minimum", "maximum", "title", "description", "examples",
}  # fmt: skip
"""Keywords of the schema that are looked at, or need not be."""


@pytest.mark.parametrize("name", ["source", "container", "locator", "archive", "copy", "name", "inferred"])
def test_sources_have_no_keywords_that_are_not_looked_at(name: str) -> None:
    rules = [DEFINITIONS[name]]
    for rule in rules:
        assert set(rule) <= KEYWORDS
        rules += cast("dict[str, JsonObject]", rule.get("properties", {})).values()
        inner = (rule.get("items"), rule.get("additionalProperties"))
        rules += [one for one in inner if isinstance(one, dict)]
        if "$ref" in rule and "properties" not in rule:
            target = DEFINITIONS[str(rule["$ref"]).rpartition("/")[2]]
            assert set(target) <= KEYWORDS


@pytest.mark.parametrize(
    "value", [None, True, 3, 1.5, "", [], {}, ["x"], {"x": 1}, "x", [{"literal": 3}], [[]]]
)
@pytest.mark.parametrize("member", [one for one in filled()["sources"][0] if one not in {"id", "type"}])
def test_what_fits_a_member_keeps_to_the_schema(member: str, value: Json) -> None:
    source = cast("JsonObject", filled()["sources"][0])
    assert fits(member, source[member])
    assert SOURCE.is_valid({**source, member: value}) or not fits(member, value)
