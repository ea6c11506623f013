"""The table of sources, and the pairs that may be one, are the same in whatever order and pieces documents come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow")

import pyarrow.parquet as pq

from pincite.dataset.building.build import Plan, build
from pincite.dataset.sources.contradictions import contradictions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.format import Source
    from pincite.model.json_value import Json, JsonObject

pytestmark = pytest.mark.usefixtures("unhurried")
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
MARROW: JsonObject = {"literal": "Ines Marrow", "family": "Marrow", "given": "Ines"}
BELLS: JsonObject = {"type": "book", "title": "The Harbour Bells", "authors": [MARROW], "date": "1898"}
GAZETTE: JsonObject = {"type": "periodical", "title": "The Gazette", "publisher_place": "Port Ellery"}
LOG: JsonObject = {"type": "manuscript", "title": "Log of the Wren", "authors": [MARROW], "date": "1871"}
DESCRIPTIONS: list[list[JsonObject]] = [
    [BELLS],
    [{**BELLS, "publisher": "Quay Press"}],
    [{**BELLS, "title": "The harbour bells", "publisher_place": "Ellery", "language": "en"}],
    [{**BELLS, "title": "Harbour Bells: A Memoir"}],
    [
        {"type": "news_article", "title": "Fire", "date": "1931-04-02", "container": {"source": "s2"}},
        GAZETTE,
    ],
    [
        GAZETTE,
        {
            "type": "news_article",
            "genre": "notice",
            "title": "FIRE!",
            "date": "1931-04-02",
            "container": {"source": "s1"},
        },
    ],
    [{"type": "book", "title": "Bells"}],
    [{"type": "book", "title": "Bells"}],
    [{**LOG, "genre": "log", "language": "en-GB"}],
    [{**LOG, "genre": "diary", "language": "en"}],
]


def documents() -> list[str]:
    """Return documents as lines, each of which describes some of the sources under ids of its own."""
    found = []
    for number, some in enumerate(DESCRIPTIONS):
        sources: list[Json] = [{"id": f"s{place}", **one} for place, one in enumerate(some, 1)]
        document = {
            "pincite": "1.0",
            "id": f"https://example.org/{number}",
            "article": {"title": f"Article {number}"},
            "sources": sources,
        }
        found.append(json.dumps(document) + "\n")
    return found


def built(folder: Path, lines: Sequence[str], shard_bytes: int) -> tuple[bytes, list[str]]:
    """Return the table of sources of a dataset of lines, and the messages on pairs that may be one and on contradictions."""
    folder.mkdir()
    (folder / "a.pincite.jsonl").write_text("".join(lines), encoding="utf-8")
    build(Plan(folder, ("a.pincite.jsonl",), shard_bytes=shard_bytes), folder / "out")
    findings = (folder / "out" / "findings.jsonl").read_text(encoding="utf-8").splitlines()
    messages = [one["message"] for one in map(json.loads, findings) if one["code"] in {"PIN912", "PIN913"}]
    return (folder / "out" / "tables" / "sources.parquet").read_bytes(), messages


def test_order_and_pieces_do_not_count(tmp_path: Path) -> None:
    lines = documents()
    orders = [lines, lines[::-1], [*lines[3:], *lines[:3]]]
    sizes = [1 << 20, 150, 400]
    results = [
        built(tmp_path / str(number), order, size)
        for number, (order, size) in enumerate(zip(orders, sizes, strict=True))
    ]
    assert results[0] == results[1] == results[2]


def test_a_row_is_the_fullest_of_equal_descriptions(tmp_path: Path) -> None:
    built(tmp_path / "a", documents(), 400)
    rows = pq.read_table(tmp_path / "a" / "out" / "tables" / "sources.parquet").to_pylist()
    by_title = {row["title"]: row for row in rows}
    assert sorted(row["title"] for row in rows) == [
        *("Bells", "Bells"),  # nobody can know whether they are one
        "FIRE!",
        "Harbour Bells: A Memoir",
        "Log of the Wren",
        "The Gazette",
        "The harbour bells",
    ]
    whole = by_title["The harbour bells"]
    assert (whole["articles"], whole["descriptions"], whole["publisher"]) == (3, 3, None)
    assert by_title["FIRE!"]["container"] == by_title["The Gazette"]["id"]
    assert (by_title["FIRE!"]["articles"], by_title["The Gazette"]["articles"]) == (2, 2)


def test_pairs_that_may_be_one_and_contradictions_are_told_with_what_differs(tmp_path: Path) -> None:
    _, (differs, *near) = built(tmp_path / "a", documents(), 400)
    rows = pq.read_table(tmp_path / "a" / "out" / "tables" / "sources.parquet").to_pylist()
    keys = {row["title"]: row["id"] for row in rows}
    log = f"{keys['Log of the Wren']} ('Log of the Wren')"
    assert differs == f"descriptions of {log} contradict each other: genre 'diary' and 'log'"
    assert len(near) == 1
    for title in ("The harbour bells", "Harbour Bells: A Memoir"):
        assert f"{keys[title]} ('{title}')" in near[0]
    first, second = sorted(("The harbour bells", "Harbour Bells: A Memoir"), key=keys.__getitem__)
    assert f"may be one source: title '{first}' and '{second}'" in near[0]


def test_nothing_in_the_examples_is_near_anything(tmp_path: Path) -> None:
    paths = sorted(EXAMPLES.glob("*/article*.pincite.yaml")) + sorted(EXAMPLES.glob("*/article.md"))
    assert len(paths) > 3
    names = tuple(path.relative_to(EXAMPLES).as_posix() for path in paths)
    result = build(Plan(EXAMPLES, names), tmp_path / "out")
    assert result.documents == len(paths)
    assert "PIN913" not in (tmp_path / "out" / "findings.jsonl").read_text(encoding="utf-8")


DOI: JsonObject = {"type": "book", "doi": "10.5555/1", "authors": [{"literal": "Ines Marrow"}]}
ORCID = "https://orcid.org/0000-0002-1825-009"
CONTRADICTIONS: dict[str, tuple[list[JsonObject], list[str]]] = {
    "nothing": ([{}, {"publisher": "Quay Press", "place": "Ellery", "language": "en", "isbn": "0306406152"}], []),
    "longer and shorter": ([{"publisher": "Quay Press, Ltd."}, {"publisher": "quay press"}, {"publisher": "Quay"}], []),
    "publishers": (
        [{"publisher": "Quay Press"}, {"publisher": "Northholm Union"}],
        ["publisher 'Northholm Union' and 'Quay Press'"],
    ),
    "many": ([{"genre": one} for one in "abcde"], ["genre 'a' and 'b' and 'c' and 2 more"]),
    "places": (
        [{"place": "Ellery", "publisher_place": "Port"}, {"place": "Northholm", "publisher_place": "Old Port"}],
        ["place 'Ellery' and 'Northholm'"],
    ),
    "languages": ([{"language": "en-GB"}, {"language": "EN"}, {"language": "de"}], ["language 'EN' and 'de'"]),
    "numbers": (
        [{"isbn": "0-306-40615-2"}, {"isbn": "9780306406157"}, {"isbn": "9783161484100"}],
        ["isbn '9780306406157' and '9783161484100'"],
    ),
    "people": (
        [{"authors": [{"literal": "Ines Marrow", "id": f"{ORCID}{digit}"}]} for digit in "12"],
        [f"id of 'ines marrow' '{ORCID}1' and '{ORCID}2'"],
    ),
    "people in two registers": (
        [{"authors": [{"literal": "Ines Marrow", "id": one}]} for one in (f"{ORCID}1", "https://example.org/7")],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_what_contradicts_each_other(name: str) -> None:
    members, expected = CONTRADICTIONS[name]
    descriptions: list[Source] = [{"id": "s", **DOI, **one} for one in members]  # type: ignore[typeddict-item]
    assert list(contradictions(descriptions)) == expected
    assert list(contradictions(descriptions[::-1])) == expected
