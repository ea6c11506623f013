"""Sampling: a number of documents, each as likely as any other, whatever the order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.about import About
from pincite.dataset.choosing.sample import drawn, sample
from pincite.dataset.package.manifest import read_manifest
from pincite.dataset.shards.lines import PartReader
from pincite.dataset.shards.narrowing import narrowed
from pincite.dataset.shards.planning import planned
from pincite.reading.files import RawDocument
from tests.dataset.harbours import built, column, documents, files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

pytestmark = pytest.mark.usefixtures("unhurried")
FOUND = documents(7, 20)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("sample") / "whole", FOUND)


def ids(folder: Path) -> list[object]:
    return column(folder, "articles", "id")


@pytest.mark.parametrize("number", [1, 7, 20, 50])
def test_is_what_these_documents_alone_would_have_been(whole: Path, tmp_path: Path, number: int) -> None:
    sample(whole, tmp_path / "some", About(), number=number)
    chosen = set(ids(tmp_path / "some"))
    assert len(chosen) == min(number, len(FOUND))
    alone = built(
        tmp_path / "alone", [one for one, name in zip(FOUND, ids(whole), strict=True) if name in chosen]
    )
    assert files(tmp_path / "some") == files(alone)


def test_order_of_the_whole_does_not_count(whole: Path, tmp_path: Path) -> None:
    turned = built(tmp_path / "turned", reversed(FOUND))
    for folder, name in ((whole, "some"), (turned, "others")):
        sample(folder, tmp_path / name, About(), number=8, seed=3)
    assert ids(tmp_path / "some") == ids(tmp_path / "others")[::-1]


def test_seed_decides(whole: Path, tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        sample(whole, tmp_path / name, About(), number=8, seed=seed)
    assert files(tmp_path / "a", "") == files(tmp_path / "b", "")
    assert ids(tmp_path / "a") != ids(tmp_path / "c")


def test_manifest_tells_how(whole: Path, tmp_path: Path) -> None:
    sample(whole, tmp_path / "some", About(name="few"), number=8, seed=3)
    manifest = read_manifest(tmp_path / "some")
    assert manifest.made_with["sample"] == {"number": 8, "seed": 3, "of": 20}
    assert manifest.about.name == "few"
    assert manifest.about.description == "A sample of 8 documents of 20."


def test_says_what_the_whole_says_unless_told_otherwise(tmp_path: Path, pincite: Pincite) -> None:
    whole = built(tmp_path / "whole", FOUND[:3])
    said = ("--license", "CC0-1.0", "--creator", "Mara Quay", "--dataset-version", "2")
    assert pincite("dataset", "sample", str(whole), "-n", "2", "-o", str(tmp_path / "a"), *said).status == 0
    assert pincite("dataset", "sample", str(tmp_path / "a"), "-n", "1", "-o", str(tmp_path / "b")).status == 0
    for name in "ab":
        about = read_manifest(tmp_path / name).about
        assert (about.license, about.creators, about.version) == ("CC0-1.0", ("Mara Quay",), "2")


def chosen(names: list[str], number: int, seed: str, scratch: Path) -> set[str]:
    only = drawn(names, number, seed, scratch)
    return {name for name, one in zip(names, only, strict=True) if one}


def test_a_new_document_takes_one_place_at_most(tmp_path: Path) -> None:
    names = [f"https://example.org/{number}" for number in range(60)]
    for number in range(59):
        before = chosen(names[: number + 1], 10, "0", tmp_path / f"{number}-before")
        after = chosen(names[: number + 2], 10, "0", tmp_path / f"{number}-after")
        assert len(before - after) <= 1
        assert after - before <= {names[number + 1]}


def test_each_is_as_likely_as_any_other(tmp_path: Path) -> None:
    names = [f"https://example.org/{number}" for number in range(10)]
    seeds = 500
    counts: Counter[str] = Counter()
    for seed in range(seeds):
        counts.update(chosen(names, 3, str(seed), tmp_path / str(seed)))
    expected = seeds * 3 / 10
    # chi-square with 9 degrees of freedom, scaled for drawing without putting back: beyond 27.9 in one of a thousand cases
    assert sum((counts[name] - expected) ** 2 / (expected * 0.7) for name in names) * 0.9 < 27.9


@pytest.mark.parametrize("size", [97, 1_000, 5_000, 10_000_000])
def test_lines_are_taken_whatever_the_shards(whole: Path, size: int) -> None:
    only = bytes(number % 3 == 0 for number in range(len(FOUND)))
    taken = []
    for shard in narrowed(str(whole), planned(str(whole), ["documents.jsonl"], size=size), only):
        reader = PartReader(str(whole), shard.parts[0])
        taken += [read.raw.data["id"] for read in reader if isinstance(read.raw, RawDocument)]  # type: ignore[index,call-overload]  # a document
    assert taken == ids(whole)[::3]


class TestCommand:
    """``pincite dataset sample``."""

    def test_tells_what_it_made(self, whole: Path, tmp_path: Path, pincite: Pincite) -> None:
        found = pincite("dataset", "sample", str(whole), "-n", "5", "-o", "some", cwd=tmp_path)
        assert (found.status, found.err) == (0, "")
        assert found.out.startswith("some: 5 articles, ")

    @pytest.mark.parametrize(
        "arguments", [["-n", "0", "-o", "some"], ["-o", "some"], ["-n", "5"], ["-n", "5", "-o", "{whole}"]]
    )
    def test_wrong_calls(self, whole: Path, tmp_path: Path, pincite: Pincite, arguments: list[str]) -> None:
        given = [one.format(whole=whole) for one in arguments]
        assert pincite("dataset", "sample", str(whole), *given, cwd=tmp_path).status == 2
        assert not list(tmp_path.iterdir())
