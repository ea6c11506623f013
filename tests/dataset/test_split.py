"""Splitting: no source stands on both sides, and the parts come as near to their shares as the sources allow."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest

from pincite.dataset.choosing.components import Components
from pincite.dataset.choosing.outcome import Manner
from pincite.dataset.choosing.shares import Share, dealt
from pincite.dataset.choosing.split import SplitError, split
from tests.dataset.harbours import built, column, documents, files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Pincite

pytestmark = pytest.mark.usefixtures("unhurried")
HALVES = (Share("train", Fraction(1, 2)), Share("test", Fraction(1, 2)))
THREE = (Share("train", Fraction(7, 10)), Share("dev", Fraction(1, 10)), Share("test", Fraction(1, 5)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset whose documents share few sources."""
    return built(tmp_path_factory.mktemp("split") / "whole", documents(8, 30, works=60))


def ids(folder: Path, table: str = "articles") -> set[object]:
    return set(column(folder, table, "id"))


@pytest.mark.parametrize("seed", range(2))
def test_no_source_on_both_sides_and_no_document_lost(whole: Path, tmp_path: Path, seed: int) -> None:
    done = split(whole, tmp_path / "parts", Manner(THREE, seed=seed))
    parts = [tmp_path / "parts" / share.part for share in THREE]
    for table in ("articles", "sources", "quotations"):
        found = [ids(part, table) for part in parts]
        assert sum(len(one) for one in found) == len(set().union(*found)) == len(ids(whole, table))
    assert done.sources == 0
    assert all(abs(one.built.documents - one.share.wanted * 30) <= done.largest for one in done.parts)
    told = json.loads((tmp_path / "parts" / "split.json").read_text())
    assert [one["documents"] for one in told["parts"]] == [len(ids(part)) for part in parts]
    assert (told["groups"], told["largest_group"]) == groups_of(whole)


def groups_of(whole: Path) -> tuple[int, int]:
    """Return how many groups there are, and how large the largest is, found in another way: by spreading colours."""
    links: dict[object, set[object]] = {}
    for article, source in zip(
        column(whole, "descriptions", "article"), column(whole, "descriptions", "source"), strict=True
    ):
        links.setdefault(source, set()).add(article)
    colours = {name: number for number, name in enumerate(column(whole, "articles", "id"))}
    for _ in colours:
        for members in links.values():
            lowest = min(colours[one] for one in members)
            colours.update(dict.fromkeys(members, lowest))
    sizes = [list(colours.values()).count(one) for one in set(colours.values())]
    return len(sizes), max(sizes)


def test_order_of_the_documents_does_not_count(whole: Path, tmp_path: Path) -> None:
    turned = built(tmp_path / "turned", reversed(documents(8, 30, works=60)))
    split(whole, tmp_path / "one", Manner(HALVES))
    split(turned, tmp_path / "other", Manner(HALVES))
    assert ids(tmp_path / "one" / "test") == ids(tmp_path / "other" / "test")


def test_same_call_gives_same_bytes_and_replaces_its_parts(whole: Path, tmp_path: Path) -> None:
    split(whole, tmp_path / "one", Manner(HALVES))
    first = files(tmp_path / "one", "")
    split(whole, tmp_path / "one", Manner(HALVES))
    assert files(tmp_path / "one", "") == first


def test_by_article_shares_are_exact(whole: Path, tmp_path: Path) -> None:
    done = split(whole, tmp_path / "parts", Manner(THREE, by="article"))
    assert [one.built.documents for one in done.parts] == [21, 3, 6]
    assert done.sources > 0


def test_a_part_is_what_its_documents_alone_would_have_been(whole: Path, tmp_path: Path) -> None:
    split(whole, tmp_path / "parts", Manner(HALVES))
    test = tmp_path / "parts" / "test"
    found = zip(documents(8, 30, works=60), column(whole, "articles", "id"), strict=True)
    alone = built(tmp_path / "alone", [one for one, name in found if name in ids(test)])
    assert files(test) == files(alone)


