"""Which descriptions are of one source, told by pairs of them: what of the second one is other than in the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.dataset.sources.identity import keys_of
from pincite.dataset.sources.words import address, counted, folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Source

MARROW: dict[str, object] = {"literal": "Ines Marrow", "family": "Marrow", "given": "Ines"}
GROVE: dict[str, object] = {"literal": "Anselm Grove"}
BOOK: dict[str, object] = {"type": "book", "title": "The Harbour Bells", "authors": [MARROW], "date": "1898"}
LETTER: dict[str, object] = {
    "type": "letter",
    "authors": [MARROW],
    "recipients": [GROVE],
    "date": "1871-05-03",
}
SERIES: dict[str, object] = {"type": "series", "title": "Harbour Papers"}
VOLUME: dict[str, object] = {
    "type": "volume",
    "volume": "4",
    "container": {"source": "series", "relation": "volume_of"},
}
REPORT: dict[str, object] = {"type": "report", "title": "Annual Report", "date": "1931"}
GAZETTE: dict[str, object] = {"type": "periodical", "title": "The Gazette", "publisher_place": "Port Ellery"}
NEWS: dict[str, object] = {"type": "news_article", "title": "Fire on the Quay", "date": "1931-04-02"}
PLACE = {"name": "Port Ellery Museum", "box": "3", "folder": "11"}
FILE: dict[str, object] = {"type": "file", "title": "Pilots", "archive": PLACE}
HOME: dict[str, object] = {"type": "webpage", "title": "Home", "authors": [{"literal": "Port Ellery Museum"}]}
NOTES: dict[str, object] = {"type": "journal_article", "title": "Notes", "authors": [MARROW], "date": "1931"}
SONG: dict[str, object] = {"type": "document", "title": "Song"}


@dataclass(frozen=True)
class Case:
    """Two descriptions, the first changed by ``other`` (a member None is left out), with what contains both."""

    name: str
    one: Mapping[str, object]
    other: Mapping[str, object]
    around: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    around_other: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


IN_SERIES: dict[str, object] = {"container": {"source": "series"}}
IN_VOLUME: dict[str, object] = {"container": {"source": "volume", "relation": "printed_in"}}
PRINTED: dict[str, Mapping[str, object]] = {"series": SERIES, "volume": VOLUME}
IN_GAZETTE: dict[str, object] = {"container": {"source": "gazette"}}

EQUAL = [
    Case("letter case, marks and spaces", BOOK, {"title": "the  harbour-bells."}),
    Case("accents in another encoding", {**BOOK, "title": "Café"}, {"title": "Cafe\u0301"}),
    Case("a soft hyphen", BOOK, {"title": "The Har\u00adbour Bells"}),
    Case("ligatures and full-width letters", {**BOOK, "title": "A ﬁne Ｂell"}, {"title": "A fine Bell"}),
    Case("a name in parts", BOOK, {"authors": [{"literal": "Ines Marrow"}]}),
    Case("a name printed in another way", BOOK, {"authors": [{**MARROW, "literal": "Marrow, Ines"}]}),
    Case("whose name it is", HOME | {"url": "https://example.org"}, {"authors": [{"literal": "Port Ellery Museum", "kind": "organization"}]}),
    Case("no authors and an empty list", {**REPORT, "publisher": "Board"}, {"authors": []}),
    Case("publisher of a signed work", {**BOOK, "publisher": "Quay Press"}, {"publisher": "Quay Press Ltd", "publisher_place": "Ellery"}),
    Case("archive of a printed work", BOOK, {"archive": {"name": "Port Ellery Library", "item": "Q 7"}}),
    Case("DOI in capitals", {**BOOK, "doi": "10.5555/abc"}, {"doi": "10.5555/ABC", "title": "Harbour bells", "date": "1899"}),
    Case("DOI of a journal article without its volume", {**NEWS, "type": "journal_article", "doi": "10.5555/1", "volume": "4"}, {"volume": None, "authors": [MARROW]}),
    Case("ISBN in ten digits", {**BOOK, "isbn": "0-306-40615-2"}, {"isbn": "9780306406157", "title": "Bells"}),
    Case("ISBN with hyphens", {**BOOK, "isbn": "978-0-306-40615-7"}, {"isbn": "9780306406157"}),
    Case("edition of one ISBN, as printed", {**BOOK, "isbn": "0306406152", "edition": "2"}, {"edition": "2nd ed."}),
    Case("edition in words", {**BOOK, "edition": "second edition"}, {"edition": "2"}),
    Case("ISSN", {**GAZETTE, "issn": "2049-3630"}, {"title": "Gazette", "publisher_place": None}),
    Case("volume in Roman digits", VOLUME, {"volume": "Vol. IV"}, PRINTED),
    Case("volume's number in its container", VOLUME, {"volume": None, "container": {"source": "series", "relation": "volume_of", "number": "4"}}, PRINTED),
    Case("letter in a volume in a series", LETTER | IN_VOLUME, {}, PRINTED),
    Case("enclosure in a letter in a volume", {"type": "memorandum", "container": {"source": "letter", "relation": "enclosure", "number": "2"}}, {}, {**PRINTED, "letter": LETTER | IN_VOLUME}),
    Case("how it is contained", LETTER | IN_VOLUME, {"container": {"source": "volume", "relation": "quoted_in"}}, PRINTED),
    Case("where a titled and dated letter stands", {**LETTER, "title": "On the bells"} | IN_VOLUME, {"container": {"source": "volume", "locator": {"page": "9"}}}, PRINTED),
    Case("dashes of an extent", {**SONG, "container": {"source": "book", "locator": {"page": "9-11"}}}, {"container": {"source": "book", "locator": {"page": "9–11"}}}, {"book": BOOK}),
    Case("untitled letter", LETTER, {}),
    Case("dashes of a span", {**BOOK, "title": "The Harbour, 1914-1918"}, {"title": "The harbour 1914 – 1918"}),
    Case("minus signs", {**BOOK, "title": "Salinity at -5"}, {"title": "Salinity at −5"}),
    Case("ways to write a fraction", {**BOOK, "title": "½ ton"}, {"title": "1/2 ton"}),
    Case("a bar between the names of a page and its site", {**HOME, "url": "https://example.org", "title": "Home | Museum"}, {"title": "Home – Museum"}),
    Case("double issues", {**NOTES, "volume": "IV", "issue": "1/2", **IN_GAZETTE}, {"volume": "4", "issue": "1–2"}, {"gazette": GAZETTE}),
    Case("pages of an article in an issue", {**NOTES, "volume": "4", "issue": "1", "container": {"source": "gazette", "locator": {"page": "1"}}}, IN_GAZETTE, {"gazette": GAZETTE}),
    Case("a person's number", {**BOOK, "authors": [{**MARROW, "id": "http://example.org/1/"}]}, {"authors": [{"literal": "Ines Marrow", "id": "https://example.org/1"}]}),
    Case("an original, said or not", LETTER, {"textual_status": "original"}),
    Case("box with its word", FILE, {"archive": {"name": "Port Ellery Museum", "box": "Box 3", "folder": "11"}}),
    Case("archive's address beside the folder", FILE, {"archive": {**PLACE, "url": "https://example.org/3-11"}}),
    Case("page by another scheme", {**HOME, "url": "http://Example.org/home/"}, {"url": "https://example.org/home#top"}),
    Case("periodical of which there is but a title", {"type": "periodical", "title": "Nature"}, {}),
    Case("issue by its day", {"type": "issue", "date": "1931-04-02", **IN_GAZETTE}, {}, {"gazette": GAZETTE}),
    Case("article in a newspaper", NEWS | IN_GAZETTE, {}, {"gazette": GAZETTE}),
    Case("a title of marks", {**BOOK, "title": "…"}, {}),
    Case("note, copies, language and day of access", BOOK, {"note": "Seen", "language": "en", "accessed": "2020-01-01", "copies": []}),
]  # fmt: skip

DIFFERENT = [
    Case("title", BOOK, {"title": "The Harbour Bell"}),
    Case("subtitle", BOOK, {"title": "The Harbour Bells: A Memoir"}),
    Case("author", BOOK, {"authors": [GROVE]}),
    Case("a second author", BOOK, {"authors": [MARROW, GROVE]}),
    Case("name in another order, of which nobody can be sure", {**BOOK, "authors": [GROVE]}, {"authors": [{"literal": "Grove, Anselm"}]}),
    Case("authors known by their numbers alone", {**BOOK, "authors": [{"id": "https://example.org/1"}]}, {"authors": [{"id": "https://example.org/2"}]}),
    Case("date", BOOK, {"date": "1899"}),
    Case("type", BOOK, {"type": "report"}),
    Case("edition", BOOK, {"edition": "2"}),
    Case("translator", BOOK, {"translators": [GROVE]}),
    Case("translation", BOOK, {"textual_status": "translation"}),
    Case("signs that make another word", {**BOOK, "title": "C"}, {"title": "C++"}),
    Case("other signs", {**BOOK, "title": "C#"}, {"title": "C++"}),
    Case("marks that are vowels", {**BOOK, "title": "कि"}, {"title": "की"}),
    Case("titles of marks", {**BOOK, "title": "…"}, {"title": "***"}),
    Case("accents", {**BOOK, "title": "Reste"}, {"title": "Resté"}),
    Case("money", {**BOOK, "title": "For £5"}, {"title": "For $5"}),
    Case("DOI", {**BOOK, "doi": "10.5555/1"}, {"doi": "10.5555/2"}),
    Case("DOI of another type", {**BOOK, "doi": "10.5555/1"}, {"type": "report"}),
    Case("chapters under the DOI of their book", {"type": "chapter", "title": "Bells", "doi": "10.5555/1"}, {"title": "Clocks"}),
    Case("volumes with one DOI", {**BOOK, "doi": "10.5555/1", "volume": "1"}, {"volume": "2"}),
    Case("volumes with one ISBN", {**BOOK, "isbn": "0306406152", "volume": "1"}, {"volume": "2"}),
    Case("volumes with one ISBN, by their container", {**VOLUME, "isbn": "0306406152", "volume": "1"}, {"volume": None, "container": {"source": "series", "relation": "volume_of", "number": "2"}}, PRINTED),
    Case("titled volumes with one ISBN", {"type": "volume", "isbn": "0306406152", "title": "Early Years"}, {"title": "Late Years"}),
    Case("editions with one ISBN", {**BOOK, "isbn": "0306406152", "edition": "1"}, {"edition": "2"}),
    Case("ISBN with a wrong digit", {**BOOK, "isbn": "0306406153"}, {"title": "The Ferry"}),
    Case("ISBN filled in", {**BOOK, "isbn": "0000000000"}, {"title": "The Ferry"}),
    Case("ISSN with a wrong digit", {**GAZETTE, "issn": "2049-3631"}, {"title": "The Ferry"}),
    Case("ISBN of its book", {"type": "chapter", "title": "Bells", "isbn": "0306406152", "container": {"source": "book"}}, {"title": "Clocks"}, {"book": BOOK}),
    Case("issues of a periodical with an ISSN", {**GAZETTE, "issn": "2049-3630", "date": "1931-04-02"}, {"date": "1931-04-03"}),
    Case("newspapers of one name", GAZETTE, {"publisher_place": "Northholm"}),
    Case("newspapers of one name and age", {**GAZETTE, "date": "1880/1911"}, {"publisher_place": "Northholm"}),
    Case("articles in newspapers of one name", NEWS | IN_GAZETTE, {}, {"gazette": GAZETTE}, {"gazette": {**GAZETTE, "publisher_place": "Northholm"}}),
    Case("chapters of one title in two books", {"type": "chapter", "title": "Introduction", "container": {"source": "book"}}, {}, {"book": BOOK}, {"book": {**BOOK, "title": "Tides"}}),
    Case("a chapter without its book", {"type": "chapter", "title": "Introduction", "authors": [MARROW]}, {}),
    Case("an article without its newspaper", NEWS, {}),
    Case("reports of two boards", {**REPORT, "publisher": "Harbour Board"}, {"publisher": "Road Board"}),
    Case("a title and nothing else", {"type": "book", "title": "Bells"}, {}),
    Case("nothing but a type", {"type": "document"}, {}),
    Case("letters of one year", {**LETTER, "date": "1871"}, {}),
    Case("letters of one year, named by an editor", {**LETTER, "date": "1871", "title": "To Grove", "title_supplied": True}, {}),
    Case("recipient", LETTER, {"recipients": [MARROW]}),
    Case("letters of one day", LETTER, {"archive": {"name": "Port Ellery Museum", "item": "12"}}),
    Case("untitled letters at two places", LETTER | IN_VOLUME, {"container": {"source": "volume", "locator": {"page": "9"}}}, PRINTED),
    Case("number of an enclosure", {**LETTER, "container": {"source": "letter", "number": "1"}}, {"container": {"source": "letter", "number": "2"}}, {"letter": LETTER}),
    Case("volume", VOLUME, {"volume": "5"}, PRINTED),
    Case("series of a volume", VOLUME, {}, {"series": SERIES}, {"series": {**SERIES, "title": "River Papers"}}),
    Case("songs of one title at two places", {**SONG, "container": {"source": "book", "locator": {"page": "9"}}}, {"container": {"source": "book", "locator": {"page": "12"}}}, {"book": BOOK}),
    Case("box", FILE, {"archive": {"name": "Port Ellery Museum", "box": "4", "folder": "11"}}),
    Case("boxes V and 5", FILE, {"archive": {"name": "Port Ellery Museum", "box": "V", "folder": "11"}}),
    Case("archives of one name", {**FILE, "archive": {**PLACE, "place": "Ellery"}}, {"archive": {**PLACE, "place": "Northholm"}}),
    Case("pages called Home", {**HOME, "url": "https://example.org/a"}, {"url": "https://example.org/b"}),
    Case("pages called Home on two sites", {**HOME, "url": "https://a.example.org/"}, {"url": "https://b.example.org/"}),
    Case("pages told by the query", {**HOME, "url": "https://example.org/?p=1"}, {"url": "https://example.org/?p=2"}),
    Case("pages of one program", {**HOME, "url": "https://example.org/#/a"}, {"url": "https://example.org/#/b"}),
    Case("a page without address", HOME, {}),
    Case("less and more", {**BOOK, "title": "Effects at T < 5"}, {"title": "Effects at T > 5"}),
    Case("a minus", {**BOOK, "title": "Salinity at -5"}, {"title": "Salinity at 5"}),
    Case("times and by", {**BOOK, "title": "3 × 4"}, {"title": "3 ÷ 4"}),
    Case("percent", {**BOOK, "title": "50% rise"}, {"title": "50 rise"}),
    Case("pictures of things", {**BOOK, "title": "Cat 😀"}, {"title": "Cat 😢"}),
    Case("a fraction", {**BOOK, "title": "½ ton"}, {"title": "1 2 ton"}),
    Case("a point and a dash in a report's number", {**REPORT, "number": "1.5", "publisher": "Board"}, {"number": "1-5"}),
    Case("reports I and 1", {**REPORT, "number": "I", "publisher": "Board"}, {"number": "1"}),
    Case("letters of one day from two places", {**LETTER, "place": "Ellery"}, {"place": "Northholm"}),
    Case("people of one name", {**BOOK, "authors": [{**MARROW, "id": "https://example.org/1"}]}, {"authors": [{**MARROW, "id": "https://example.org/2"}]}),
    Case("articles of one name in one year", {**NOTES, "container": {"source": "gazette", "locator": {"page": "1-4"}}}, {"container": {"source": "gazette", "locator": {"page": "90-99"}}}, {"gazette": GAZETTE}),
    Case("notices of one day", {**NEWS, "title": "Weather", "container": {"source": "gazette", "locator": {"page": "1"}}}, {"container": {"source": "gazette", "locator": {"page": "7"}}}, {"gazette": GAZETTE}),
    Case("a container that is not there", {**BOOK, "container": {"source": "lost"}}, {}),
    Case("a circle", {**BOOK, "container": {"source": "one"}}, {}),
    Case("a longer circle", {**BOOK, "container": {"source": "two"}}, {}, {"two": {**BOOK, "container": {"source": "one"}}}),
]  # fmt: skip


def keys(case: Case) -> tuple[str, str]:
    """Return the keys of both, each in a document of its own."""
    changed = {name: value for name, value in {**case.one, **case.other}.items() if value is not None}
    found = []
    for name, source, around in [
        ("a", case.one, case.around),
        ("b", changed, {**case.around, **case.around_other}),
    ]:
        sources = {"one": source, **around}
        found.append(keys_of(sources, f"https://example.org/{name}")["one"].id)  # type: ignore[arg-type]
    return found[0], found[1]


@pytest.mark.parametrize("case", EQUAL, ids=lambda case: case.name)
def test_equal_sources_have_one_key(case: Case) -> None:
    one, other = keys(case)
    assert one == other


@pytest.mark.parametrize("case", DIFFERENT, ids=lambda case: case.name)
def test_sources_told_apart_have_two(case: Case) -> None:
    one, other = keys(case)
    assert one != other


SOURCES: dict[str, Source] = {
    "a": {"id": "a", "type": "chapter", "title": "A", "container": {"source": "b"}},
    "b": {"id": "b", "type": "book", "title": "B", "container": {"source": "c"}},
    "c": {"id": "c", "type": "series", "title": "C", "container": {"source": "b"}},
    "d": {"id": "d", "type": "letter", "title": "D", "container": {"source": "lost"}},
    "e": {"id": "e", "type": "volume", "volume": "1", "container": {"source": "f"}},
    "f": {"id": "f", "type": "series", "title": "F"},
    **{
        f"g{number}": {"id": f"g{number}", "type": "document", "title": "G", "container": {"source": f"g{number + 1}"}}
        for number in range(30)
    },
    "g30": {"id": "g30", "type": "book", "title": "G", "date": "1900"},
}  # fmt: skip


@given(st.permutations(list(SOURCES)))
def test_keys_do_not_depend_on_the_order_of_sources(names: list[str]) -> None:
    assert keys_of({name: SOURCES[name] for name in names}, "x") == keys_of(SOURCES, "x")


def test_a_circle_and_what_stands_in_it_are_no_document_but_their_own() -> None:
    here, there = keys_of(SOURCES, "x"), keys_of(SOURCES, "y")
    assert {name for name in SOURCES if here[name] == there[name]} == set(SOURCES) - set("abcd")
    assert [here[name].rule for name in "abcd"] == ["description", "alone", "alone", "alone"]


@given(st.text(), st.text())
def test_folding_twice_is_folding_once(one: str, other: str) -> None:
    assert folded(folded(one)) == folded(one)
    assert bool(folded(one)) == bool(one.strip()) or not one.isprintable()
    assert folded(f"{one} {other}") == folded(f"{one}  {other} ")


@pytest.mark.parametrize(
    ("text", "member", "found"),
    [
        ("IV", "volume", "4"),
        ("Bd. XIX", "volume", "19"),
        ("no. 012", "number", "12"),
        ("zweite Auflage", "edition", "zweite"),
        ("2nd, revised ed.", "edition", "2 revised"),
        ("v", "volume", "5"),
        ("C", "volume", "c"),
        ("civic", "volume", "civic"),
        ("", "volume", ""),
        ("0", "issue", "0"),
        ("X", "box", "x"),
    ],
)
def test_numbers_are_compared_by_what_they_count(text: str, member: str, found: str) -> None:
    assert counted(text, member) == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("HTTPS://Example.ORG:443/A/", "example.org/A"),
        ("http://example.org", "example.org"),
        ("https://example.org/?q=1#top", "example.org/?q=1"),
        ("ftp://example.org/a", "ftp://example.org/a"),
        ("https://example.org/#!/a", "example.org#!/a"),
    ],
)
def test_addresses_are_compared_by_the_page(url: str, found: str) -> None:
    assert address(url) == found
