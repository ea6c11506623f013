"""Which sources may be one: those pairs are told, and no others; and not all pairs of very many are looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.assembling.near import COMPARED, TOLD, near_sources
from pincite.dataset.sources.contrasts import dates_agree, differences
from pincite.dataset.sources.identity import keys_of
from pincite.dataset.sources.near import differing, near_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pincite.dataset.assembling.near import Near
    from pincite.model.format import Source

MARROW: dict[str, object] = {"literal": "Ines Marrow", "family": "Marrow", "given": "Ines"}
BOOK: dict[str, object] = {"type": "book", "title": "The Harbour Bells", "authors": [MARROW], "date": "1898"}
REPORT: dict[str, object] = {
    "type": "report",
    "title": "Annual Report",
    "date": "1931",
    "publisher": "Harbour Board",
}
LONG: dict[str, object] = {**BOOK, "title": "The Harbour Bells of Ellery"}

NEAR: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "subtitle": (BOOK, {**BOOK, "title": "The Harbour Bells: A Memoir"}),
    "subtitle behind a dash": (BOOK, {**BOOK, "title": "The Harbour Bells – A Memoir"}),
    "slip in the subtitle": ({**BOOK, "title": "Bells: A Short Memoir"}, {**BOOK, "title": "Bells: A Shart Memoir"}),
    "article": (BOOK, {**BOOK, "title": "Harbour Bells"}),
    "accents": ({**BOOK, "title": "Résumé"}, {**BOOK, "title": "Resume"}),
    "one word or two": (BOOK, {**BOOK, "title": "The Harbourbells"}),
    "name in the order of a list": (BOOK, {**BOOK, "authors": [{"literal": "Marrow, Ines"}]}),
    "given name shortened": (BOOK, {**BOOK, "authors": [{"literal": "I. Marrow"}]}),
    "order of authors": (
        {**BOOK, "authors": [MARROW, {"literal": "A. Grove"}]},
        {**BOOK, "authors": [{"literal": "A. Grove"}, MARROW]},
    ),
    "date to the month": (BOOK, {**BOOK, "date": "1898-04"}),
    "no date": (BOOK, {**{name: value for name, value in BOOK.items() if name != "date"}}),
    "uncertain date": (BOOK, {**BOOK, "date": "1898?"}),
    "decade": (BOOK, {**BOOK, "date": "189X"}),
    "edition said once": (BOOK, {**BOOK, "edition": "2"}),
    "ISBN said once": (BOOK, {**BOOK, "isbn": "0306406152"}),
    "type": (BOOK, {**BOOK, "type": "pamphlet"}),
    "a letter left out": (LONG, {**LONG, "title": "The Habour Bells of Ellery"}),
    "a letter left out of a short title": ({**BOOK, "title": "The Mill Book"}, {**BOOK, "title": "The Mil Book"}),
    "two letters": (LONG, {**LONG, "title": "The Harbor Bels of Ellery"}),
    "DOI of another type": ({**BOOK, "doi": "10.5555/1"}, {"type": "document", "title": "Bells", "doi": "10.5555/1"}),
    "ISBN of another type": ({**BOOK, "isbn": "0306406152"}, {"type": "report", "title": "B", "isbn": "978-0-306-40615-7"}),
    "ISBN with and without edition": ({**BOOK, "isbn": "0306406152"}, {**BOOK, "isbn": "0306406152", "edition": "2"}),
    "publisher said once": (REPORT, {**{name: value for name, value in REPORT.items() if name != "publisher"}}),
}  # fmt: skip

NOT_NEAR: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "date": (BOOK, {**BOOK, "date": "1899"}),
    "author": (BOOK, {**BOOK, "authors": [{"literal": "Anselm Grove"}]}),
    "subtitles": (
        {**BOOK, "title": "Bells: The Northern Coast"},
        {**BOOK, "title": "Bells: A Short Memoir"},
    ),
    "volumes": ({**BOOK, "volume": "1"}, {**BOOK, "volume": "2"}),
    "editions": ({**BOOK, "edition": "1"}, {**BOOK, "edition": "2"}),
    "translators": (
        {**BOOK, "translators": [{"literal": "A. Grove"}]},
        {**BOOK, "translators": [{"literal": "B. Vane"}]},
    ),
    "DOIs": ({**BOOK, "doi": "10.5555/1"}, {**BOOK, "doi": "10.5555/2"}),
    "ISBNs": ({**BOOK, "isbn": "0306406152"}, {**BOOK, "isbn": "9780140328721"}),
    "years in titles": (
        {**LONG, "title": "The Harbour Bells in 1871"},
        {**LONG, "title": "The Harbour Bells in 1872"},
    ),
    "short titles": ({**BOOK, "title": "Bells"}, {**BOOK, "title": "Belts"}),
    "publishers of anonymous works": (REPORT, {**REPORT, "publisher": "Road Board"}),
    "a whole and its volume": (
        {"type": "series", "title": "The Harbour Papers", "authors": [MARROW]},
        {"type": "volume", "title": "The Harbour Papers", "authors": [MARROW], "volume": "4"},
    ),
    "one word that nobody has signed": (
        {"type": "book", "title": "Bells"},
        {"type": "book", "title": "Bells."},
    ),
    "an untitled one": ({"type": "letter", "authors": [MARROW]}, {"type": "letter", "authors": [MARROW]}),
    "boxes": (
        {"type": "file", "title": "Pilot boats", "archive": {"name": "Museum", "box": "3"}},
        {"type": "file", "title": "Pilot boats", "archive": {"name": "Museum", "box": "4"}},
    ),
}


def found_among(sources: Iterable[Mapping[str, object]], folder: Path, runs: int = 2) -> list[Near]:
    """Return what may be one among sources, each of a document of its own; these are divided among runs."""
    lines: list[set[bytes]] = [set() for _ in range(runs)]
    for number, one in enumerate(sources):
        source: Source = {"id": "one", **one}  # type: ignore[typeddict-item]
        key = keys_of({"one": source}, f"https://example.org/{number}")["one"].id
        text = json.dumps(one, sort_keys=True)
        lines[number % runs] |= {f"{near}\t{key}\t{text}\n".encode() for near in near_keys(source)}
    paths = [folder / f"{number}.run" for number in range(runs)]
    for path, of_run in zip(paths, lines, strict=True):
        path.write_bytes(b"".join(sorted(of_run)))
    return list(near_sources(paths, folder))


@pytest.mark.parametrize("name", NEAR)
def test_near_sources_are_told_once(name: str, tmp_path: Path) -> None:
    found = found_among(NEAR[name], tmp_path)
    assert [len(one.pairs) for one in found] == [1]
    assert differing(*found[0].pairs[0])


@pytest.mark.parametrize("name", NOT_NEAR)
def test_sources_told_apart_are_not(name: str, tmp_path: Path) -> None:
    assert found_among(NOT_NEAR[name], tmp_path) == []


def test_what_contains_another_is_not_near_it(tmp_path: Path) -> None:
    whole = keys_of({"one": {"id": "one", **BOOK}}, "https://example.org/0")["one"].id  # type: ignore[typeddict-item]
    assert len(found_among([BOOK, {**BOOK, "type": "report"}], tmp_path)) == 1
    assert found_among([BOOK, {**BOOK, "type": "report", "container": {"source": whole}}], tmp_path) == []


def test_of_very_many_some_are_compared(tmp_path: Path) -> None:
    number = 3 * COMPARED
    many = [{**BOOK, "authors": [{"literal": f"{'I' * one}. Marrow"}]} for one in range(1, number + 1)]
    found = [one for one in found_among(many, tmp_path) if one.near_key.startswith("title")]
    assert [len(one.pairs) for one in found] == [TOLD]
    assert found[0].not_compared == (number * (number - 1) - COMPARED * (COMPARED - 1)) // 2
    assert found[0].more == COMPARED - 1 - TOLD


def test_of_six_that_may_be_one_each_after_the_first_is_told_once(tmp_path: Path) -> None:
    six = [{**BOOK, "title": f"The Harbour Bells{rest}"} for rest in ("", "!", " - A", " : A", ": A", "; A")]
    six = [{**one, "note": str(number)} for number, one in enumerate(six)]
    six = [
        {**one, "authors": [{"literal": f"{'I' * (number + 1)}. Marrow"}]} for number, one in enumerate(six)
    ]
    found = [one for one in found_among(six, tmp_path) if one.pairs]
    pairs = [(one.key, other.key) for near in found for one, other in near.pairs]
    assert len(pairs) == 5
    assert len({key for pair in pairs for key in pair}) == 6


SAME_WORDS: dict[str, tuple[Mapping[str, object], Mapping[str, object], str]] = {
    "parts of a name": (
        {**BOOK, "authors": [{"literal": "Ann Pell"}]},
        {**BOOK, "authors": [{"given": "Ann", "family": "Pell"}], "title": "Harbour Bells"},
        "authors 'Ann Pell', in parts in one of them",
    ),
    "more on a name": (
        {**BOOK, "authors": [{"literal": "Pell", "kind": "person"}]},
        {**BOOK, "authors": [{"literal": "Pell"}]},
        "authors 'Pell', described otherwise",
    ),
    "long titles": (
        {**BOOK, "title": f"{'The Harbour Bells ' * 6} of Ellery"},
        {**BOOK, "title": f"{'The Harbour Bells ' * 6} of Elery"},
        ", other behind that",
    ),
}


@pytest.mark.parametrize("name", SAME_WORDS)
def test_values_that_look_the_same_are_not_told_as_two(name: str) -> None:
    one, other, told = SAME_WORDS[name]
    assert told in differences(one, other)  # type: ignore[arg-type]


def test_the_order_of_documents_does_not_count(tmp_path: Path) -> None:
    sources = [one for pair in NEAR.values() for one in pair]
    told = []
    for number, order in enumerate((sources, sources[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = found_among(order, folder, runs=number + 1)
        told.append([(near.near_key, [(one.key, other.key) for one, other in near.pairs]) for near in found])
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "1898", True),
        ("1898", "1898-04-02", True),
        ("1898-04", "1898-05", False),
        ("1898~", "1898", True),
        ("18XX", "1898", True),
        ("18XX", "1798", False),
        ("1890/1900", "1895", True),
        ("1890/1900", "1889", False),
        ("1890/1900", "1892/1899", True),
        ("1890/1900", "1892/1901", False),
        ("1890/..", "2020", True),
        ("/1900", "1850", True),
    ],
)
def test_dates_agree_as_far_as_they_go(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert dates_agree(one, other) is expected
    assert dates_agree(other, one) is expected