class TestJoinedBy:
    """What a shared source does that holds many works."""

    @staticmethod
    def article(number: int, *sources: dict[str, object], cited: str) -> dict[str, object]:
        return {
            "pincite": "1.0",
            "id": f"https://example.org/{number}",
            "article": {"title": f"Tides {number}", "license": "CC0-1.0"},
            "sources": list(sources),
            "quotations": [{"id": "q", "text": "The tide turned.", "citations": [{"source": cited}]}],
        }

    def corpus(self, *, is_periodical_cited: bool, shares_book: bool = False) -> list[dict[str, object]]:
        found = []
        for number in range(4):
            work = 0 if shares_book else number
            found.append(
                self.article(
                    number,
                    {"id": "journal", "type": "periodical", "title": "Small Harbours", "issn": "2049-3630"},
                    {
                        "id": "paper",
                        "type": "journal_article",
                        "title": f"On tides {work}",
                        "date": "1900",
                        "container": {"source": "journal", "relation": "part_of"},
                    },
                    cited="journal" if is_periodical_cited else "paper",
                )
            )
        return found

    def test_by_source_a_periodical_joins_all(self, tmp_path: Path) -> None:
        whole = built(tmp_path / "whole", self.corpus(is_periodical_cited=False))  # type: ignore[arg-type]  # documents
        with pytest.raises(SplitError, match="the largest of 4; try --joined-by work"):
            split(whole, tmp_path / "parts", Manner(HALVES))
        assert not (tmp_path / "parts").exists()

    def test_by_work_it_does_not(self, tmp_path: Path) -> None:
        whole = built(tmp_path / "whole", self.corpus(is_periodical_cited=False))  # type: ignore[arg-type]  # documents
        done = split(whole, tmp_path / "parts", Manner(HALVES, joined_by="work"))
        assert (done.groups, done.sources, done.works) == (4, 1, 0)

    @pytest.mark.parametrize(
        "how", [{"is_periodical_cited": True}, {"is_periodical_cited": False, "shares_book": True}]
    )
    def test_by_work_what_is_cited_joins(self, tmp_path: Path, how: dict[str, bool]) -> None:
        whole = built(tmp_path / "whole", self.corpus(**how))  # type: ignore[arg-type]  # documents
        with pytest.raises(SplitError, match="the largest of 4; try --by article"):
            split(whole, tmp_path / "parts", Manner(HALVES, joined_by="work"))


def test_parts_are_looked_at_once_they_are_built(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Components, "join", lambda *_: None)
    with pytest.raises(SplitError, match="a source stands in two parts"):
        split(whole, tmp_path / "parts", Manner(HALVES))
    assert not (tmp_path / "parts" / "split.json").exists()


