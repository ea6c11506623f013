"""The figures of a dataset: against a count by hand, against a plain recount, in whatever pieces the data come."""

from __future__ import annotations

import json
import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

import pytest

pytest.importorskip("pyarrow")

import pyarrow as pa
import pyarrow.parquet as pq

from pincite.dataset.about import About
from pincite.dataset.assembling import tables as assembling
from pincite.dataset.opened.table_files import TableFile
from pincite.dataset.policy import Policy
from pincite.dataset.statistics import cited
from pincite.dataset.statistics.cited import citations_of
from pincite.dataset.statistics.gathering import statistics_of
from pincite.reading.limits import MAX_BYTES
from pincite.reporters.columns import columns
from tests.dataset.bells import ALMANAC, FOUNDRY, LETTER, SERIES, built

if TYPE_CHECKING:
    from pincite.model.json_value import JsonObject
    from tests.conftest import Pincite

GOLDEN = Path(__file__).parent / "golden"
COVERAGE = {
    "claims_with_evidence": (2, 3),
    "quotations_cited": (3, 6),
    "quotations_accounted_for": (4, 6),
    "citations_with_source": (5, 5),
    "citations_with_locator": (2, 5),
    "citations_with_image": (1, 5),
    "evidence_with_image": (1, 2),
    "quotations_placed": (1, 6),
    "quotations_with_text": (5, 6),
    "quotations_verified": (2, 6),
    "quotations_found": (1, 2),
    "sources_identified": (1, 4),
    "sources_dated": (4, 4),
    "sources_shared": (1, 4),
    "sources_cited": (2, 4),
    "articles_with_text": (1, 3),
}
TALLIES = {
    "articles.language": ({"en": 1, "en-GB": 1, "fr": 1}, 0, 0),
    "articles.license": ({"CC0-1.0": 1, "LicenseRef-of-the-author": 1}, 1, 0),
    "articles.redistribution": ({"none": 1}, 2, 0),
    "articles.method": ({"manual": 1}, 2, 0),
    "articles.annotation_license": ({"CC-BY-4.0": 1}, 2, 0),
    "articles.decade": ({"1990": 1}, 2, 0),
    "sources.type": ({"book": 2, "letter": 1, "series": 1}, 0, 0),
    "sources.century": ({"1800": 4}, 0, 0),
    "sources.decade": ({"1880": 1, "1890": 1}, 0, 2),
    "sources.language": ({"en": 1}, 3, 0),
    "quotations.verdict": ({"altered": 1, "exact": 1}, 4, 0),
    "quotations.words": ({"whole": 5, "left out": 1}, 0, 0),
    "claims.basis": ({"source": 2, "common_knowledge": 1}, 0, 0),
    "relations.type": ({"restates": 1}, 0, 0),
    "images.role": ({"evidence": 2, "figure": 1}, 0, 0),
    "images.handling": ({"missing": 2, "linked": 1}, 0, 0),
    "images.license": ({"CC0-1.0": 1}, 2, 0),
}


@pytest.fixture(scope="module")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset of the bells, which no test changes."""
    return built(tmp_path_factory.mktemp("stats") / "bells", about=About("bells", "Bells", version="2"))


@pytest.fixture
def own(bells: Path, tmp_path: Path) -> Path:
    """Return a dataset that a test may break."""
    for path in sorted(bells.rglob("*")):
        target = tmp_path / "own" / path.relative_to(bells)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            target.write_bytes(path.read_bytes())
    return tmp_path / "own"


def test_all_is_as_counted_by_hand(bells: Path) -> None:
    found = statistics_of(bells)
    assert {name: (one.part, one.whole) for name, one in found.coverage.items()} == COVERAGE
    tallies = {name: (dict(one.values), one.none, one.others) for name, one in found.tallies.items()}
    assert {name: tallies[name] for name in TALLIES} == TALLIES
    assert found.texts == {"there": 1, "left out": 1, "not known": 1}
    spread = found.spreads["articles.quotations"]
    assert (spread.smallest, spread.median, spread.largest, spread.total) == (1, 1, 4, 6)
    assert [(one.title, one.citations, one.articles) for one in found.cited] == [
        ("The Bell Foundry", 4, 2),
        ("To the ringer", 1, 1),
    ]
    assert found.counts["descriptions"] == 5


def test_quotations_that_were_cut_are_told_from_those_left_out(tmp_path: Path) -> None:
    found = statistics_of(built(tmp_path / "cut", policy=Policy(quotations="excerpt", excerpt=5)))
    assert found.tallies["quotations.words"].values == {"shortened": 3, "left out": 1, "whole": 2}
    assert found.coverage["quotations_with_text"].part == 2


def invented(chance: Random, number: int) -> JsonObject:
    """Return a document whose parts come and go by chance."""
    sources = [one for one in (FOUNDRY, LETTER, SERIES, ALMANAC) if chance.random() < 0.6]

    def citations() -> list[JsonObject]:
        return [
            {
                "raw": "p. 3",
                **({"source": chance.choice(sources)["id"]} if sources and chance.random() < 0.8 else {}),
                **({"locator": {"page": "3"}} if chance.random() < 0.5 else {}),
            }
            for _ in range(chance.randint(0, 3))
        ]

    quotations: list[JsonObject] = [
        {"id": f"q{place}", "text": "Glocke 🔔 " * chance.randint(1, 9) + "!", **some_citations(citations())}
        for place in range(chance.randint(0, 6))
    ]
    claims: list[JsonObject] = [
        {
            "id": f"c{place}",
            "text": "It rang.",
            **({"evidence": ["q0"]} if quotations and chance.random() < 0.3 else {}),
            **some_citations(citations() if chance.random() < 0.3 else []),
        }
        for place in range(chance.randint(0, 4))
    ]
    found = {"pincite": "1.0", "id": f"https://example.org/{number}", "article": {"title": f"Bell {number}"}}
    parts = {"sources": sources, "quotations": quotations, "claims": claims}
    return cast("JsonObject", {**found, **{name: one for name, one in parts.items() if one}})


def some_citations(found: list[JsonObject]) -> JsonObject:
    return {"citations": [*found]} if found else {}


def recounted(folder: Path) -> dict[str, tuple[int, int]]:
    """Count in the plainest way what the documents of a dataset have."""
    whole = [json.loads(line) for line in (folder / "documents.jsonl").read_text("utf-8").splitlines()]
    quotations = [one for document in whole for one in document.get("quotations", [])]
    claims = [one for document in whole for one in document.get("claims", [])]
    citations = [one for owner in (*quotations, *claims) for one in owner.get("citations", [])]
    return {
        "claims_with_evidence": (sum("evidence" in one or "citations" in one for one in claims), len(claims)),
        "quotations_cited": (sum("citations" in one for one in quotations), len(quotations)),
        "citations_with_source": (sum("source" in one for one in citations), len(citations)),
        "citations_with_locator": (sum("locator" in one for one in citations), len(citations)),
        "quotations_with_text": (len(quotations), len(quotations)),
    }


def test_the_figures_are_the_same_in_whatever_pieces_the_data_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(1)  # noqa: S311 - invents documents
    documents = [invented(chance, number) for number in range(9)]
    whole = built(tmp_path / "whole", documents)
    found = statistics_of(whole)
    assert {name: tuple(found.coverage[name][1:]) for name in recounted(whole)} == recounted(whole)
    many = built(tmp_path / "many", documents, shard_bytes=1)
    monkeypatch.setattr(assembling, "GROUP_ROWS", 3)
    groups = built(tmp_path / "groups", documents)
    assert pq.ParquetFile(groups / "tables" / "citations.parquet").num_row_groups > 3
    assert statistics_of(many).as_json() == statistics_of(groups).as_json() == found.as_json()
    for path in (path.relative_to(whole) for path in whole.rglob("*") if path.suffix in {".md", ".svg"}):
        assert (many / path).read_bytes() == (whole / path).read_bytes(), path


def test_sources_are_counted_some_at_a_time(bells: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = citations_of(bells, 4)
    monkeypatch.setattr(cited, "_PIECES", 0)
    assert [citations_of(bells, number, 1) for number in (4, 15)] == [at_once, at_once]
    monkeypatch.setattr(cited, "TOP", 1)
    assert citations_of(bells, 15, 1).most == at_once.most[:1]


def test_a_table_that_does_not_count_its_gaps_is_read(own: Path) -> None:
    path = own / "tables" / "articles.parquet"
    table = pq.read_table(path)
    pq.write_table(table, path, write_statistics=False)
    articles = TableFile(own, "articles")
    assert (articles.filled("text"), articles.filled("text_sha256")) == (1, 2)


def test_the_json_has_the_same_members_for_any_dataset(
    bells: Path, tmp_path: Path, pincite_inside: Pincite
) -> None:
    empty = built(tmp_path / "empty", [{"pincite": "1.0"}])
    found = []
    for folder in (bells, empty):
        done = pincite_inside("dataset", "stats", str(folder), "--format", "json")
        assert (done.status, done.err) == (0, "")
        found.append(json.loads(done.out))
    full, none = found
    assert list(full) == list(none)
    assert full["about"] == {"name": "bells", "title": "Bells", "version": "2"}
    for part in ("counts", "coverage", "texts", "tallies", "spreads"):
        assert list(full[part]) == list(none[part])
    assert full["coverage"]["quotations_cited"] == {"part": 3, "whole": 6, "share": 0.5}
    assert none["coverage"]["quotations_cited"] == {"part": 0, "whole": 0, "share": None}
    assert none["findings"][0]["severity"] == "error"


def test_the_screen_of_the_examples(tmp_path: Path, pincite_inside: Pincite, *, update: bool) -> None:
    examples = Path(__file__).parents[2] / "examples"
    out = str(tmp_path / "out")
    assert (
        pincite_inside("dataset", "build", str(examples), "-o", out, "--isolated", "--no-check").status == 1
    )
    done = pincite_inside("dataset", "stats", out)
    assert (done.status, done.err) == (0, "")
    assert max(columns(line) for line in done.out.splitlines()) <= 80
    head, _, screen = done.out.partition("\n\n")
    assert head.startswith("a dataset without a name\n")
    golden = GOLDEN / "examples-stats.expected"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(screen, "utf-8")
    assert screen == golden.read_text("utf-8")


def test_no_title_reaches_the_terminal_as_it_is(tmp_path: Path, pincite_inside: Pincite) -> None:
    title = "\x1b[31mred\u202e | " + "bell " * 40
    source = {"id": "s", "type": "book", "title": title, "authors": [{"literal": "\x07Ring"}], "date": "1900"}
    quotation = {"id": "q", "text": "Bell.", "citations": [{"source": "s"}]}
    document = {"pincite": "1.0", "article": {"title": title}, "sources": [source], "quotations": [quotation]}
    folder = built(tmp_path / "out", [cast("JsonObject", document)], About(title=title))
    for arguments in ((), ("--format", "json")):
        done = pincite_inside("dataset", "stats", str(folder), *arguments)
        assert done.status == 0
        assert "bell bell" in done.out
        assert not set("\x1b\x07\u202e") & set(done.out)
        assert arguments or max(columns(line) for line in done.out.splitlines()) <= 80


def test_the_figures_go_to_a_file_but_not_into_the_dataset(own: Path, pincite_inside: Pincite) -> None:
    target = own.parent / "stats.txt"
    assert pincite_inside("dataset", "stats", str(own), "-o", str(target)).out == ""
    assert "  claims with evidence or a citation" in target.read_text("utf-8")
    done = pincite_inside("dataset", "stats", str(own), "-o", str(own / "tables" / "stats.txt"))
    assert (done.status, "would lie in the dataset" in done.err) == (2, True)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4 : len(data) // 2] = bytes(len(data) // 2 - 4)
    path.write_bytes(data)


def _of_other_types(path: Path) -> None:
    pq.write_table(pa.table({"id": [1], "start": ["x"], "text": ["x"]}), path)


def _link(path: Path) -> None:
    there = path.rename(path.parents[2] / "elsewhere.parquet")
    path.symlink_to(there)


def _no_text(path: Path) -> None:
    table = pq.read_table(path)
    wrong = pa.array([b"\xff"] * table.num_rows, pa.binary()).view(pa.string())
    pq.write_table(table.set_column(table.column_names.index("verdict"), "verdict", wrong), path)


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        (Path.unlink, "has no file tables/quotations.parquet"),
        (_cut, "cannot be read as Parquet"),
        (_flip, "cannot be read as Parquet"),
        (_of_other_types, "has no column 'id' of the type string"),
        (_link, "is a link"),
        (_pipe, "is no ordinary file"),
        (_no_text, "a text in it is not UTF-8"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_broken_table_is_told_in_a_line(
    harm: object, complaint: str, own: Path, pincite_inside: Pincite
) -> None:
    harm(own / "tables" / "quotations.parquet")  # type: ignore[operator]  # one of the above
    done = pincite_inside("dataset", "stats", str(own))
    assert (done.status, done.out) == (2, "")
    assert complaint in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("line", ["{", "[]", "3", '{"code": "PIN101"}', "[" * 5000, "\x00"])
def test_a_broken_finding_is_told_in_a_line(line: str, own: Path, pincite_inside: Pincite) -> None:
    (own / "findings.jsonl").write_text(f"{line}\n", "utf-8")
    done = pincite_inside("dataset", "stats", str(own))
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("findings.jsonl:1 is no finding\n")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _endless(path: Path) -> None:
    with path.open("r+b") as stream:
        stream.truncate(MAX_BYTES + 1)


@pytest.mark.parametrize(
    ("harm", "complaint"),
    [
        (_pipe, "manifest.json cannot be read: not a regular file"),
        (_folder, "manifest.json cannot be read: not a regular file"),
        (_endless, "manifest.json has more than 64 MiB, the most that is read at once"),
        (Path.unlink, "is no dataset: it has no manifest.json, which is written last"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
@pytest.mark.parametrize("call", [("stats",), ("query", "--tables"), ("merge", "-o", "new")])
def test_a_manifest_that_is_no_file_of_its_own_is_told(
    call: tuple[str, ...], harm: object, complaint: str, own: Path, pincite_inside: Pincite
) -> None:
    harm(own / "manifest.json")  # type: ignore[operator]  # one of the above
    name, *options = call
    done = pincite_inside("dataset", name, str(own), *options, cwd=own.parent)
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(f"{complaint}\n")
    assert done.err.count("\n") == 1


def test_what_is_no_dataset_is_told(tmp_path: Path, pincite_inside: Pincite) -> None:
    done = pincite_inside("dataset", "stats", str(tmp_path))
    assert (done.status, "is no dataset" in done.err) == (2, True)