@pytest.mark.parametrize("seed", range(5))
def test_components_are_those_that_hang_together(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same groups in every run
    pairs = [(chance.randrange(40), chance.randrange(40)) for _ in range(25)]
    found = Components(40)
    for pair in pairs:
        found.join(pair)
    groups = [{number} for number in range(40)]
    for one, other in pairs * 40:
        first = next(group for group in groups if one in group)
        second = next(group for group in groups if other in group)
        if first is not second:
            groups.remove(second)
            first |= second
    assert sorted(size for _, size in found.all()) == sorted(len(group) for group in groups)
    for group in groups:
        assert len({found.of(number) for number in group}) == 1


@pytest.mark.parametrize("seed", range(5))
def test_shares_are_as_near_as_components_allow(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same groups in every run
    sizes = [chance.randint(1, 6) for _ in range(9)]
    found = Components(sum(sizes))
    starts = [sum(sizes[:place]) for place in range(len(sizes))]
    for start, size in zip(starts, sizes, strict=True):
        found.join(range(start, start + size))
    draws = [chance.getrandbits(64) for _ in range(sum(sizes))]
    wanted = Fraction(3, 10)
    shares = (Share("a", 1 - wanted), Share("b", wanted))
    got = dealt(found, draws, shares, tmp_path / "order").count(1)
    best = min(
        (
            abs(sum(chosen) - wanted * sum(sizes))
            for number in range(len(sizes) + 1)
            for chosen in combinations(sizes, number)
        ),
    )
    assert abs(got - wanted * sum(sizes)) <= best + 1


class TestCommand:
    """``pincite dataset split``."""

    def test_tells_what_it_made(self, whole: Path, tmp_path: Path, pincite: Pincite) -> None:
        arguments = ["--part", "train=0.8", "--part", "test=1/5", "-o", "parts"]
        found = pincite("dataset", "split", str(whole), *arguments, cwd=tmp_path)
        assert (found.status, found.err) == (0, "")
        lines = found.out.splitlines()
        assert lines[0] == "parts: 30 documents in 2 parts"
        assert re.fullmatch(
            r"  train  \d+ documents, \d+\.\d%; wanted 80\.0%(, \d+\.\d% (more|less))?", lines[1]
        )
        assert lines[3] == "no source stands in two parts"
        assert lines[4].startswith(
            f"{groups_of(whole)[0]} groups of documents share no source; the largest has "
        )
        assert all(len(line) <= 80 for line in lines)

    def test_shares_that_are_as_wanted(self, tmp_path: Path, pincite: Pincite) -> None:
        built(tmp_path / "whole", documents(8, 12, works=8))
        arguments = ["--part", "train=2/3", "--part", "test=1/3", "--by", "article", "-o", "parts"]
        lines = pincite("dataset", "split", "whole", *arguments, cwd=tmp_path).out.splitlines()
        assert lines[1:3] == [
            "  train  8 documents, 66.7%; wanted 66.7%",
            "  test   4 documents, 33.3%; wanted 33.3%",
        ]

    def test_far_from_the_shares(self, tmp_path: Path, pincite: Pincite) -> None:
        built(tmp_path / "whole", documents(8, 12, works=8))
        arguments = ["--part", "train=0.5", "--part", "test=0.5", "-o", "parts"]
        found = pincite("dataset", "split", "whole", *arguments, cwd=tmp_path)
        assert "--joined-by work or --by article may come nearer to the shares" in found.out
        nearer = pincite("dataset", "split", "whole", *arguments, "--by", "article", cwd=tmp_path)
        assert "nearer" not in nearer.out

    @pytest.mark.parametrize(
        ("parts", "words"),
        [
            (["train=1"], "two parts at least"),
            (["train=0.8", "test=0.1"], "must be 1 together, and these are 0.9 together"),
            (["train=80"], "all shares must be 1 together"),
            (["train=80", "test=20"], "all shares must be 1 together"),
            (["train=0.5", "Train=0.5"], "one name"),
            (["train=0.5", "split.json=0.5"], "split.json"),
            (["train=0.5", "../test=0.5"], "a name has"),
            (["train=0.5", ".test=0.5"], "a name has"),
            (["train=0.5", "test"], "NAME=SHARE"),
            (["train=1", "test=0"], "NAME=SHARE"),
            (["train=1.5", "test=-0.5"], "NAME=SHARE"),
            (["train=nan", "test=1e-3"], "NAME=SHARE"),
            (["train=999999/1000000", "test=1/1000000"], "the part test would be empty"),
        ],
    )
    def test_wrong_parts(
        self, whole: Path, tmp_path: Path, pincite: Pincite, parts: list[str], words: str
    ) -> None:
        arguments = [word for one in parts for word in ("--part", one)]
        found = pincite("dataset", "split", str(whole), *arguments, "-o", "parts", cwd=tmp_path)
        assert found.status == 2
        assert words in found.err
        assert not list(tmp_path.iterdir())

    def test_parts_of_another_split_are_not_left_among_these(
        self, whole: Path, tmp_path: Path, pincite: Pincite
    ) -> None:
        (tmp_path / "parts" / "dev").mkdir(parents=True)
        found = pincite(
            "dataset", "split", str(whole), "--part", "a=0.5", "--part", "b=0.5", "-o", "parts", cwd=tmp_path
        )
        assert found.status == 2
        assert "parts has dev, which is no part of this split" in found.err
